import {html} from 'lit/html.js';
import type {Product} from '../api/index.js';
import type {Messages} from '../i18n/en.js';
import {money} from '../i18n/format.js';
import {unitPrice} from './choice.js';
import type {Answers} from './choice.js';
import type {PaynowElement} from './paynow-element.js';

/** What it comes to. For one without surcharges there is nothing to say that the price of the product does not say. */
export const optionsTotal = (product: Product, answers: Answers, {text, locale}: PaynowElement) => {
  const {mode, quantity} = answers;
  const total = unitPrice(product, answers, mode) * (mode === 'trial' ? 1 : Number(quantity) || 1);
  const isPlain = total === (product.pricing?.price_final ?? product.price);
  return html`<p class="row" part="total" ?hidden=${isPlain}><span>${text.total}</span>
    <output>${money(total, product.currency, locale)}</output></p>`;
};

/** What keeps the place of the options while they are being read. */
export const ghost = (text: Messages) =>
  html`<div class="ghost" role="img" aria-label=${text.optionsLoading}><i></i><i></i></div>`;
