import type {PropertyValues} from '@lit/reactive-element';
import {html} from 'lit/html.js';
import {PaynowError} from '../api/errors.js';
import type {Product} from '../api/index.js';
import {add} from '../i18n/en/add.js';
import {catalog} from '../i18n/en/catalog.js';
import {supply} from '../i18n/messages.js';
import {warnOnce} from '../store/registry.js';
import {announce} from './announcer.js';
import {define} from './define.js';
import {hasOwnContent} from './own-content.js';
import {OwnLook} from './own-look.js';
import './product.js';
import type {Layout} from './product-card.js';
import {ProductItems} from './product-items.js';
import {listOf, sorts} from './product-list.js';
import {skeletonCard} from './product-skeleton.js';
import {ProductsReader} from './products-reader.js';
import {productsStyles} from './products.styles.js';
import {property} from './property.js';
import {followSales} from './sale-end.js';
import {sentenceNow} from './sentence.js';
import {TemplateElement} from './template-element.js';

supply('', {...add, ...catalog});

/** How many products are drawn in one frame: a long list must not hold up the page. */
const batch = 6;

const unconfigured = new PaynowError('<paynow-products> belongs to no shop yet: write data-store-id on the script tag.',
  {kind: 'configuration', code: 'unconfigured'});

/**
 * The products of the shop, or some of them, as cards, rows or by a template of your own.
 *
 * A `<template>` in it draws each product as you like: `data-text="name"` writes a field into an element,
 * `data-attr="href:url, title:name"` into attributes, `data-if="on-sale"` or `data-if="!sold-out"` keeps or leaves out
 * an element, `data-html="description"` shows the cleaned description. The fields are `id`, `slug`, `name`, `label`,
 * `image`, `url`, `price`, `original-price`, `saving`, `saving-percent`, `sale-name`, `sale-end`, `interval`, `tax`,
 * `stock`, `codes-note` and `metadata.KEY`; the further conditions are `on-sale`, `sold-out`, `low`, `subscription`
 * and `trial`, and each field is one too. Our own elements in it belong to the product by themselves. The copies are
 * children of the element, so that your stylesheet holds for them.
 *
 * @slot - What stands there until the products are known, and without script; a `<template>` for your own look.
 * @slot empty - Shown when there is no product to show.
 * @slot loading - Shown while the products are read.
 * @csspart grid - The list.
 * @csspart item - A product in the list.
 * @csspart more-button - Shows the next products, with `page-size`.
 * @csspart card - A product.
 * @csspart image - The place of its picture.
 * @csspart label - The label that the merchant gave it.
 * @csspart name - Its name, a heading.
 * @csspart link - The link around the name.
 * @csspart price - Its price, with the parts `final`, `original`, `saving`, `interval` and `tax`.
 * @csspart final - What is paid.
 * @csspart original - The price without the sale.
 * @csspart saving - How much the sale saves and until when.
 * @csspart interval - How often a subscription renews, and its free trial.
 * @csspart tax - Which tax the price contains; in layout `detail`.
 * @csspart status - How many are left, where there is a limit.
 * @csspart codes-note - Says that promo codes or gift cards do not count for it.
 * @csspart description - What the merchant wrote about it; in layout `detail`.
 * @csspart options - What there is to choose; in layout `detail`.
 * @csspart button - The button that puts it into the cart.
 * @csspart spinner - What turns in the button while a press is not confirmed yet.
 * @csspart error - Why there are no products.
 * @csspart retry-button - Tries again after the products could not be read.
 * @cssprop --paynow-card-room - The least height of a card, so that nothing moves when the product arrives.
 * @cssstate busy - The products are being read.
 * @cssstate empty - There is no product to show.
 * @cssstate failed - The products could not be read, and the sentence says why.
 * @fires paynow-error - The products could not be read.
 */
export class PaynowProducts extends TemplateElement {
  static override styles = productsStyles;

  /** Slug or id of a tag that the products carry. */
  @property() tag?: string | null;
  /** Ids or slugs of the products, separated by commas, in the order in which they are shown; hidden ones too. */
  @property() ids?: string | null;
  /** Words that have to be in the name or the tags of a product; accents and capitals do not matter. */
  @property() search?: string | null;
  /** `featured` (the order of the shop, which is the default), `name`, `price` or `-price`. */
  @property() sort?: 'featured' | 'name' | 'price' | '-price' | null;
  /** How many products there are at most. */
  @property({type: Number}) limit?: number | null;
  /** How many products are shown at first, and how many more with each press of "Show more". */
  @property({attribute: 'page-size', type: Number}) pageSize?: number | null;
  /** Layout of each product: `card`, `row` or `detail`; a card when left out. */
  @property({reflect: true}) layout?: 'card' | 'row' | 'detail' | null;
  /** Level of the headings with the names, 1 to 6; 3 when left out. */
  @property({attribute: 'heading-level', type: Number}) headingLevel?: number | null;
  /** Address of the page about a product, with `{slug}` or `{id}` in it; makes the names links. */
  @property({attribute: 'product-url'}) productUrl?: string | null;

