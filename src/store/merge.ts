import type {PaynowError} from '../api/errors.js';
import type {Change} from './change.js';
import {isLine} from './draft.js';
import {announceFact} from './events.js';
import type {SkippedLine} from './events.js';
import {readNotices, saveNotices} from './kept-notices.js';
import type {Ledger} from './ledger.js';
import type {Notices} from './notices.js';
import type {Shop} from './shop.js';
import {cartOf} from './view.js';

/**
 * What becomes in the cart of the customer of what was put in before they signed in. Loaded when there is any of it, or
 * when something could not be brought there in a page before.
 */
export class Merge {
  #shop: Shop;
  #ledger: Ledger;
  #taken: Change[] = [];
  #skipped: SkippedLine[] = [];

  constructor(shop: Shop, ledger: Ledger, notices: Notices) {
    this.#shop = shop;
    this.#ledger = ledger;
    notices.outlive(readNotices(shop), (before, after) => saveNotices(shop, before, after));
  }

  /** The customer's cart has taken this. */
  took(change: Change): void {
    if (change.guest) this.#taken.push(change);
  }

  /** This could not be brought into the customer's cart. */
  refused(change: Change, error: PaynowError): void {
    const line = change.guest && cartOf(this.#shop, null, [change], () => false).lines[0];
    if (line) this.#skipped.push({line, error});
  }

  /** Says what has become of all, once none of it waits any more. */
  settle(): void {
    const [taken, skipped] = [this.#taken, this.#skipped];
    const waits = this.#ledger.mine.some(change => change.guest && this.#ledger.isOurs(change));
    if (waits || !(taken.length || skipped.length)) return;
    this.#taken = [];
    this.#skipped = [];
    const lines = this.#shop.cart.state.cart?.lines ?? [];
    const merged = lines.filter(line => taken.some(({target}) => target && isLine(line, target)));
    announceFact('paynow-cart-merge', {merged, skipped});
  }
}
