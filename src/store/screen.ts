import type {Cart} from '../api/index.js';
import type {CartCopy} from './cart-copy.js';
import type {CartState, Notice, Purchase, ShownCart} from './cart-store.js';
import type {Change} from './change.js';
import {announceFact} from './events.js';
import {isOffline} from './retry.js';
import {toShown} from './rows.js';
import type {Shop} from './shop.js';

/** What lies on top of the server's cart once somebody changes it. */
export interface Overlay {
  readonly changes: readonly Change[];
  readonly notices: readonly Notice[];
  draw(server: Cart | null, changes: readonly Change[], waits: (change: Change) => boolean): ShownCart;
}

const same = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((value, index) => value === b[index]);

const none: readonly never[] = Object.freeze([]);

/** Makes the published state of how things stand, and says on the document when the cart is another one. */
export class Screen {
  #shop: Shop;
  #copy: CartCopy;
  #basis: readonly unknown[] = [];
  overlay: Overlay | undefined;
  /** What was bought and not dismissed yet. */
  purchase: Purchase | null = null;

  constructor(shop: Shop, copy: CartCopy) {
    this.#shop = shop;
    this.#copy = copy;
  }

  /** Publishes. Cart and lists stay the same objects as long as they have not changed. */
  show(): void {
    const {id, catalog, cart: store} = this.#shop;
    const {server, shown, error, signedOut} = this.#copy;
    const {changes = none, notices = none} = this.overlay ?? {};
    const before = store.state;
    const products = changes.map(({target}) => target && catalog.peek(target.productId)?.product);
    const basis = [shown, signedOut, changes.length ? error : null, ...changes, ...products];
    const isSame = same(basis, this.#basis);
    this.#basis = basis;
    const cart = isSame ? before.cart : this.#draw();
    const pending = changes.filter(this.#waits).length;
    const state: CartState = {
      status: !id ? 'unconfigured' : signedOut ? 'signed-out' : server ? 'ready' : error ? 'failed' : 'loading',
      cart,
      pending,
      error,
      notices: same(notices, before.notices) ? before.notices : Object.freeze([...notices]),
      offline: isOffline() && pending > 0,
      purchase: this.purchase,
    };
    if (same(Object.values(state), Object.values(before))) return;
    store.publish(Object.freeze(state));
    if (cart !== before.cart) announceFact('paynow-cart-change', {storeId: id, cart, previous: before.cart});
  }

  #draw(): ShownCart | null {
    const {shown: server, signedOut} = this.#copy;
    const {overlay} = this;
    if (overlay && (signedOut || overlay.changes.length)) return overlay.draw(server, overlay.changes, this.#waits);
    return server && toShown(server);
  }

  // A guest's change waits for nobody, and what the server has taken waits for no word any more when none can be had.
  #waits = ({customer, state}: Change): boolean => {
    const {signedOut, error} = this.#copy;
    return !(signedOut && customer === null) && !(error && state === 'confirmed');
  };
}
