import type {PaynowBuyButton} from './buy-button.js';
import {sayOrSignIn, startCheckout} from './checkout-action.js';
import type {Outcome} from './paynow-button.js';
import {press} from './press.js';

/** Takes what a button stands for to the checkout, past the cart. */
export const buyLine = (button: PaynowBuyButton): Promise<Outcome> => press({
  button, isDirect: true, label: button.text.buyNow, say: sayOrSignIn,
  act: async line => {
    const {shop, promoCodes} = button;
    await startCheckout(button, promoCodes, {cart: null, lines: [line]}, options => shop.cart.buy([line], options));
    return false;
  },
});
