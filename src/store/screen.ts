import type {Cart} from '../api/index.js';
import type {CartCopy} from './cart-copy.js';
import type {CartState, Notice, ShownCart} from './cart-store.js';
import type {Change} from './change.js';
import {announceFact} from './events.js';
import {isOffline} from './retry.js';
import type {Shop} from './shop.js';
import {showCart} from './view.js';

const same = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((value, index) => value === b[index]);

/** Makes the published state of how things stand, and says on the document when the cart is another one. */
export class Screen {
  #shop: Shop;
  #basis: readonly unknown[] = [];

  constructor(shop: Shop) {
    this.#shop = shop;
  }

  /** Publishes. Cart and lists stay the same objects as long as they have not changed. */
  show({server, error, signedOut}: CartCopy, changes: readonly Change[], notices: readonly Notice[]): void {
    const {id, catalog, cart: store} = this.#shop;
    const before = store.state;
    const products = changes.map(({target}) => target && catalog.peek(target.productId)?.product);
    const basis = [server, signedOut, ...changes, ...products];
    const isSame = same(basis, this.#basis);
    this.#basis = basis;
    const cart = isSame ? before.cart : this.#draw(server, changes, signedOut);
    const pending = signedOut ? changes.filter(({customer}) => customer !== null).length : changes.length;
    const state: CartState = {
      status: !id ? 'unconfigured' : signedOut ? 'signed-out' : server ? 'ready' : error ? 'failed' : 'loading',
      cart,
      pending,
      error,
      notices: same(notices, before.notices) ? before.notices : Object.freeze([...notices]),
      offline: isOffline() && pending > 0,
    };
    if (same(Object.values(state), Object.values(before))) return;
    store.publish(Object.freeze(state));
    if (cart !== before.cart) announceFact('paynow-cart-change', {storeId: id, cart, previous: before.cart});
  }

  #draw(server: Cart | null, changes: readonly Change[], signedOut: boolean): ShownCart | null {
    if (!server && !signedOut && !changes.length) return null;
    const {id, catalog, config} = this.#shop;
    const store = {id, currency: (config.currency ?? '').toLowerCase()};
    return showCart(server, changes, key => catalog.peek(key)?.product, store, change => !signedOut || change.customer !== null);
  }
}
