import type {Cart, CartLine, CheckoutSession} from '../api/index.js';
import type {PaynowError} from '../api/errors.js';
import type {CheckoutOptions, LineRequest} from './events.js';
import type {Shop} from './shop.js';

/** A line as the shopper sees it: the server's, with every change that is still on its way. */
export interface ShownLine extends CartLine {
  /** Names the line for as long as it lives, also before the server has given it a `line_key`. */
  readonly key: string;
  /** Whether a change of this line is not confirmed yet. */
  readonly pending: boolean;
}

/** The cart as the shopper sees it. Amounts are integers in the smallest unit of `currency`. */
export interface ShownCart extends Omit<Cart, 'lines'> {
  readonly lines: readonly ShownLine[];
  /** All quantities together. */
  readonly quantity: number;
}

/** A change that was taken back: what was wanted, why it was not to be, and for which line. */
export interface Notice {
  readonly id: string;
  /** The `key` of the line that it is about; that line may be gone. */
  readonly lineKey: string | null;
  /** Name of the product, for a line that is gone. */
  readonly name: string;
  readonly action: 'add' | 'set' | 'remove' | 'clear';
  /** How many were to be added, or how many there were to be. */
  readonly quantity: number;
  readonly error: PaynowError;
  /** Whether it was put in before signing in, and could not be brought into the customer's cart. */
  readonly wasGuest?: boolean | undefined;
}

/** A checkout that this browser has begun and that is paid. */
export interface Purchase {
  readonly checkoutId: string;
  /** Empty where the shop does not tell. */
  readonly orderId: string;
  /** Whether the shop has not confirmed it yet. */
  readonly isPending: boolean;
}

/** A frozen picture of the cart; each change makes a new one. */
export interface CartState {
  readonly status: 'unconfigured' | 'signed-out' | 'loading' | 'ready' | 'failed';
  /** What to show; null as long as nothing is known. Guest lines are in it as well. */
  readonly cart: ShownCart | null;
  /** How many changes wait for the server's word. */
  readonly pending: number;
  /** Why the cart could not be read; null when it could. */
  readonly error: PaynowError | null;
  /** Changes that were taken back and that nobody has dismissed yet. */
  readonly notices: readonly Notice[];
  /** Whether changes wait for the network. */
  readonly offline: boolean;
  /** What was bought last; null before, and once that was dismissed. */
  readonly purchase: Purchase | null;
}

const nothing: CartState = Object.freeze({
  status: 'unconfigured', cart: null, pending: 0, error: null, notices: Object.freeze([]), offline: false,
  purchase: null,
});

/** The cart of a shop: its state, and what can be done to it. Fires `change` when the state was replaced. */
export class CartStore extends EventTarget {
  #shop: Shop;
  #state = nothing;

  constructor(shop: Shop) {
    super();
    this.#shop = shop;
  }

  /** The cart now. */
  get state(): CartState {
    return this.#state;
  }

  /** Replaces the state; only the engine calls this. */
  publish(state: CartState): void {
    this.#state = state;
    this.dispatchEvent(new Event('change'));
  }

  /** Listening is asking for it: the first listener makes the cart load. */
  override addEventListener(...args: Parameters<EventTarget['addEventListener']>): void {
    super.addEventListener(...args);
    if (args[0] === 'change') void this.#shop.wake();
  }

  /**
   * Adds to the cart. Shows at once; resolves when the server has confirmed it, with the line as the server holds it.
   * Rests on `PUT /v1/store/cart/lines` with `increment`.
   * @throws {PaynowError} when it was refused and taken back.
   */
  async add(line: LineRequest): Promise<ShownLine | null> {
    return (await this.#shop.writer()).add(line);
  }

  /**
   * Sets the quantity of a line, named by its `key` or `line_key`; 0 removes it. Rests on `PUT /v1/store/cart/lines`.
   * @throws {PaynowError} when it was refused and taken back.
   */
  async setQuantity(lineKey: string, quantity: number): Promise<ShownLine | null> {
    return (await this.#shop.writer()).setQuantity(lineKey, quantity);
  }

  /** Removes a line, named by its `key` or `line_key`. @throws {PaynowError} when it was refused and taken back. */
  async remove(lineKey: string): Promise<void> {
    await this.setQuantity(lineKey, 0);
  }

  /** Removes every line. Rests on `DELETE /v1/store/cart`. @throws {PaynowError} when it was refused and taken back. */
  async clear(): Promise<void> {
    await (await this.#shop.writer()).clear();
  }

  /** Reads the cart again. Rests on `GET /v1/store/cart`. @throws {PaynowError} when it could not be read. */
  async refresh(): Promise<ShownCart | null> {
    await (await this.#shop.engine()).cart.refresh();
    if (this.#state.error) throw this.#state.error;
    return this.#state.cart;
  }

  /**
   * Turns the cart into a checkout session once every change is confirmed. Rests on `POST /v1/store/cart/checkout`.
   * @throws {PaynowError} when the session could not be made.
   */
  async checkout(options: CheckoutOptions = {}): Promise<CheckoutSession> {
    const seen = this.#state;
    return (await this.#shop.writer()).checkout(options, seen);
  }

  /**
   * Turns lines into a checkout session past the cart, which stays as it is. Rests on `POST /v1/checkouts`.
   * @throws {PaynowError} when the session could not be made.
   */
  async buy(lines: readonly LineRequest[], options: CheckoutOptions = {}): Promise<CheckoutSession> {
    return (await this.#shop.writer()).buy(lines, options);
  }

  /** Tries the change of a notice again. @throws {PaynowError} when it was refused again. */
  async retry(noticeId: string): Promise<void> {
    await (await this.#shop.writer()).retry(noticeId);
  }

  /** Takes a notice away, or the thanks for the purchase with this `checkoutId`. */
  async dismiss(noticeId: string): Promise<void> {
    (await this.#shop.writer()).dismiss(noticeId);
  }
}
