import type {Product} from '../api/index.js';
import {money} from '../i18n/format.js';
import {percent} from '../i18n/words.js';
import {isSoldOut, modesOf} from './choice.js';
import type {PaynowElement} from './paynow-element.js';
import {endOf, rhythmOf, taxOf} from './price-parts.js';
import {costOf, hasTrial} from './product-facts.js';
import {promoLimits} from './promo-products.js';
import {isPicture, pageOf} from './safe-url.js';
import {levelOf, stockWords} from './stock-parts.js';

/** The element in which an own look is drawn. */
export interface LookHost extends PaynowElement {
  readonly productUrl?: string | null;
}

type Field = (product: Product, host: LookHost) => string;

const cash = (pick: 'final' | 'original' | 'saving'): Field => (product, {locale}) => {
  const cost = costOf(product);
  return pick === 'final' || cost.saving ? money(cost[pick], cost.currency, locale) : '';
};

const fields: Readonly<Record<string, Field>> = {
  id: ({id}) => id,
  slug: ({slug}) => slug,
  name: ({name}) => name,
  label: ({label}) => label ?? '',
  image: ({image_url: url}) => (isPicture(url) ? url : ''),
  url: (product, {productUrl}) => pageOf(productUrl, product) ?? '',
  price: cash('final'),
  'original-price': cash('original'),
  saving: cash('saving'),
  'saving-percent': (product, {locale}) => (costOf(product).saving ? percent(costOf(product).percent, locale) : ''),
  'sale-name': ({pricing}) => pricing?.active_sale?.name ?? '',
  'sale-end': endOf,
  interval: rhythmOf,
  tax: taxOf,
  stock: (product, host) => stockWords(product, levelOf(product), host),
  'codes-note': (product, host) => promoLimits([product], host).join(' '),
};

const conditions: Readonly<Record<string, (product: Product) => boolean>> = {
  'on-sale': product => costOf(product).saving > 0,
  'sold-out': isSoldOut,
  low: product => levelOf(product) === 'low',
  subscription: product => modesOf(product).includes('subscription'),
  trial: hasTrial,
};

const metadata = ({metadata: all}: Product, key: string): string => {
  const value = all && Object.hasOwn(all, key) ? all[key] : '';
  return typeof value === 'string' ? value : '';
};

/**
 * The text of a field of a product, as `name`, `price` or `metadata.KEY`.
 * @returns nothing when there is no field of that name.
 */
export const fieldOf = (name: string, product: Product, host: LookHost): string | undefined => {
  if (name.startsWith('metadata.')) return metadata(product, name.slice('metadata.'.length));
  return Object.hasOwn(fields, name) ? fields[name]!(product, host) : undefined;
};

/** Whether a condition holds, such as `on-sale` or `!sold-out`; a field holds when there is text in it. */
export const holds = (name: string, product: Product, host: LookHost): boolean | undefined => {
  if (name.startsWith('!')) {
    const rest = holds(name.slice(1).trim(), product, host);
    return rest === undefined ? undefined : !rest;
  }
  if (Object.hasOwn(conditions, name)) return conditions[name]!(product);
  const text = name === 'description' ? product.description : fieldOf(name, product, host);
  return text === undefined ? undefined : text !== '';
};
