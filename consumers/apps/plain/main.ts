import 'paynow-elements/elements/add-button.js';
import 'paynow-elements/elements/cart-button.js';
import 'paynow-elements/elements/cart.js';
import 'paynow-elements/elements/price.js';
import {configure} from 'paynow-elements/shop';
import {shop} from '../../shop.ts';

configure(shop());

const find = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag) => document.querySelector(tag)!;
const [button, cart, output] = [find('paynow-add-button'), find('paynow-cart'), find('output')];
const [more, turn, show] = document.querySelectorAll('button');
button.addEventListener('paynow-add', ({detail: {line}}) => {
  output.value = `${line.quantity} × ${line.productId}`;
});
document.addEventListener('paynow-cart-change', ({detail}) => {
  document.title = `${detail.cart?.lines.length ?? 0} lines`;
});
more?.addEventListener('click', () => (button.quantity = (button.quantity ?? 1) + 1));
turn?.addEventListener('click', () => (button.disabled = !button.disabled));
show?.addEventListener('click', () => (cart.open = true));

cart.side = 'start';
export const wrong = () => {
  // @ts-expect-error: there is no such side.
  cart.side = 'left';
  // @ts-expect-error: there is no such setting.
  configure({...shop(), color: 'red'});
  // @ts-expect-error: the event has a line and no product.
  button.addEventListener('paynow-add', ({detail}) => detail.product);
};
