import {PaynowError} from '../api/errors.js';
import type {CheckoutOptions} from '../store/events.js';
import type {PaynowElement} from './paynow-element.js';
import {report, toError} from './report.js';
import {signInAddress} from './sign-in-address.js';

const isLoopback = (host: string): boolean => /^(localhost|.+\.localhost|127\.0\.0\.1|\[::1\])$/.test(host);

/**
 * The address of a checkout, when it may be followed: over https, or over http on this very machine.
 * @throws {PaynowError} `configuration` for any other.
 */
export const safeAddress = (address: string): string => {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))) return url.href;
  throw new PaynowError('The address of the checkout is neither https: nor local, so it is not followed.', {
    kind: 'configuration', code: 'unsafe-checkout-url',
  });
};

const absolute = (address: string | undefined): string =>
  address && URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI).href : location.href.replace(/#.*/, '');

const optionsOf = ({shop: {config}}: PaynowElement, promoCodes: string | null | undefined): CheckoutOptions => {
  const {affiliateCode, autoRedirect} = config;
  const codes = promoCodes ?? config.promoCodes ?? [];
  const list = typeof codes === 'string' ? codes.split(',').map(code => code.trim()).filter(Boolean) : codes;
  return {
    ...list.length ? {promoCodes: list} : {},
    ...affiliateCode ? {affiliateCode} : {},
    ...autoRedirect ? {autoRedirect} : {},
    returnUrl: absolute(config.returnUrl),
    cancelUrl: absolute(config.cancelUrl),
  };
};

/**
 * Takes the cart of an element's shop to the checkout, with an event before each step.
 * @returns what there is to say to the shopper, if anything.
 */
export const checkOut = async (element: PaynowElement, promoCodes?: string | null): Promise<string | Node> => {
  const {shop} = element;
  try {
    const options = optionsOf(element, promoCodes);
    if (!element.emit('paynow-before-checkout', {cart: shop.cart.state.cart, options}, true)) return '';
    const session = await shop.cart.checkout(options);
    if (!element.emit('paynow-checkout', session, true)) return '';
    location.assign(safeAddress(session.url));
    return '';
  } catch (thrown) {
    const message = await report(element, thrown);
    const address = message && toError(thrown).kind === 'auth' && signInAddress(shop);
    // Whoever wants to pay has to sign in anyhow, and comes back here.
    if (address) location.assign(address);
    return message;
  }
};
