import type {PaynowBuyButton} from './buy-button.js';
import {startCheckout} from './checkout-action.js';
import {openTab} from './checkout-tab.js';
import type {CheckoutTab} from './checkout-tab.js';
import type {Outcome} from './paynow-button.js';
import {press} from './press.js';
import {report} from './report.js';

/** Takes what a button stands for to the checkout, past the cart. */
export const buyLine = async (button: PaynowBuyButton, opened: CheckoutTab): Promise<Outcome> => {
  let spare = opened;
  const outcome = await press({
    button, isDirect: true, label: button.text.buyNow, say: report, open: () => openTab(button),
    act: async (line, isAsked, asked) => {
      const tab = isAsked ? asked : spare === undefined ? openTab(button) : spare;
      spare = undefined;
      const {shop, promoCodes} = button;
      return await startCheckout({
        element: button, promoCodes, subject: {cart: null, lines: [line]}, tab,
        make: options => shop.cart.buy([line], options),
      }) || false;
    },
  });
  // There is something to choose or to mend first.
  spare?.close();
  return outcome;
};
