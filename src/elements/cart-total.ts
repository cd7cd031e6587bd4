import {css} from '@lit/reactive-element';
import type {PropertyValues} from '@lit/reactive-element';
import {money} from '../i18n/format.js';
import {commonStyles} from './common.styles.js';
import {define} from './define.js';
import {make} from './make.js';
import {PaynowElement} from './paynow-element.js';
import {StoreController} from './store-controller.js';

/**
 * What the whole cart costs.
 *
 * @csspart value - The amount with its currency; a dash as long as it is not known.
 * @cssstate empty - There is nothing in the cart.
 */
export class PaynowCartTotal extends PaynowElement {
  static override styles = [commonStyles, css`
    [part] {
      display: inline-block;
      min-width: 4ch;
      font-variant-numeric: tabular-nums;
    }
  `];

  #value = make('span', {part: 'value'});
  #cart = new StoreController(this, 'cart', ({cart}) => cart.state.cart);

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.append(this.#value);
    return root;
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    const cart = this.#cart.value;
    this.#value.textContent = cart?.currency ? money(cart.total, cart.currency, this.locale) : '–';
    this.toggleState('empty', cart?.quantity === 0);
  }
}

define('paynow-cart-total', PaynowCartTotal);

declare global {
  interface HTMLElementTagNameMap {
    'paynow-cart-total': PaynowCartTotal;
  }
}
