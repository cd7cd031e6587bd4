import {html} from 'lit/html.js';
import {add} from '../i18n/en/add.js';
import {cart} from '../i18n/en/cart.js';
import {checkout} from '../i18n/en/checkout.js';
import {count} from '../i18n/en/count.js';
import {money} from '../i18n/format.js';
import {supply} from '../i18n/messages.js';
import type {CartState} from '../store/cart-store.js';
import {afterPaint} from './after-paint.js';
import {CartActions} from './cart-actions.js';
import {cartTotals} from './cart-foot.js';
import {crossIcon} from './cart-icons.js';
import type {CartView} from './cart-line.js';
import {cartNotice} from './cart-notice.js';
import {CartRows} from './cart-rows.js';
import {cartBanner, cartWithoutLines} from './cart-states.js';
import {openTab} from './checkout-tab.js';
import {cartStyles} from './cart.styles.js';
import {define} from './define.js';
import {Drawer} from './drawer.js';
import {property} from './property.js';
import {StoreController} from './store-controller.js';
import {TemplateElement} from './template-element.js';

supply('', {...add, ...count, ...cart, ...checkout});

/**
 * The cart: a drawer that opens over the page, or a part of the page.
 *
 * @slot title - The heading; "Cart" by default.
 * @slot empty - What stands in an empty cart.
 * @slot before-lines - Above the lines.
 * @slot after-lines - Below the lines.
 * @slot promo - Below the lines, beside the totals; a way to enter promo codes by default.
 * @slot checkout-label - The label of the checkout button; "Checkout" by default.
 * @csspart dialog - The drawer.
 * @csspart backdrop - What dims the page behind the drawer.
 * @csspart header - Heading and close button.
 * @csspart close-button - Closes the drawer.
 * @csspart lines - The list of lines.
 * @csspart line - One line.
 * @csspart line-image - The picture of the product, or what stands in for it.
 * @csspart line-name - The name of the product.
 * @csspart line-options - What was chosen for the line, and the price of one.
 * @csspart line-price - The price of the whole line.
 * @csspart quantity - The quantity of a line with its buttons.
 * @csspart remove-button - Removes a line.
 * @csspart clear-button - Removes every line; asks once.
 * @csspart promo - Holds the slot of that name.
 * @csspart subtotal - What the lines come to before savings.
 * @csspart total - What the cart costs.
 * @csspart checkout-button - Goes to the checkout.
 * @csspart notice - Says what was taken back or could not be done.
 * @csspart thanks - Thanks for a purchase, once the shopper is back from the checkout.
 * @cssstate busy - A change is not confirmed yet, or the checkout is being prepared.
 * @cssstate empty - There is nothing in the cart.
 * @cssstate failed - The cart could not be read.
 * @cssstate signed-out - The customer is not signed in.
 * @fires paynow-cart-open - The drawer has opened.
 * @fires paynow-cart-close - The drawer has closed.
 * @fires paynow-before-remove - A line is about to be removed; cancel it to keep the line.
 * @fires paynow-remove - The shop has confirmed that a line is gone.
 * @fires paynow-before-checkout - The checkout is about to be prepared; cancel it to stay.
 * @fires paynow-checkout - The checkout is ready; cancel it to take the shopper there yourself.
 * @fires paynow-auth-required - Something needs a signed-in customer; cancel it when the page signs them in itself.
 * @fires paynow-error - Something could not be done.
 */
export class PaynowCart extends TemplateElement {
  static override styles = cartStyles;

  /** `drawer` opens over the page, `inline` is a part of it. */
  @property({reflect: true}) mode: 'drawer' | 'inline' = 'drawer';
  /** Whether the drawer is open. */
  @property({type: Boolean, reflect: true}) open = false;
  /** The edge from which the drawer comes, in the direction of writing: `end` or `start`. */
  @property({reflect: true}) side: 'end' | 'start' = 'end';
  /** The heading; "Cart" in the language of the page when left out. */
  @property() heading?: string | null;

  #state = new StoreController(this, 'cart', (shop): CartState => shop.cart.state);
  #drawer = new Drawer(this);
  #actions = new CartActions(this);
  #rows = new CartRows();
  #message: string | Node = '';
  #isCheckingOut = false;
  #isClearing = false;
  #isOffline = false;

