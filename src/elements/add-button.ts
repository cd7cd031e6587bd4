import {add} from '../i18n/en/add.js';
import {supply} from '../i18n/messages.js';
import {define} from './define.js';
import type {Outcome} from './paynow-button.js';
import {ProductButton} from './product-button.js';

supply('', add);

/**
 * A button that puts a product into the cart. Where its attributes leave something to choose, it takes it from the
 * `<paynow-options>` of the same product in the same `<paynow-product>` or form, or else asks for it in a dialog.
 *
 * @slot - The label; "Add to cart" when empty.
 * @csspart button - The button.
 * @csspart spinner - What turns while a press is not confirmed yet.
 * @csspart message - The sentence below the button when something is wrong.
 * @cssstate busy - A press is not confirmed yet.
 * @cssstate added - The last press was confirmed a moment ago.
 * @cssstate failed - The message below the button says what is wrong.
 * @cssstate sold-out - The product cannot be bought at the moment.
 * @fires paynow-before-add - A press is about to add a line; cancel it to keep the line out of the cart.
 * @fires paynow-add - The shop has confirmed the line.
 * @fires paynow-auth-required - Adding needs a signed-in customer; cancel it when the page signs them in itself.
 * @fires paynow-error - The line was refused, or an attribute is wrong.
 */
export class PaynowAddButton extends ProductButton {
  protected override get label(): string {
    return this.text.addToCart;
  }

  protected override async warm(): Promise<void> {
    await Promise.all([import('./add-action.js'), this.shop.id && this.shop.writer()]);
  }

  // Presses while others wait are all counted: four presses are four times the product.
  protected override async perform(): Promise<Outcome> {
    return (await import('./add-action.js')).addLine(this);
  }
}

define('paynow-add-button', PaynowAddButton);

declare global {
  interface HTMLElementTagNameMap {
    'paynow-add-button': PaynowAddButton;
  }
}
