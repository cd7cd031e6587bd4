import type {Order} from '../api/index.js';
import {getOrders} from '../api/orders.js';
import type {Backend} from './backend.js';
import type {Purchase} from './cart-store.js';
import type {CatalogEngine} from './catalog-engine.js';
import {forgetCodes} from './codes.js';
import {announceFact} from './events.js';
import type {OpenSession} from './open-session.js';
import type {Queue} from './queue.js';
import type {CartReader} from './reader.js';
import {retrying} from './retry.js';
import type {SessionEngine} from './session-engine.js';
import type {Shop} from './shop.js';
import {endTrip, keepTrip, paidTripsOf, tripOf, tripsOf} from './trips.js';
import type {Trip} from './trips.js';

/** Times in milliseconds. Tests shorten them; nothing else changes them. */
export const returnTiming = {
  /** How long a shop that does not show an order yet is given before each further question. */
  waits: [1_000, 2_000, 4_000, 8_000],
  /** For so long it is asked for what nobody came back from. */
  asked: 2 * 60 * 60_000,
};

/** What the returns of shoppers have to do with. */
export interface Surroundings {
  readonly shop: Shop;
  readonly backend: Backend;
  readonly session: SessionEngine;
  readonly reader: CartReader;
  readonly catalog: CatalogEngine;
  readonly queue: Queue;
  readonly open: readonly OpenSession[];
}

const sleep = (ms: number): Promise<void> => new Promise(resolve => { setTimeout(resolve, ms); });

const alone = async <T>(name: string, run: () => T): Promise<T> => {
  const {locks} = globalThis.navigator ?? {};
  return locks ? locks.request(name, run).catch(run) : run();
};

/**
 * Finds out what became of checkouts that this browser has begun, and says each purchase once, whichever tab hears of
 * it first. No address proves a purchase: the shop is asked, and where it does not tell, only what the address of a
 * paid checkout holds, or a cart that has become empty by itself, counts.
 */
export class Returns {
  #all: Surroundings;
  #said = new Set<string>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(all: Surroundings) {
    this.#all = all;
  }

  /** A shopper is back with the mark of a trip in the address. @returns the purchase, if it was one. */
  arrive(key: string, proof: string | undefined): Promise<Purchase | null> {
    const {shop} = this.#all;
    // At once, whatever the shop is being asked: who presses again now gets a new checkout.
    if (!proof) this.#cancel(tripOf(shop, key));
    return this.#next(async () => {
      const trip = tripOf(shop, key);
      if (!trip || proof !== trip.proof) return null;
      return trip.orderId === undefined ? this.#confirm(trip) : this.#settle(trip, trip.orderId);
    });
  }

  /** PayNow.js has said that the checkout with this id is paid. */
  complete(checkoutId: string, orderId: string): Promise<Purchase | null> {
    return this.#next(async () => {
      const {shop} = this.#all;
      const isOf = ({id}: Trip): boolean => id === checkoutId;
      const trip = tripsOf(shop).find(isOf) ?? paidTripsOf(shop).find(isOf);
      // Where nothing may be stored there is no other tab either.
      return this.#settle(trip ?? {key: '', proof: '', id: checkoutId, isCart: true, at: Date.now()}, orderId, !trip);
    });
  }

  /** The overlay with this checkout was closed, and nobody has said that it is paid. */
  async shut(checkoutId: string): Promise<void> {
    this.#all.queue.mark.end(checkoutId);
    await this.check();
  }

  /** Looks after checkouts that nobody has come back from. @returns a purchase that was found. */
  check(): Promise<Purchase | null> {
    return this.#next(async () => {
      const {shop, reader} = this.#all;
      const open = tripsOf(shop).filter(({at}) => Date.now() - at < returnTiming.asked);
      if (!open.length) return null;
      const orders = await this.#orders();
      if (!orders) await reader.refresh();
      // Where nothing is kept, nobody knows whether the cart was emptied here.
      const {server, customer} = reader.copy;
      const isEmpty = !orders && shop.config.persist !== 'none' && server?.lines.length === 0;
      let found: Purchase | null = null;
      for (const trip of open) {
        const order = orders?.find(({checkout_id: id}) => id === trip.id);
        // The cart may have been changed here while it was read.
        const isUntouched = isEmpty && trip.isCart && trip.customer === customer
          && !(tripOf(shop, trip.key) ?? trip).isChanged;
        if (order || isUntouched) found = await this.#settle(trip, order?.id ?? '');
      }
      return found;
    });
  }

  /** Another tab has said a purchase. */
  hear(purchase: Purchase): void {
    this.#thank(purchase);
  }

  /** A checkout was left for good: who presses again gets a new one. */
  leave(checkoutId: string): void {
    for (const open of this.#all.open) open.forget(checkoutId);
  }

  #next<T>(run: () => Promise<T>): Promise<T> {
    const result = this.#last.then(run);
    this.#last = result.catch(() => {});
    return result;
  }

  #cancel(trip: Trip | undefined): void {
    const {shop, queue} = this.#all;
    if (!trip || trip.orderId !== undefined) return;
    // It may still be paid, out of the history for instance. An empty cart tells nothing of it any more.
    keepTrip(shop, {...trip, isChanged: true});
    this.leave(trip.id);
    queue.mark.end(trip.id);
  }

  async #confirm(trip: Trip): Promise<Purchase | null> {
    const waits = [...returnTiming.waits];
    for (;;) {
      const orders = await this.#orders();
      const order = orders?.find(({checkout_id: id}) => id === trip.id);
      if (!orders || order) return this.#settle(trip, order?.id ?? '');
      const wait = waits.shift();
      if (wait === undefined) return null;
      this.#show({checkoutId: trip.id, orderId: '', isPending: true});
      await sleep(wait);
    }
  }

  /** The customer's last paid orders; nothing when the shop does not tell. */
  async #orders(): Promise<readonly Order[] | undefined> {
    const {backend, session, catalog} = this.#all;
    try {
      if (!await session.token()) return undefined;
      const {platform} = await (await catalog.facts()).store();
      // PayNow shows orders to customers who have signed in with Steam only.
      if (platform.startsWith('minecraft')) return undefined;
      const orders = await retrying(() => backend.once((client, call) => getOrders(client, {limit: 25}, call)));
      return orders.filter(({status}) => status === 'completed');
    } catch {
      return undefined;
    }
  }

  async #settle(trip: Trip, orderId: string, isUnknown = false): Promise<Purchase> {
    const {shop, queue} = this.#all;
    const purchase: Purchase = Object.freeze({checkoutId: trip.id, orderId, isPending: false});
    this.leave(trip.id);
    queue.mark.end(trip.id);
    const isNews = await alone(`paynow.${shop.id}.purchase`, () => endTrip(shop, trip, orderId)) || isUnknown;
    if (isNews && !this.#said.has(trip.id)) {
      this.#said.add(trip.id);
      // Codes were kept with the cart; a purchase past it has had its own.
      if (trip.isCart) forgetCodes(shop);
      announceFact('paynow-purchase', {checkoutId: trip.id, orderId});
      queue.tell({type: 'purchase', purchase});
    }
    this.#thank(purchase);
    return purchase;
  }

  // What was bought is out of the cart, and may be out of stock.
  #thank(purchase: Purchase): void {
    const {reader, catalog} = this.#all;
    this.#show(purchase);
    void reader.refresh();
    void catalog.refresh();
  }

  #show(purchase: Purchase): void {
    const {screen} = this.#all.reader;
    screen.purchase = purchase;
    screen.show();
  }
}
