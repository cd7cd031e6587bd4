import {html} from 'lit/html.js';
import {cart} from '../i18n/en/cart.js';
import {options} from '../i18n/en/options.js';
import {money} from '../i18n/format.js';
import {supply} from '../i18n/messages.js';
import type {LineRequest} from '../store/events.js';
import {announceInside} from './announcer.js';
import {crossIcon} from './cart-icons.js';
import type {CheckoutTab} from './checkout-tab.js';
import {define} from './define.js';
import {holdPage} from './hold-page.js';
import {lookOf} from './look-of.js';
import {openCart} from './open-cart.js';
import './options.js';
import type {PaynowOptions} from './options.js';
import {optionsDialogStyles} from './options-dialog.styles.js';
import type {Press} from './press.js';
import {picture} from './product-picture.js';
import {StoreController} from './store-controller.js';
import {TemplateElement} from './template-element.js';
import {toError} from './to-error.js';

supply('', {...cart, ...options});

/**
 * The dialog in which shoppers choose what a button has left open. The add and buy buttons open it by themselves, as a
 * child of the body and with the custom properties of the button: there is no need to write it.
 *
 * @csspart dialog - The dialog; a sheet at the lower edge of narrow windows.
 * @csspart header - Picture, name, price and close button.
 * @csspart image - The picture of the product, or what stands in for it.
 * @csspart name - The name of the product.
 * @csspart price - The price of one without what is chosen.
 * @csspart close-button - Closes the dialog; nothing is added.
 * @csspart options - The `<paynow-options>`.
 * @csspart field - One thing to choose, with its label.
 * @csspart label - Names a field.
 * @csspart control - Where one chooses or types.
 * @csspart error - Says what is wrong in a field.
 * @csspart message - Says what is wrong with the whole.
 * @csspart button - Adds or buys what is chosen.
 * @csspart spinner - What turns while that is not confirmed yet.
 * @cssstate busy - What was chosen is not confirmed yet.
 */
export class PaynowOptionsDialog extends TemplateElement {
  static override styles = optionsDialogStyles;

  /** What the button does. */
  press: Press | undefined;
  /** What its attributes say already. */
  line: LineRequest = {productId: ''};

  #product = new StoreController(this, 'catalog', ({catalog}) => catalog.peek(this.line.productId)?.product);
  #shownPrice: number | undefined;
  #isBusy = false;
  #isPressOutside = false;
  #message: string | Node = '';

  protected override firstUpdated(): void {
    const {productId, ...choice} = this.line;
    this.#options.value = choice;
    this.#dialog.showModal();
    announceInside(this.#dialog, true);
    holdPage(this, true);
  }

  // The options know their price only once they are drawn.
  protected override async updated(): Promise<void> {
    await this.#options.updateComplete;
    if (this.#shownPrice !== this.#options.price) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#closed();
  }

  // Without the autofocus Firefox begins at the close button, as a heading is not reached with Tab.
  protected override render() {
    const {text, locale, press, shop, line} = this;
    const product = this.#product.value;
    const {price_final: final = product?.price ?? 0, price_original: original = final} = product?.pricing ?? {};
    const amount = (value: number): string => money(value, product?.currency ?? '', locale);
    const before = original > final ? html`<s aria-hidden="true"><bdi>${amount(original)}</bdi></s>
      <span class="unseen">${text.instead(amount(original))}</span>` : '';
    this.toggleState('busy', this.#isBusy);
    return html`<dialog part="dialog" aria-labelledby="title" @close=${this.#closed}
      @pointerdown=${this.#outside} @click=${this.#outside}>
      <form novalidate @submit=${this.#submit}>
        <div class="head" part="header">
          <div part="image">${product ? picture(product, this, true) : ''}</div>
          <div class="what">
            <h2 part="name" id="title" tabindex="-1" autofocus>${product?.name ?? text.optionsLoading}</h2>
            ${product ? html`<p part="price">${before} <bdi>${amount(final)}</bdi></p>` : ''}
          </div>
          <button type="button" class="round" part="close-button" aria-label=${text.close}
            @click=${this.#close}>${crossIcon}</button>
        </div>
        <div class="content">
          <paynow-options part="options" exportparts="field, label, control, error" .storeId=${shop.id || null}
            .productId=${line.productId} @input=${this.#redraw} @change=${this.#redraw}></paynow-options>
        </div>
        <div class="foot">
          <p part="message" role="alert">${this.#message}</p>
          <button type="submit" class="main" part="button" aria-disabled=${this.#isBusy}>
            <span>${press?.label}</span> <span class="total">${this.#total(amount)}</span>
            <span part="spinner"></span>
          </button>
        </div>
      </form>
    </dialog>`;
  }

  get #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog')!;
  }

  get #options(): PaynowOptions {
    return this.renderRoot.querySelector('paynow-options')!;
  }

  #total(amount: (value: number) => string): string {
    const {price, value} = this.renderRoot.querySelector('paynow-options') ?? {};
    this.#shownPrice = price;
    return price === undefined ? '' : amount(price * (value?.quantity ?? 1));
  }

