import {demoData} from './data/demo.js';
import {Refusal} from './errors.js';
import type {Fault, LogEntry} from './faults.js';
import {idMaker} from './ids.js';
import type {Checkout, Order} from './orders.js';
import type {CustomerSeed, ProductSeed, PromoSeed, SandboxData, StoreSeed} from './seeds.js';

/** A product with every default filled in. */
export type Product = Required<Omit<ProductSeed, 'image_url'>> & Pick<ProductSeed, 'image_url'>;

/** Everything that makes a line; two wishes with the same identity melt into one line. */
export interface LineIdentity {
  product_id: string;
  subscription: boolean;
  trial: boolean;
  gameserver_id?: string;
  custom_variables: Record<string, string>;
  gift_to_customer_id?: string;
}

/** A line as the sandbox keeps it; names and prices are worked out when it is read. */
export interface Line extends LineIdentity {
  line_key: string;
  quantity: number;
}

/** A customer of one store. */
export interface Customer extends CustomerSeed {
  created_at: string;
}

/** All that a sandbox knows. It is replaced as a whole by a reset. */
export interface World {
  data: SandboxData;
  startedAt: number;
  now(): number;
  newId(): string;
  store(id: string): StoreSeed;
  stores: Map<string, StoreSeed>;
  products: Map<string, Product>;
  customers: Map<string, Customer>;
  tokens: Map<string, {customer_id: string; expires_at?: number}>;
  /** How many milliseconds the tokens live that are given out from now on. */
  tokenLife: number;
  /** The secret keys of the Management API, with the store that each is good for. */
  apiKeys: Map<string, string>;
  /** What the pretend Steam has signed: the signed text by its signature, and whether it confirms it for ever. */
  assertions: Map<string, {text: string; again: boolean}>;
  promos: PromoSeed[];
  unknownPlayers: Set<string>;
  carts: Map<string, Line[]>;
  checkouts: Map<string, Checkout>;
  orders: Order[];
  faults: Fault[];
  log: LogEntry[];
  preflights: number;
}

/** Fills in what a product seed leaves out. */
export const productOf = (seed: ProductSeed): Product => ({
  description: '',
  label: null,
  sort_order: 0,
  hidden: false,
  removed: false,
  enabled_at: null,
  enabled_until: null,
  tags: [],
  gameservers: [],
  single_game_server_only: false,
  allow_one_time_purchase: true,
  allow_subscription: false,
  subscription_interval: {value: 1, scale: 'month'},
  trial: null,
  remove_after: null,
  is_gifting_disabled: false,
  is_coupons_disabled: false,
  is_gift_cards_disabled: false,
  is_affiliate_links_disabled: false,
  sale: null,
  stock: null,
  regions: [],
  variables: [],
  metadata: {},
  ...seed,
});

/** Makes a fresh world. What `data` leaves out comes from the demo shops. */
export const createWorld = (data: SandboxData): World => {
  const {stores, products, customers, tokens, apiKeys, promos, unknownPlayers} = {...demoData, ...data};
  const now = data.now ?? Date.now;
  const startedAt = now();
  const created_at = new Date(startedAt - 40 * 86_400_000).toISOString();
  const storesById = new Map(stores.map(store => [store.id, store]));
  return {
    data,
    startedAt,
    now,
    newId: idMaker(),
    store: id => {
      const store = storesById.get(id);
      if (!store) throw new Refusal(404, 'store-not-found', `There is no store with the id '${id}'.`);
      return store;
    },
    stores: storesById,
    products: new Map(structuredClone(products).map(seed => [seed.id, productOf(seed)])),
    customers: new Map(customers.map(seed => [seed.id, {...seed, created_at}])),
    tokens: new Map(tokens.map(({token, customer_id, expires_at}) =>
      [token, {customer_id, ...(expires_at !== undefined && {expires_at: Date.parse(expires_at)})}])),
    tokenLife: 24 * 3_600_000,
    apiKeys: new Map(apiKeys.map(({key, store_id}) => [key, store_id])),
    assertions: new Map(),
    promos: structuredClone(promos),
    unknownPlayers: new Set(unknownPlayers.map(name => name.toLowerCase())),
    carts: new Map(),
    checkouts: new Map(),
    orders: [],
    faults: [],
    log: [],
    preflights: 0,
  };
};
