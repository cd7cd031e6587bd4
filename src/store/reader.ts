import {PaynowError} from '../api/errors.js';
import type {Cart} from '../api/index.js';
import {getCart} from '../api/storefront.js';
import type {Backend} from './backend.js';
import {CartCopy} from './cart-copy.js';
import type {CartState} from './cart-store.js';
import {retrying, timing, toError} from './retry.js';
import {Screen} from './screen.js';
import type {SessionEngine} from './session-engine.js';
import type {Shop} from './shop.js';
import {tabsWaiting} from './waiting.js';

const wasLeft = (): PaynowError => new PaynowError('The page or the session has ended.', {kind: 'aborted'});

/** Reads the cart of one shop and shows it. All that a page needs on which nobody has changed the cart yet. */
export class CartReader {
  #shop: Shop;
  #backend: Backend;
  #session: SessionEngine;
  #life = new AbortController();
  #isAway = false;
  // Raised with each change of the settings and each cart that is shown.
  #age = 0;
  // The life in which the cart has been asked for; whoever comes meanwhile gets the same answer.
  #asked: AbortSignal | undefined;

  /** What is known of the server's cart. */
  readonly copy = new CartCopy();
  readonly screen: Screen;
  /** Reads before a checkout, where the shopper saw what was kept from another page. @throws {PaynowError} */
  makeSure?: (seen: CartState) => Promise<void>;
  /** Whether somebody shows the cart. */
  isShown = false;
  /** Whether the cart is to be read as soon as possible. */
  wantsRead = false;
  /** The work under way; it never rejects. */
  running: Promise<void> | undefined;
  /** Called with a cart that was read, before it is shown. */
  taken: (cart: Cart, at: number) => void = () => {};
  /** Reads when that is wanted. Whoever writes puts its own work in this place. */
  work = (): void => {
    // A page that has been left does nothing until it comes back: trying again and again would keep it from going.
    if (!this.wantsRead || this.running || !this.#shop.id || this.signal.aborted) return;
    this.running = this.#run()
      .catch((error: unknown) => this.fail(error))
      .finally(() => {
        this.running = undefined;
        this.work();
      });
  };

  constructor(shop: Shop, backend: Backend, session: SessionEngine) {
    this.#shop = shop;
    this.#backend = backend;
    this.#session = session;
    this.screen = new Screen(shop, this.copy);
  }

  /** Aborts when the page is left. */
  get signal(): AbortSignal {
    return this.#life.signal;
  }

  /** Whether somebody shows the cart, or something waits to be brought to the server. */
  get isNeeded(): boolean {
    return this.isShown || tabsWaiting(this.#shop).length > 0;
  }

  /**
   * Somebody shows the cart: it is read unless that has just been done, and from now on whenever it may be another
   * one.
   */
  start(): void {
    this.isShown = true;
    if (!this.copy.signedOut && this.#isStale) this.wantsRead = true;
    this.screen.show();
    this.work();
  }

  /** Reads the cart once more. Resolves when nothing is left to do. */
  async refresh(): Promise<void> {
    this.#look();
    await this.idle();
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    while (this.running) await this.running;
  }

  /** The page was out of sight: what it shows may be out of date. */
  freshen(): void {
    if (this.isShown && (this.copy.signedOut || this.#isStale)) this.#look();
  }

  /** The settings or, with `other`, the customer are other ones. */
  restart(other: boolean): void {
    this.wantsRead = this.isNeeded || this.copy.server !== null;
    this.#age++;
    if (other) {
      this.#cut();
      this.copy.forget();
    }
    this.copy.signedOut = false;
    this.screen.show();
    this.work();
  }

  /** The page goes away, perhaps into the back-forward cache. */
  pause(): void {
    this.#isAway = true;
    this.#life.abort(wasLeft());
  }

  /** The page is back. */
  resume(): void {
    this.#isAway = false;
    this.#life = new AbortController();
    this.#session.askAgain();
    this.wantsRead = this.isNeeded;
    this.work();
  }

  /** The customer's token, after some patience; nothing when nobody is signed in, which then is shown. */
  async token(): Promise<string | undefined> {
    const token = await retrying(() => this.#session.token(), this.signal);
    if (!token) this.leave();
    return token;
  }

  /** Reads the cart. @throws {PaynowError} when that was in vain. */
  async read(): Promise<Cart> {
    const {signal} = this;
    let cart: Cart;
    let age: number;
    let at: number;
    // What has been asked for in other settings, or before another tab told of its cart, is not what is to be shown.
    do {
      this.wantsRead = false;
      age = this.#age;
      at = Date.now();
      this.#asked = signal;
      const {currency} = this.#shop.config;
      cart = await retrying(
        () => this.#backend.send((client, call) => getCart(client, {currency}, call), signal),
        signal,
      ).finally(() => { this.#asked = undefined; });
    } while (age !== this.#age);
    signal.throwIfAborted();
    this.take(cart, at);
    this.#session.recognise({id: cart.customer_id});
    return cart;
  }

  /** Shows a cart that was asked for at that time. */
  take(cart: Cart, at: number): void {
    this.#age++;
    this.copy.take(cart, at);
    this.taken(cart, at);
    this.screen.show();
  }

  /** Nobody is signed in. */
  leave(): void {
    this.#cut();
    this.wantsRead = false;
    this.copy.leave();
    this.screen.show();
  }

  /** The cart could not be read. */
  fail(cause: unknown): void {
    const error = toError(cause);
    // Whoever has cut it off has said what is to be done instead.
    if (error.kind === 'aborted' || this.signal.aborted) return;
    this.wantsRead = false;
    if (error.kind === 'auth') return this.leave();
    this.copy.error = error;
    this.screen.show();
  }

  get #isStale(): boolean {
    return this.#asked !== this.signal && !(this.copy.server && Date.now() - this.copy.readAt < timing.stale);
  }

  #look(): void {
    if (this.copy.signedOut) this.#session.askAgain();
    this.wantsRead = true;
    this.work();
  }

  // What is under way was for somebody else.
  #cut(): void {
    this.#life.abort(wasLeft());
    // A page that was left begins nothing any more, whatever comes to its end in it.
    if (!this.#isAway) this.#life = new AbortController();
  }

  async #run(): Promise<void> {
    if (await this.token()) await this.read();
  }
}
