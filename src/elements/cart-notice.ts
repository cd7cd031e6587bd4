import {html} from 'lit/html.js';
import type {Notice} from '../store/cart-store.js';
import type {CartActions} from './cart-actions.js';
import type {PaynowElement} from './paynow-element.js';
import {sentenceNow} from './sentence.js';

/** A change that was taken back: what it was, why, and what to do now. */
export const cartNotice = ({id, action, name, error}: Notice, host: PaynowElement, actions: CartActions) => {
  const {text} = host;
  const said = name || text.thisProduct;
  // A name such as "1,000 Coins" would be torn apart where the sentence goes the other way.
  const whole = host.matches(':dir(rtl)') ? `\u2068${said}\u2069` : said;
  return html`<div part="notice" role="alert">
    <p>${text[`undone.${action}`](whole)} ${sentenceNow(error, host)}</p>
    <button type="button" class="quiet" @click=${() => actions.attempt(cart => cart.retry(id))}>${text.retry}</button>
    <button type="button" class="quiet" @click=${() => actions.attempt(cart => cart.dismiss(id))}>
      ${text.dismiss}
    </button>
  </div>`;
};
