import {thanks} from '../i18n/en/thanks.js';
import {supply} from '../i18n/messages.js';
import {getShop} from '../store/registry.js';
import type {Shop} from '../store/shop.js';
import {markName, tripOf} from '../store/trips.js';
import {openCart} from './open-cart.js';

supply('', thanks);

const pattern = new RegExp(`([?&])${markName}=([^&]*)(&|$)`);

/** The mark of a checkout, which is gone from the address then; all else of it stays as it is. */
const takeMark = (): string | undefined => {
  const {pathname, search, hash} = location;
  const mark = pattern.exec(search)?.[2];
  if (mark === undefined) return undefined;
  const rest = search.replace(pattern, (_, first: string, __, last: string) => (last ? first : ''));
  try {
    history.replaceState(history.state, '', pathname + rest + hash);
  } catch {
    // A page without an origin of its own may not; the mark is good for one time anyhow.
  }
  return mark;
};

/** Resolves when every script of the page has had its turn to set up a shop. */
const scriptsDone = (): Promise<void> => new Promise(resolve => {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const isDone = document.readyState === 'complete' || (navigation?.domContentLoadedEventEnd ?? 0) > 0;
  if (isDone) resolve();
  else addEventListener('DOMContentLoaded', () => resolve(), {once: true});
});

const showThanks = async (shop: Shop): Promise<void> => {
  openCart({shop, getRootNode: () => document});
  // A page may have nothing but a button to buy with.
  await import('./cart.js');
};

/** Looks after a shopper who comes back from a checkout. */
export const comeBack = async (): Promise<void> => {
  const [storeId, key = '', proof] = takeMark()?.split('.') ?? [];
  if (!storeId || !/^\d{1,20}$/.test(storeId)) return;
  await scriptsDone();
  const shop = getShop(storeId);
  const trip = tripOf(shop, key);
  // Whoever has written the address, this browser has begun no such checkout.
  if (!trip) return;
  if (proof === trip.proof) void showThanks(shop);
  await (await (await shop.writer()).returns()).arrive(key, proof);
};
