import {css} from '@lit/reactive-element';
import {html} from 'lit/html.js';
import {commonStyles} from './common.styles.js';
import {define} from './define.js';
import {priceParts} from './price-parts.js';
import {ProductElement} from './product-element.js';
import {productPartsStyles} from './product-parts.styles.js';
import {property} from './property.js';
import {tokens} from './tokens.styles.js';

/**
 * What a product costs this customer, with the price before the sale, the saving, the tax and the renewal.
 *
 * @slot - What stands there until the price is known, and without script: a price as text, for instance.
 * @csspart final - What is paid.
 * @csspart original - The price without the sale, struck through; only in a sale.
 * @csspart saving - How much the sale saves and until when; only in a sale.
 * @csspart tax - Which tax the price contains.
 * @csspart interval - How often a subscription renews, and its free trial.
 * @csspart error - Why there is no price.
 * @csspart retry-button - Tries again after the product could not be read.
 * @cssstate failed - There is no price, and the sentence says why.
 * @fires paynow-error - There is no `product-id`, no such product, or it could not be read.
 */
export class PaynowPrice extends ProductElement {
  static override styles = [commonStyles, tokens, productPartsStyles, css`
    :host {
      --_text: currentColor;
      --_surface: #0000;
      --_wait: color-mix(in srgb, var(--paynow-text, currentColor) 14%, var(--paynow-surface, #0000));
    }
  `];

  /** Which prices: `final`, `original`, `saving` or `all`, which is the default. */
  @property() show?: 'final' | 'original' | 'saving' | 'all' | null;
  /** Says which tax the price contains, where the shop knows it. */
  @property({attribute: 'tax-note', type: Boolean}) taxNote = false;
  /** Says how often a subscription renews, and what of it is free. */
  @property({type: Boolean}) interval = false;

  protected override render(): unknown {
    const {product} = this;
    return [
      this.fallback(html`<span class="bar" aria-hidden="true"></span><span class="unseen">…</span>`),
      product ? priceParts(product, this, this) : '',
    ];
  }
}

define('paynow-price', PaynowPrice);

declare global {
  interface HTMLElementTagNameMap {
    'paynow-price': PaynowPrice;
  }
}