  #redraw(): void {
    this.requestUpdate();
  }

  #close(): void {
    this.#dialog.close();
  }

  // A press that begins and ends beside the dialog closes it; one that only ends there was meant for something else.
  #outside(event: MouseEvent): void {
    const {left, right, top, bottom} = this.#dialog.getBoundingClientRect();
    const {clientX: x, clientY: y, target, type} = event;
    const isOutside = target === this.#dialog && (x < left || x > right || y < top || y > bottom);
    if (type === 'click' && isOutside && this.#isPressOutside) this.#close();
    this.#isPressOutside = isOutside;
  }

  // However it was closed: Escape, a press, or the page that has taken it away.
  #closed(): void {
    const {button} = this.press ?? {};
    this.press = undefined;
    if (!button) return;
    announceInside(this.#dialog, false);
    holdPage(this, false);
    this.remove();
    button.focus();
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.#isBusy || !this.press) return;
    this.#isBusy = true;
    this.#message = '';
    this.requestUpdate();
    // In the very press, or the browser blocks it; for what is not complete yet it is closed again.
    const tab = this.press.open?.();
    const choice = await this.#options.complete(this.press.isDirect);
    if (choice) await this.#send(this.press, {productId: this.line.productId, ...choice}, tab);
    else tab?.close();
    this.#isBusy = false;
    this.requestUpdate();
  }

  async #send({button, isDirect, act, say}: Press, line: LineRequest, tab: CheckoutTab): Promise<void> {
    try {
      const outcome = await act(line, true, tab);
      if (!this.isConnected) return;
      if (outcome && outcome !== true) {
        this.#message = outcome;
        return;
      }
      this.#close();
      this.#closed();
      if (outcome) button.showDone();
      if (outcome && !isDirect && button.openCart) openCart(button);
    } catch (thrown) {
      const message = await say(button, thrown);
      // Who has closed the dialog by now is told by the notice in the cart.
      if (!this.isConnected) return;
      const error = toError(thrown);
      this.#message = await this.#options.refuse(error) ? '' : message;
      const {cart: store} = this.shop;
      const notice = store.state.notices.find(other => other.error === error);
      if (notice) void store.dismiss(notice.id);
    }
  }
}

define('paynow-options-dialog', PaynowOptionsDialog);

/** Opens the dialog for a button, with what its attributes say already. */
export const askFor = (press: Press, line: LineRequest): void => {
  const {button} = press;
  const dialog = Object.assign(document.createElement('paynow-options-dialog'), {
    press, line, storeId: button.shop.id, lang: button.locale,
  });
  const root = document.body.appendChild(dialog).shadowRoot;
  root?.adoptedStyleSheets.push(lookOf(button));
};

declare global {
  interface HTMLElementTagNameMap {
    'paynow-options-dialog': PaynowOptionsDialog;
  }
}
