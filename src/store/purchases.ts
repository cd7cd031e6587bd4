import {createCartCheckout} from '../api/cart.js';
import {createCheckout} from '../api/checkout.js';
import {PaynowError} from '../api/errors.js';
import type {CheckoutSession} from '../api/index.js';
import type {Backend} from './backend.js';
import {beginCheckout} from './begin-checkout.js';
import type {CartState} from './cart-store.js';
import type {CatalogEngine} from './catalog-engine.js';
import {checkoutBody} from './checkout-options.js';
import type {CheckoutOptions, LineRequest} from './events.js';
import {targetOf} from './line.js';
import {OpenSession} from './open-session.js';
import type {Queue} from './queue.js';
import type {CartReader} from './reader.js';
import {completeTarget} from './rules.js';
import type {Shop} from './shop.js';

/** Tells one token from another in a number from which nobody gets back to it. */
const traceOf = (token = ''): number =>
  [...token].reduce((trace, letter) => (Math.imul(trace, 31) + letter.charCodeAt(0)) | 0, 0);

const wrong = (message: string, code: string): PaynowError => new PaynowError(message, {kind: 'configuration', code});

/** What makes checkouts, of the cart and past it. Loaded with the first one. */
export class Purchases {
  #shop: Shop;
  #backend: Backend;
  #catalog: CatalogEngine;
  #reader: CartReader;
  #queue: Queue;
  #checkout: Promise<CheckoutSession> | undefined;
  #running = new Map<string, Promise<CheckoutSession>>();

  /** The sessions that are open. */
  readonly open: Readonly<Record<'cart' | 'lines', OpenSession>>;

  constructor(shop: Shop, backend: Backend, catalog: CatalogEngine, reader: CartReader, queue: Queue) {
    this.#shop = shop;
    this.#backend = backend;
    this.#catalog = catalog;
    this.#reader = reader;
    this.#queue = queue;
    this.open = {cart: new OpenSession(shop, 'cart'), lines: new OpenSession(shop, 'lines')};
  }

  /** See `CartStore.checkout`. Two presses make one session. */
  checkout(options: CheckoutOptions, seen: CartState): Promise<CheckoutSession> {
    this.#checkout ??= this.#ofCart(options, seen).finally(() => {
      this.#checkout = undefined;
    });
    return this.#checkout;
  }

  /** See `CartStore.buy`. The same pressed twice makes one session. */
  buy(lines: readonly LineRequest[], options: CheckoutOptions): Promise<CheckoutSession> {
    const key = JSON.stringify([lines, options]);
    let running = this.#running.get(key);
    if (!running) {
      running = this.#ofLines(lines, options).finally(() => this.#running.delete(key));
      this.#running.set(key, running);
    }
    return running;
  }

  async #ofCart(options: CheckoutOptions, seen: CartState): Promise<CheckoutSession> {
    const body = checkoutBody(this.#shop, options);
    const queue = this.#queue;
    const before = queue.notices;
    const {makeSure} = this.#reader;
    if (makeSure) {
      await queue.idle();
      await makeSure(seen);
    }
    return queue.alone(async () => {
      // Nobody is sent to pay for another cart than the one that they saw when they pressed.
      if (queue.notices.some(notice => !before.includes(notice)))
        throw wrong('A change was taken back.', 'cart-changed');
      const {status, cart} = this.#shop.cart.state;
      if (status === 'signed-out')
        throw new PaynowError('Checkout needs a customer who is signed in.', {kind: 'auth', code: 'signed-out'});
      if (cart && !cart.lines.length) throw wrong('The cart is empty.', 'cart-empty');
      const session = await beginCheckout({
        shop: this.#shop, open: this.open.cart, isCart: true, customer: this.#reader.copy.customer,
        of: this.#reader.copy.server, body,
        send: marked => this.#backend.send((client, call) => createCartCheckout(client, marked, call)),
      });
      queue.mark.begin(session.id);
      return session;
    });
  }

  async #ofLines(wishes: readonly LineRequest[], options: CheckoutOptions): Promise<CheckoutSession> {
    const lines = await Promise.all(wishes.map(async wish => {
      const target = completeTarget(await this.#catalog.product(wish.productId), targetOf(wish));
      return {...target, quantity: wish.quantity ?? 1};
    }));
    const body = {...checkoutBody(this.#shop, options), lines};
    // Whoever shops in this tab next must not pay for what goes to the customer before.
    const token = await this.#reader.token();
    const customer = token ? this.#reader.copy.customer : null;
    return beginCheckout({
      shop: this.#shop, open: this.open.lines, isCart: false, customer, of: [customer ?? traceOf(token), lines], body,
      send: marked => this.#backend.send((client, call) => createCheckout(client, marked, call)),
    });
  }
}
