import {html} from 'lit/html.js';
import {thanks} from '../i18n/en/thanks.js';
import {supply} from '../i18n/messages.js';
import type {Purchase} from '../store/cart-store.js';
import type {CartActions} from './cart-actions.js';
import {icon} from './cart-icons.js';
import type {PaynowElement} from './paynow-element.js';

supply('', thanks);

const tickIcon = icon('M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8 12.4l2.8 2.8L16 9.6');
const clockIcon = icon('M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5.2l3.4 2');

// Made when it is needed, because Node, where this file may be imported, has no stylesheets.
let sheet: CSSStyleSheet | undefined;

// With the thanks and not with the cart, which most of the time has nobody to thank.
const dress = ({renderRoot}: PaynowElement): void => {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      [part='thanks'] svg { margin: 0 auto; color: var(--_accent); opacity: 1; }
      [part='thanks'] strong { color: var(--_text); font-size: 1.125em; }
    `);
  }
  const {adoptedStyleSheets} = renderRoot as ShadowRoot;
  if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
};

/** The thanks for a purchase, or the word that it is not confirmed yet. */
export const cartThanks = (
  {checkoutId, orderId, isPending}: Purchase, host: PaynowElement, actions: CartActions,
) => {
  dress(host);
  const {text} = host;
  const goOn = (): void => {
    void actions.attempt(cart => cart.dismiss(checkoutId));
    // Whoever has paid goes on with the page, which a drawer covers.
    Object.assign(host, {open: false});
  };
  return html`<div part="thanks" class="still" role="status">
    ${isPending ? clockIcon : tickIcon}
    <strong>${isPending ? text.thanksPending : text.thanks}</strong>
    ${isPending ? html`<p>${text.thanksPendingNote}</p>` : ''}
    ${orderId ? html`<p>${text.thanksOrder(orderId)}</p>` : ''}
    <button type="button" class="quiet" @click=${goOn}>
      ${text.thanksDismiss}
    </button>
  </div>`;
};
