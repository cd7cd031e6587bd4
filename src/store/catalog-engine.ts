import {isPaynowError, PaynowError} from '../api/errors.js';
import type {Product} from '../api/index.js';
import {getProduct, getProducts} from '../api/storefront.js';
import type {Backend, Call} from './backend.js';
import type {ProductEntry} from './catalog-store.js';
import type {Facts} from './facts.js';
import {isPassing, retrying, toError} from './retry.js';
import type {Shop} from './shop.js';

/** Loads products: what is asked for in one turn with one request, and everything once when more than one is wanted. */
export class CatalogEngine {
  #shop: Shop;
  #backend: Backend;
  #entries = new Map<string, ProductEntry>();
  #wanted = new Set<string>();
  #turn: Promise<void> | undefined;
  #list: Promise<readonly Product[]> | undefined;
  #isListed = false;
  #facts: Promise<Facts> | undefined;
  // Products that are read by their own route because there is no list or they are not on it, and their reading as
  // long as it is under way.
  #singles = new Map<string, Promise<void> | undefined>();
  // Ends with each refresh: an answer for the old currency or customer is not waited for any more.
  #life = new AbortController();

  constructor(shop: Shop, backend: Backend) {
    this.#shop = shop;
    this.#backend = backend;
  }

  /** See `Catalog.product`. */
  async product(idOrSlug: string): Promise<Product> {
    let entry = this.#entries.get(idOrSlug);
    if (entry?.status !== 'ready') {
      await (this.#singles.get(idOrSlug) ?? (this.#wanted.add(idOrSlug), this.#turn ??= this.#load()));
      entry = this.#entries.get(idOrSlug);
    }
    if (entry?.product) return entry.product;
    throw entry?.error ?? new PaynowError('The product was not read.', {kind: 'aborted'});
  }

  /** See `Catalog.products`. One list serves every tag. */
  async products({tag}: {tag?: string | undefined} = {}): Promise<readonly Product[]> {
    const all = await this.#everything();
    return tag ? all.filter(({tags}) => tags.some(({slug}) => slug === tag)) : all;
  }

  /** What reads the rest of the shop; loaded when it is first needed. A failed load may be tried again. */
  facts(): Promise<Facts> {
    return (this.#facts ??= import('./facts.js').then(
      ({Facts}) => new Facts(call => this.#read(call)),
      (error: unknown) => {
        this.#facts = undefined;
        throw error;
      },
    ));
  }

  /** Reads again whatever the page shows: prices, stock and trials differ by currency, country and customer. */
  async refresh(): Promise<void> {
    this.#life.abort();
    const {signal} = (this.#life = new AbortController());
    // What is under way begins again by itself.
    if (this.#isListed) {
      this.#isListed = false;
      this.#list = undefined;
      await this.#everything().catch(() => {});
    }
    if (signal.aborted) return;
    await Promise.all([...this.#singles].filter(([, reading]) => !reading).map(([key]) => this.#one(key)));
  }

  async #load(): Promise<void> {
    // What the page's other elements ask for in this turn goes along.
    await new Promise(resolve => {
      setTimeout(resolve);
    });
    this.#turn = undefined;
    const wanted = [...this.#wanted];
    this.#wanted.clear();
    const [first] = wanted as [string];
    // Elements that are not here yet, or not defined yet, ask for theirs a moment later.
    const others = `[product-id]:not([product-id="${CSS.escape(first)}"]),paynow-products`;
    const isOnly = wanted.length < 2 && !this.#list && !this.#singles.size && document.readyState !== 'loading'
      && !document.querySelector(others);
    if (isOnly) return this.#one(first);
    try {
      await this.#everything();
      // A product may be hidden from the list and still be for sale.
      await Promise.all(wanted.filter(key => this.#entries.get(key)?.status !== 'ready').map(key => this.#one(key)));
    } catch (error) {
      for (const key of wanted) this.#entries.set(key, {status: 'failed', error: toError(error)});
      this.#publish();
    }
  }

  #one(idOrSlug: string): Promise<void> {
    const reading = this.#readOne(idOrSlug);
    this.#singles.set(idOrSlug, reading);
    return reading;
  }

  async #readOne(idOrSlug: string): Promise<void> {
    try {
      await this.#read(
        (client, call) => getProduct(client, {idOrSlug, currency: this.#shop.config.currency}, call),
        product => {
          this.#keep(product);
          this.#entries.set(idOrSlug, this.#entries.get(product.id)!);
          this.#singles.set(idOrSlug, undefined);
        },
      );
    } catch (error) {
      // What is shown already stays while the server stumbles.
      const isKept = isPassing(error) && this.#entries.get(idOrSlug)?.status === 'ready';
      if (isKept) this.#singles.set(idOrSlug, undefined);
      else this.#singles.delete(idOrSlug);
      if (!isKept) this.#entries.set(idOrSlug, {status: 'failed', error: toError(error)});
    }
    this.#publish();
  }

  #everything(): Promise<readonly Product[]> {
    return (this.#list ??= this.#readList());
  }

  async #readList(): Promise<readonly Product[]> {
    try {
      const products = await this.#read(
        (client, call) => getProducts(client, {currency: this.#shop.config.currency}, call),
        list => {
          for (const product of list) {
            this.#keep(product);
            for (const key of [product.id, product.slug]) this.#singles.delete(key);
          }
          this.#isListed = true;
        },
      );
      this.#publish();
      return products;
    } catch (error) {
      this.#list = undefined;
      throw error;
    }
  }

  // What comes is used in the very turn in which it is known to be for whoever shops.
  async #read<T>(call: Call<T>, use: (answer: T) => void = () => {}): Promise<T> {
    for (;;) {
      const {signal} = this.#life;
      const send = (how = call): Promise<T> => this.#backend.send(how, signal);
      try {
        const answer = await retrying(
          () =>
            send().catch((error: unknown) => {
              // Products are for everybody: a customer whose token is refused still sees them.
              if (isPaynowError(error) && error.kind === 'auth')
                return send((client, rest) => call(client, {...rest, token: ''}));
              throw error;
            }),
          signal,
        );
        if (!signal.aborted) {
          use(answer);
          return answer;
        }
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    }
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
