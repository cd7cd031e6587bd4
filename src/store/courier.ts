import {isPaynowError} from '../api/errors.js';
import type {Backend} from './backend.js';
import type {Change} from './change.js';
import {quantityOn} from './draft.js';
import type {Guest} from './guest.js';
import type {Ledger} from './ledger.js';
import type {Notices} from './notices.js';
import type {CartReader} from './reader.js';
import {toError} from './retry.js';
import {sendChange} from './sender.js';
import {showCart} from './view.js';

/** Carries one change to the server and notes what became of it. */
export class Courier {
  #backend: Backend;
  #reader: CartReader;
  #ledger: Ledger;
  #notices: Notices;
  #guest: Guest;

  constructor(backend: Backend, reader: CartReader, ledger: Ledger, notices: Notices, guest: Guest) {
    this.#backend = backend;
    this.#reader = reader;
    this.#ledger = ledger;
    this.#notices = notices;
    this.#guest = guest;
  }

  /** Sends a change. @throws {PaynowError} when no other change needs to be tried now either. */
  async send(waiting: Change): Promise<void> {
    const reader = this.#reader;
    const {signal} = reader;
    try {
      await sendChange(waiting, {
        base: this.#quantityOf(waiting),
        customer: reader.copy.customer,
        signal,
        backend: this.#backend,
        update: (change, news) => this.#ledger.update(change, news),
        read: () => reader.read(),
      });
      reader.wantsRead = true;
      this.#ledger.update(this.#current(waiting), {state: 'confirmed'});
      this.#guest.merge?.took(waiting);
    } catch (error) {
      signal.throwIfAborted();
      if (isPaynowError(error) && error.kind === 'auth') throw error;
      const current = this.#current(waiting);
      this.refuse(current, error);
      // Where it may have arrived all the same, the cart tells.
      reader.wantsRead ||= current.state === 'sending';
    }
  }

  /** Takes a change back and says so. */
  refuse(change: Change, cause: unknown): void {
    const error = toError(cause);
    this.#notices.add(change, error);
    this.#guest.merge?.refused(change, error);
    this.#ledger.refuse(change, error);
  }

  #current(change: Change): Change {
    return this.#ledger.mine.find(({id}) => id === change.id) ?? change;
  }

  // What the server should hold by what is known: the cart that was read, and what it has confirmed since.
  #quantityOf({target}: Change): number {
    const confirmed = this.#ledger.mine.filter(({state}) => state === 'confirmed');
    return target
      ? quantityOn(
          showCart(this.#reader.copy.server, confirmed, () => undefined, {id: '', currency: ''}),
          target,
        )
      : 0;
  }
}
