import {ReactiveElement} from '@lit/reactive-element';
import type {CSSResultGroup, PropertyValues} from '@lit/reactive-element';
import {loadLanguage, messages, texts} from '../i18n/messages.js';
import type {ElementEventMap} from '../store/events.js';
import {getShop, reassign, registry} from '../store/registry.js';
import type {Shop} from '../store/shop.js';
import {closest} from './closest.js';
import {commonStyles} from './common.styles.js';
import {property} from './property.js';

const idAround = (element: Element): string | null | undefined =>
  closest(element, 'paynow-store[store-id]')?.getAttribute('store-id');

/**
 * The shop that an element belongs to: its own `store-id`, else the nearest `<paynow-store>` with one, else the
 * page's.
 */
export const shopOf = (element: Element): Shop =>
  getShop(element.getAttribute('store-id') || idAround(element) || undefined);

// One listener for all: with one for each of hundreds of elements, adding them would take longer the more there are.
const connected = new Set<PaynowElement>();
for (const source of [registry, texts])
  source.addEventListener('change', () => connected.forEach(element => element.settle()));

// A page that changes its language does so on an element around ours, mostly on the outermost one.
if (globalThis.MutationObserver) {
  const options = {attributes: true, attributeFilter: ['lang'], subtree: true};
  new MutationObserver(reassign).observe(document.documentElement, options);
}

// A mark in the address tells of a shopper who comes back from the checkout.
if (globalThis.location?.search.includes('paynow-checkout='))
  import('./checkout-return.js').then(({comeBack}) => comeBack()).catch(() => {});

/**
 * What all elements share: the shop that they belong to, the language that they speak, their states and events.
 *
 * @cssprop --paynow-accent - Colour of what moves a purchase forward.
 * @cssprop --paynow-on-accent - Colour of text on the accent; black or white, whichever is read better, by default.
 * @cssprop --paynow-surface - Background.
 * @cssprop --paynow-text - Colour of text.
 * @cssprop --paynow-muted - Colour of text that matters less.
 * @cssprop --paynow-border - Colour of lines and borders.
 * @cssprop --paynow-danger - Colour of what is wrong.
 * @cssprop --paynow-radius - How round corners are.
 * @cssprop --paynow-gap - The space between things, from which the other distances follow.
 * @cssprop --paynow-button-shadow - What the filled buttons wear: a shadow, a glow or an edge; nothing by default.
 * @cssprop --paynow-font - Font family; the page's by default.
 * @cssstate light - The shop's `theme` is light.
 * @cssstate dark - The shop's `theme` is dark.
 */
export class PaynowElement extends ReactiveElement {
  static override styles: CSSResultGroup = commonStyles;

  /** Makes the element belong to this store (digits in a string) instead of the page's. */
  @property({attribute: 'store-id', reflect: true}) storeId?: string | null;

  /** The shop that the element belongs to at the moment. */
  shop = getShop();
  /** BCP 47 language of the texts and numbers. */
  locale = 'en';
  /** The texts in that language. */
  text = messages('en');

  #internals: ElementInternals | undefined;
  // Held on to: WebKit forgets what is in a set of states that nobody holds, and would never end one.
  #states: CustomStateSet | undefined;

  /** Made when the first state is shown: most of hundreds of buttons on a page never show any. */
  protected get internals(): ElementInternals {
    return this.#internals ??= this.attachInternals();
  }

  override connectedCallback(): void {
    connected.add(this);
    this.settle();
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    connected.delete(this);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('storeId') && this.hasUpdated) this.settle();
  }

  /** Shows or ends a transient condition, which stylesheets see as `:state(name)`. */
  toggleState(name: string, on: boolean): void {
    if (on !== !!this.#states?.has(name)) (this.#states ??= this.internals.states)[on ? 'add' : 'delete'](name);
  }

  /** Tells the page. @returns whether the page lets what follows go on. */
  emit<Name extends keyof ElementEventMap>(
    name: Name,
    detail: ElementEventMap[Name]['detail'],
    cancelable = false,
  ): boolean {
    return this.dispatchEvent(new CustomEvent(name, {detail, bubbles: true, composed: true, cancelable}));
  }

  /** Looks again to which shop the element belongs and which language it speaks. */
  settle(): void {
    // Not `shopOf`: a property that was just set is no attribute yet.
    this.shop = getShop(this.storeId || idAround(this) || undefined);
    const {lang, theme} = this.shop.config;
    this.locale = (this.lang || lang || closest(this, '[lang]')?.getAttribute('lang') || 'en').replace('_', '-');
    this.text = messages(this.locale);
    for (const name of ['light', 'dark']) this.toggleState(name, theme === name);
    void loadLanguage(this.locale);
    this.requestUpdate('shop');
  }
}
