import type {ReactiveController} from '@lit/reactive-element';
import type {PaynowError} from '../api/errors.js';
import type {Product} from '../api/index.js';
import {keepWarm} from '../store/keep-warm.js';
import {warnOnce} from '../store/registry.js';
import type {PaynowElement} from './paynow-element.js';
import {toError} from './to-error.js';

/** An element that lists products: all, or those that it names. */
interface ListHost extends PaynowElement {
  readonly names: readonly string[];
}

/** Keeps an element up to date with the products of its shop, all of them from the one list that the page shares. */
export class ProductsReader implements ReactiveController {
  /** The products; nothing as long as they are not known. Those shown stay while they are read again. */
  products: readonly Product[] | undefined;
  /** Why there are none. */
  error: PaynowError | undefined;
  #host: ListHost;
  #source: EventTarget | undefined;
  #wanted = '';
  #turn = 0;
  #isWarm = false;

  constructor(host: ListHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const {catalog} = this.#host.shop;
    if (catalog === this.#source) return;
    this.hostDisconnected();
    this.#source = catalog;
    catalog.addEventListener('change', this.#follow);
    this.#follow();
  }

  hostUpdate(): void {
    const {isConnected, shop, names} = this.#host;
    if (!isConnected) return;
    this.hostConnected();
    const wanted = JSON.stringify([shop.id, shop.config.apiUrl, names]);
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    this.products = undefined;
    this.#isWarm = false;
    if (shop.id) void this.read();
    this.#showWarm();
  }

  hostDisconnected(): void {
    this.#source?.removeEventListener('change', this.#follow);
    this.#source = undefined;
  }

  /** Reads the products, or reads them again after that has failed. */
  async read(isFollowing = false): Promise<void> {
    const turn = ++this.#turn;
    if (!isFollowing) this.error = undefined;
    if (!isFollowing) this.#host.requestUpdate();
    try {
      const products = await this.#load(isFollowing);
      if (turn !== this.#turn) return;
      this.#isWarm = false;
      const before = this.products;
      if (products.length === before?.length && products.every((one, index) => one === before[index])) return;
      this.products = products;
    } catch (error) {
      if (turn !== this.#turn) return;
      if (!this.products) this.error = toError(error);
    }
    this.#host.requestUpdate();
  }

  // Following a change must not ask again for what is known to be missing: the answer would be the next change.
  async #load(isFollowing: boolean): Promise<readonly Product[]> {
    const {shop: {catalog}, names} = this.#host;
    const all = await catalog.products();
    void keepWarm(this.#host.shop);
    if (!names.length) return all;
    const found = await Promise.all(names.map(async name => {
      const listed = all.find(({id, slug}) => id === name || slug === name);
      if (listed || (isFollowing && catalog.peek(name)?.status === 'failed')) return listed;
      return catalog.product(name).catch(() =>
        warnOnce(`<paynow-products> ids: there is no product "${name.slice(0, 60)}".`));
    }));
    return found.filter(product => !!product);
  }

  // A list that failed stays so until somebody tries again: other products that arrive are no reason to.
  #follow = (): void => {
    if (this.products && !this.#isWarm) void this.read(true);
    this.#showWarm();
  };

  // What was there on another page, until the shop has answered.
  #showWarm(): void {
    const {shop: {catalog: {warm}}, names} = this.#host;
    if (this.products || !warm) return;
    const found = names.map(name => warm.find(({id, slug}) => id === name || slug === name));
    this.products = names.length ? found.filter(product => !!product) : warm;
    this.#isWarm = true;
    this.#host.requestUpdate();
  }
}
