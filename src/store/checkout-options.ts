import type {CheckoutOptions as ApiOptions} from '../api/checkout-body.js';
import type {CheckoutOptions} from './events.js';
import type {Shop} from './shop.js';

/** What a checkout takes along: what was asked for, and the shop's settings for the rest. */
export const checkoutBody = ({config}: Shop, options: CheckoutOptions): ApiOptions => {
  const {promoCodes, affiliateCode, returnUrl, cancelUrl, autoRedirect} = config;
  const codes = options.promoCodes ?? (typeof promoCodes === 'string' ? promoCodes.split(',') : promoCodes) ?? [];
  const wanted = codes.map(code => code.trim()).filter(Boolean);
  return {
    affiliateCode, returnUrl, cancelUrl, autoRedirect, ...options, promoCodes: wanted.length ? wanted : undefined,
  };
};
