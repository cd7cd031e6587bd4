import type {PropertyValues} from '@lit/reactive-element';
import {checkout} from '../i18n/en/checkout.js';
import {add} from '../i18n/en/add.js';
import {supply} from '../i18n/messages.js';
import {openTab} from './checkout-tab.js';
import {define} from './define.js';
import {PaynowButton} from './paynow-button.js';
import type {Outcome} from './paynow-button.js';
import {property} from './property.js';
import {StoreController} from './store-controller.js';

supply('', add);
supply('', checkout);

/**
 * A button that takes the cart to the checkout.
 *
 * @slot - The label; "Checkout" when empty.
 * @csspart button - The button.
 * @csspart spinner - What turns until the checkout opens.
 * @csspart message - The sentence below the button when something is wrong.
 * @cssstate busy - The checkout is being prepared.
 * @cssstate empty - There is nothing in the cart, so the button does nothing.
 * @cssstate failed - The message below the button says what is wrong.
 * @fires paynow-before-checkout - The checkout is about to be prepared; cancel it to stay.
 * @fires paynow-checkout - The checkout is ready; cancel it to take the shopper there yourself.
 * @fires paynow-auth-required - The checkout needs a signed-in customer; cancel it when the page signs them in itself.
 * @fires paynow-error - The checkout could not be prepared.
 */
export class PaynowCheckoutButton extends PaynowButton {
  /** How the checkout opens: `redirect`, `overlay` or `new-tab`; else as the shop is set up. */
  @property() checkout?: 'redirect' | 'overlay' | 'new-tab' | null;
  /** Codes for the checkout, separated by commas; else those of the shop. */
  @property({attribute: 'promo-codes'}) promoCodes?: string | null;

  #items = new StoreController(this, 'cart', ({cart}) => cart.state.cart?.quantity ?? 0);

  protected override get label(): string {
    return this.text.checkout;
  }

  protected override get obstacle(): string {
    return this.#items.value && !this.busy ? '' : ' ';
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    this.toggleState('empty', !this.#items.value);
  }

  protected override async warm(): Promise<void> {
    await Promise.all([import('./checkout-action.js'), this.shop.id && (await this.shop.writer()).purchases()]);
  }

  protected override async perform(): Promise<Outcome> {
    const tab = openTab(this);
    return (await import('./checkout-action.js')).checkOut(this, tab, this.promoCodes);
  }
}

define('paynow-checkout-button', PaynowCheckoutButton);

declare global {
  interface HTMLElementTagNameMap {
    'paynow-checkout-button': PaynowCheckoutButton;
  }
}
