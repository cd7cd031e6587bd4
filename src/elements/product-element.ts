import type {PropertyValues} from '@lit/reactive-element';
import {html} from 'lit/html.js';
import {PaynowError} from '../api/errors.js';
import type {Product} from '../api/index.js';
import {add} from '../i18n/en/add.js';
import {catalog} from '../i18n/en/catalog.js';
import {supply} from '../i18n/messages.js';
import {keepWarm} from '../store/keep-warm.js';
import {warnOnce} from '../store/registry.js';
import {closest} from './closest.js';
import {hasOwnContent} from './own-content.js';
import {property} from './property.js';
import {followSales} from './sale-end.js';
import {sentenceNow} from './sentence.js';
import {StoreController} from './store-controller.js';
import {TemplateElement} from './template-element.js';
import {toError} from './to-error.js';

supply('', {...add, ...catalog});

/** What the elements share that show one product: they ask for it, follow it, and say why there is none. */
export abstract class ProductElement extends TemplateElement {
  /** Id (digits in a string) or slug of the product; inside of a `<paynow-product>` that one's by default. */
  @property({attribute: 'product-id', reflect: true}) productId?: string | null;

  #entry = new StoreController(this, 'catalog', ({catalog}) => catalog.peek(this.productKey));
  #wanted = '';
  #mistake: PaynowError | undefined;
  #fault: PaynowError | undefined;
  #told: PaynowError | undefined;
  #asking: string | undefined;

  constructor() {
    super();
    followSales(this, () => [this.product]);
  }

  /** The product, as soon as it is known. */
  get product(): Product | undefined {
    return this.#entry.value?.product;
  }

  /** Why there is no product to show, once that is certain. */
  protected get problem(): PaynowError | undefined {
    if (this.#mistake || this.product || this.#asking === this.#wanted) return this.#mistake;
    return this.#fault ?? this.#entry.value?.error;
  }

  /** What the product is asked for by; empty when nobody says it. */
  protected get productKey(): string {
    const given = this.productId ?? closest(this, 'paynow-product[product-id]')?.getAttribute('product-id');
    return given?.trim() ?? '';
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const {shop, productKey} = this;
    // An element that the page still hides may get its product later.
    const mistake = productKey ? shop.id ? '' : 'unconfigured' : this.hidden ? '' : 'missing-product';
    if (this.#mistake?.code !== (mistake || undefined)) this.#mistake = mistake ? this.#mistakeOf(mistake) : undefined;
    const wanted = JSON.stringify([shop.id, shop.config.apiUrl, productKey]);
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    this.#fault = undefined;
    if (productKey && shop.id) void this.#ask();
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    const {problem} = this;
    this.toggleState('failed', !!problem);
    // A shop is often connected a moment later than its elements are drawn: that is worth a sentence, but no event.
    if (problem && problem !== this.#told && problem.code !== 'unconfigured') {
      this.emit('paynow-error', {error: problem});
      if (problem.kind === 'configuration') warnOnce(problem.message);
    }
    this.#told = problem;
  }

  /** The sentence that says why there is no product, with a way to try again where that may help. */
  protected failure(error: PaynowError) {
    return html`<span part="error">${sentenceNow(error, this)} ${this.#mistake ? '' : html`<button type="button"
      part="retry-button" @click=${() => void this.#ask()}>${this.text.retry}</button>`}</span>`;
  }

  /** What the page itself says as long as there is no product, or else the given. */
  protected fallback(otherwise: unknown) {
    const {product, problem} = this;
    const isOwn = !this.#mistake && hasOwnContent(this);
    return [
      html`<slot ?hidden=${!!product || !isOwn} @slotchange=${() => this.requestUpdate()}></slot>`,
      product || isOwn ? '' : problem ? this.failure(problem) : otherwise,
    ];
  }

  #mistakeOf(code: string): PaynowError {
    const sentence = code === 'unconfigured' ? 'belongs to no shop yet: write data-store-id on the script tag.'
      : 'needs a product-id: the id or the slug of the product.';
    return new PaynowError(`<${this.localName}> ${sentence}`, {kind: 'configuration', code});
  }

  async #ask(): Promise<void> {
    const asked = this.#asking = this.#wanted;
    this.#fault = undefined;
    this.requestUpdate();
    try {
      await this.shop.catalog.product(this.productKey);
      void keepWarm(this.shop);
    } catch (error) {
      if (asked === this.#wanted) this.#fault = toError(error);
    }
    if (asked === this.#asking) this.#asking = undefined;
    this.requestUpdate();
  }
}
