import type {PaynowError} from '../api/errors.js';
import {errors} from './en/errors.js';
import {supply} from './messages.js';
import type {Messages} from './en.js';

supply('', errors);

// The API's codes are many and may become more; what a shopper can do about them is not.
const families: readonly (readonly [RegExp, keyof typeof errors])[] = [
  [/choice-required|gameserver-required|missing-custom-variable/, 'error.choice-required'],
  [/trial/, 'error.trial'],
  [/promo|coupon|gift-?card|affiliate/, 'error.promo-code'],
  [/gift/, 'error.gift'],
  [/game-?server/, 'error.gameserver'],
  [/custom-?variable/, 'error.custom-variable'],
  [/subscription-(required|only)/, 'error.subscription-required'],
  [/subscription/, 'error.subscription-not-allowed'],
  [/not-enough|insufficient/, 'error.not-enough-stock'],
  [/sold-out|stock/, 'error.out-of-stock'],
  [/limit/, 'error.limit-reached'],
  [/store-(not-found|disabled)|wrong-store/, 'error.configuration'],
  [/product.*(not-found|removed|unavailable|disabled)/, 'error.product-not-found'],
  [/(customer|player|profile|account).*not-found/, 'error.customer-not-found'],
];

const keyOf = (code: string): keyof typeof errors | undefined => {
  const name = code.toLowerCase().replaceAll('_', '-');
  const key = `error.${name}`;
  return Object.hasOwn(errors, key)
    ? (key as keyof typeof errors)
    : families.find(([pattern]) => pattern.test(name))?.[1];
};

/**
 * The sentence for a shopper: chosen by the error's codes, else by its kind, with the reference that support asks for
 * where the shopper cannot help themselves. What the API says itself is English for developers and never shown.
 */
export const explain = ({code, details, status, kind, traceId}: PaynowError, text: Messages): string => {
  const codes = [code, ...(details ?? []).map(detail => detail.code), status === 429 ? 'rate-limited' : ''];
  const key = codes.map(one => one && keyOf(one)).find(Boolean);
  const sentence = String(text[(key || `error.${kind}`) as keyof Messages] ?? text.failed);
  return traceId && (!key || (status ?? 0) >= 500) ? `${sentence} ${text.reference(traceId)}` : sentence;
};
