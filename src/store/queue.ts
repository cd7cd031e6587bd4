import {PaynowError} from '../api/errors.js';
import type {Backend} from './backend.js';
import {Burst} from './burst.js';
import {CartCopy} from './cart-copy.js';
import type {ShownLine} from './cart-store.js';
import type {Change} from './change.js';
import {Checks} from './checks.js';
import {Courier} from './courier.js';
import type {Desk} from './courier.js';
import {Ledger} from './ledger.js';
import {isLine} from './line.js';
import {Notices} from './notices.js';
import {retrying, timing, toError} from './retry.js';
import {Screen} from './screen.js';
import type {SessionEngine} from './session-engine.js';
import type {Shop} from './shop.js';
import type {TabMessage} from './tabs.js';

/**
 * Brings the changes of one cart to the server, one after another, and reads the cart after the last one. While it works
 * it holds a lock, so that of all tabs one writes at a time.
 */
export class Queue {
  #shop: Shop;
  #session: SessionEngine;
  #ledger: Ledger;
  #notices = new Notices();
  #screen: Screen;
  #checks: Checks;
  #running: Promise<void> | undefined;
  #desk: Desk;
  #life = new AbortController();
  #courier: Courier;
  #burst = new Burst();
  #isShown = false;

  /** What is known of the server's cart. */
  readonly copy = new CartCopy();

  constructor(shop: Shop, backend: Backend, session: SessionEngine, check: (change: Change) => Promise<Change>) {
    this.#shop = shop;
    this.#session = session;
    this.#checks = new Checks(check);
    this.#screen = new Screen(shop);
    this.#ledger = new Ledger(shop, () => this.#changed(), message => this.#hear(message));
    this.#desk = {shop, backend, session, ledger: this.#ledger, notices: this.#notices, copy: this.copy};
    this.#courier = new Courier(this.#desk, this.#life.signal);
    addEventListener('online', () => this.#changed());
    addEventListener('offline', () => this.publish());
  }

  get #isGuest(): boolean {
    return this.copy.signedOut || !this.copy.server;
  }

  /** Somebody shows the cart, so it is read. */
  start(): void {
    this.#isShown = this.#courier.wantsRead = true;
    this.#changed();
  }

  /** The page was out of sight for a while: what it shows may have changed. */
  freshen(): void {
    if (this.#isShown && Date.now() - this.copy.readAt > timing.stale) this.start();
  }

  /** The settings or, with `other`, the customer are other ones: what is shown is read again. */
  restart(other: boolean): void {
    this.#courier.wantsRead = this.#isShown || this.copy.server !== null;
    if (other) this.copy.forget();
    this.copy.signedOut = false;
    this.#changed();
  }

  /** Ends the session here and in the other tabs. */
  signOut(): void {
    void this.#ledger.tell(tab => ({type: 'sign-out', tab}));
    this.#leaveFor();
  }

  /** The change of the line with this key that waits, if any. */
  find(key: string): Change | undefined {
    return this.#ledger.all.findLast(({identity}) => identity === key);
  }

  /** Takes a change in. Resolves with the line once it is confirmed. @throws {PaynowError} once it is taken back. */
  async push(change: Change): Promise<ShownLine | null> {
    this.#notices.forget(change);
    const {target, identity} = await this.#ledger.push(change, this.#isGuest) ?? change;
    return this.#shop.cart.state.cart?.lines.find(line => line.key === identity || (target && isLine(line, target))) ?? null;
  }

  /** Reads the cart again. */
  async refresh(): Promise<void> {
    this.#courier.wantsRead = true;
    this.#changed();
    await this.idle();
  }

  /** Resolves when nothing is left to do now. */
  async idle(): Promise<void> {
    await this.#burst.hurry(async () => {
      while (this.#checks.all.length || this.#running) await Promise.all([this.#running, ...this.#checks.all]);
    });
  }

  /** Tries again what was taken back. */
  async retry(noticeId: string): Promise<void> {
    const change = this.#notices.take(noticeId);
    if (change) await this.push({...change, customer: this.copy.customer});
  }

