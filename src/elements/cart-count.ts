import {css} from '@lit/reactive-element';
import type {PropertyValues} from '@lit/reactive-element';
import {digits} from '../i18n/plural.js';
import {commonStyles} from './common.styles.js';
import {define} from './define.js';
import {make} from './make.js';
import {PaynowElement} from './paynow-element.js';
import {StoreController} from './store-controller.js';

/**
 * How many items are in the cart, as a bare number.
 *
 * @csspart value - The number; a dash as long as it is not known.
 * @cssstate empty - There is nothing in the cart.
 */
export class PaynowCartCount extends PaynowElement {
  static override styles = [commonStyles, css`
    [part] {
      display: inline-block;
      min-width: 1ch;
      font-variant-numeric: tabular-nums;
      text-align: center;
    }
  `];

  #value = make('span', {part: 'value'});
  #count = new StoreController(this, 'cart', ({cart}) => cart.state.cart?.quantity);

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.append(this.#value);
    return root;
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    const count = this.#count.value;
    this.#value.textContent = count === undefined ? '–' : digits(this.locale, count);
    this.toggleState('empty', count === 0);
  }
}

define('paynow-cart-count', PaynowCartCount);

declare global {
  interface HTMLElementTagNameMap {
    'paynow-cart-count': PaynowCartCount;
  }
}
