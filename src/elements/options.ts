import {html} from 'lit/html.js';
import type {PaynowError} from '../api/errors.js';
import type {Product} from '../api/index.js';
import {cart} from '../i18n/en/cart.js';
import {options} from '../i18n/en/options.js';
import {supply} from '../i18n/messages.js';
import {answersFrom, choiceOf, firstAnswers, isSoldOut, modesOf, platformsOf, stateOf, unitPrice} from './choice.js';
import type {Answers, Choice} from './choice.js';
import {mistakesIn} from './choice-checks.js';
import type {FieldName, Mistake} from './choice-checks.js';
import {pressOnEnter} from './choice-link.js';
import {ChoiceSaid} from './choice-said.js';
import {define} from './define.js';
import {FormElement} from './form-element.js';
import {optionsFields} from './options-fields.js';
import type {OptionsView} from './options-fields.js';
import {ghost, optionsTotal} from './options-frame.js';
import {fieldOf} from './options-refusal.js';
import {optionsStyles} from './options.styles.js';
import {sentence} from './sentence.js';
import {StoreController} from './store-controller.js';
import {toError} from './to-error.js';

supply('', {...cart, ...options});

/**
 * What there is to choose for a product: how to buy it, server, variables, who gets it as a gift, quantity. An add or
 * buy button takes what is chosen when it is in the same `<paynow-product>`, or in the same form with the same
 * `product-id`; of its own attributes it keeps a receiver of a gift. To a form it is a control whose value is JSON: the
 * line as `getShop().cart.add()` takes it. It fires `input` and `change`.
 *
 * @slot - What stands here as long as the options are not known.
 * @csspart field - One thing to choose, with its label.
 * @csspart label - Names a field.
 * @csspart control - Where one chooses or types.
 * @csspart error - Says what is wrong in a field.
 * @csspart total - What it comes to, when that is not the price of the product.
 * @csspart retry-button - Reads the product once more.
 * @cssstate busy - The product is being read.
 * @cssstate failed - The product could not be read.
 * @cssstate sold-out - The product cannot be bought at the moment.
 * @fires paynow-error - The product could not be read, or an attribute is wrong.
 */
export class PaynowOptions extends FormElement {
  static override styles = optionsStyles;

  #trial: StoreController<boolean> | undefined;
  #wish: Choice = {};
  #restored: Partial<Answers> | undefined;
  #answers: Answers | undefined;
  #answered: string | undefined;
  #said = new ChoiceSaid();
  #platforms: readonly string[] | undefined;

  /** The product as it is named: by its id or its slug. */
  get key(): string {
    return this.productKey;
  }

  /** What is chosen, as `cart.add()` takes it beside a `productId`. Set it to choose. */
  get value(): Choice {
    return this.product && this.#answers ? choiceOf(this.product, this.#answers) : this.#wish;
  }

  set value(wish: Choice) {
    this.#wish = wish;
    this.formResetCallback();
  }

  /** What one costs as it is chosen, in the smallest unit of the product's currency; nothing before that is known. */
  get price(): number | undefined {
    return this.product && this.#answers && unitPrice(this.product, this.#answers, this.#answers.mode);
  }

  /** Whether what is chosen can be bought. What is wrong is said in its field, and the first one gets the focus. */
  reportValidity(): boolean {
    return this.#report(this.#mistakes);
  }

  /** Waits for the product and checks; a purchase past the cart minds no trial in it. @returns what is chosen. */
  async complete(isDirect = false): Promise<Choice | undefined> {
    if (this.shop.id && this.key) await this.shop.catalog.product(this.key).catch(() => {});
    await this.updateComplete;
    const mistakes = this.#mistakes.filter(({field}) => !isDirect || field !== 'mode');
    return this.product && this.#report(mistakes) ? this.value : undefined;
  }

