import {PaynowError} from '../api/errors.js';
import type {Config} from './config.js';
import {CartStore} from './cart-store.js';
import {Catalog} from './catalog-store.js';
import {Session} from './session.js';
import type {CartWriter} from './cart-writer.js';
import type {Engine} from './engine.js';

const unset = {kind: 'configuration', code: 'unconfigured'} as const;

/**
 * One PayNow store on this page: its settings, and the states of its cart, customer and catalogue.
 * It is light; what talks to the API is loaded when something is first asked of it.
 */
export class Shop extends EventTarget {
  /** The store id, digits in a string; empty as long as the page is not configured. */
  id: string;
  readonly cart: CartStore;
  readonly session: Session;
  readonly catalog: Catalog;
  #own: Config = {};
  // Hundreds of elements ask. A change of what is inherited comes with a call of `configure` too.
  #config: Config | undefined;
  #inherited: (shop: Shop) => Config;
  #engine: Promise<Engine> | undefined;
  #awake = false;

  constructor(id: string, inherited: (shop: Shop) => Config) {
    super();
    this.id = id;
    this.#inherited = inherited;
    this.cart = new CartStore(this);
    this.session = new Session(this);
    this.catalog = new Catalog(this);
  }

  /** The settings in force: the page's, replaced by this store's own. */
  get config(): Config {
    return this.#config ??= {
      ...this.#inherited(this),
      ...Object.fromEntries(Object.entries(this.#own).filter(([, value]) => value !== undefined)),
    };
  }

  /** Merges settings in and says so with `config`. A setting of `undefined` goes back to its default. */
  configure(config: Config): void {
    Object.assign(this.#own, config);
    this.#config = undefined;
    this.dispatchEvent(new Event('config'));
    if (this.#awake) void this.wake();
  }

  /** What changes the cart. It is worth calling when somebody is about to press something. */
  async writer(): Promise<CartWriter> {
    return (await this.engine()).writer();
  }

  /** Makes the cart load now, or as soon as the shop is configured. Somebody shows it. */
  async wake(): Promise<void> {
    this.#awake = true;
    if (!this.id) return;
    try {
      (await this.engine()).cart.start();
    } catch (cause) {
      const error = new PaynowError('A part did not load.', {kind: 'network', cause});
      this.cart.publish({...this.cart.state, status: 'failed', error});
    }
  }

  /** What does the work; loaded once. A failed load may be tried again by the next call. */
  engine(): Promise<Engine> {
    // Tabs find each other by the id, so that nothing may begin without one.
    if (!this.id)
      return Promise.reject(new PaynowError('No store-id yet.', unset));
    this.#engine ??= import('./engine.js')
      .then(({createEngine}) => createEngine(this))
      .catch((error: unknown) => {
        this.#engine = undefined;
        throw error;
      });
    return this.#engine;
  }
}
