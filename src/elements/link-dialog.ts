import {html} from 'lit/html.js';
import type {PaynowError} from '../api/errors.js';
import type {Product} from '../api/index.js';
import {add} from '../i18n/en/add.js';
import {cart} from '../i18n/en/cart.js';
import {link} from '../i18n/en/link.js';
import {money} from '../i18n/format.js';
import {supply} from '../i18n/messages.js';
import './add-button.js';
import {announceInside} from './announcer.js';
import {focused} from './deep-focus.js';
import {define} from './define.js';
import {holdPage} from './hold-page.js';
import {linkDialogStyles} from './link-dialog.styles.js';
import {openCart} from './open-cart.js';
import {asks} from './press.js';
import {isSoldOut} from './product-facts.js';
import {picture} from './product-picture.js';
import {sentenceNow} from './sentence.js';
import {standIn} from './stand-in.js';
import {StoreController} from './store-controller.js';
import {TemplateElement} from './template-element.js';
import {toError} from './to-error.js';

supply('', {...add, ...cart, ...link});

/** What a link wants to add: an id or slug, and how many. */
export interface Wanted {
  readonly key: string;
  readonly quantity: number;
}

/**
 * The dialog that asks before a link adds something to the cart. It opens by itself when the address of the page ends
 * with `#paynow-add=`: there is no need to write it.
 *
 * @csspart dialog - The dialog; a sheet at the lower edge of narrow windows.
 * @csspart name - The question.
 * @csspart line - One product with quantity and price.
 * @csspart image - The picture of a product, or what stands in for it.
 * @csspart price - What so many of a product cost.
 * @csspart message - Says why something cannot be added.
 * @csspart button - Adds it all.
 * @csspart close-button - Adds nothing.
 * @cssstate busy - The products are being read.
 * @fires paynow-before-add - A line is about to be added, on the body; cancel it to keep the line out of the cart.
 * @fires paynow-add - The shop has confirmed a line, on the body.
 * @fires paynow-auth-required - Adding needs a signed-in customer, on the body.
 * @fires paynow-error - A line was refused, on the body.
 */
export class PaynowLinkDialog extends TemplateElement {
  static override styles = linkDialogStyles;

  /** What the link wants; nothing when it does not say that properly. */
  wanted: readonly Wanted[] | undefined;

  #products = new StoreController(this, 'catalog', ({catalog}) =>
    new Map(this.wanted?.map(({key}) => [key, catalog.peek(key)?.product])));
  #errors = new Map<string, PaynowError>();
  #opener: HTMLElement | null = null;
  #isReading = true;

  protected override firstUpdated(): void {
    this.#opener = focused();
    this.#dialog.showModal();
    announceInside(this.#dialog, true);
    holdPage(this, true);
    void this.#read();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#closed();
  }

  protected override render() {
    const {text} = this;
    this.toggleState('busy', this.#isReading);
    const isRight = !!this.wanted;
    const isAddable = !this.#isReading && this.#addable.length > 0;
    const isLost = !this.#isReading && [...this.#errors.values()].some(({kind}) => kind !== 'http');
    return html`<dialog part="dialog" aria-labelledby="title" @close=${this.#closed}>
      <h2 part="name" id="title" tabindex="-1" autofocus>${isRight ? text.linkTitle : text.linkWrong}</h2>
      <ul role="list" ?hidden=${!isRight} aria-busy=${this.#isReading}>${
        this.wanted?.map(wish => this.#line(wish))}</ul>
      <div class="foot">
        ${isAddable ? html`<button type="button" class="main" part="button" @click=${this.#add}>${
          text.addToCart}</button>` : ''}
        ${isLost ? html`<button type="button" class="second" @click=${() => void this.#read()}>${
          text.retry}</button>` : ''}
        <button type="button" class="second" part="close-button" @click=${this.#close}>${
          isAddable ? text.linkDecline : text.close}</button>
      </div>
    </dialog>`;
  }

  get #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog')!;
  }

  #productOf({key}: Wanted): Product | undefined {
    return this.#products.value.get(key);
  }

  get #addable(): readonly Wanted[] {
    return (this.wanted ?? []).filter(wish => {
      const product = this.#productOf(wish);
      return product && !isSoldOut(product) && !this.#errors.has(wish.key);
    });
  }

  #line(wish: Wanted) {
    const {text, locale} = this;
    const product = this.#productOf(wish);
    const error = this.#errors.get(wish.key);
    const number = new Intl.NumberFormat(product ? locale : 'en').format(wish.quantity);
    const price = (product?.pricing?.price_final ?? product?.price ?? 0) * wish.quantity;
    return html`<li part="line">
      <span part="image">${product || error ? picture(product ?? {image_url: ''}, this, false) : ''}</span>
      <span class="what"><bdi>${text.linkTimes(number, product?.name ?? wish.key)}</bdi>
        ${error ? html`<span part="message">${sentenceNow(error, this)}</span>` : ''}
        ${product && !error && !this.#addable.includes(wish) ? html`<span part="message">${text.soldOut}</span>` : ''}
        ${!product && !error ? html`<span class="muted">${text.linkLoading}</span>` : ''}
      </span>
      <span part="price">${product ? html`<bdi>${money(price, product.currency, locale)}</bdi>` : ''}</span>
    </li>`;
  }

  async #read(): Promise<void> {
    if (!this.#isReading) this.requestUpdate();
    this.#isReading = true;
    this.#errors.clear();
    await Promise.all((this.wanted ?? []).map(({key}) => this.shop.catalog.product(key).catch((error: unknown) => {
      this.#errors.set(key, toError(error));
    })));
    this.#isReading = false;
    // It was declined meanwhile, or another link has taken its place.
    if (!this.isConnected || !this.#dialog.open) return;
    // Where there is only a choice to be made, its own dialog asks.
    const [only, ...rest] = this.wanted ?? [];
    const product = only && !rest.length ? this.#productOf(only) : undefined;
    if (product && asks(product, {productId: product.id}) && this.#addable.length) this.#add();
    else this.requestUpdate();
  }

  #close(): void {
    this.#dialog.close();
  }

  // However it was closed: Escape, a press, or the page that has taken it away.
  #closed(): void {
    const opener = this.#opener;
    this.#opener = null;
    holdPage(this, false);
    if (this.renderRoot) announceInside(this.#dialog, false);
    this.remove();
    if (opener?.isConnected) opener.focus();
  }

  // What has to be chosen comes last, as its dialog stays in front until it is answered.
  #add(): void {
    const wishes = [...this.#addable];
    const products = this.#products.value;
    const {shop} = this;
    this.#close();
    this.#closed();
    const later = ({key}: Wanted): number => Number(asks(products.get(key), {productId: key}));
    wishes.sort((a, b) => later(a) - later(b));
    for (const {key, quantity} of wishes) {
      const data = {productId: key, quantity: String(quantity), openCart: ''};
      const made = standIn(document.body, document.createElement('paynow-add-button'), 'a link', data);
      // What cannot be added is said by the notice in the cart.
      void import('./add-action.js').then(({addLine}) => addLine(made)).catch(() => {});
    }
    if (wishes.some(wish => !later(wish))) openCart({shop, getRootNode: () => document});
    void import('./cart.js').catch(() => {});
  }
}

define('paynow-link-dialog', PaynowLinkDialog);

declare global {
  interface HTMLElementTagNameMap {
    'paynow-link-dialog': PaynowLinkDialog;
  }
}
