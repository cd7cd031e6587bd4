import type {PaynowError} from '../api/errors.js';
import type {Cart} from '../api/index.js';
import type {Notice} from './cart-store.js';
import {newId} from './change.js';
import type {Change} from './change.js';
import {quantityOn} from './draft.js';

/** What was taken back and not dismissed yet. */
export class Notices {
  #entries: readonly {readonly notice: Notice; readonly change: Change}[] = [];

  /** For the state of the cart. */
  get list(): readonly Notice[] {
    return this.#entries.map(({notice}) => notice);
  }

  /** Says that a change was taken back. */
  add(change: Change, error: PaynowError): void {
    this.forget(change);
    const {kind, quantity, identity, name} = change;
    const action = kind === 'set' && quantity === 0 ? 'remove' : kind;
    const notice = Object.freeze({
      id: newId(),
      lineKey: change.target ? identity : null,
      name,
      action,
      quantity,
      error,
    });
    this.#entries = [...this.#entries, {notice, change}];
  }

  /** A newer wish for the same line makes what was said about it stale. */
  forget({identity}: Change): void {
    this.#entries = this.#entries.filter(({change}) => change.identity !== identity);
  }

  /** Takes a notice away and gives back its change, to be tried again. */
  take(noticeId: string): Change | undefined {
    const entry = this.#entries.find(({notice}) => notice.id === noticeId);
    this.#entries = this.#entries.filter(other => other !== entry);
    return entry?.change;
  }

  /** An add whose answer was lost, and that the cart now shows, has arrived after all. */
  settle(cart: Cart): void {
    this.#entries = this.#entries.filter(
      ({change: {kind, state, target, base, quantity}}) =>
        !(kind === 'add' && state === 'sending' && target && quantityOn(cart, target) === base + quantity),
    );
  }
}
