import {createCheckout} from '../api/checkout.js';
import type {CheckoutSession} from '../api/index.js';
import type {Backend} from './backend.js';
import type {CatalogEngine} from './catalog-engine.js';
import {checkoutBody} from './checkout-options.js';
import type {CheckoutOptions, LineRequest} from './events.js';
import {targetOf} from './line.js';
import {isPassing, isUnsure, retrying} from './retry.js';
import {completeTarget} from './rules.js';
import type {Shop} from './shop.js';

/** Purchases past the cart. Loaded with the first one. */
export class Purchases {
  #shop: Shop;
  #backend: Backend;
  #catalog: CatalogEngine;
  #running = new Map<string, Promise<CheckoutSession>>();

  constructor(shop: Shop, backend: Backend, catalog: CatalogEngine) {
    this.#shop = shop;
    this.#backend = backend;
    this.#catalog = catalog;
  }

  /** See `CartStore.buy`. The same pressed twice makes one session. */
  buy(lines: readonly LineRequest[], options: CheckoutOptions): Promise<CheckoutSession> {
    const key = JSON.stringify([lines, options]);
    let running = this.#running.get(key);
    if (!running) {
      running = this.#make(lines, options).finally(() => this.#running.delete(key));
      this.#running.set(key, running);
    }
    return running;
  }

  async #make(wishes: readonly LineRequest[], options: CheckoutOptions): Promise<CheckoutSession> {
    const lines = await Promise.all(wishes.map(async wish => {
      const target = completeTarget(await this.#catalog.product(wish.productId), targetOf(wish));
      return {...target, quantity: wish.quantity ?? 1};
    }));
    const body = {...checkoutBody(this.#shop, options), lines};
    // A session whose answer was lost must not be made again behind the shopper's back; one turned away may.
    return retrying(
      () => this.#backend.send((client, call) => createCheckout(client, body, call)), undefined,
      error => isPassing(error) && !isUnsure(error));
  }
}
