import type {PaynowError} from '../api/errors.js';
import type {Cart} from '../api/index.js';
import type {Notice} from './cart-store.js';
import {newId} from './change.js';
import type {Change} from './change.js';
import {quantityOn} from './draft.js';
import type {Entry} from './kept-notices.js';

/**
 * What was taken back and not dismissed yet. What could not be brought into the customer's cart after signing in
 * outlives the page.
 */
export class Notices {
  #customer: () => string | null;
  #list: readonly Entry[] = [];
  #save: (before: readonly Entry[], after: readonly Entry[]) => void = () => {};

  constructor(customer: () => string | null) {
    this.#customer = customer;
  }

  /** Adds what outlived the page before, and hears how to let more outlive this one. */
  outlive(kept: readonly Entry[], save: (before: readonly Entry[], after: readonly Entry[]) => void): void {
    this.#list = [...kept, ...this.#list];
    this.#save = save;
  }

  /** For the state of the cart. */
  get list(): readonly Notice[] {
    const customer = this.#customer();
    return this.#entries.filter(entry => !entry.customer || entry.customer === customer).map(({notice}) => notice);
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
      ...(change.guest ? {wasGuest: true} : {}),
    });
    const customer = change.guest ? this.#customer() : null;
    this.#entries = [...this.#entries, {notice, change, customer}];
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

  get #entries(): readonly Entry[] {
    return this.#list;
  }

  set #entries(entries) {
    if (entries.length === this.#list.length) return;
    const before = this.#list;
    this.#list = entries;
    this.#save(before, entries);
  }
}
