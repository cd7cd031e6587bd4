import type {LineRequest} from '../store/events.js';
import type {PaynowAddButton} from './add-button.js';
import {announce} from './announcer.js';
import {openCart} from './open-cart.js';
import type {Outcome} from './paynow-button.js';
import {press} from './press.js';
import {report} from './report.js';

const put = async (button: PaynowAddButton, line: LineRequest, isAsked: boolean): Promise<boolean> => {
  const {shop} = button;
  if (!button.emit('paynow-before-add', {line}, true)) return false;
  const added = shop.cart.add(line);
  // A dialog stays in front until the shop has confirmed the line; the cart opens behind it then.
  if (button.openCart && !isAsked) openCart(button);
  await added;
  const {cart} = shop.cart.state;
  button.emit('paynow-add', cart ? {line, cart} : {line});
  announce(button.text.added);
  return true;
};

/** Puts what a button stands for into the cart. */
export const addLine = (button: PaynowAddButton): Promise<Outcome> => press({
  button, isDirect: false, label: button.text.addToCart, say: report,
  act: (line, isAsked) => put(button, line, isAsked),
});
