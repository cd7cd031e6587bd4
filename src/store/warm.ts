import {PaynowError} from '../api/errors.js';
import type {CartLine, Product} from '../api/index.js';
import {Cart} from '../api/schemas/cart.js';
import {Product as ProductShape} from '../api/schemas/product.js';
import {listOf, one} from '../api/shape.js';
import type {CartState, ShownCart} from './cart-store.js';
import type {ProductEntry} from './catalog-store.js';
import type {CartReader} from './reader.js';
import type {SessionEngine} from './session-engine.js';
import type {Shop} from './shop.js';
import {keptOf, useStorage} from './waiting.js';

/** Raised when what is kept has another shape. */
const version = 1;
/** Older than this is nothing shown; in milliseconds. */
const oldest = 24 * 3600_000;
/** Longer than this is nothing kept; in characters. */
const longest = 400_000;

interface Record {
  readonly version: number;
  /** What the prices depend on. */
  readonly view: string;
  /** Whose it is: a fingerprint of the token, from which nobody gets back to it. */
  readonly who: string;
  readonly at: number;
  readonly content: unknown;
}
type Kind = 'cart' | 'catalog';

const fail = (): PaynowError => new PaynowError('What was kept is of no use.', {kind: 'schema'});
const readCart = (content: unknown): Cart => one(Cart)(content, fail);
const isOver = ({pricing}: Product): boolean => Date.parse(pricing?.active_sale?.ends_at ?? '') < Date.now();
// A sale that has ended in the meantime would show a price that nobody gets.
const readProducts = (content: unknown): Product[] =>
  listOf(ProductShape, () => {})(content, fail).filter(product => !isOver(product));

/** Without a customer it is the same for everybody. Pages that are not secure cannot tell customers apart. */
const fingerprint = async (token: string | undefined): Promise<string | undefined> => {
  if (!token) return 'guest';
  const bytes = new TextEncoder().encode(`paynow.warm ${token}`);
  const digest = await globalThis.crypto?.subtle?.digest('SHA-256', bytes);
  // Half of it tells any two apart, and cannot be taken for a token.
  return digest && [...new Uint8Array(digest, 0, 16)].map(byte => byte.toString(16).padStart(2, '0')).join('');
};

/**
 * Keeps on the device what was read last, and shows it on the next page until that has been read anew. It never stands
 * in for the read: catalogue and cart are asked for all the same, and their states say `loading` until then.
 */
class Warmth {
  #shop: Shop;
  #cart: CartReader;
  #session: SessionEngine;
  #savedCart: Cart | null = null;
  #isDue = false;
  // What was read for the customer or in the currency before. It stays on the screen until theirs has come.
  #old = new WeakSet<Product>();
  #last: readonly unknown[];

