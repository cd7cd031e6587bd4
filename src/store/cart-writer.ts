import {PaynowError} from '../api/errors.js';
import type {CheckoutSession} from '../api/index.js';
import {createCartCheckout} from '../api/cart.js';
import type {Backend} from './backend.js';
import type {CartState, ShownLine} from './cart-store.js';
import type {CatalogEngine} from './catalog-engine.js';
import {newChange} from './change.js';
import {checkoutBody} from './checkout-options.js';
import type {Change} from './change.js';
import type {CheckoutOptions, LineRequest} from './events.js';
import {isLine} from './draft.js';
import {targetOf, targetOfLine} from './line.js';
import type {Purchases} from './purchases.js';
import {Queue} from './queue.js';
import type {CartReader} from './reader.js';
import {isPassing, isUnsure, retrying, toError} from './retry.js';
import {completeTarget} from './rules.js';
import type {SessionEngine} from './session-engine.js';
import type {Shop} from './shop.js';

const wrong = (message: string, code?: string): PaynowError => new PaynowError(message, {kind: 'configuration', code});

const checkQuantity = (quantity: number, least: number): number => {
  if (Number.isInteger(quantity) && quantity >= least && quantity <= 2 ** 31 - 1) return quantity;
  throw wrong(`quantity ${quantity} cannot be used: give a whole number from ${least} to 2147483647.`, 'quantity');
};

/**
 * What shoppers do to the cart of one shop: checked, then handed to the queue. Loaded with the first thing that they
 * do.
 */
export class CartWriter {
  #shop: Shop;
  #backend: Backend;
  #catalog: CatalogEngine;
  #reader: CartReader;
  /** Where changes go. */
  readonly queue: Queue;
  #checkout: Promise<CheckoutSession> | undefined;
  #purchases: Promise<Purchases> | undefined;

  constructor(shop: Shop, backend: Backend, catalog: CatalogEngine, session: SessionEngine, reader: CartReader) {
    this.#shop = shop;
    this.#backend = backend;
    this.#catalog = catalog;
    this.#reader = reader;
    this.queue = new Queue(shop, backend, session, reader, change => this.#check(change));
    shop.catalog.addEventListener('change', () => reader.screen.show());
  }

  /** See `CartStore.add`. */
  async add(line: LineRequest): Promise<ShownLine | null> {
    const quantity = checkQuantity(line.quantity ?? 1, 1);
    if (line.giftTo && line.giftToCustomerId)
      throw wrong('giftTo and giftToCustomerId exclude each other: give one of them.');
    return this.#submit('add', targetOf(line), quantity);
  }

  /** See `CartStore.setQuantity`. */
  async setQuantity(lineKey: string, quantity: number): Promise<ShownLine | null> {
    checkQuantity(quantity, 0);
    const line = this.#state.cart?.lines.find(
      ({key, line_key: own}) => key === lineKey || (own !== '' && own === lineKey),
    );
    if (!line) throw wrong(`There is no line ${lineKey.slice(0, 80)} in the cart.`, 'unknown-line');
    const change = this.queue.find(line.key);
    return this.#submit('set', change?.target ?? targetOfLine(line), quantity, line.name);
  }

  /** See `CartStore.clear`. */
  async clear(): Promise<void> {
    await this.queue.push(
      newChange('clear', null, 0, {state: 'waiting', customer: this.#reader.copy.customer, name: ''}),
    );
  }

  /** See `CartStore.checkout`. Two presses make one session. */
  checkout(options: CheckoutOptions): Promise<CheckoutSession> {
    this.#checkout ??= this.#makeCheckout(options).finally(() => {
      this.#checkout = undefined;
    });
    return this.#checkout;
  }

  /** See `CartStore.buy`. */
  async buy(lines: readonly LineRequest[], options: CheckoutOptions): Promise<CheckoutSession> {
    this.#purchases ??= import('./purchases.js').then(
      ({Purchases}) => new Purchases(this.#shop, this.#backend, this.#catalog),
      (error: unknown) => {
        this.#purchases = undefined;
        throw toError(error);
      },
    );
    return (await this.#purchases).buy(lines, options);
  }

  /** See `CartStore.retry`. */
  async retry(noticeId: string): Promise<void> {
    await this.queue.retry(noticeId);
  }

  /** See `CartStore.dismiss`. */
  dismiss(noticeId: string): void {
    this.queue.dismiss(noticeId);
  }

  get #state(): CartState {
    return this.#shop.cart.state;
  }

  async #submit(
    kind: 'add' | 'set',
    target: Change['target'] & object,
    quantity: number,
    name = '',
  ): Promise<ShownLine | null> {
    const known = this.#shop.catalog.peek(target.productId)?.product;
    const {customer, server} = this.#reader.copy;
    const isOnServer = kind === 'set' && server?.lines.some(line => isLine(line, target));
    if (isOnServer || (kind === 'set' && known)) {
      return this.queue.push(newChange(kind, target, quantity, {state: 'waiting', customer, name}));
    }
    // With the product at hand all is decided in this very turn, so that the screen answers in the next frame.
    const ready = known ? completeTarget(known, target) : null;
    return this.queue.push(
      newChange(kind, ready ?? target, quantity, {
        state: ready ? 'waiting' : 'checking',
        customer,
        name: name || (known?.name ?? ''),
      }),
    );
  }

  /** Looks at the product of a change and says what really has to be sent. */
  async #check(change: Change): Promise<Change> {
    if (!change.target) return change;
    try {
      const product = await this.#catalog.product(change.target.productId);
      const target =
        change.kind === 'set' && change.quantity === 0
          ? {...change.target, productId: product.id}
          : completeTarget(product, change.target);
      return newChange(change.kind, target, change.quantity, {
        state: 'waiting',
        customer: change.customer,
        name: product.name,
      });
    } catch (error) {
      throw toError(error);
    }
  }

  async #makeCheckout(options: CheckoutOptions): Promise<CheckoutSession> {
    const body = checkoutBody(this.#shop, options);
    const before = this.queue.notices;
    return this.queue.alone(async () => {
      // Nobody is sent to pay for another cart than the one that they saw when they pressed.
      if (this.queue.notices.some(notice => !before.includes(notice)))
        throw wrong('A change was taken back.', 'cart-changed');
      const {status, cart} = this.#state;
      if (status === 'signed-out')
        throw new PaynowError('Checkout needs a customer who is signed in.', {kind: 'auth', code: 'signed-out'});
      if (cart && !cart.lines.length) throw wrong('The cart is empty.', 'cart-empty');
      // A session whose answer was lost must not be made again behind the shopper's back; one turned away at the door
      // may.
      const session = await retrying(
        () => this.#backend.send((client, call) => createCartCheckout(client, body, call)),
        undefined,
        error => isPassing(error) && !isUnsure(error),
      );
      this.queue.mark.begin(session.id);
      return session;
    });
  }
}
