import {html} from 'lit/html.js';
import {explain} from '../i18n/explain.js';
import type {Notice} from '../store/cart-store.js';
import type {CartActions} from './cart-actions.js';
import type {PaynowElement} from './paynow-element.js';

/** A change that was taken back: what it was, why, and what to do now. */
export const cartNotice = ({id, action, name, error}: Notice, {text}: PaynowElement, actions: CartActions) =>
  html`<div part="notice" role="alert">
    <p>${text[`undone.${action}`](name || text.thisProduct)} ${explain(error, text)}</p>
    <button type="button" class="quiet" @click=${() => actions.attempt(cart => cart.retry(id))}>${text.retry}</button>
    <button type="button" class="quiet" @click=${() => actions.attempt(cart => cart.dismiss(id))}>${text.dismiss}</button>
  </div>`;