  /** Whether the cart opens over the page. */
  get isDrawer(): boolean {
    return this.mode !== 'inline';
  }

  protected override updated(): void {
    this.#actions.keepFocus();
    const {cart: held, offline} = this.#state.value;
    // The browser's first number format takes longer than all the rest of a press, so it is made before there is one.
    if (held?.currency && !held.lines.length) void afterPaint().then(() => money(0, held.currency, this.locale));
    if (offline && !this.#isOffline) this.#actions.say(this.text.offline);
    this.#isOffline = offline;
  }

  protected override render() {
    const state = this.#state.value;
    const {status, cart} = state;
    this.toggleState('busy', state.pending > 0 || this.#isCheckingOut);
    this.toggleState('empty', cart?.lines.length === 0);
    this.toggleState('failed', status === 'failed');
    this.toggleState('signed-out', status === 'signed-out');
    const content = [this.#header(), this.#content(state), cart?.lines.length ? this.#foot({...this.#view, cart}) : ''];
    const {press, closed} = this.#drawer;
    return this.isDrawer
      ? html`<div part="backdrop" popover="manual"></div><dialog part="dialog" class="panel" aria-labelledby="title"
          @pointerdown=${press} @click=${press} @close=${closed}>${content}</dialog>`
      : html`<section class="panel" aria-labelledby="title">${content}</section>`;
  }

  get #view(): Omit<CartView, 'cart'> {
    return {host: this, actions: this.#actions};
  }

  #header() {
    const {text} = this;
    // In a dialog a header or footer element would be a second one of the whole page.
    return html`<div part="header">
      <h2 id="title" tabindex="-1"><slot name="title">${this.heading || text.cart}</slot></h2>
      ${this.isDrawer ? html`<button type="button" class="round" part="close-button" aria-label=${text.close}
        @click=${this.#close}>${crossIcon}</button>` : ''}
    </div>`;
  }

  #content(state: CartState) {
    const {cart, notices} = state;
    const lines = cart?.lines ?? [];
    const noticesOf = (lineKey: string | null) => notices.filter(notice => lineKey === null
      ? !lines.some(({key}) => key === notice.lineKey) : notice.lineKey === lineKey)
      .map(notice => cartNotice(notice, this, this.#actions));
    return html`<div class="content" aria-busy=${state.status === 'loading'}>
      ${cartBanner(state, this, this.#actions)} ${noticesOf(null)}
      <slot name="before-lines"></slot>
      ${cart && lines.length ? html`${this.#rows.draw({...this.#view, cart}, noticesOf)}
        <button type="button" class="quiet" part="clear-button" @click=${this.#clear} @blur=${this.#keep}>${
          this.#isClearing ? this.text.clearSure : this.text.clear}</button>`
        : cartWithoutLines(state, this, this.#actions)}
      <slot name="after-lines"></slot>
    </div>`;
  }

  #foot(view: CartView) {
    import('./cart-promo.js').then(loaded => loaded.cartPromo(this), () => {});
    return html`<div class="foot">
      <div part="promo"><slot name="promo"></slot></div>
      ${cartTotals(view)}
      <p class="message" role="alert">${this.#message}</p>
      <button type="button" class="main" part="checkout-button" aria-disabled=${this.#isCheckingOut}
        @click=${this.#checkOut}><slot name="checkout-label">${this.text.checkout}</slot></button>
    </div>`;
  }

  #close(): void {
    this.open = false;
  }

  #keep(): void {
    this.#isClearing = false;
    this.requestUpdate();
  }

  // The first press asks, in place; the second one does it.
  async #clear(): Promise<void> {
    this.#isClearing = !this.#isClearing;
    this.requestUpdate();
    if (!this.#isClearing) await this.#actions.clear();
  }

  async #checkOut(): Promise<void> {
    if (this.#isCheckingOut) return;
    const tab = openTab(this);
    this.#isCheckingOut = true;
    this.#message = '';
    this.requestUpdate();
    try {
      this.#message = await (await import('./checkout-action.js')).checkOut(this, tab);
    } catch {
      this.#message = this.text.failed;
    }
    this.#isCheckingOut = false;
    this.requestUpdate();
  }
}

define('paynow-cart', PaynowCart);

declare global {
  interface HTMLElementTagNameMap {
    'paynow-cart': PaynowCart;
  }
}
