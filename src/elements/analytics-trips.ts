import type {Shop} from '../store/shop.js';
import {useStorage} from '../store/waiting.js';
import type {Ecommerce} from './analytics-items.js';
import {mayKeep} from './analytics-queue.js';

interface Begun {
  readonly id: string;
  readonly ecommerce: Ecommerce;
}

/** As many checkouts as may be open at a time. */
const most = 5;

// Where nothing may be kept on the device, a purchase is known to the page that began it.
const memory = new Map<string, readonly Begun[]>();

const nameOf = ({id}: Shop): string => `paynow.${id}.measured`;

const stored = (shop: Shop): readonly Begun[] => {
  const kept = useStorage(shop, storage => JSON.parse(storage.getItem(nameOf(shop)) ?? '[]') as unknown);
  const found = Array.isArray(kept) ? kept as Begun[] : [];
  return found.filter(one => typeof one?.id === 'string' && Array.isArray(one.ecommerce?.items));
};

const change = (shop: Shop, mayStore: boolean, run: (begun: readonly Begun[]) => readonly Begun[]): void => {
  memory.set(shop.id, run(memory.get(shop.id) ?? []));
  if (!mayStore) return;
  const text = JSON.stringify(run(stored(shop)));
  useStorage(shop, storage => storage.setItem(nameOf(shop), text));
};

/** What a checkout was of, for the purchase that may follow on another page. */
export const begun = (shop: Shop, id: string): Ecommerce | undefined =>
  [...stored(shop), ...memory.get(shop.id) ?? []].find(one => one.id === id)?.ecommerce;

/** Remembers what a checkout is of; on the device only where the shopper has agreed, if they are asked. */
export const rememberBegun = (shop: Shop, id: string, ecommerce: Ecommerce): void =>
  change(shop, mayKeep(), all => [...all.filter(one => one.id !== id), {id, ecommerce}].slice(-most));

/** Its purchase was told. */
export const forgetBegun = (shop: Shop, id: string): void =>
  change(shop, stored(shop).length > 0, all => all.filter(one => one.id !== id));
