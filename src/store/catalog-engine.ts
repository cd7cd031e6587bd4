import {isPaynowError, PaynowError} from '../api/errors.js';
import type {Product} from '../api/index.js';
import {getProduct, getProducts} from '../api/storefront.js';
import type {Backend, Call} from './backend.js';
import type {ProductEntry} from './catalog-store.js';
import type {Facts} from './facts.js';
import {retrying} from './retry.js';
import type {Shop} from './shop.js';

/** Loads products: what is asked for in one turn with one request, and everything once when more than one is wanted. */
export class CatalogEngine {
  #shop: Shop;
  #backend: Backend;
  #entries = new Map<string, ProductEntry>();
  #wanted = new Set<string>();
  #single = '';
  #turn: Promise<void> | undefined;
  #list: Promise<readonly Product[]> | undefined;
  #facts: Promise<Facts> | undefined;
  // Raised by each refresh, so that a late answer for the old currency or customer is dropped.
  #age = 0;

  constructor(shop: Shop, backend: Backend) {
    this.#shop = shop;
    this.#backend = backend;
  }

  /** See `Catalog.product`. */
  async product(idOrSlug: string): Promise<Product> {
    let entry = this.#entries.get(idOrSlug);
    if (entry?.status !== 'ready') {
      this.#wanted.add(idOrSlug);
      await (this.#turn ??= this.#load());
      entry = this.#entries.get(idOrSlug);
    }
    if (entry?.product) return entry.product;
    throw entry?.error ?? new PaynowError(`Product ${idOrSlug.slice(0, 40)} was not read.`, {kind: 'aborted'});
  }

  /** See `Catalog.products`. One list serves every tag. */
  async products({tag}: {tag?: string | undefined} = {}): Promise<readonly Product[]> {
    const all = await this.#everything();
    return tag ? all.filter(({tags}) => tags.some(({slug}) => slug === tag)) : all;
  }

  /** What reads the rest of the shop; loaded when it is first needed. A failed load may be tried again. */
  facts(): Promise<Facts> {
    return this.#facts ??= import('./facts.js').then(({Facts}) => new Facts(call => this.#read(call)), (error: unknown) => {
      this.#facts = undefined;
      throw error;
    });
  }

  /** Reads again whatever the page shows: prices, stock and trials differ by currency, country and customer. */
  async refresh(): Promise<void> {
    const shown = [...this.#entries.keys()];
    if (!shown.length && !this.#list) return;
    this.#age++;
    const hadList = this.#list;
    this.#list = undefined;
    if (hadList) await this.#everything().catch(() => {});
    else if (this.#single) await this.#one(this.#single);
  }

  async #load(): Promise<void> {
    // What the page's other elements ask for in this turn goes along.
    await new Promise(resolve => { setTimeout(resolve); });
    this.#turn = undefined;
    const wanted = [...this.#wanted];
    this.#wanted.clear();
    const first = wanted[0] ?? '';
    if (wanted.length === 1 && !this.#list && (!this.#single || this.#single === first)) {
      this.#single = first;
      return this.#one(first);
    }
    try {
      await this.#everything();
      // A product may be hidden from the list and still be for sale.
      await Promise.all(wanted.filter(key => this.#entries.get(key)?.status !== 'ready').map(key => this.#one(key)));
    } catch (error) {
      for (const key of wanted) this.#entries.set(key, {status: 'failed', error: error as PaynowError});
      this.#publish();
    }
  }

  async #one(idOrSlug: string): Promise<void> {
    const age = this.#age;
    try {
      const product = await this.#read((client, call) =>
        getProduct(client, {idOrSlug, currency: this.#shop.config.currency}, call));
      if (age !== this.#age) return;
      this.#keep(product);
      this.#entries.set(idOrSlug, this.#entries.get(product.id)!);
    } catch (error) {
      if (age === this.#age) this.#entries.set(idOrSlug, {status: 'failed', error: error as PaynowError});
    }
    this.#publish();
  }

  async #everything(): Promise<readonly Product[]> {
    const age = this.#age;
    this.#list ??= this.#read((client, call) => getProducts(client, {currency: this.#shop.config.currency}, call));
    const list = this.#list;
    try {
      const products = await list;
      if (age === this.#age) {
        for (const product of products) this.#keep(product);
        this.#publish();
      }
      return products;
    } catch (error) {
      if (list === this.#list) this.#list = undefined;
      throw error;
    }
  }

  #read<T>(call: Call<T>): Promise<T> {
    return retrying(() => this.#backend.send(call).catch((error: unknown) => {
      // Products are for everybody: a customer whose session has ended still sees them.
      if (isPaynowError(error) && error.kind === 'auth') return this.#backend.send(call);
      throw error;
    }));
  }

  #keep(product: Product): void {
    const entry: ProductEntry = Object.freeze({status: 'ready', product: Object.freeze(product)});
    this.#entries.set(product.id, entry);
    this.#entries.set(product.slug, entry);
  }

  #publish(): void {
    this.#shop.catalog.publish(new Map(this.#entries));
  }
}
