import * as more from './check-more.js';
import * as check from './check.js';

/** What a checkout can be given. */
export interface CheckoutOptions {
  /** Coupons and gift cards; the API refuses a wrong one. */
  promoCodes?: string[] | undefined;
  /** The API ignores a wrong one. */
  affiliateCode?: string | undefined;
  /** A string of digits. */
  couponId?: string | undefined;
  /** Absolute http(s) URL to which the customer comes back after paying. */
  returnUrl?: string | undefined;
  /** Absolute http(s) URL to which the customer comes back without paying. */
  cancelUrl?: string | undefined;
  /** Goes to `returnUrl`, which it needs, without a press. */
  autoRedirect?: boolean | undefined;
}

/** The body of both checkout routes; what is undefined is not sent. Throws a PaynowError `configuration`. */
export const checkoutBody = (options: CheckoutOptions): object => {
  const body = {
    promo_codes: check.maybe(check.list(check.filled), 'promoCodes', options.promoCodes),
    affiliate_code: check.maybe(check.filled, 'affiliateCode', options.affiliateCode),
    coupon_id: check.maybe(check.id, 'couponId', options.couponId),
    return_url: check.maybe(check.url, 'returnUrl', options.returnUrl),
    cancel_url: check.maybe(check.url, 'cancelUrl', options.cancelUrl),
    auto_redirect: check.maybe(more.flag, 'autoRedirect', options.autoRedirect),
  };
  if (body.auto_redirect && !body.return_url) throw check.wrong('autoRedirect', 'needs a returnUrl as well');
  return body;
};
