import type {Product} from '../../src/api/index.js';
import type {ProductEntry} from '../../src/store/catalog-store.js';
import {settled} from '../support/dom.js';
import {failure} from './support.js';
import type {StubShop} from './support.js';

/** One product; what a test does not care about is filled in. */
export const product = (wish: Partial<Product> = {}): Product => ({
  id: '7', slug: 'vip', name: 'VIP', description: '', hidden: false, sort_order: 1, price: 499, currency: 'eur',
  trial: {enabled: false, eligible: false, period_value: 0, period_scale: 'day'},
  allow_one_time_purchase: true, allow_subscription: false, subscription_interval_value: 1,
  subscription_interval_scale: 'month', is_gifting_disabled: false, is_coupons_disabled: false,
  is_gift_cards_disabled: false, single_game_server_only: false,
  gameservers: [], custom_variables: [], tags: [], ...wish,
});

/** A subscription: every month, unless the test wishes something else. */
export const rank = (wish: Partial<Product> = {}): Product =>
  product({allow_one_time_purchase: false, allow_subscription: true, ...wish});

/** A trial that is on offer. */
export const trial = (period_value: number, period_scale: string): Product['trial'] =>
  ({enabled: true, eligible: true, period_value, period_scale});

const entriesOf = (products: readonly Product[]): Map<string, ProductEntry> => new Map(products.flatMap(one => {
  const entry: ProductEntry = {status: 'ready', product: one};
  return [[one.id, entry], [one.slug, entry]];
}));

/** Makes the shop know these products, by id and slug, and waits until that is drawn. */
export const publish = async ({shop}: StubShop, ...products: Product[]): Promise<void> => {
  shop.catalog.publish(entriesOf(products));
  await settled(document);
};

/** Makes the shop know that this product could not be read. */
export const fail = async ({shop}: StubShop, key = 'vip', error = failure('http', {status: 500})): Promise<void> => {
  shop.catalog.publish(new Map([[key, {status: 'failed', error}]]));
  await settled(document);
};
