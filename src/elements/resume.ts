import {accountOf} from '../store/account.js';
import {getShop} from '../store/registry.js';
import type {Shop} from '../store/shop.js';
import {announce} from './announcer.js';
import type {PaynowBuyButton} from './buy-button.js';
import {differs} from './cart-picture.js';
import {startCheckout} from './checkout-action.js';
import {openCart} from './open-cart.js';
import {shopOf} from './paynow-element.js';
import type {PaynowElement} from './paynow-element.js';
import {report} from './report.js';
import {dropMark, isHere, readMark} from './resume-mark.js';
import type {Mark} from './resume-mark.js';

const loaded = (): Promise<unknown> | undefined => document.readyState === 'complete' ? undefined
  : new Promise(resolve => addEventListener('load', resolve, {once: true}));

const elementsOf = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, shop: Shop): HTMLElementTagNameMap[Tag][] =>
  [...document.querySelectorAll(tag)].filter(element => shopOf(element) === shop);

const buy = async (button: PaynowBuyButton, {promoCodes, lines = []}: Mark): Promise<void> => {
  const {cart} = button.shop;
  try {
    const said = await startCheckout({
      element: button, promoCodes, subject: {cart: null, lines}, tab: undefined,
      make: options => cart.buy(lines, options),
    });
    if (typeof said === 'string') announce(said);
  } catch (thrown) {
    announce(await report(button, thrown));
  }
};

// The cart opens, so that it is seen what is paid for, and its own button is pressed.
const pay = async (element: PaynowElement, {seen}: Mark): Promise<void> => {
  const {shop} = element;
  openCart(element);
  await customElements.whenDefined('paynow-cart');
  const cart = elementsOf('paynow-cart', shop)[0];
  await (await shop.writer()).queue.idle();
  await cart?.updateComplete;
  if (seen && !differs(shop.cart.state.cart, seen))
    cart?.shadowRoot?.querySelector<HTMLElement>('[part=checkout-button]')?.click();
};

/** Goes on with the checkout for which somebody has left this page to sign in, if they have. */
const resume = async (): Promise<void> => {
  const mark = readMark();
  if (!mark) return;
  const isBack = isHere(mark);
  if (isBack) dropMark();
  await loaded();
  const shop = getShop(mark.storeId);
  const customer = await accountOf(shop).then(account => account.identify()).catch(() => null);
  // The page on which they sign in may have this script too, and is not the end of the way. Whoever goes elsewhere with
  // that done does not want it any more.
  if (customer && !isBack) dropMark();
  if (!customer || !isBack) return;
  const [button] = mark.lines ? elementsOf('paynow-buy-button', shop) : [];
  if (button) return buy(button, mark);
  const [element] = [
    ...elementsOf('paynow-checkout-button', shop), ...elementsOf('paynow-cart', shop),
    ...elementsOf('paynow-cart-button', shop),
  ];
  if (element && !mark.lines) await pay(element, mark);
};

void resume();
