import type {PropertyValues} from '@lit/reactive-element';
import {add} from '../i18n/en/add.js';
import {supply} from '../i18n/messages.js';
import {afterPaint} from './after-paint.js';
import {define} from './define.js';
import {PaynowButton} from './paynow-button.js';
import type {Outcome} from './paynow-button.js';
import {property} from './property.js';
import {StoreController} from './store-controller.js';

supply('', add);

/**
 * A button that puts a product into the cart.
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
export class PaynowAddButton extends PaynowButton {
  /** Id (digits in a string) or slug of the product. */
  @property({attribute: 'product-id'}) productId?: string | null;
  /** How many one press adds; 1 when left out. */
  @property({type: Number}) quantity?: number | null;
  /** Adds the product as a subscription. */
  @property({type: Boolean}) subscription = false;
  /** Adds the free trial of the product. */
  @property({type: Boolean}) trial = false;
  /** Id (digits in a string) of the game server that the product is for. */
  @property({attribute: 'gameserver-id'}) gameserverId?: string | null;
  /** Id (digits in a string) of the customer who receives the product as a gift. */
  @property({attribute: 'gift-to-customer-id'}) giftToCustomerId?: string | null;
  /** Platform on which the receiver of a gift is known, such as `steam`; goes with `gift-to-id`. */
  @property({attribute: 'gift-to-platform'}) giftToPlatform?: string | null;
  /** Id or name of the receiver of a gift on that platform. */
  @property({attribute: 'gift-to-id'}) giftToId?: string | null;
  /** One value for each identifier of a custom variable; as an attribute, a JSON object. */
  @property({attribute: 'custom-variables', type: Object}) customVariables?: Readonly<Record<string, string>> | null;
  /** Opens the cart when pressed. */
  @property({attribute: 'open-cart', type: Boolean}) openCart = false;

  #isWrong = false;
  #soldOut = new StoreController(this, 'catalog', ({catalog}) => {
    const stock = catalog.peek(this.productId ?? '')?.product?.stock;
    return !!stock && (!stock.available_to_purchase || stock.customer_available === 0);
  });

  protected override get label(): string {
    return this.text.addToCart;
  }

  protected override get obstacle(): string {
    return this.#soldOut.value ? this.text.soldOut : '';
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    this.toggleState('sold-out', this.#soldOut.value);
    if (changed.size) void this.#prepare();
  }

  // Asks for the product and looks for mistakes in the attributes, but never before the button is on the screen.
  async #prepare(): Promise<void> {
    await afterPaint();
    if (!this.isConnected) return;
    const wrong = await (await import('./add-prepare.js')).prepare(this);
    // What a press had to say in the meantime stays.
    if (wrong || this.#isWrong) this.say(wrong);
    this.#isWrong = !!wrong;
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
