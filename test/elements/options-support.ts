import type {Product} from '../../src/api/index.js';
import type {PaynowOptions} from '../../src/elements/options.js';
import {mount, part, settled, until} from '../support/dom.js';
import {stubShop} from './support.js';
import type {StubShop} from './support.js';

/** A product for one euro that asks for nothing; what a test does not care about is filled in. */
export const product = (wish: Partial<Product> = {}): Product => ({
  id: '7', slug: 'vip', name: 'VIP', description: '', label: null, image_url: null, hidden: false, sort_order: 1,
  price: 100, currency: 'eur', pricing: {price_original: 100, price_final: 100}, stock: null,
  trial: {enabled: false, eligible: false, period_value: 7, period_scale: 'day'},
  allow_one_time_purchase: true, allow_subscription: false, subscription_interval_value: 1,
  subscription_interval_scale: 'month', is_gifting_disabled: false, is_coupons_disabled: false,
  is_gift_cards_disabled: false, single_game_server_only: false, gameservers: [],
  custom_variables: [], tags: [], ...wish,
});

/** A dropdown with the default in the middle of three; a text; a number. */
export const colour: Product['custom_variables'][number] = {
  identifier: 'colour', name: 'Colour', description: 'Once a month.', type: 'dropdown', value_regex: null,
  options: [
    {name: 'Rainbow', value: 'rainbow', price: 200, is_default: false, sort_order: 3},
    {name: 'Moss', value: 'moss', price: 0, is_default: false, sort_order: 1},
    {name: 'Ember', value: 'ember', price: 50, is_default: true, sort_order: 2},
  ],
};
export const prefix: Product['custom_variables'][number] = {
  identifier: 'prefix', name: 'Prefix', description: '', type: 'text', value_regex: '^[a-z]{2,4}$', options: [],
};
export const plot: Product['custom_variables'][number] = {
  identifier: 'plot', name: 'Plot', description: '', type: 'number', value_regex: null, options: [],
};
export const servers = [
  {id: '1', name: 'Survival', enabled: true}, {id: '2', name: 'Skyblock', enabled: true},
  {id: '3', name: 'Creative', enabled: false},
];

/** Makes the catalogue of a stub know a product, by id and slug, and answer with it. */
export const know = ({shop, on}: StubShop, known: Product): void => {
  on('product', () => known);
  shop.catalog.publish(new Map([known.id, known.slug].map(key => [key, {status: 'ready', product: known}])));
};

/** A stub shop that knows this product and is on this platform. */
export const shopWith = (known: Product, platform = 'minecraft'): StubShop => {
  const stub = stubShop(null);
  know(stub, known);
  Object.assign(stub.shop.catalog, {store: () => Promise.resolve({platform, currency: 'eur'})});
  return stub;
};

/** Options of that product, drawn. */
export const place = async (stub: StubShop, attributes = 'product-id="vip"', around = '<form>', end = '</form>'):
Promise<PaynowOptions> => {
  const outer = await mount(`${around}<paynow-options store-id="${stub.id}" ${attributes}></paynow-options>${end}`);
  const options = outer.matches('paynow-options') ? outer as PaynowOptions : outer.querySelector('paynow-options')!;
  await settled(outer.parentElement!);
  return options;
};

/** The control with that id. */
export const control = <E extends HTMLElement = HTMLInputElement>(options: Element, id: string): E => {
  const found = options.shadowRoot!.querySelector<E>(`[id="${id}"]`);
  if (!found) throw new Error(`There is no field ${id}.`);
  return found;
};

/** Whether there is a control with that id. */
export const has = (options: Element, id: string): boolean => !!options.shadowRoot!.querySelector(`[id="${id}"]`);

/** Does in a field what a shopper does: types, chooses or ticks, and goes on. */
export const enter = async (options: PaynowOptions, id: string, value: string | boolean): Promise<void> => {
  const field = control(options, id);
  if (typeof value === 'boolean') field.checked = value;
  else field.value = value;
  field.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
  field.dispatchEvent(new Event('change', {bubbles: true}));
  await options.updateComplete;
};

/** What a field says is wrong in it. */
export const fault = (options: Element, id: string): string =>
  options.shadowRoot!.querySelector(`[id="${id}-error"]`)?.textContent?.trim() ?? '';

/** Waits for a field to be there. */
export const shows = (options: Element, id: string): Promise<true> => until(() => has(options, id), `the field ${id}`);

/** What a dropdown offers. */
export const texts = (options: Element, id: string): string[] =>
  [...control<HTMLSelectElement>(options, id).options].filter(({hidden}) => !hidden).map(({text}) => text.trim());

/** The total as the shopper reads it; empty while it is not shown. */
export const total = (options: Element): string => {
  const row = part(options, 'total');
  return row.hidden ? '' : row.querySelector('output')!.textContent!;
};
