import {PaynowError} from '../api/errors.js';
import type {PaynowErrorInfo} from '../api/errors.js';
import type {Notice} from './cart-store.js';
import type {Change} from './change.js';
import type {Shop} from './shop.js';
import {keptNotices, useStorage} from './waiting.js';

/** A notice, the change to try again, and whose cart it is about when only they may see it. */
export interface Entry {
  readonly notice: Notice;
  readonly change: Change;
  readonly customer: string | null;
}

type Written = Pick<Entry, 'change' | 'customer'> & {
  readonly notice: Omit<Notice, 'error'>;
  readonly error: PaynowErrorInfo & {readonly message: string};
};

const most = 50;

const isWritten = (value: Partial<Written> | null): value is Written =>
  typeof value?.customer === 'string' && typeof value.change?.identity === 'string'
  && typeof value.notice?.id === 'string' && typeof value.error?.kind === 'string';

/** What could not be brought into a customer's cart, as it was written down. */
export const readNotices = (shop: Shop): readonly Entry[] =>
  useStorage(shop, storage => {
    const found: unknown = JSON.parse(storage.getItem(keptNotices(shop)) ?? '[]');
    return (Array.isArray(found) ? (found as Written[]) : []).filter(isWritten)
      .map(({notice, change, customer, error: {message, ...info}}) =>
        ({change, customer, notice: Object.freeze({...notice, error: new PaynowError(message, info)})}));
  }) ?? [];

/** Writes down what could not be brought into a customer's cart. What other tabs have written meanwhile stays. */
export const saveNotices = (shop: Shop, before: readonly Entry[], after: readonly Entry[]): void => {
  const known = new Set([...before, ...after].map(({notice}) => notice.id));
  const others = readNotices(shop).filter(({notice}) => !known.has(notice.id));
  const written = [...others, ...after.filter(({customer}) => customer)].slice(-most)
    .map(({notice: {error, ...notice}, change, customer}): Written => {
      const {message, kind, status, code, traceId, details} = error;
      return {notice, change, customer, error: {message, kind, status, code, traceId, details}};
    });
  useStorage(shop, storage => written.length
    ? storage.setItem(keptNotices(shop), JSON.stringify(written)) : storage.removeItem(keptNotices(shop)));
};
