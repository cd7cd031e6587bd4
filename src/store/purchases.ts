import {createCheckout} from '../api/checkout.js';
import type {CheckoutOptions as ApiOptions} from '../api/checkout-body.js';
import type {CheckoutSession} from '../api/index.js';
import type {Backend} from './backend.js';
import type {CatalogEngine} from './catalog-engine.js';
import type {CheckoutOptions, LineRequest} from './events.js';
import {targetOf} from './line.js';
import {isPassing, isUnsure, retrying} from './retry.js';
import {completeTarget} from './rules.js';
import type {Shop} from './shop.js';

/** What a checkout takes along: what was asked for, and the shop's settings for the rest. */
export const checkoutBody = ({config}: Shop, options: CheckoutOptions): ApiOptions => {
  const {promoCodes, affiliateCode, returnUrl, cancelUrl, autoRedirect} = config;
  const codes = options.promoCodes ?? (typeof promoCodes === 'string' ? promoCodes.split(',') : promoCodes) ?? [];
  const wanted = codes.map(code => code.trim()).filter(Boolean);
  return {
    affiliateCode, returnUrl, cancelUrl, autoRedirect, ...options, promoCodes: wanted.length ? wanted : undefined,
  };
};

/** Purchases past the cart. */
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
