import {isPaynowError} from '../api/errors.js';
import type {Cart} from '../api/index.js';
import {getCart} from '../api/storefront.js';
import type {Backend} from './backend.js';
import type {CartCopy} from './cart-copy.js';
import type {Change} from './change.js';
import type {Ledger} from './ledger.js';
import {quantityOn} from './line.js';
import type {Notices} from './notices.js';
import {retrying, toError} from './retry.js';
import {sendChange} from './sender.js';
import type {SessionEngine} from './session-engine.js';
import type {Shop} from './shop.js';
import {showCart} from './view.js';

/** What the courier works with. */
export interface Desk {
  readonly shop: Shop;
  readonly backend: Backend;
  readonly session: SessionEngine;
  readonly ledger: Ledger;
  readonly notices: Notices;
  readonly copy: CartCopy;
}

/** Carries one change, or one cart, between this page and the server. */
export class Courier {
  #desk: Desk;
  #signal: AbortSignal;

  constructor(desk: Desk, signal: AbortSignal) {
    this.#desk = desk;
    this.#signal = signal;
  }

  /** Whether the cart has to be read because it was changed. */
  wantsRead = false;

  /** Reads the cart and shows it here and in the other tabs. */
  async read(): Promise<Cart> {
    this.wantsRead = false;
    const {shop, backend, ledger, session} = this.#desk;
    const {currency} = shop.config;
    const signal = this.#signal;
    const cart = await retrying(() => backend.send((client, call) => getCart(client, {currency}, call), signal), signal);
    const at = Date.now();
    this.take(cart, at);
    void ledger.tell(tab => ({type: 'cart', tab, cart, at}));
    session.recognise({id: cart.customer_id});
    return cart;
  }

  /** Shows a cart that was read at that time, here or in another tab. */
  take(cart: Cart, at: number): void {
    const {copy, notices, ledger} = this.#desk;
    copy.take(cart, at);
    notices.settle(cart);
    ledger.drop(({state, sentAt}) => state === 'confirmed' && sentAt <= at);
  }

  /** Sends a change and notes what became of it. @throws {PaynowError} when no other change needs to be tried now either. */
  async send(waiting: Change): Promise<void> {
    const {ledger, backend, copy} = this.#desk;
    try {
      await sendChange(waiting, {
        base: this.#quantityOf(waiting),
        customer: copy.customer,
        signal: this.#signal,
        backend,
        update: (change, news) => ledger.update(change, news),
        read: () => this.read(),
      });
      this.wantsRead = true;
      ledger.update(this.#current(waiting), {state: 'confirmed'});
    } catch (error) {
      if (this.#signal.aborted || (isPaynowError(error) && error.kind === 'auth')) throw error;
      const current = this.#current(waiting);
      this.refuse(current, error);
      this.wantsRead ||= current.state === 'sending';
    }
  }

  /** Takes a change back and says so. */
  refuse(change: Change, cause: unknown): void {
    const error = toError(cause);
    this.#desk.notices.add(change, error);
    this.#desk.ledger.refuse(change, error);
  }

  #current(change: Change): Change {
    return this.#desk.ledger.mine.find(({id}) => id === change.id) ?? change;
  }

  // What the server should hold by what is known: the cart that was read, and what it has confirmed since.
  #quantityOf({target}: Change): number {
    const {copy, ledger} = this.#desk;
    const confirmed = ledger.mine.filter(({state}) => state === 'confirmed');
    return target ? quantityOn(showCart(copy.server, confirmed, () => undefined, {id: '', currency: ''}), target) : 0;
  }
}
