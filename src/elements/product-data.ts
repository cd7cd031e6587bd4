import type {Product} from '../api/index.js';
import {isSoldOut} from './choice.js';
import {make} from './make.js';
import {costOf} from './product-facts.js';
import {isPicture, pageOf} from './safe-url.js';

const digitsOf = (currency: string): number => {
  try {
    return new Intl.NumberFormat('en', {style: 'currency', currency}).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
};

// By its digits and not by division: a machine that reads 4.99 must not get 4.989999.
const decimal = (amount: number, currency: string): string => {
  const digits = digitsOf(currency);
  const text = String(Math.abs(amount)).padStart(digits + 1, '0');
  const point = text.length - digits;
  return `${amount < 0 ? '-' : ''}${text.slice(0, point)}${digits ? `.${text.slice(point)}` : ''}`;
};

const dataOf = (product: Product, pattern: string | null | undefined, words: string): object => {
  const {id, name, image_url: image, pricing} = product;
  const {currency, final, saving} = costOf(product);
  const page = new URL(pageOf(pattern, product) ?? '', location.href);
  const end = saving ? pricing?.active_sale?.ends_at : undefined;
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name,
    sku: id,
    ...words && {description: words},
    ...isPicture(image) && !image.startsWith('data:') && {image},
    offers: {
      '@type': 'Offer',
      url: page.href.replace(/#.*/, ''),
      price: decimal(final, currency),
      priceCurrency: currency.toUpperCase(),
      availability: `https://schema.org/${isSoldOut(product) ? 'OutOfStock' : 'InStock'}`,
      ...end && {priceValidUntil: end},
    },
  };
};

// Trusted Types look at the text of every script that is put into a page, also where its type says that it is none.
// Only one that has run already is left alone, and a copy of it counts as such.
const dataBlock = (text: string): HTMLScriptElement => {
  const ran = document.querySelector<HTMLScriptElement>('script[src]:is([type=module], :not([type]))');
  const block = ran ? ran.cloneNode(false) as HTMLScriptElement : make('script', {});
  for (const name of block.getAttributeNames()) block.removeAttribute(name);
  block.type = 'application/ld+json';
  block.append(text);
  return block;
};

/** A product for search engines: one data block of schema.org in the head of the page, for as long as it is shown. */
export class ProductData {
  #node: HTMLScriptElement | undefined;
  #text = '';

  /** Puts the block there, replaces it, or takes it away. @param words the description as plain text. */
  show(product: Product | undefined, pattern?: string | null, words = ''): void {
    // Nothing in it can end the block, whoever reads the page as text afterwards.
    const text = product ? JSON.stringify(dataOf(product, pattern, words)).replaceAll('<', '\\u003c') : '';
    if (text === this.#text && !!text === !!this.#node?.isConnected) return;
    this.#text = text;
    this.#node?.remove();
    this.#node = undefined;
    if (!text) return;
    this.#node = dataBlock(text);
    document.head.append(this.#node);
  }
}