  /** Says an error of the shop in the field that it is about. @returns whether there is such a field. */
  async refuse(error: PaynowError): Promise<boolean> {
    const field = this.product && fieldOf(error, this.product);
    if (!field || !this.#control(field)) return false;
    this.#said.refuse(field, field.startsWith('variable') ? this.text.refused : await sentence(error, this));
    this.requestUpdate();
    await this.updateComplete;
    this.#control(field)?.focus();
    return true;
  }

  /** Starts anew: the form was reset. */
  formResetCallback(): void {
    this.#answered = undefined;
    this.#said.clear();
    this.requestUpdate();
    this.#meet();
    this.settleForm();
  }

  /** Takes back what stood in the fields when the page was left. */
  formStateRestoreCallback(state: string): void {
    this.#restored = answersFrom(state);
    this.formResetCallback();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    // The browser shows the first mistake of a form that is being sent; then all of ours are to be seen as well.
    this.addEventListener('invalid', () => requestAnimationFrame(() => {
      if (this.shadowRoot?.activeElement) this.reportValidity();
    }));
    return super.createRenderRoot();
  }

  protected override updated(): void {
    this.settleForm();
  }

  protected override render() {
    this.#meet();
    const {product, text} = this;
    const isGone = !!product && isSoldOut(product);
    this.toggleState('busy', !product && !this.problem);
    this.toggleState('sold-out', isGone);
    return html`${this.fallback(ghost(text))}
      ${product && this.#answers ? html`<fieldset class="fields" aria-label=${text.optionsOf(product.name)}
          ?disabled=${this.isBarred || isGone} @input=${this.#tell} @change=${this.#tell} @keydown=${this.#send}>
          ${optionsFields(this.#view(product, this.#answers))} ${optionsTotal(product, this.#answers, this)}
        </fieldset>` : ''}`;
  }

  get #mistakes(): Mistake[] {
    return this.product && this.#answers
      ? mistakesIn(this.product, this.#answers, this.text, this.#trial?.value ?? false)
      : [{field: 'product', flag: 'customError', sentence: this.text.optionsLoading}];
  }

  #view(product: Product, answers: Answers): OptionsView {
    const [mistakes, {text, locale}] = [this.#mistakes, this];
    const said = (field: FieldName): string => this.#said.at(field, mistakes);
    return {product, answers, text, locale, platforms: this.#platforms, said, put: this.#put};
  }

  // What the product asks for is known now, or the element shows another product.
  #meet(): void {
    const {product} = this;
    if (!product || product.id === this.#answered) return;
    this.#answered = product.id;
    this.#answers = {...firstAnswers(product, this.#wish), ...this.#restored};
    this.#restored = undefined;
    if (this.#answers.isGift) void this.#askPlatforms();
    if (!modesOf(product).includes('trial')) return;
    this.#trial ??= new StoreController(this, 'cart', ({cart}) => !!cart.state.cart?.lines.some(({trial}) => trial));
  }

  async #askPlatforms(): Promise<void> {
    try {
      // A tick that is taken back at once would stay on the screen: it has to be drawn first.
      await this.updateComplete;
      const platforms = this.#platforms = platformsOf((await this.shop.catalog.store()).platform);
      const platform = platforms.find(known => known === this.#answers?.platform) ?? platforms[0] ?? '';
      this.#put('receiver', {platform});
    } catch (error) {
      this.#put('gift', {isGift: false});
      this.#said.refuse('gift', await sentence(toError(error), this));
      this.requestUpdate();
    }
  }

  #put = (field: FieldName, news: Partial<Answers>): void => {
    if (!this.#answers) return;
    this.#answers = {...this.#answers, ...news};
    this.#said.mend(field);
    if (news.isGift && !this.#platforms) void this.#askPlatforms();
    this.requestUpdate();
  };

  #send = (event: KeyboardEvent): void => pressOnEnter(this, event);

  // What happens in the fields leaves the element once, as its own event.
  #tell(event: Event): void {
    event.stopPropagation();
    if (event.type === 'change') this.#said.show((event.target as Element).id);
    this.settleForm();
    this.dispatchEvent(new Event(event.type, {bubbles: true, composed: true}));
  }

  #control(field: FieldName): HTMLElement | undefined {
    const id = field === 'mode' ? this.#answers?.mode : field;
    const found = this.shadowRoot?.querySelector<HTMLElement>(`[id="${id}"]`);
    return found ?? (field === 'receiver' ? this.#control('gift') : undefined);
  }

  protected override settleForm(): void {
    const line = this.product ? JSON.stringify({productId: this.product.id, ...this.value}) : null;
    this.internals.setFormValue(line, this.#answers ? stateOf(this.#answers) : null);
    const [first] = this.#mistakes;
    if (first) this.internals.setValidity({[first.flag]: true}, first.sentence, this.#control(first.field));
    else this.internals.setValidity({});
  }

  #report(mistakes: Mistake[]): boolean {
    this.#said.show(...mistakes.map(({field}) => field));
    this.requestUpdate();
    const [first] = mistakes;
    if (first) void this.updateComplete.then(() => this.#control(first.field)?.focus());
    return !first;
  }
}

define('paynow-options', PaynowOptions);

declare global {
  interface HTMLElementTagNameMap {
    'paynow-options': PaynowOptions;
  }
}
