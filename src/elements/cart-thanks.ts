import {thanks} from '../i18n/en/thanks.js';
import {supply} from '../i18n/messages.js';
import type {Purchase} from '../store/cart-store.js';
import type {CartActions} from './cart-actions.js';
import {make} from './make.js';
import {wordsOf} from './own-words.js';
import type {PaynowElement} from './paynow-element.js';

supply('', thanks);

// Made when it is needed, because Node, where this file may be imported, has no stylesheets.
let sheet: CSSStyleSheet | undefined;

// With the thanks and not with the cart, which most of the time has nobody to thank.
const dress = ({renderRoot}: PaynowElement): void => {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      [part='thanks'] .mark { display: grid; place-items: center; width: 44px; height: 44px; border-radius: 50%;
        border: 2px solid; color: var(--_accent); font: 22px/1 system-ui, sans-serif; }
      [part='thanks']:has(~ ul) { min-height: auto; border-block-end: 1px solid var(--_border); }
      [part='thanks'] strong { color: var(--_text); font-size: 1.125em; }
    `);
  }
  const {adoptedStyleSheets} = renderRoot as ShadowRoot;
  if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
};

const drawn = new WeakMap<PaynowElement, {of: readonly unknown[]; node: HTMLElement}>();

/**
 * The thanks for a purchase, or the word that it is not confirmed yet. Made without the template engine: the classic
 * script fetches this file, and must not get a second engine with it.
 */
export const cartThanks = (purchase: Purchase, host: PaynowElement, actions: CartActions): HTMLElement => {
  const known = drawn.get(host);
  if (known?.of[0] === purchase && known.of[1] === host.text) return known.node;
  dress(host);
  const {checkoutId, orderId, isPending} = purchase;
  const text = wordsOf(host.text, thanks);
  const node = make('div', {className: 'still', part: 'thanks'},
    make('span', {className: 'mark', ariaHidden: 'true', textContent: isPending ? '…' : '✓'}),
    make('strong', {textContent: isPending ? text.thanksPending : text.thanks}),
    ...isPending ? [make('p', {textContent: text.thanksPendingNote})] : [],
    ...orderId ? [make('p', {textContent: text.thanksOrder(orderId)})] : [],
    make('button', {type: 'button', className: 'quiet', textContent: text.thanksDismiss, onclick: () => {
      void actions.attempt(cart => cart.dismiss(checkoutId));
      // Whoever has paid goes on with the page, which a drawer covers.
      Object.assign(host, {open: false});
    }}));
  actions.say(isPending ? text.thanksPending : text.thanks);
  drawn.set(host, {of: [purchase, host.text], node});
  return node;
};
