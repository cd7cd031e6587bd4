import {checkConfig} from './config.js';
import type {Config} from './config.js';
import {Shop} from './shop.js';

/** All shops of the page. One object however many copies of the script run: it lives under a global symbol. */
export interface Registry extends EventTarget {
  readonly shops: Map<string, Shop>;
  /** The page's own shop. It has no id until the page is configured. */
  page: Shop;
  /** What the console was told; the copies of the script do not repeat each other. */
  readonly said: Set<string>;
}

const key = Symbol.for('paynow.registry.1');
const place = globalThis as {[key]?: Registry};

const createRegistry = (): Registry => {
  const registry = Object.assign(new EventTarget(), {
    shops: new Map<string, Shop>(),
    said: new Set<string>(),
  }) as unknown as Registry;
  registry.page = new Shop('', () => ({}));
  return registry;
};

/**
 * The registry of this page, made by whoever asks first; it fires `change` when an element may belong to another
 * shop.
 */
export const registry: Registry = (place[key] ??= createRegistry());

// What is true of the page holds for a further shop on it too; what belongs to one store (token, codes, currency)
// does not.
const shared = [
  'apiUrl', 'country', 'lang', 'theme', 'persist', 'checkout', 'paynowJsUrl', 'paynowJsIntegrity', 'fetch',
] as const;
const pageConfig = (shop: Shop): Config =>
  shop === registry.page ? {} : Object.fromEntries(shared.map(name => [name, registry.page.config[name]]));

/**
 * The shop of a store, or the page's own without an id. Always answers at once; a shop that nobody has configured is
 * in state `unconfigured`.
 * @param storeId digits in a string.
 */
export const getShop = (storeId?: string): Shop => {
  if (!storeId || storeId === registry.page.id) return registry.page;
  let shop = registry.shops.get(storeId);
  if (!shop) registry.shops.set(storeId, (shop = new Shop(storeId, pageConfig)));
  return shop;
};

/** Tells every element to look again to which shop it belongs. */
export const reassign = (): void => void registry.dispatchEvent(new Event('change'));

/** Says a mistake of the page's author on the console, once. */
export const warnOnce = (message: string): void => {
  if (registry.said.has(message)) return;
  registry.said.add(message);
  console.warn(`paynow-elements: ${message}`);
};

/**
 * Sets up a shop; what is given replaces what was set before, the rest stays. Values that cannot be right are left
 * out and said on the console.
 * @param options `scoped`: the settings are of that store only and do not make it the page's own; `where` names the
 * source of the values for the console.
 * @returns the shop.
 */
export const configure = (given: Config, {scoped = false, where = 'configure()'} = {}): Shop => {
  const {config, errors} = checkConfig(given, where);
  for (const error of errors) warnOnce(error.message);
  const id = config.storeId;
  if (!scoped && id && id !== registry.page.id) {
    const known = registry.shops.get(id);
    if (known) {
      // An element named the store before the page did: what the page was told until now goes over to it.
      if (!registry.page.id) known.configure({...registry.page.config, ...known.config});
      registry.page = known;
    } else if (registry.page.id) registry.page = new Shop(id, pageConfig);
    else registry.page.id = id;
    registry.shops.set(id, registry.page);
  }
  const shop = id ? getShop(id) : registry.page;
  shop.configure(config);
  if (shop === registry.page) for (const other of registry.shops.values()) if (other !== shop) other.configure({});
  reassign();
  return shop;
};
