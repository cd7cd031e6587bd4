import {PaynowError} from '../api/errors.js';
import type {CheckoutSession, Customer, PlatformAccount, Product} from '../api/index.js';
import type {Backend} from './backend.js';
import type {CartState, ShownLine} from './cart-store.js';
import type {CatalogEngine} from './catalog-engine.js';
import {newChange} from './change.js';
import type {Change} from './change.js';
import type {CheckoutOptions, LineRequest} from './events.js';
import {isLine} from './draft.js';
import type {checkGuest} from './guest-rules.js';
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
  #rules: typeof checkGuest | undefined;

  constructor(shop: Shop, backend: Backend, catalog: CatalogEngine, session: SessionEngine, reader: CartReader) {
    this.#shop = shop;
    this.#backend = backend;
    this.#catalog = catalog;
    this.#session = session;
    this.#reader = reader;
    this.queue = new Queue(shop, backend, session, reader, change => this.#check(change));
    shop.catalog.addEventListener('change', () => reader.screen.show());
    this.queue.purchased = purchase => void this.returns().then(returns => returns.hear(purchase), () => {});
    if (reader.copy.signedOut) void this.#learn();
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
  async checkout(options: CheckoutOptions, seen: CartState): Promise<CheckoutSession> {
    return (await this.#purchasesAfterReturns()).checkout(options, seen);
  }

  /** See `CartStore.buy`. */
  async buy(lines: readonly LineRequest[], options: CheckoutOptions): Promise<CheckoutSession> {
    return (await this.#purchasesAfterReturns()).buy(lines, options);
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

  /** See `Session.signIn`. Whoever signs in has something to bring to their cart. */
  async signIn(account: PlatformAccount): Promise<Customer> {
    const {who} = this.#session;
    return (await (await import('./account.js')).accountOf(this.#shop)).signIn(account, who);
  }

  /** See `CartStore.retry`. */
  async retry(noticeId: string): Promise<void> {
    await this.queue.retry(noticeId, change => {
      const known = change.target && this.#shop.catalog.peek(change.target.productId)?.product;
      if (known) this.#checkGuest(known, change);
    });
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

  // Who is just back from a checkout that was cancelled must not be sent to it again, nor past the cart.
  async #purchasesAfterReturns(): Promise<Purchases> {
    await this.#returns?.catch(() => {});
    return this.purchases();
  }

  // A cart that was emptied here is no sign of a purchase.
  #noteChange(): void {
    if (keptOf(this.#shop, 'trip').length)
      import('./trips.js').then(({changeTrips}) => changeTrips(this.#shop), () => {});
  }

  /** Finds out what became of the checkouts that this browser has begun. */
  look(): void {
    this.returns().then(returns => returns.check()).catch(() => {});
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
    const {customer, server, signedOut} = this.#reader.copy;
    const {status, product} = this.#shop.catalog.peek(target.productId) ?? {};
    // What another page has known may be another offer by now; a guest's cart has to have its rules.
    const isOpen = status !== 'ready' || (signedOut && kind === 'add' && !this.#rules);
    const known = isOpen ? undefined : product;
    const isOnServer = kind === 'set' && server?.lines.some(line => isLine(line, target));
    const waits = {state: 'waiting', customer, name: name || (product?.name ?? '')} as const;
    // With the product at hand all is decided in this very turn, so that the screen answers in the next frame.
    const isReady = isOnServer || known;
    const complete = known && kind === 'add' ? completeTarget(known, target) : target;
    const change = newChange(kind, complete, quantity, isReady ? waits : {...waits, state: 'checking'});
    if (known) this.#checkGuest(known, change);
    return this.queue.push(change);
  }

  // A guest who is offline adds without the rules; the server has the last word.
  async #learn(): Promise<void> {
    this.#rules ??= await import('./guest-rules.js').then(({checkGuest: rules}) => rules, () => undefined);
  }

  // What the server would say to a customer is said here to a guest, whose cart no server holds.
  #checkGuest(product: Product, change: Change): void {
    try {
      if (this.#reader.copy.signedOut) this.#rules?.(product, change, this.#state.cart?.lines ?? []);
    } catch (error) {
      // A button says itself why nothing was added; a number in the cart jumps back, and that has to be explained.
      if (change.kind === 'set') this.queue.complain(change, toError(error));
      throw error;
    }
  }

  /** Looks at the product of a change and says what really has to be sent. */
  async #check(change: Change): Promise<Change> {
    if (!change.target) return change;
    try {
      const product = await this.#catalog.product(change.target.productId);
      if (this.#reader.copy.signedOut) await this.#learn();
      const target =
        change.kind === 'set' && change.quantity === 0
          ? {...change.target, productId: product.id}
          : completeTarget(product, change.target);
      const {id, customer, guest} = change;
      const ready = newChange(change.kind, target, change.quantity, {state: 'waiting', customer, name: product.name});
      this.#checkGuest(product, ready);
      // It is the same wish as before: another tab may just be about to take it away.
      return {...ready, id, guest};
    } catch (error) {
      throw toError(error);
    }
  }
}
