import {PaynowError} from '../api/errors.js';
import type {PaynowAddButton} from './add-button.js';
import {announce} from './announcer.js';
import {lineOf} from './line-request.js';
import {openCart} from './open-cart.js';
import type {Outcome} from './paynow-button.js';
import {report} from './report.js';

/** Asks for the product of a button that is on the page. @returns what is wrong with its attributes, if anything. */
export const prepare = async (button: PaynowAddButton): Promise<string | Node> => {
  try {
    const {productId} = lineOf(button);
    // Whether there is such a product is said when it is wanted; a page with a stale button is not broken.
    if (button.shop.id) button.shop.catalog.product(productId).catch(() => {});
    return '';
  } catch (error) {
    return report(button, error);
  }
};

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
