import {PaynowError} from '../api/errors.js';
import type {Cart} from '../api/index.js';
import type {Backend} from './backend.js';
import {Burst} from './burst.js';
import type {Notice, Purchase, ShownCart, ShownLine} from './cart-store.js';
import type {Change} from './change.js';
import {CheckoutMark} from './checkout-mark.js';
import {Checks} from './checks.js';
import {Courier} from './courier.js';
import {isLine} from './draft.js';
import {Ledger} from './ledger.js';
import {Notices} from './notices.js';
import type {CartReader} from './reader.js';
import type {Overlay} from './screen.js';
import type {SessionEngine} from './session-engine.js';
import type {Shop} from './shop.js';
import {isMessage} from './tabs.js';
import {showCart} from './view.js';

const signedOut = (): PaynowError =>
  new PaynowError('Nobody is signed in any more.', {kind: 'auth', code: 'signed-out'});
const isPaid = {kind: 'configuration', code: 'checkout-open'} as const;

/**
 * Brings the changes of one cart to the server, one after another, and has the cart read after the last one. While it
 * works it holds a lock, so that of all tabs one writes at a time. What it has not settled yet lies over the server's
 * cart.
 */
export class Queue implements Overlay {
  #shop: Shop;
  #reader: CartReader;
  #session: SessionEngine;
  #ledger: Ledger;
  #notices = new Notices();
  #checks: Checks;
  #courier: Courier;
  #burst = new Burst();

  /** Tells of a checkout that has begun. */
  readonly mark: CheckoutMark;
  /** Called when another tab says a purchase. */
  purchased?: (purchase: Purchase) => void;

