import type {WireGameServer, WireOption, WireScale} from './wire.js';

/** A store to be faked. Amounts of its products are in the minor units of `currency`. */
export interface StoreSeed {
  id: string;
  slug: string;
  name: string;
  platform: string;
  currency: string;
  description?: string;
  website_url?: string;
  support_email?: string;
  live_mode?: boolean;
  created_at?: string;
  tags: TagSeed[];
  navlinks: NavSeed[];
}

/** A tag that products carry by its slug. */
export interface TagSeed {
  id: string;
  slug: string;
  name: string;
  description?: string;
  enabled?: boolean;
}

/** An entry of the navigation; it points to a tag by its slug. */
export interface NavSeed {
  tag: string;
  children?: NavSeed[];
}

/** A sale; moments are ISO 8601, `starts_in` and `ends_in` are seconds after the sandbox was made. */
export interface SaleSeed {
  id: string;
  name: string;
  type: 'percent' | 'amount';
  amount: number;
  begins_at?: string;
  ends_at?: string;
  starts_in?: number;
  ends_in?: number;
}

/** How many may be bought: by all customers together, and by one customer. Missing or null: any number. */
export interface StockSeed {
  left?: number | null;
  per_customer?: number | null;
}

/** A price of its own for some countries, in minor units of the region's currency. */
export interface RegionSeed {
  id: string;
  countries: string[];
  currency: string;
  price: number;
}

/** A question to the customer. */
export interface VariableSeed {
  id: string;
  identifier: string;
  name: string;
  description?: string;
  type: 'dropdown' | 'text' | 'number';
  value_regex?: string;
  options?: WireOption[];
}

/** A product; everything but the first five has a default. `price` is in minor units of the store's currency. */
export interface ProductSeed {
  id: string;
  store_id: string;
  slug: string;
  name: string;
  price: number;
  description?: string;
  label?: string | null;
  /** Missing: the sandbox's own picture of this slug, if there is one. Null: no picture. */
  image_url?: string | null;
  sort_order?: number;
  hidden?: boolean;
  /** A removed product is unknown to every route, and its lines leave the carts. */
  removed?: boolean;
  enabled_at?: string | null;
  enabled_until?: string | null;
  tags?: string[];
  gameservers?: WireGameServer[];
  single_game_server_only?: boolean;
  allow_one_time_purchase?: boolean;
  allow_subscription?: boolean;
  subscription_interval?: {value: number; scale: WireScale};
  trial?: {value: number; scale: WireScale} | null;
  remove_after?: {value: number; scale: 'day' | 'week' | 'month'} | null;
  is_gifting_disabled?: boolean;
  is_coupons_disabled?: boolean;
  is_gift_cards_disabled?: boolean;
  is_affiliate_links_disabled?: boolean;
  sale?: SaleSeed | null;
  stock?: StockSeed | null;
  regions?: RegionSeed[];
  variables?: VariableSeed[];
  metadata?: Record<string, string>;
}

/** A customer who is there from the start. `account` is a Minecraft UUID or a Steam id. */
export interface CustomerSeed {
  id: string;
  store_id: string;
  name: string;
  account: string;
  edition?: 'java' | 'bedrock';
}

/** A token that is there from the start. `expires_at` is ISO 8601; missing: never. */
export interface TokenSeed {
  token: string;
  customer_id: string;
  expires_at?: string;
}

/** A secret key of the Management API, good for one store. */
export interface ApiKeySeed {
  key: string;
  store_id: string;
}

/** A promo code. `permille` takes a share off; `balance` (minor units of the store) makes it a gift card. */
export interface PromoSeed {
  id: string;
  store_id: string;
  code: string;
  permille?: number;
  balance?: number;
  expires_at?: string;
}

/** What a sandbox starts with. A part that is left out is taken from the demo shops. */
export interface SandboxData {
  stores?: StoreSeed[];
  products?: ProductSeed[];
  customers?: CustomerSeed[];
  tokens?: TokenSeed[];
  apiKeys?: ApiKeySeed[];
  promos?: PromoSeed[];
  /** Player names that do not exist: signing in or giving to them answers 404. */
  unknownPlayers?: string[];
  /** The sandbox's clock, in milliseconds since 1970. Default: `Date.now`. */
  now?: () => number;
  /** Path in front of `/v1/`, without a slash at the end. Default: whatever stands there. */
  basePath?: string;
  /** Address that pictures and checkout pages are given with. Default: the request's own origin and base path. */
  publicUrl?: string;
}