  constructor(shop: Shop, cart: CartReader, session: SessionEngine) {
    this.#shop = shop;
    this.#cart = cart;
    this.#session = session;
    this.#last = [session.who, this.#view];
    shop.addEventListener('config', () => this.#turn());
    // Listening to the cart by its own method would ask for it.
    EventTarget.prototype.addEventListener.call(shop.cart, 'change', () => void this.#keepCart().catch(() => {}));
    shop.catalog.addEventListener('change', () => this.#keepCatalogSoon());
    shop.session.addEventListener('change', () => this.#leave());
    void this.#keepCart().catch(() => {});
    this.#keepCatalogSoon();
  }

  /** Shows what is kept, as far as nothing newer is there. */
  async recall(): Promise<void> {
    if (!keptOf(this.#shop, 'warm').length) return;
    const {who: asked} = this.#session;
    await this.#session.token();
    const who = await this.#who();
    if (!who) return;
    // Somebody else may have come while it was found out who it is.
    if (asked !== this.#session.who) return this.recall();
    const [cart, products] = [this.#read('cart', who, readCart), this.#read('catalog', who, readProducts)];
    const {catalog} = this.#shop;
    const {copy, screen, isShown} = this.#cart;
    if (cart && cart.store_id === this.#shop.id && !copy.server && !copy.signedOut) {
      copy.warm = cart;
      this.#cart.makeSure = seen => makeSure(this.#cart, seen);
      if (isShown) screen.show();
    }
    if (!products || catalog.entries.size) return;
    catalog.warm = products.length > 1 ? products : undefined;
    catalog.publish(new Map(products.flatMap(product => {
      const entry: ProductEntry = Object.freeze({status: 'loading', product});
      return [[product.id, entry], [product.slug, entry]];
    })));
  }

  #key(kind: Kind): string {
    return `paynow.${this.#shop.id}.warm.${kind}`;
  }

  get #view(): string {
    const {apiUrl, currency, country} = this.#shop.config;
    return JSON.stringify([apiUrl, currency?.toUpperCase(), country?.toUpperCase()]);
  }

  /** Of whoever shops; nothing when that is not known. To write something down nobody is asked who it is. */
  async #who(): Promise<string | undefined> {
    // A page that was left has nothing to say any more.
    if (this.#cart.signal.aborted) return undefined;
    if (this.#shop.session.state.status === 'signed-out') return fingerprint(undefined);
    const {held} = this.#session;
    return held && fingerprint((await held).token);
  }

  // What is of another version, customer or currency, too old or not to be read goes for good.
  #read<T>(kind: Kind, who: string, check: (content: unknown) => T): T | undefined {
    const key = this.#key(kind);
    const found = useStorage(this.#shop, storage => {
      const kept = JSON.parse(storage.getItem(key) ?? 'null') as Record | null;
      const age = Date.now() - (kept?.at ?? 0);
      const isOurs = kept?.version === version && kept.who === who && kept.view === this.#view;
      return isOurs && age >= 0 && age < oldest ? check(kept.content) : undefined;
    });
    if (!found) this.#drop(kind);
    return found;
  }

  #write(kind: Kind, who: string, content: unknown): void {
    const text = JSON.stringify({version, view: this.#view, who, at: Date.now(), content} satisfies Record);
    if (text.length > longest) return this.#drop(kind);
    // A full storage must hold nothing that is out of date either.
    useStorage(this.#shop, storage => {
      storage.removeItem(this.#key(kind));
      storage.setItem(this.#key(kind), text);
    });
  }

  #drop(kind: Kind): void {
    useStorage(this.#shop, storage => storage.removeItem(this.#key(kind)));
  }

  async #keepCart(): Promise<void> {
    const {copy} = this.#cart;
    const {server} = copy;
    if (!server || server === this.#savedCart) return;
    this.#savedCart = server;
    await this.#cart.idle();
    const who = await this.#who();
    // Whenever somebody else may be signed in a read is under way: that cart is not this one.
    const isCurrent = copy.server === server && !this.#cart.running && !this.#cart.wantsRead;
    if (who && who !== 'guest' && isCurrent) this.#write('cart', who, server);
    else if (copy.server === server) this.#savedCart = null;
  }

  // Not while something is being drawn.
  #keepCatalogSoon(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    setTimeout(() => {
      this.#isDue = false;
      void this.#keepCatalog().catch(() => {});
    }, 200);
  }

  #turn(): void {
    const now = [this.#session.who, this.#view];
    if (now.every((value, index) => value === this.#last[index])) return;
    this.#last = now;
    for (const {product} of this.#shop.catalog.entries.values()) if (product) this.#old.add(product);
  }

  async #keepCatalog(): Promise<void> {
    const {catalog} = this.#shop;
    if (!catalog.entries.size) return;
    const {who: asked} = this.#session;
    const who = await this.#who();
    // Meanwhile another customer may have come, whose products are on their way.
    if (!who || asked !== this.#session.who) return;
    const ready = [...catalog.entries.values()].flatMap(({status, product}) =>
      (status === 'ready' && product && !this.#old.has(product) ? [product] : []));
    const products = [...new Set(ready)].filter(({hidden}) => !hidden);
    if (!products.length) return;
    if (products.length > 1) {
      catalog.warm = undefined;
      return this.#write('catalog', who, products);
    }
    const [fresh] = products as [Product];
    const before = this.#read('catalog', who, readProducts) ?? [];
    const merged = before.map(product => (product.id === fresh.id ? fresh : product));
    this.#write('catalog', who, merged.includes(fresh) ? merged : [...merged, fresh]);
  }

  #leave(): void {
    if (this.#shop.session.state.status !== 'signed-out') return;
    this.#turn();
    this.#savedCart = null;
    this.#drop('cart');
    // Removes what was read for a customer.
    this.#read('catalog', 'guest', readProducts);
  }
}

const begun = new WeakMap<Shop, Promise<void>>();

/** Begins to keep, once, and shows what is kept; resolves when that has been looked at. */
export const keepWarm = (shop: Shop, cart: CartReader, session: SessionEngine): Promise<void> => {
  let recalled = begun.get(shop);
  if (!recalled) begun.set(shop, recalled = new Warmth(shop, cart, session).recall().catch(() => {}));
  return recalled;
};

const contentOf = ({total, currency, lines}: Omit<Cart, 'lines'> & {lines: readonly CartLine[]}): string =>
  JSON.stringify([total, currency, lines.map(line => [line.line_key, line.quantity, line.price])]);

/** The same when something was changed since, of which only the server knows what it costs. */
const isSame = (server: Cart, seen: ShownCart): boolean =>
  server.lines.length === seen.lines.length && seen.lines.every(({line_key: key, quantity, price}) => !key
    || server.lines.some(line => line.line_key === key && line.quantity === quantity && line.price === price));

/**
 * Makes sure before a checkout that the cart is the one that the shopper saw, when that was kept from another page.
 * @param seen how the cart was when they pressed.
 * @throws {PaynowError} when it could not be read, or is another one by now.
 */
const makeSure = async (reader: CartReader, seen: CartState): Promise<void> => {
  const {status, cart, pending} = seen;
  if (status !== 'loading' || !cart) return;
  if (!reader.copy.server) await reader.refresh();
  const {server, error} = reader.copy;
  if (error) throw error;
  if (server && !(pending ? isSame(server, cart) : contentOf(server) === contentOf(cart))) {
    throw new PaynowError('The cart has changed.', {kind: 'configuration', code: 'cart-changed'});
  }
};
