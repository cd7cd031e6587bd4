import type {Shop} from './shop.js';
import {useStorage} from './waiting.js';

/** As many codes as anybody has for one cart, and as long as a code can be. */
const most = {codes: 10, length: 64};

/** Whether it can be a code: short, in one line, with nothing in it that cannot be seen. */
export const isCode = (code: unknown): code is string =>
  typeof code === 'string' && code !== '' && code.length <= most.length && !/[\p{C}\p{Zl}\p{Zp}]/u.test(code);

const sameAs = (code: string) => (other: string): boolean => other.toLowerCase() === code.toLowerCase();

/** The codes without white space around them, each once, as the API does not tell upper case from lower case. */
export const tidyCodes = (codes: string | readonly string[] = []): string[] => {
  const list = (typeof codes === 'string' ? codes.split(',') : codes).map(code => code.trim()).filter(Boolean);
  return list.filter((code, index) => list.findIndex(sameAs(code)) === index);
};

// Where nothing may be kept on the device, the codes live as long as the page, the same for every copy of the script.
const key = Symbol.for('paynow.codes.1');
const place = globalThis as {[key]?: Map<string, readonly string[]>};
const memory = (place[key] ??= new Map());

const nameOf = ({id}: Shop): string => `paynow.${id}.codes`;

const parse = (text: string | null): string[] => {
  const found: unknown = JSON.parse(text ?? '[]');
  return Array.isArray(found) ? tidyCodes(found.filter(isCode)).slice(0, most.codes) : [];
};

/** The promo codes that the shopper has entered for the cart of a shop, oldest first. */
export const listCodes = (shop: Shop): readonly string[] =>
  // A storage that takes nothing more can still be read: what it holds is not the news then.
  memory.get(shop.id) ?? useStorage(shop, storage => parse(storage.getItem(nameOf(shop)))) ?? [];

const keep = (shop: Shop, codes: readonly string[]): void => {
  const isKept = useStorage(shop, storage => {
    if (codes.length) storage.setItem(nameOf(shop), JSON.stringify(codes));
    else storage.removeItem(nameOf(shop));
    return true;
  });
  if (isKept) memory.delete(shop.id);
  else memory.set(shop.id, codes);
  shop.dispatchEvent(new Event('codes'));
};

/**
 * Keeps a code with the cart. The shop fires `codes`.
 * @returns why it was not taken: it is none, it is there already, or there are too many.
 */
export const addCode = (shop: Shop, given: string): 'invalid' | 'known' | 'full' | undefined => {
  const code = given.trim();
  const codes = listCodes(shop);
  if (!isCode(code)) return 'invalid';
  if (codes.some(sameAs(code))) return 'known';
  if (codes.length >= most.codes) return 'full';
  keep(shop, [...codes, code]);
  return undefined;
};

/** Takes a code away again. */
export const removeCode = (shop: Shop, code: string): void => {
  const isIt = sameAs(code);
  keep(shop, listCodes(shop).filter(other => !isIt(other)));
};

/** Forgets all codes: they were paid with. */
export const forgetCodes = (shop: Shop): void => keep(shop, []);

/** Tells of every change of the codes, also in other tabs, until it is stopped. @returns what stops it. */
export const watchCodes = (shop: Shop, changed: () => void): (() => void) => {
  const life = new AbortController();
  const {signal} = life;
  shop.addEventListener('codes', changed, {signal});
  // Without a name everything was cleared.
  addEventListener('storage', event => {
    if (event.key === null || event.key === nameOf(shop)) changed();
  }, {signal});
  return () => life.abort();
};
