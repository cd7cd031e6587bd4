import type {CheckoutOptions as ApiOptions} from '../api/checkout-body.js';
import {affiliateOf} from './affiliate.js';
import {listCodes, tidyCodes} from './codes.js';
import type {CheckoutOptions} from './events.js';
import type {Shop} from './shop.js';

/**
 * What a checkout takes along: what was asked for, the shop's settings for the rest, and in any case the codes that the
 * shopper has entered.
 */
export const checkoutBody = (shop: Shop, options: CheckoutOptions): ApiOptions => {
  const {promoCodes, affiliateCode = affiliateOf(shop), returnUrl, cancelUrl, autoRedirect} = shop.config;
  const codes = tidyCodes([...tidyCodes(options.promoCodes ?? promoCodes), ...listCodes(shop)]);
  return {
    affiliateCode, returnUrl, cancelUrl, autoRedirect, ...options, promoCodes: codes.length ? codes : undefined,
  };
};