  /** Takes a notice away. */
  dismiss(noticeId: string): void {
    this.#notices.take(noticeId);
    this.publish();
  }

  /** Shows how things stand. */
  publish(): void {
    const changes = this.#ledger.all.filter(change => this.#isOurs(change));
    this.#screen.show(this.copy, changes, this.#notices.list);
  }

  get #next(): Change | undefined {
    return this.#ledger.mine.find(change => (change.state === 'waiting' || change.state === 'sending') && this.#isOurs(change));
  }

  #isOurs({customer}: Change): boolean {
    return customer === null || customer === this.copy.customer;
  }

  #changed(): void {
    this.#checks.start(this.#ledger.mine, (...outcome) => this.#settle(...outcome));
    if (this.copy.signedOut) this.#answer();
    this.publish();
    const hasWork = this.#shop.id !== '' && !this.#life.signal.aborted && (this.#courier.wantsRead || (this.#next && !this.copy.signedOut));
    if (hasWork && !this.#running) {
      this.#running = this.#run().catch((error: unknown) => this.#fail(error)).finally(() => {
        this.#running = undefined;
        this.#changed();
      });
    }
  }

  #settle(change: Change, ready: Change | null, error: PaynowError | null): void {
    if (ready) this.#ledger.settleCheck(change, ready, this.#isGuest);
    // What cannot be bought like this is said where it was pressed, and in the cart only when nobody is there to hear it.
    else if (error && (!this.#ledger.refuse(change, error) || error.kind !== 'configuration')) this.#notices.add(change, error);
    this.publish();
  }

  async #run(): Promise<void> {
    const courier = this.#courier;
    if (!courier.wantsRead) await this.#burst.over(() => this.#ledger.mine);
    await this.#ledger.exclusive(async waited => {
      const token = await retrying(() => this.#session.token(), this.#life.signal);
      if (!token) return this.#leave();
      if (waited || courier.wantsRead || !this.copy.server) await courier.read();
      for (let change = this.#next; change; change = this.#next) await courier.send(change);
      if (courier.wantsRead) await courier.read();
    });
  }

  #fail(cause: unknown): void {
    this.#courier.wantsRead = false;
    if (this.#life.signal.aborted) return;
    const error = toError(cause);
    if (error.kind === 'auth') return this.#leave();
    this.copy.error = error;
    for (let change = this.#next; change; change = this.#next) this.#courier.refuse(change, error);
    for (const change of this.#ledger.mine) if (change.state === 'confirmed') this.#ledger.answer(change);
  }

  /** Nobody is signed in. What was wanted is kept: it is the guest's cart. */
  #leave(): void {
    this.#courier.wantsRead = false;
    this.copy.leave();
    this.#answer();
    this.publish();
  }

  #leaveFor(): void {
    this.#session.end();
    this.copy.customer = null;
    this.#leave();
  }

  /** Nothing more happens to a change while nobody is signed in: a guest's is done, a customer's needs them back. */
  #answer(): void {
    const refused = new PaynowError('Nobody is signed in any more.', {kind: 'auth', code: 'signed-out'});
    for (const change of this.#ledger.mine) {
      if (change.state !== 'checking') this.#ledger.answer(change, change.customer === null ? undefined : refused);
    }
  }

  #hear(message: TabMessage): void {
    const {server, customer, readAt} = this.copy;
    if (message.type === 'sign-out') this.#leaveFor();
    if (message.type !== 'cart' || !server || message.cart.customer_id !== customer || message.at <= readAt) return;
    if (message.cart.currency === server.currency) this.#courier.take(message.cart, message.at);
    else this.#courier.wantsRead = true;
    this.#changed();
  }

  /** The page goes away, perhaps into the back-forward cache. */
  pause(): void {
    this.#life.abort(new PaynowError('The page was left.', {kind: 'aborted'}));
    void this.#ledger.pause();
  }

  /** The page is back from the back-forward cache. */
  resume(): void {
    this.#life = new AbortController();
    this.#courier = new Courier(this.#desk, this.#life.signal);
    this.#ledger.resume();
    this.#courier.wantsRead = this.#isShown;
    this.#changed();
  }
}
