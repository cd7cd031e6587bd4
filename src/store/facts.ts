import type {Navlink, Store, Tag} from '../api/index.js';
import {getNavlinks, getTags} from '../api/navigation.js';
import {getStore} from '../api/store.js';
import type {Call} from './backend.js';

/** What a shop says about itself and its order. It is the same for every customer, so each part is read once. */
export class Facts {
  #read: <T>(call: Call<T>) => Promise<T>;
  #known = new Map<Call<unknown>, Promise<unknown>>();

  constructor(read: <T>(call: Call<T>) => Promise<T>) {
    this.#read = read;
  }

  /** See `Catalog.store`. */
  store(): Promise<Store> {
    return this.#once(getStore);
  }

  /** See `Catalog.tags`. */
  tags(): Promise<readonly Tag[]> {
    return this.#once(getTags);
  }

  /** See `Catalog.navlinks`. */
  navlinks(): Promise<readonly Navlink[]> {
    return this.#once(getNavlinks);
  }

  // An answer is kept for the life of the page; a failure is not.
  #once<T>(call: Call<T>): Promise<T> {
    const known = this.#known.get(call) as Promise<T> | undefined;
    if (known) return known;
    const asked = this.#read(call);
    this.#known.set(call, asked);
    asked.catch(() => this.#known.delete(call));
    return asked;
  }
}