  constructor(
    shop: Shop, backend: Backend, session: SessionEngine, reader: CartReader,
    check: (change: Change) => Promise<Change>,
  ) {
    this.#shop = shop;
    this.#reader = reader;
    this.#session = session;
    this.mark = new CheckoutMark(shop);
    this.#checks = new Checks(check);
    const customer = (): string | null => reader.copy.customer;
    this.#ledger = new Ledger(shop, customer, () => this.#changed(), message => this.hear(message));
    this.#courier = new Courier(backend, reader, this.#ledger, this.#notices);
    reader.work = () => this.#changed();
    reader.taken = (cart, at) => this.#taken(cart, at);
    reader.screen.overlay = this;
    addEventListener('online', () => this.#changed());
    addEventListener('offline', () => reader.screen.show());
  }

  /** The changes to show. */
  get changes(): readonly Change[] {
    return this.#ledger.all.filter(change => this.#ledger.isOurs(change));
  }

  /** What was taken back. */
  get notices(): readonly Notice[] {
    return this.#notices.list;
  }

  /** The cart with the changes on it. */
  draw(server: Cart | null, changes: readonly Change[], waits: (change: Change) => boolean): ShownCart {
    const {id, catalog, config} = this.#shop;
    const store = {id, currency: (config.currency ?? '').toLowerCase()};
    return showCart(server, changes, key => catalog.peek(key)?.product, store, waits);
  }

  /** Ends the session here and in the other tabs. */
  signOut(): void {
    void this.#ledger.tell(tab => ({type: 'sign-out', tab}));
    this.#leave();
  }

  /** Says a purchase in the other tabs. */
  tellPurchase(purchase: Purchase): void {
    void this.#ledger.tell(tab => ({type: 'purchase', tab, purchase}));
  }

  /** The change of the line with this key that waits, if any. */
  find(key: string): Change | undefined {
    return this.#ledger.all.findLast(({identity}) => identity === key);
  }

  /** Takes a change in. Resolves with the line once it is confirmed. @throws {PaynowError} once it is taken back. */
  async push(change: Change): Promise<ShownLine | null> {
    this.#notices.forget(change);
    const {target, identity} = (await this.#ledger.push(change, this.#isGuest)) ?? change;
    const lines = this.#shop.cart.state.cart?.lines ?? [];
    return lines.find(line => line.key === identity || (target && isLine(line, target))) ?? null;
  }

  /** Runs when nothing is left to do, and while no other tab changes the cart. */
  async alone<T>(run: () => Promise<T>): Promise<T> {
    await this.idle();
    const results: T[] = [];
    await this.#ledger.exclusive(async () => void results.push(await run()));
    if (results.length) return results[0] as T;
    throw new PaynowError('The page was left.', {kind: 'aborted'});
  }

  /** Resolves when nothing is left to do now. */
  async idle(): Promise<void> {
    const reader = this.#reader;
    await this.#burst.hurry(async () => {
      while (this.#checks.all.length || reader.running) await Promise.all([reader.running, ...this.#checks.all]);
    });
  }

  /** Tries again what was taken back. */
  async retry(noticeId: string): Promise<void> {
    const change = this.#notices.take(noticeId);
    if (change) await this.push({...change, customer: this.#reader.copy.customer});
  }

  /** Takes a notice away. */
  dismiss(noticeId: string): void {
    this.#notices.take(noticeId);
    this.#reader.screen.show();
  }

  /** Hears what another tab says. */
  hear(message: unknown): void {
    if (!isMessage(message)) return;
    const {server, customer, readAt} = this.#reader.copy;
    if (message.type === 'purchase') this.purchased?.(message.purchase);
    if (message.type === 'sign-out') this.#leave();
    if (message.type !== 'cart' || !server || message.cart.customer_id !== customer || message.at <= readAt) return;
    if (message.cart.currency === server.currency) this.#reader.take(message.cart, message.at);
    else this.#reader.wantsRead = true;
    this.#changed();
  }

  /** The page goes away, perhaps into the back-forward cache. */
  async pause(): Promise<void> {
    await this.#ledger.pause();
  }

  /** The page is back. */
  resume(): void {
    this.mark.comeBack();
    this.#ledger.resume();
  }

  get #isGuest(): boolean {
    return this.#reader.copy.signedOut || !this.#reader.copy.server;
  }

  get #next(): Change | undefined {
    const ledger = this.#ledger;
    return ledger.mine.find(change => ['waiting', 'sending'].includes(change.state) && ledger.isOurs(change));
  }

  #changed(): void {
    const reader = this.#reader;
    this.#checks.start(this.#ledger.mine, (...outcome) => this.#settle(...outcome));
    if (reader.copy.signedOut) this.#answer();
    reader.screen.show();
    if (reader.running || reader.signal.aborted || !this.#shop.id) return;
    if (!reader.wantsRead && !this.#ledger.isBehind && (!this.#next || reader.copy.signedOut)) return;
    reader.running = this.#run()
      .catch((error: unknown) => this.#fail(error))
      .finally(() => {
        reader.running = undefined;
        this.#changed();
      });
  }

  async #run(): Promise<void> {
    const reader = this.#reader;
    const ledger = this.#ledger;
    await ledger.exclusive(async waited => {
      // Inside the lock, so that what is pressed in another tab meanwhile comes after what was pressed here before.
      if (!reader.wantsRead) await this.#burst.over(() => ledger.mine);
      if (!(await reader.token())) return ledger.claim();
      if (waited || ledger.isBehind || ledger.isShared || reader.wantsRead || !reader.copy.server) await this.#read();
      await ledger.claim();
      // A cart that is being paid is not changed unawares: the shopper is told, and may press again.
      if (this.#next && this.mark.warns()) this.#refuseAll(new PaynowError('A checkout has begun.', isPaid));
      for (let change = this.#next; change; change = this.#next) {
        await this.#courier.send(change);
        // A tab that was closed meanwhile may have wanted something before what is pressed here now.
        if (ledger.isBehind) await ledger.claim();
      }
      if (reader.wantsRead) await this.#read();
    });
  }

  async #read(): Promise<void> {
    const cart = await this.#reader.read();
    void this.#ledger.tell(tab => ({type: 'cart', tab, cart, at: this.#reader.copy.readAt}));
  }

  #taken(cart: Cart, at: number): void {
    this.#notices.settle(cart);
    if (!cart.lines.length) this.mark.end();
    this.#ledger.drop(({state, sentAt}) => state === 'confirmed' && sentAt <= at);
    // What the customer before wanted waits for them.
    for (const change of this.#ledger.mine) if (!this.#ledger.isOurs(change)) this.#ledger.answer(change, signedOut());
  }

  #settle(change: Change, ready: Change | null, error: PaynowError | null): void {
    if (ready) this.#ledger.settleCheck(change, ready, this.#isGuest);
    // What cannot be bought like this is said where it was pressed; in the cart only when nobody is there to hear it.
    else if (error && (!this.#ledger.refuse(change, error) || error.kind !== 'configuration'))
      this.#notices.add(change, error);
    this.#reader.screen.show();
  }

  #refuseAll(error: PaynowError): void {
    for (let change = this.#next; change; change = this.#next) this.#courier.refuse(change, error);
  }

  #fail(cause: unknown): void {
    // What other tabs have left is looked at again when this page next has a reason to.
    this.#ledger.isBehind = false;
    this.#reader.fail(cause);
    const {error} = this.#reader.copy;
    if (!error) return;
    this.#refuseAll(error);
    for (const change of this.#ledger.mine) if (change.state === 'confirmed') this.#ledger.answer(change);
  }

  #leave(): void {
    this.#session.end();
    this.#reader.copy.customer = null;
    this.#reader.leave();
    this.#answer();
  }

  /** Nothing more happens to a change while nobody is signed in: a guest's is done, a customer's needs them back. */
  #answer(): void {
    for (const change of this.#ledger.mine)
      if (change.state !== 'checking') this.#ledger.answer(change, change.customer === null ? undefined : signedOut());
  }
}
