import {PaynowError} from '../api/errors.js';
import type {Cart} from '../api/index.js';
import type {Backend} from './backend.js';
import {Burst} from './burst.js';
import type {Notice, Purchase, ShownCart, ShownLine} from './cart-store.js';
import type {Change} from './change.js';
import {CheckoutMark} from './checkout-mark.js';
import {Checks} from './checks.js';
import type {Check} from './checks.js';
import {Courier} from './courier.js';
import {holds, isLine} from './draft.js';
import {Guest} from './guest.js';
import {Ledger} from './ledger.js';
import {Notices} from './notices.js';
import type {CartReader} from './reader.js';
import {checkoutOpen, signedOut} from './refusals.js';
import type {Overlay} from './screen.js';
import {beginSession, dropSession, endSession} from './session-change.js';
import type {SessionEngine} from './session-engine.js';
import type {Shop} from './shop.js';
import {isMessage} from './tabs.js';
import {cartOf} from './view.js';
import {keptOf} from './waiting.js';

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
  #notices: Notices;
  #guest: Guest;
  #checks: Checks;
  #courier: Courier;
  #burst = new Burst();
  /** Tells of a checkout that has begun. */
  readonly mark: CheckoutMark;
  /** Called when another tab says a purchase. */
  purchased?: (purchase: Purchase) => void;
  constructor(shop: Shop, backend: Backend, session: SessionEngine, reader: CartReader, check: Check) {
    this.#shop = shop;
    this.#reader = reader;
    this.#session = session;
    this.mark = new CheckoutMark(shop);
    this.#checks = new Checks(check);
    const customer = (): string | null => reader.copy.customer;
    this.#ledger = new Ledger(shop, customer, () => this.#changed(), message => this.hear(message));
    this.#notices = new Notices(customer);
    this.#guest = new Guest(shop, this.#ledger, this.#notices);
    this.#courier = new Courier(backend, reader, this.#ledger, this.#notices, this.#guest);
    reader.work = () => this.#changed();
    reader.taken = (cart, at) => this.#taken(cart, at);
    reader.screen.overlay = this;
    if (keptOf(shop, 'skipped').length) void this.#guest.meet().then(() => this.#changed(), () => {});
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
  draw = (...how: Parameters<Overlay['draw']>): ShownCart => cartOf(this.#shop, ...how);

  /** Tells the other tabs; a sign-out ends the session here as well. */
  tell(news: {type: 'sign-in' | 'sign-out'} | {type: 'purchase'; purchase: Purchase}): void {
    void this.#ledger.tell(tab => ({...news, tab}));
    if (news.type === 'sign-out') this.#leave();
  }

  /** The change of the line with this key that waits, if any. */
  find = (key: string): Change | undefined => this.#ledger.all.findLast(({identity}) => identity === key);

  /** Takes a change in. Resolves with the line once it is confirmed. @throws {PaynowError} once it is taken back. */
  async push(change: Change): Promise<ShownLine | null> {
    this.#notices.forget(change);
    const {target, identity} = (await this.#ledger.push(change, this.isGuest)) ?? change;
    const lines = this.#shop.cart.state.cart?.lines ?? [];
    return lines.find(line => line.key === identity || (target && isLine(line, target))) ?? null;
  }

  /** Runs when nothing is left to do, and while no other tab changes the cart. */
  async alone<T>(run: () => Promise<T>): Promise<T> {
    await this.idle();
    const results: T[] = [];
    await this.#ledger.exclusive(async waited => {
      // What another tab has just done counts, also where it has not told of the cart yet.
      if ((waited || this.#ledger.isShared) && !this.isGuest) await this.#read();
      results.push(await run());
    });
    if (results.length) return results[0] as T;
    throw new PaynowError('The page was left.', {kind: 'aborted'});
  }

  /** Resolves when nothing is left to do now. */
  idle(): Promise<void> {
    const [reader, checks] = [this.#reader, this.#checks];
    return this.#burst.hurry(async () => {
      while (checks.all.length || reader.running) await Promise.all([reader.running, ...checks.all]);
    });
  }

  /** Tries again what was taken back, unless `check` throws. */
  async retry(noticeId: string, check: (change: Change) => void): Promise<void> {
    const change = this.#notices.take(noticeId);
    if (change) check(change);
    if (change) await this.push({...change, customer: this.#reader.copy.customer});
  }

  /** Says in the cart why something that was pressed there is not done. */
  complain(change: Change, error: PaynowError): void {
    this.#notices.add(change, error);
    this.#changed();
  }

  /** Takes a notice away. */
  dismiss(noticeId: string): void {
    this.#notices.take(noticeId);
    this.#reader.screen.show();
  }

  /** Hears what another tab says. Of two carts that were asked for in one millisecond nobody can tell the later one. */
  hear(message: unknown): void {
    if (!isMessage(message)) return;
    const {copy: {server, customer, readAt}} = this.#reader;
    if (message.type === 'purchase') this.purchased?.(message.purchase);
    if (message.type === 'sign-out') this.#leave(true);
    if (message.type === 'sign-in') beginSession(this.#shop, this.#session);
    if (message.type === 'sign-in') void this.#reader.refresh();
    if (message.type !== 'cart' || !server || message.cart.customer_id !== customer || message.at < readAt) return;
    if (message.at > readAt && message.cart.currency === server.currency) this.#reader.take(message.cart, message.at);
    else this.#reader.wantsRead = true;
    this.#changed();
  }

  /** The page goes away, perhaps into the back-forward cache. */
  pause(): Promise<void> {
    return this.#ledger.pause();
  }

  /** The page is back. */
  resume(): void {
    this.mark.comeBack();
    this.#ledger.resume();
  }

  /** Whether nothing is known to be on the server. */
  get isGuest(): boolean {
    return this.#reader.copy.signedOut || !this.#reader.copy.server;
  }

  /** What is to go out, in order. */
  get #open(): readonly Change[] {
    return this.#ledger.mine.filter(change => /waiting|sending/.test(change.state) && this.#ledger.isOurs(change));
  }

  #changed(): void {
    const reader = this.#reader;
    this.#checks.start(this.#ledger.mine, (...outcome) => this.#settle(...outcome));
    if (reader.copy.signedOut) this.#guest.look(reader.isShown);
    reader.screen.show();
    if (reader.running || reader.signal.aborted || !this.#shop.id) return;
    const {signedOut, error} = reader.copy;
    // What a guest wanted waits until the cart can be read again, as nobody has pressed anything now.
    const isReady = !signedOut && this.#open.some(({guest}) => !error || !guest);
    if (!reader.wantsRead && !this.#ledger.isBehind && !isReady) return;
    reader.running = this.#run()
      .catch((error: unknown) => this.#fail(error))
      .finally(() => {
        reader.running = undefined;
        this.#changed();
      });
  }

  async #run(): Promise<void> {
    const [reader, ledger] = [this.#reader, this.#ledger];
    await ledger.exclusive(async waited => {
      // Inside the lock, so that what is pressed in another tab meanwhile comes after what was pressed here before.
      if (!reader.wantsRead) await this.#burst.over(() => ledger.mine);
      if (!(await reader.token())) return ledger.claim();
      if (waited || ledger.isBehind || ledger.isShared || reader.wantsRead || !reader.copy.server) await this.#read();
      await ledger.claim();
      if (this.#open.some(({guest}) => guest)) await this.#guest.meet();
      if (this.#open.length && this.mark.warns()) this.#refuse(checkoutOpen());
      for (let [change] = this.#open; change; [change] = this.#open) {
        await this.#courier.send(change);
        // A tab that was closed meanwhile may have wanted something before what is pressed here now.
        if (ledger.isBehind) await ledger.claim();
      }
      if (reader.wantsRead) await this.#read();
      this.#guest.merge?.settle();
    });
  }

  async #read(): Promise<void> {
    const cart = await this.#reader.read();
    void this.#ledger.tell(tab => ({type: 'cart', tab, cart, at: this.#reader.copy.readAt}));
  }

  #taken(cart: Cart, at: number): void {
    this.#notices.settle(cart);
    if (!cart.lines.length) this.mark.end();
    this.#ledger.drop(change => holds(cart, at, change));
    // What the customer before wanted waits for them.
    for (const change of this.#ledger.mine) if (!this.#ledger.isOurs(change)) this.#ledger.answer(change, signedOut());
  }

  #settle(change: Change, ready: Change | null, error: PaynowError | null): void {
    if (ready) this.#ledger.settleCheck(change, ready, this.isGuest);
    // What cannot be bought like this is said where it was pressed; in the cart only when nobody is there to hear it.
    else if (error && (!this.#ledger.refuse(change, error) || error.kind !== 'configuration'))
      this.#notices.add(change, error);
    this.#reader.screen.show();
  }

  // One by one, as a clear that is refused brings back what it had replaced.
  #refuse(error: PaynowError, wanted: (change: Change) => boolean = () => true): void {
    for (let change = this.#open.find(wanted); change; change = this.#open.find(wanted))
      this.#courier.refuse(change, error);
  }

  #fail(cause: unknown): void {
    // What other tabs have left is looked at again when this page next has a reason to.
    this.#ledger.isBehind = false;
    this.#reader.fail(cause);
    const {error} = this.#reader.copy;
    if (!error) return;
    this.#refuse(error, ({guest}) => !guest);
    for (const change of this.#ledger.mine) if (change.state === 'confirmed') this.#ledger.answer(change);
  }

  #leave(isHeard = false): void {
    endSession(this.#shop, this.#session);
    dropSession(this.#shop, isHeard);
    this.#reader.copy.customer = null;
    this.#reader.leave();
    this.#guest.look(false);
  }
}
