import {add} from '../i18n/en/add.js';
import {checkout} from '../i18n/en/checkout.js';
import {supply} from '../i18n/messages.js';
import {optionsFor} from './choice-link.js';
import {openTab} from './checkout-tab.js';
import {define} from './define.js';
import type {Outcome} from './paynow-button.js';
import {ProductButton} from './product-button.js';
import {property} from './property.js';

supply('', {...add, ...checkout});

/**
 * A button that takes one product straight to the checkout, past the cart, which stays as it is. It asks for what its
 * attributes leave open in the same way as `<paynow-add-button>`.
 *
 * @slot - The label; "Buy now" when empty.
 * @csspart button - The button.
 * @csspart spinner - What turns until the checkout opens.
 * @csspart message - The sentence below the button when something is wrong.
 * @cssstate busy - The checkout is being prepared.
 * @cssstate failed - The message below the button says what is wrong.
 * @cssstate sold-out - The product cannot be bought at the moment.
 * @fires paynow-before-checkout - The checkout is about to be prepared, with the line in `lines`; cancel it to stay.
 * @fires paynow-checkout - The checkout is ready; cancel it to take the shopper there yourself.
 * @fires paynow-auth-required - Buying needs a signed-in customer; cancel it when the page signs them in itself.
 * @fires paynow-error - The checkout could not be prepared, or an attribute is wrong.
 */
export class PaynowBuyButton extends ProductButton {
  /** How the checkout opens: `redirect`, `overlay` or `new-tab`; else as the shop is set up. */
  @property() checkout?: 'redirect' | 'overlay' | 'new-tab' | null;
  /** Codes for the checkout, separated by commas; else those of the shop. */
  @property({attribute: 'promo-codes'}) promoCodes?: string | null;

  protected override get label(): string {
    return this.text.buyNow;
  }

  protected override async warm(): Promise<void> {
    await Promise.all([import('./buy-action.js'), this.shop.id && (await this.shop.writer()).purchases()]);
  }

  protected override async perform(): Promise<Outcome> {
    const tab = this.#asks ? undefined : openTab(this);
    return (await import('./buy-action.js')).buyLine(this, tab);
  }

  // What is chosen in the dialog first gets its tab when that is done.
  get #asks(): boolean {
    const {shop, key, gameserverId, customVariables} = this;
    const product = shop.catalog.peek(key)?.product;
    if (!product || optionsFor(this)) return false;
    const {single_game_server_only: isOnOne, gameservers, custom_variables: variables} = product;
    return (isOnOne && !gameserverId && gameservers.length > 1) || (variables.length > 0 && !customVariables);
  }
}

define('paynow-buy-button', PaynowBuyButton);

declare global {
  interface HTMLElementTagNameMap {
    'paynow-buy-button': PaynowBuyButton;
  }
}
