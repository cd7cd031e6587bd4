import {isCode} from './codes.js';
import {registry} from './registry.js';
import type {Shop} from './shop.js';
import {useStorage} from './waiting.js';

interface Kept {
  readonly code: string;
  /** Until when it is remembered, in milliseconds since 1970. */
  readonly until: number;
}

const day = 86_400_000;

// Where nothing may be kept on the device, the partner is known as long as the page lives, to every copy of the script.
const key = Symbol.for('paynow.affiliate.1');
const place = globalThis as {[key]?: Map<string, Kept>};
const memory = (place[key] ??= new Map());

const nameOf = ({id}: Shop): string => `paynow.${id}.affiliate`;

const daysOf = ({config}: Shop): number =>
  Number(config.affiliateDays ?? registry.page.config.affiliateDays ?? 30);

/** The partner whose link brought the shopper last, as long as that is to be remembered. */
export const affiliateOf = (shop: Shop): string | undefined => {
  const kept = memory.get(shop.id)
    ?? useStorage(shop, storage => JSON.parse(storage.getItem(nameOf(shop)) ?? 'null') as Partial<Kept> | null);
  return isCode(kept?.code) && Date.now() < Number(kept.until) ? kept.code : undefined;
};

/** Remembers the partner whose link has brought the shopper; the last one wins. */
export const rememberAffiliate = (shop: Shop, given: string): void => {
  const code = given.trim();
  if (!isCode(code)) return;
  const kept: Kept = {code, until: Date.now() + daysOf(shop) * day};
  const isKept = useStorage(shop, storage => {
    storage.setItem(nameOf(shop), JSON.stringify(kept));
    return true;
  });
  if (isKept) memory.delete(shop.id);
  else memory.set(shop.id, kept);
};
