import {html} from 'lit/html.js';
import {thanks} from '../i18n/en/thanks.js';
import {supply} from '../i18n/messages.js';
import type {Purchase} from '../store/cart-store.js';
import type {CartActions} from './cart-actions.js';
import {clockIcon, tickIcon} from './cart-icons.js';
import type {PaynowElement} from './paynow-element.js';

supply('', thanks);

/** The thanks for a purchase, or the word that it is not confirmed yet. */
export const cartThanks = (
  {checkoutId, orderId, isPending}: Purchase, {text}: PaynowElement, actions: CartActions,
) => html`<div part="thanks" class="still" role="status">
  ${isPending ? clockIcon : tickIcon}
  <strong>${isPending ? text.thanksPending : text.thanks}</strong>
  ${isPending ? html`<p>${text.thanksPendingNote}</p>` : ''}
  ${orderId ? html`<p>${text.thanksOrder(orderId)}</p>` : ''}
  <button type="button" class="quiet" @click=${() => actions.attempt(cart => cart.dismiss(checkoutId))}>
    ${text.thanksDismiss}
  </button>
</div>`;