  #reader = new ProductsReader(this);
  #items = new ProductItems();
  #look = new OwnLook(this);
  #pages = 1;
  #drawn = 0;
  #told: PaynowError | undefined;
  #list: readonly Product[] | undefined;

  constructor() {
    super();
    followSales(this, () => this.#list ?? []);
  }

  /** The products that the page names. */
  get names(): readonly string[] {
    return this.ids?.split(',').map(name => name.trim()).filter(Boolean) ?? [];
  }

  /** The products that match, in their order, as soon as they are known. */
  get products(): readonly Product[] | undefined {
    return this.#list;
  }

  /** The layout in force. */
  get shape(): Layout {
    const {layout} = this;
    return layout === 'row' || layout === 'detail' ? layout : 'card';
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const {sort} = this;
    if (['tag', 'ids', 'search', 'sort', 'pageSize'].some(name => changed.has(name))) this.#pages = 1;
    if (sort && !sorts.includes(sort)) {
      warnOnce(`<paynow-products> sort="${sort.slice(0, 60)}" is none of ${sorts.join(', ')}.`);
    }
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    const error = this.#error;
    this.toggleState('failed', !!error);
    if (error && error !== this.#told && error !== unconfigured) this.emit('paynow-error', {error});
    this.#told = error;
    if (changed.has('search') && this.#list) announce(this.text.products(this.#list.length));
  }

  protected override render(): unknown {
    const {products} = this.#reader;
    const {text} = this;
    const error = this.#error;
    const list = this.#list = products && listOf(products, this, this.locale, this.names.length > 0);
    const isWaiting = !list && !error;
    const isOwn = !list && hasOwnContent(this);
    this.toggleState('busy', isWaiting);
    this.toggleState('empty', list?.length === 0);
    return [
      this.#grid(list ?? []),
      html`<slot ?hidden=${!isOwn} @slotchange=${() => this.requestUpdate()}></slot>
        <slot name="loading" ?hidden=${!isWaiting || isOwn}>${isWaiting && !isOwn ? this.#skeletons() : ''}</slot>
        <slot name="empty" ?hidden=${list?.length !== 0}><p class="still">${text.noProducts}</p></slot>`,
      error && !isOwn ? this.#failure(error) : '',
    ];
  }

  get #error(): PaynowError | undefined {
    return this.shop.id ? this.#reader.error : unconfigured;
  }

  #grid(list: readonly Product[]) {
    const {pageSize} = this;
    const most = pageSize != null && pageSize > 0 ? pageSize * this.#pages : list.length;
    const shown = list.slice(0, Math.min(most, this.#drawn + batch));
    this.#drawn = shown.length;
    this.#items.draw(shown, this, !!this.#look.template);
    this.#look.draw(shown);
    if (shown.length < Math.min(most, list.length)) requestAnimationFrame(() => this.requestUpdate());
    this.#items.list.className = `${this.shape}s`;
    return html`${this.#items.list}${most < list.length ? html`<button type="button" part="more-button"
      @click=${() => void this.#more(most)}>${this.text.showMore}</button>` : ''}`;
  }

  #failure(error: PaynowError) {
    const retry = html`<button type="button" part="retry-button"
      @click=${() => void this.#reader.read()}>${this.text.retry}</button>`;
    return html`<div class="still" role="alert"><p part="error">${sentenceNow(error, this)} ${
      error === unconfigured ? '' : retry}</p></div>`;
  }

  #skeletons() {
    const {limit, pageSize} = this;
    const count = Math.min(...[this.names.length, limit, pageSize].map(wish => (wish && wish > 0 ? wish : 6)));
    return html`<p class="unseen">${this.text.productsLoading}</p>
      <ul class=${`${this.shape}s`} role="list" aria-hidden="true">${
        Array.from({length: count}, () => html`<li>${skeletonCard(this)}</li>`)}</ul>`;
  }

  async #more(first: number): Promise<void> {
    this.#pages++;
    this.requestUpdate();
    await this.updateComplete;
    this.#items.focus(first);
  }
}

define('paynow-products', PaynowProducts);

declare global {
  interface HTMLElementTagNameMap {
    'paynow-products': PaynowProducts;
  }
}
