import type {Change} from './change.js';
import type {Ledger} from './ledger.js';
import type {Merge} from './merge.js';
import type {Notices} from './notices.js';
import {signedOut} from './refusals.js';
import type {Shop} from './shop.js';

/** What is put into the cart while nobody is signed in. */
export class Guest {
  #shop: Shop;
  #ledger: Ledger;
  #notices: Notices;
  #asked = new Set<string>();

  /** There once something has been brought to the customer's cart, or could not be. */
  merge: Merge | undefined;

  constructor(shop: Shop, ledger: Ledger, notices: Notices) {
    this.#shop = shop;
    this.#ledger = ledger;
    this.#notices = notices;
  }

  /**
   * Nobody is signed in. Nothing more happens to a change then: a guest's is done, a customer's needs them back.
   * @param isShown whether somebody sees the cart, so that the names and prices of the products are needed.
   */
  look(isShown: boolean): void {
    this.#ledger.markGuests();
    for (const change of this.#ledger.mine) {
      if (change.state !== 'checking') this.#ledger.answer(change, change.customer === null ? undefined : signedOut());
    }
    if (isShown) for (const change of this.#ledger.all) this.#learn(change);
  }

  /** What brings it all to the customer's cart, before the first of it goes out. */
  async meet(): Promise<void> {
    this.merge ??= new (await import('./merge.js')).Merge(this.#shop, this.#ledger, this.#notices);
  }

  #learn({target, state}: Change): void {
    const {catalog} = this.#shop;
    const id = target?.productId ?? '';
    if (!id || state === 'checking' || this.#asked.has(id) || catalog.peek(id)) return;
    this.#asked.add(id);
    catalog.product(id).catch(() => {});
  }
}
