import type {PropertyValues} from '@lit/reactive-element';
import {html} from 'lit/html.js';
import type {PaynowError} from '../api/errors.js';
import './add-button.js';
import {isSoldOut} from './choice.js';
import {define} from './define.js';
import {make} from './make.js';
import {levelOfHeading, productCard} from './product-card.js';
import type {Layout} from './product-card.js';
import {ProductElement} from './product-element.js';
import {OwnLook, slotOf} from './own-look.js';
import type {ProductData} from './product-data.js';
import {asksForChoice} from './product-facts.js';
import {skeletonCard} from './product-skeleton.js';
import {productStyles} from './product.styles.js';
import {property} from './property.js';

/**
 * A product of the shop with all that is needed to buy it.
 *
 * A `<template>` in it draws the product as you like, with the bindings that `<paynow-products>` explains. What the
 * merchant wrote about the product is cleaned before it is shown: by the browser's own sanitizer where it has one, else
 * by DOMPurify, which is loaded for that. A page that allows policies of Trusted Types by name allows `lit-html` and,
 * for those other browsers, `dompurify`; without the latter they show the words alone.
 *
 * @slot - What stands there until the product is known, and without script: a link to it, for instance; a `<template>`.
 * @slot image - Instead of the product's picture.
 * @slot before - Above the name.
 * @slot after - Below the button.
 * @csspart card - The whole product.
 * @csspart image - The place of the picture.
 * @csspart label - The label that the merchant gave the product.
 * @csspart name - The name, a heading.
 * @csspart link - The link around the name.
 * @csspart price - The price, with its parts `final`, `original`, `saving`, `interval` and `tax`.
 * @csspart final - What is paid.
 * @csspart original - The price without the sale.
 * @csspart saving - How much the sale saves and until when.
 * @csspart interval - How often a subscription renews, and its free trial.
 * @csspart tax - Which tax the price contains; in layout `detail`.
 * @csspart status - How many are left, where there is a limit.
 * @csspart codes-note - Says that promo codes or gift cards do not count for it.
 * @csspart description - What the merchant wrote about the product; in layout `detail`.
 * @csspart options - What there is to choose; in layout `detail`.
 * @csspart button - The button that puts the product into the cart.
 * @csspart spinner - What turns in the button while a press is not confirmed yet.
 * @csspart error - Why there is no product.
 * @csspart retry-button - Tries again after the product could not be read.
 * @cssprop --paynow-card-room - The least height of a card, so that nothing moves when the product arrives.
 * @cssstate busy - The product is being read.
 * @cssstate sold-out - The product cannot be bought at the moment.
 * @cssstate failed - There is no product, and the sentence says why.
 * @fires paynow-error - There is no `product-id`, no such product, or it could not be read.
 */
export class PaynowProduct extends ProductElement {
  static override styles = productStyles;

  /** `card`, `row` or `detail`; a card when left out. */
  @property() layout?: 'card' | 'row' | 'detail' | null;
  /** Level of the heading with the name, 1 to 6; 3 when left out. */
  @property({attribute: 'heading-level', type: Number}) headingLevel?: number | null;
  /** Address of the page about a product, with `{slug}` or `{id}` in it; makes the name a link. */
  @property({attribute: 'product-url'}) productUrl?: string | null;
  /** Tells search engines of the product and its price, with a data block (JSON-LD of schema.org) in the head. */
  @property({attribute: 'json-ld', type: Boolean}) jsonLd = false;

  #description = make('div', {part: 'description', dir: 'auto'});
  #described: string | undefined;
  #look = new OwnLook(this);
  #data: ProductData | undefined;

  /** The layout in force. */
  get shape(): Layout {
    const {layout} = this;
    return layout === 'row' || layout === 'detail' ? layout : 'card';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#data?.show(undefined);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // What the page has put into the slots may belong to this product.
    if (changed.has('productId')) {
      for (const inner of this.querySelectorAll<ProductElement>('paynow-price, paynow-stock, paynow-options')) {
        inner.requestUpdate?.();
      }
    }
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    const {product, problem, shape} = this;
    this.toggleState('busy', !product && !problem);
    this.toggleState('sold-out', !!product && isSoldOut(product));
    this.#look.draw(product ? [product] : []);
    if (this.jsonLd || this.#data) this.#tell().catch(() => {});
    if (!product || shape !== 'detail' || this.#look.template) return;
    if (asksForChoice(product)) import('./options.js').catch(() => {});
    if (product.description) this.#describe().catch(() => { this.#described = undefined; });
  }

  protected override failure(error: PaynowError) {
    return html`<div part="card" class="still" role="alert">${super.failure(error)}</div>`;
  }

  protected override render(): unknown {
    const {product, shape} = this;
    const description = shape === 'detail' && product?.description ? this.#description : undefined;
    const own = product && this.#look.template && html`<slot name="before"></slot><slot name=${slotOf(product)}></slot>
      <slot name="after"></slot>`;
    const skeleton = skeletonCard(this, html`<slot name="image"></slot>`);
    return [this.fallback(skeleton), own ?? (product ? productCard(product, this, description) : '')];
  }

  async #tell(): Promise<void> {
    const {product} = this;
    const [{ProductData}, words] = await Promise.all([import('./product-data.js'), this.#words(2)]);
    if (product !== this.product) return;
    this.#data ??= new ProductData();
    const told = this.jsonLd && this.isConnected ? product : undefined;
    this.#data.show(told, this.productUrl, words.textContent?.replaceAll(/\s+/g, ' ').trim());
  }

  async #describe(): Promise<void> {
    const {product} = this;
    const key = JSON.stringify([product?.description, this.headingLevel]);
    if (key === this.#described) return;
    this.#described = key;
    const words = await this.#words(levelOfHeading(this) + 1);
    if (key === this.#described) this.#description.replaceChildren(words);
  }

  async #words(level: number): Promise<DocumentFragment> {
    const html = this.product?.description;
    return html ? (await import('./clean-html.js')).cleanHtml(html, level) : new DocumentFragment();
  }
}

define('paynow-product', PaynowProduct);

declare global {
  interface HTMLElementTagNameMap {
    'paynow-product': PaynowProduct;
  }
}
