import type {Product} from '../api/index.js';
import {costOf} from './product-facts.js';

/** What a list is made of: which products, in which order, how many. */
export interface ListWish {
  readonly tag?: string | null | undefined;
  readonly search?: string | null | undefined;
  readonly sort?: string | null | undefined;
  readonly limit?: number | null | undefined;
}

// `é` and `e` are the same letter to somebody who searches, and so are `ß` and `ss`.
const plain = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase('en').replaceAll('ß', 'ss');

const matcher = (search: string): ((product: Product) => boolean) => {
  const words = plain(search).split(/\s+/).filter(Boolean);
  return ({name, tags}) => {
    const text = plain([name, ...tags.map(tag => tag.name)].join(' '));
    return words.every(word => text.includes(word));
  };
};

const orders: Readonly<Record<string, (lang: string) => (a: Product, b: Product) => number>> = {
  featured: () => (a, b) => a.sort_order - b.sort_order,
  name: lang => {
    const {compare} = new Intl.Collator(Intl.Collator.supportedLocalesOf(lang), {numeric: true});
    return (a, b) => compare(a.name, b.name);
  },
  price: () => (a, b) => costOf(a).final - costOf(b).final,
  '-price': () => (a, b) => costOf(b).final - costOf(a).final,
};

/** The names of the orders in which products can be listed. */
export const sorts = Object.keys(orders);

const safeLang = (lang: string): string => {
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? 'en';
  } catch {
    return 'en';
  }
};

/**
 * The products that a list shows, in its order. Products that are equal in it stay as the shop sent them.
 * @param isChosen the page has named the products itself, so none is left out as hidden and their order stays.
 */
export const listOf = (
  products: readonly Product[], {tag, search, sort, limit}: ListWish, lang: string, isChosen = false,
): Product[] => {
  const slug = tag?.trim();
  const found = products
    .filter(({hidden}) => isChosen || !hidden)
    .filter(({tags}) => !slug || tags.some(one => one.slug === slug || one.id === slug))
    .filter(search?.trim() ? matcher(search) : () => true);
  const order = orders[sort && Object.hasOwn(orders, sort) ? sort : 'featured']!;
  if (!isChosen || sort) found.sort(order(safeLang(lang)));
  return limit != null && limit > 0 ? found.slice(0, limit) : found;
};
