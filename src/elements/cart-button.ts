import {ReactiveElement} from '@lit/reactive-element';
import type {PropertyValues} from '@lit/reactive-element';
import {count} from '../i18n/en/count.js';
import {supply} from '../i18n/messages.js';
import {digits} from '../i18n/plural.js';
import {cartButtonStyles} from './cart-button.styles.js';
import {commonStyles} from './common.styles.js';
import {define} from './define.js';
import {icon} from './icon.js';
import {make} from './make.js';
import {findCart, openCart} from './open-cart.js';
import {PaynowElement} from './paynow-element.js';
import {plainLabel} from './plain-label.js';
import {property} from './property.js';
import {StoreController} from './store-controller.js';

supply('', count);

/**
 * A button that opens the cart and shows how many items are in it.
 *
 * @slot - A label beside the icon; none by default.
 * @csspart button - The button.
 * @csspart icon - The drawing of a bag.
 * @csspart badge - The number of items; not shown for an empty cart.
 * @cssstate empty - There is nothing in the cart.
 */
export class PaynowCartButton extends PaynowElement {
  static override shadowRootOptions: ShadowRootInit = {...ReactiveElement.shadowRootOptions, delegatesFocus: true};
  static override styles = [commonStyles, cartButtonStyles];

  /** Id of the cart to open; else the cart of the page for the same shop, made when the page has none. */
  @property() cart?: string | null;
  /** Hides the button as long as nothing is in the cart. */
  @property({attribute: 'hide-when-empty', type: Boolean}) hideWhenEmpty = false;

  #badge = make('span', {part: 'badge'});
  #button = make(
    'button',
    {part: 'button', type: 'button', ariaHasPopup: 'dialog', onclick: event => this.#open(event)},
    make(
      'span',
      {part: 'icon'},
      icon('M5 7.5h14l1.4 12a1.8 1.8 0 0 1-1.8 2H5.4a1.8 1.8 0 0 1-1.8-2zM8.2 10.5V6.3a3.8 3.8 0 0 1 7.6 0v4.2'),
    ),
    // The space keeps label and number apart for whoever reads the button as text.
    make('slot', {onslotchange: () => this.#readLabel()}),
    ' ',
    this.#badge,
  );
  #count = new StoreController(this, 'cart', ({cart}) => cart.state.cart?.quantity);

  override connectedCallback(): void {
    super.connectedCallback();
    for (const name of ['paynow-cart-open', 'paynow-cart-close']) document.addEventListener(name, this.#follow);
    this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const name of ['paynow-cart-open', 'paynow-cart-close']) document.removeEventListener(name, this.#follow);
  }

  /** Presses the button, as a shopper would. */
  override click(): void {
    this.#button.click();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.append(this.#button);
    return root;
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    const {text} = this;
    const items = this.#count.value;
    this.#badge.textContent = items ? digits(this.locale, items) : '';
    const label = this.textContent?.trim();
    this.#button.classList.toggle('labelled', !!label);
    // The name begins with the label that is seen, so that it can be spoken to press the button.
    const name = label || text.cart;
    // As long as nobody knows how many there are, none are counted.
    this.#button.ariaLabel = items === undefined ? name : `${name}, ${text.items(items)}`;
    this.toggleState('empty', !items);
  }

  #readLabel(): void {
    plainLabel(this);
    this.requestUpdate();
  }

  // A link that came into the label later must not lead away either.
  #open(event: Event): void {
    event.preventDefault();
    openCart(this, this.cart);
  }

  #follow = (): void => {
    this.#button.ariaExpanded = String(!!findCart(this, this.cart)?.matches('[open]:not([mode=inline])'));
  };
}

define('paynow-cart-button', PaynowCartButton);

declare global {
  interface HTMLElementTagNameMap {
    'paynow-cart-button': PaynowCartButton;
  }
}
