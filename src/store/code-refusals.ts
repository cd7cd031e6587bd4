import {isPaynowError} from '../api/errors.js';
import type {Shop} from './shop.js';

/** What a checkout has said of a code: that it will not do, or that one of several will not. */
export type Refusal = 'refused' | 'suspected';

const key = Symbol.for('paynow.refusals.1');
const place = globalThis as {[key]?: Map<string, ReadonlyMap<string, Refusal>>};
const memory = (place[key] ??= new Map());

const about = /promo|coupon|gift[-_ ]?card/i;

const put = (shop: Shop, refusals: ReadonlyMap<string, Refusal>): void => {
  if (refusals.size) memory.set(shop.id, refusals);
  else memory.delete(shop.id);
  shop.dispatchEvent(new Event('codes'));
};

/** What the last checkout has said of a code. */
export const refusalOf = ({id}: Shop, code: string): Refusal | undefined => memory.get(id)?.get(code.toLowerCase());

/**
 * Notes which of the codes that were sent a checkout has refused. Where the answer names none, it may be any of them.
 * Anything that is wrong with something else says nothing of the codes.
 */
export const noteRefusal = (shop: Shop, sent: readonly string[] | undefined, thrown: unknown): void => {
  if (!sent?.length || !isPaynowError(thrown) || thrown.kind !== 'http') return;
  const details = (thrown.details ?? []).filter(({code, path}) => about.test(code) || about.test(path));
  if (!about.test(thrown.code ?? '') && !details.length) return;
  const named = details.flatMap(({path, message}) => {
    const index = /codes?\W*(\d+)/i.exec(path)?.[1];
    if (index !== undefined) return sent[Number(index)] ?? [];
    return sent.filter(code => message.toLowerCase().includes(code.toLowerCase()));
  });
  const isSure = named.length > 0 || sent.length === 1;
  const codes = named.length ? named : sent;
  put(shop, new Map(codes.map(code => [code.toLowerCase(), isSure ? 'refused' : 'suspected'])));
};

/** The codes are not what they were when they were refused: what was only suspected may be right now. */
export const clearSuspicion = (shop: Shop, gone: string): void => {
  const known = [...memory.get(shop.id) ?? []];
  put(shop, new Map(known.filter(([code, said]) => said === 'refused' && code !== gone.toLowerCase())));
};

/** A checkout has taken all codes, or there are none. */
export const clearRefusals = (shop: Shop): void => {
  if (memory.has(shop.id)) put(shop, new Map());
};
