import {css} from '@lit/reactive-element';
import {html} from 'lit/html.js';
import {commonStyles} from './common.styles.js';
import {define} from './define.js';
import {ProductElement} from './product-element.js';
import {productPartsStyles} from './product-parts.styles.js';
import {property} from './property.js';
import {isSoldOut} from './choice.js';
import {levelOf, stockWords} from './stock-parts.js';
import {tokens} from './tokens.styles.js';

/**
 * Whether a product is there: plenty of it, little of it, or none. Without a limit it shows only what the page puts in.
 *
 * @slot - What stands there until it is known, and without script.
 * @slot in-stock - Instead of the words for plenty; also for products without a limit.
 * @slot low - Instead of the words for little.
 * @slot sold-out - Instead of the words for none.
 * @csspart status - The words.
 * @csspart error - Why nothing is known.
 * @csspart retry-button - Tries again after the product could not be read.
 * @cssstate low - There is little left.
 * @cssstate sold-out - There is nothing left.
 * @cssstate failed - Nothing is known, and the sentence says why.
 * @fires paynow-error - There is no `product-id`, no such product, or it could not be read.
 */
export class PaynowStock extends ProductElement {
  static override styles = [commonStyles, tokens, productPartsStyles, css`
    :host {
      --_text: currentColor;
      --_surface: #0000;
    }
  `];

  /** At and below this number there is little left; 5 when left out. */
  @property({type: Number}) low?: number | null;

  protected override render(): unknown {
    const {product} = this;
    const level = product && levelOf(product, this.low);
    this.toggleState('low', level === 'low');
    this.toggleState('sold-out', !!product && isSoldOut(product));
    const words = product && level ? stockWords(product, level, this) : '';
    return [
      html`<span part="status" class=${level ?? ''}>
        <slot name="in-stock" ?hidden=${level !== 'in-stock'}>${words}</slot>
        <slot name="low" ?hidden=${level !== 'low'}>${words}</slot>
        <slot name="sold-out" ?hidden=${level !== 'sold-out'}>${words}</slot>
      </span>`,
      this.fallback(''),
    ];
  }
}

define('paynow-stock', PaynowStock);

declare global {
  interface HTMLElementTagNameMap {
    'paynow-stock': PaynowStock;
  }
}
