import type {PropertyValues} from '@lit/reactive-element';
import {afterPaint} from './after-paint.js';
import {PaynowButton} from './paynow-button.js';
import {property} from './property.js';
import {StoreController} from './store-controller.js';

let loading: Promise<typeof import('./add-prepare.js')> | undefined;

// Each import takes its time even when the file is there: all buttons of one frame share it.
const load = (): NonNullable<typeof loading> => loading ??= afterPaint().then(() => {
  loading = undefined;
  return import('./add-prepare.js');
});

/**
 * What the buttons that add and that buy a product share: the attributes that say what is wanted.
 *
 * @cssstate sold-out - The product cannot be bought at the moment.
 */
export abstract class ProductButton extends PaynowButton {
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
  /** Opens the cart when pressed; a purchase past the cart leaves it closed. */
  @property({attribute: 'open-cart', type: Boolean}) openCart = false;

  #isWrong = false;
  #soldOut = new StoreController(this, 'catalog', ({catalog}) => {
    const stock = catalog.peek(this.key)?.product?.stock;
    return !!stock && (!stock.available_to_purchase || stock.customer_available === 0);
  });

  /** The product as it is named: by its id or its slug. */
  get key(): string {
    return this.productId?.trim() ?? '';
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
    const {prepare} = await load();
    if (!this.isConnected) return;
    const wrong = await prepare(this);
    // What a press had to say in the meantime stays.
    if (wrong || this.#isWrong) this.say(wrong);
    this.#isWrong = !!wrong;
  }
}
