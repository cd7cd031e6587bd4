import {PaynowError} from '../api/errors.js';
import type {PaynowAddButton} from './add-button.js';
import {announce} from './announcer.js';
import {lineOf} from './line-request.js';
import {openCart} from './open-cart.js';
import type {Outcome} from './paynow-button.js';
import {report} from './report.js';

/** Puts what a button stands for into the cart. */
export const addLine = async (button: PaynowAddButton): Promise<Outcome> => {
  const {shop} = button;
  try {
    const line = lineOf(button);
    if (!shop.id) {
      throw new PaynowError('No shop is connected: write data-store-id on the script tag.', {kind: 'configuration', code: 'unconfigured'});
    }
    if (!button.emit('paynow-before-add', {line}, true)) return false;
    const added = shop.cart.add(line);
    if (button.openCart) openCart(button);
    await added;
    const {cart} = shop.cart.state;
    button.emit('paynow-add', cart ? {line, cart} : {line});
    announce(button.text.added);
    return true;
  } catch (error) {
    return report(button, error);
  }
};
