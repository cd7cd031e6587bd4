import {html, nothing} from 'lit/html.js';
import {promo} from '../i18n/en/promo.js';
import {supply} from '../i18n/messages.js';
import {clearSuspicion, refusalOf} from '../store/code-refusals.js';
import {addCode, listCodes, removeCode, watchCodes} from '../store/codes.js';
import type {Product} from '../api/index.js';
import type {Shop} from '../store/shop.js';
import {announce} from './announcer.js';
import {crossIcon} from './cart-icons.js';
import {define} from './define.js';
import {promoCodeStyles} from './promo-code.styles.js';
import {promoLimits} from './promo-products.js';
import {StoreController} from './store-controller.js';
import {TemplateElement} from './template-element.js';

supply('', promo);

/**
 * A field for promo codes and gift cards, and the codes that were entered. They are kept with the cart and go along
 * with every checkout of the shop. The shop learns only at the checkout whether a code is right: one that it refuses is
 * marked here, and stays until the shopper removes it.
 *
 * @csspart form - The field and its button.
 * @csspart label - Names the field.
 * @csspart input - Where a code is typed.
 * @csspart button - Adds the code.
 * @csspart error - Says what is wrong with what was typed, or which code the checkout has refused.
 * @csspart codes - The list of codes.
 * @csspart code - One code.
 * @csspart remove-button - Removes a code.
 * @csspart hint - Says when codes count, and for which products in the cart they do not.
 * @cssstate empty - No code was entered.
 * @cssstate failed - Something is wrong with what was typed, or the checkout has refused a code.
 */
export class PaynowPromoCode extends TemplateElement {
  static override styles = promoCodeStyles;

  #lines = new StoreController(this, 'cart', ({cart}) => cart.state.cart?.lines);
  // Sentences in one string, so that a change of anything else in the catalogue draws nothing.
  #limits = new StoreController(this, 'catalog', () => promoLimits(this.#products, this).join(' '));
  #watched: Shop | undefined;
  #stop = (): void => {};
  #asked = '';
  #wrong = '';

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
    this.#watched = undefined;
  }

  /** Puts the cursor into the field, as soon as it is drawn. */
  override focus(options?: FocusOptions): void {
    void this.updateComplete.then(() => this.#input?.focus(options));
  }

  protected override render() {
    const {text, shop} = this;
    this.#meet();
    const codes = listCodes(shop);
    const refused = codes.filter(code => refusalOf(shop, code) === 'refused');
    const isSuspected = codes.some(code => refusalOf(shop, code) === 'suspected');
    const error = this.#wrong || refused.map(text.codeRefused).join(' ') || (isSuspected ? text.codesSuspected : '');
    const hint = [codes.length ? text.codesLater : '', this.#limits.value].filter(Boolean).join(' ');
    this.toggleState('empty', !codes.length);
    this.toggleState('failed', !!error);
    return html`<form part="form" novalidate @submit=${this.#add}>
        <label part="label" for="code">${text.promoCode}</label>
        <span class="row">
          <input part="input" id="code" autocomplete="off" autocapitalize="characters" spellcheck="false" dir="ltr"
            maxlength="64" enterkeyhint="done" aria-invalid=${this.#wrong ? 'true' : 'false'}
            aria-describedby=${error ? 'error' : nothing} @input=${this.#forgive}>
          <button part="button" type="submit">${text.applyCode}</button>
        </span>
      </form>
      <p part="error" id="error" ?hidden=${!error}>${error}</p>
      <ul part="codes" role="list" aria-label=${text.promoCodes} ?hidden=${!codes.length}>${
        codes.map(code => this.#chip(code, refused.includes(code)))}</ul>
      <p part="hint" ?hidden=${!hint}>${hint}</p>`;
  }

  #chip(code: string, isRefused: boolean) {
    return html`<li part="code" class=${isRefused ? 'refused' : ''}><bdi dir="ltr">${code}</bdi><button
      part="remove-button" type="button" aria-label=${this.text.removeCode(code)}
      aria-describedby=${isRefused ? 'error' : nothing}
      @click=${() => void this.#remove(code)}>${crossIcon}</button></li>`;
  }

  get #input(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  get #products(): Product[] {
    const {catalog, cart} = this.shop;
    return (cart.state.cart?.lines ?? []).flatMap(({product_id: id}) => catalog.peek(id)?.product ?? []);
  }

  // Asks for what is in the cart, as only the products say for what codes do not count.
  #meet(): void {
    const {shop} = this;
    if (this.isConnected && this.#watched !== shop) {
      this.#stop();
      this.#watched = shop;
      this.#stop = watchCodes(shop, () => this.requestUpdate());
    }
    const ids = [...new Set((this.#lines.value ?? []).map(({product_id: id}) => id))];
    if (!shop.id || !ids.length || this.#asked === String(ids)) return;
    this.#asked = String(ids);
    for (const id of ids) shop.catalog.product(id).catch(() => {});
  }

  #forgive(): void {
    if (!this.#wrong) return;
    this.#wrong = '';
    this.requestUpdate();
  }

  // An input keeps what is wrong in it, to be mended.
  #add(event: Event): void {
    event.preventDefault();
    const {text, shop} = this;
    const input = this.#input!;
    const code = input.value.trim();
    const reason = code ? addCode(shop, code) : 'missing';
    const sentences = {
      missing: text.codeMissing, invalid: text.codeInvalid, known: text.codeKnown, full: text.codesFull,
    };
    this.#wrong = reason ? sentences[reason] : '';
    announce(this.#wrong || text.codeAdded(code));
    if (!reason) input.value = '';
    input.focus();
    this.requestUpdate();
  }

  // The focus goes on to the next code, else to the field: the button that had it is gone.
  async #remove(code: string): Promise<void> {
    const {shop, text} = this;
    const index = listCodes(shop).indexOf(code);
    removeCode(shop, code);
    clearSuspicion(shop, code);
    announce(text.codeRemoved(code));
    await this.updateComplete;
    const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>('[part="remove-button"]')];
    (buttons[index] ?? buttons.at(-1) ?? this.#input)?.focus();
  }
}

define('paynow-promo-code', PaynowPromoCode);

declare global {
  interface HTMLElementTagNameMap {
    'paynow-promo-code': PaynowPromoCode;
  }
}
