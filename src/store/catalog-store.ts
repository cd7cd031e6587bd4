import type {Navlink, Product, Store, Tag} from '../api/index.js';
import type {PaynowError} from '../api/errors.js';
import type {Facts} from './facts.js';
import type {Shop} from './shop.js';

/** What is known of one product. A product that was ready stays shown while it is read again. */
export interface ProductEntry {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly product?: Product | undefined;
  readonly error?: PaynowError | undefined;
}

/** The products of a shop as far as the page has asked for them. Fires `change` when an entry was replaced. */
export class Catalog extends EventTarget {
  #shop: Shop;
  /** All that is known, by id and by slug. */
  entries: ReadonlyMap<string, ProductEntry> = new Map();

  constructor(shop: Shop) {
    super();
    this.#shop = shop;
  }

  /** The products as they were on another page, to be shown until they have been read. */
  warm?: readonly Product[] | undefined;

  /** Replaces the entries, by id and by slug; only the engine calls this. */
  publish(entries: ReadonlyMap<string, ProductEntry>): void {
    this.entries = entries;
    this.dispatchEvent(new Event('change'));
  }

  /** What is known of a product now; nothing when nobody has asked for it. */
  peek(idOrSlug: string): ProductEntry | undefined {
    return this.entries.get(idOrSlug);
  }

  /**
   * The product, from what is known or from the API. All that is asked for in one turn is loaded with one request:
   * `GET /v1/store/products/{id or slug}` for one product, `GET /v1/store/products` for more.
   * @throws {PaynowError} when there is no such product or it could not be read.
   */
  async product(idOrSlug: string): Promise<Product> {
    return (await this.#shop.engine()).catalog.product(idOrSlug);
  }

  /** The products, those of one tag only when it is given. Rests on `GET /v1/store/products`. @throws {PaynowError} */
  async products(filter: {tag?: string | undefined} = {}): Promise<readonly Product[]> {
    return (await this.#shop.engine()).catalog.products(filter);
  }

  /** The store itself, read once. Rests on `GET /v1/store`. @throws {PaynowError} when it could not be read. */
  async store(): Promise<Store> {
    return (await this.#facts()).store();
  }

  /** The store's tags, read once. Rests on `GET /v1/store/tags`. @throws {PaynowError} when they could not be read. */
  async tags(): Promise<readonly Tag[]> {
    return (await this.#facts()).tags();
  }

  /** The store's navigation, a tree, read once. Rests on `GET /v1/store/navlinks`. @throws {PaynowError} */
  async navlinks(): Promise<readonly Navlink[]> {
    return (await this.#facts()).navlinks();
  }

  async #facts(): Promise<Facts> {
    return (await this.#shop.engine()).catalog.facts();
  }
}
