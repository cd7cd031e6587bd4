import type {Shop} from '../store/shop.js';
import {useStorage} from '../store/waiting.js';
import type {Ecommerce} from './analytics-items.js';

interface Begun {
  readonly id: string;
  readonly ecommerce: Ecommerce;
}

/** As many checkouts as may be open at a time. */
const most = 5;

// Where nothing may be kept on the device, a purchase is known to the page that began it.
const memory = new Map<string, readonly Begun[]>();

const nameOf = ({id}: Shop): string => `paynow.${id}.measured`;

const list = (shop: Shop): readonly Begun[] => {
  const kept = useStorage(shop, storage => JSON.parse(storage.getItem(nameOf(shop)) ?? '[]') as unknown);
  const found = Array.isArray(kept) && kept.length ? (kept as Begun[]) : memory.get(shop.id) ?? [];
  return found.filter(one => typeof one?.id === 'string' && Array.isArray(one.ecommerce?.items));
};

const keep = (shop: Shop, begun: readonly Begun[]): void => {
  memory.set(shop.id, begun);
  useStorage(shop, storage => storage.setItem(nameOf(shop), JSON.stringify(begun)));
};

/** What a checkout was of, for the purchase that may follow on another page. */
export const begun = (shop: Shop, id: string): Ecommerce | undefined =>
  list(shop).find(one => one.id === id)?.ecommerce;

/** Remembers what a checkout is of. */
export const rememberBegun = (shop: Shop, id: string, ecommerce: Ecommerce): void =>
  keep(shop, [...list(shop).filter(one => one.id !== id), {id, ecommerce}].slice(-most));

/** Its purchase was told. */
export const forgetBegun = (shop: Shop, id: string): void => keep(shop, list(shop).filter(one => one.id !== id));
