import {html} from 'lit/html.js';
import {money} from '../i18n/format.js';
import {originalPrice} from './cart-line.js';
import type {CartView} from './cart-line.js';

/** What all lines come to; before and after the saving when there is one. */
export const cartTotals = ({host: {text, locale}, cart: {lines, total, currency}}: CartView) => {
  const price = (amount: number): string => (currency ? money(amount, currency, locale) : '');
  const saving = lines.reduce((sum, line) => sum + (originalPrice(line) - line.price) * line.quantity, 0);
  return html` <div class="row" part="subtotal" ?hidden=${!saving}>
      <span>${text.subtotal}</span><span>${price(total + saving)}</span>
    </div>
    <div class="row" ?hidden=${!saving}><span>${text.saving}</span><span>${price(-saving)}</span></div>
    <div class="row" part="total"><span>${text.total}</span><span>${price(total)}</span></div>`;
};
