import {PaynowError} from '../api/errors.js';
import type {CheckoutSession} from '../api/index.js';
import type {CheckoutOptions} from '../store/events.js';
import {differs, pictureOf} from './cart-picture.js';
import type {Start} from './checkout-action.js';
import {openTab} from './checkout-tab.js';
import type {CheckoutTab} from './checkout-tab.js';
import {askToSignIn} from './sign-in-ask.js';

/**
 * Asks whoever starts a checkout without being signed in, waits until what they had put in before is in their cart, and
 * then has the checkout made.
 * @returns the checkout and the tab for it; nothing when they did not sign in here.
 * @throws {PaynowError} when the cart is not the one any more that they wanted to pay for.
 */
export const afterSignIn = async (
  {element, promoCodes, subject: {cart, lines}, make}: Start, error: PaynowError, options: CheckoutOptions,
): Promise<{session: CheckoutSession; tab: CheckoutTab} | undefined> => {
  const {shop} = element;
  const seen = pictureOf(cart);
  if (!await askToSignIn(element, error.code, {promoCodes, ...(lines ? {lines} : {seen})})) return undefined;
  // While the press that has signed in still counts with the browser.
  const tab = openTab(element);
  try {
    if (!lines) await (await shop.writer()).queue.idle();
    if (!lines && differs(shop.cart.state.cart, seen)) {
      throw new PaynowError('The customer has another cart.', {kind: 'configuration', code: 'cart-changed'});
    }
    return {session: await make(options), tab};
  } catch (thrown) {
    tab?.close();
    throw thrown;
  }
};
