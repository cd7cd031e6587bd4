import {PaynowError} from '../api/errors.js';
import type {CheckoutSession} from '../api/index.js';
import type {Backend} from './backend.js';
import type {CartState, ShownLine} from './cart-store.js';
import type {CatalogEngine} from './catalog-engine.js';
import {newChange} from './change.js';
import type {Change} from './change.js';
import type {CheckoutOptions, LineRequest} from './events.js';
import {isLine} from './draft.js';
import {targetOf, targetOfLine} from './line.js';
import type {Purchases} from './purchases.js';
import {Queue} from './queue.js';
import type {CartReader} from './reader.js';
import type {Returns} from './returns.js';
import {toError} from './retry.js';
import {completeTarget} from './rules.js';
import type {SessionEngine} from './session-engine.js';
import type {Shop} from './shop.js';
import {keptOf} from './waiting.js';

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
  #purchases: Promise<Purchases> | undefined;
  #session: SessionEngine;
  #returns: Promise<Returns> | undefined;

  constructor(shop: Shop, backend: Backend, catalog: CatalogEngine, session: SessionEngine, reader: CartReader) {
    this.#shop = shop;
    this.#backend = backend;
    this.#catalog = catalog;
    this.#session = session;
    this.#reader = reader;
    this.queue = new Queue(shop, backend, session, reader, change => this.#check(change));
    shop.catalog.addEventListener('change', () => reader.screen.show());
    this.queue.purchased = purchase => void this.returns().then(returns => returns.hear(purchase), () => {});
    this.#look();
    addEventListener('pageshow', ({persisted}) => persisted && this.#look());
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
    this.#noteChange();
    await this.queue.push(
      newChange('clear', null, 0, {state: 'waiting', customer: this.#reader.copy.customer, name: ''}),
    );
  }

  /** See `CartStore.checkout`. */
  async checkout(options: CheckoutOptions): Promise<CheckoutSession> {
    return (await this.purchases()).checkout(options);
  }

  /** See `CartStore.buy`. */
  async buy(lines: readonly LineRequest[], options: CheckoutOptions): Promise<CheckoutSession> {
    return (await this.purchases()).buy(lines, options);
  }

  /** What makes checkouts. Loaded with the first one; a failed load may be tried again. */
  purchases(): Promise<Purchases> {
    return (this.#purchases ??= import('./purchases.js').then(
      ({Purchases}) => new Purchases(this.#shop, this.#backend, this.#catalog, this.#reader, this.queue),
      (error: unknown) => {
        this.#purchases = undefined;
        throw toError(error);
      },
    ));
  }

  /** See `CartStore.retry`. */
  async retry(noticeId: string): Promise<void> {
    await this.queue.retry(noticeId);
  }

  /** See `CartStore.dismiss`. */
  dismiss(noticeId: string): void {
    const {screen} = this.#reader;
    if (screen.purchase?.checkoutId === noticeId) screen.purchase = null;
    this.queue.dismiss(noticeId);
  }

  /** What comes after a checkout. Loaded with the first one that is looked after. */
  returns(): Promise<Returns> {
    return (this.#returns ??= Promise.all([import('./returns.js'), this.purchases()]).then(
      ([{Returns}, {open}]) => new Returns({
        shop: this.#shop, backend: this.#backend, session: this.#session, reader: this.#reader,
        catalog: this.#catalog, queue: this.queue, open: Object.values(open),
      }),
      (error: unknown) => {
        this.#returns = undefined;
        throw toError(error);
      },
    ));
  }

  // A cart that was emptied here is no sign of a purchase.
  #noteChange(): void {
    if (keptOf(this.#shop, 'trip').length)
      import('./trips.js').then(({changeTrips}) => changeTrips(this.#shop), () => {});
  }

  // Whoever has begun a checkout in this browser may have paid it by now.
  #look(): void {
    if (keptOf(this.#shop, 'trip').length) this.returns().then(returns => returns.check(), () => {});
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
    this.#noteChange();
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
}
