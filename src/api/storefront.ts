import * as check from './check.js';
import type {CallOptions, Client} from './client.js';
import {Cart} from './schemas/cart.js';
import {Product} from './schemas/product.js';
import {longListOf, one} from './shape.js';

/** In which currency prices are wanted: ISO 4217, any case; the store's own by default. */
export interface CurrencyOption {
  currency?: string | undefined;
}

const lowerCase = ({currency}: CurrencyOption): string | undefined =>
  check.maybe(check.currency, 'currency', currency)?.toLowerCase();

/**
 * Reads the products, those of all `tags` (slugs) when there are any. A product that cannot be read is left out and
 * reported through the client's `onWarning`; when none can be read, the call fails with `schema`.
 * `GET /v1/store/products`
 */
export const getProducts = async (
  client: Client, options: CurrencyOption & {tags?: string[] | undefined} = {}, call?: CallOptions,
): Promise<Product[]> => client.request({
  method: 'GET',
  path: '/v1/store/products',
  query: {tag: check.maybe(check.list(check.filled), 'tags', options.tags), currency: lowerCase(options)},
  auth: 'optional',
  read: longListOf(Product, client.warn),
}, call);

/** Reads one product by its id or slug. `GET /v1/store/products/{idOrSlug}` */
export const getProduct = async (
  client: Client, options: CurrencyOption & {idOrSlug: string}, call?: CallOptions,
): Promise<Product> => client.request({
  method: 'GET',
  path: `/v1/store/products/${encodeURIComponent(check.pathPart('idOrSlug', options.idOrSlug))}`,
  query: {currency: lowerCase(options)},
  auth: 'optional',
  read: one(Product),
}, call);

/** Reads the customer's cart. Needs a token. `GET /v1/store/cart` */
export const getCart = async (client: Client, options: CurrencyOption = {}, call?: CallOptions): Promise<Cart> =>
  client.request({
    method: 'GET',
    path: '/v1/store/cart',
    query: {currency: lowerCase(options)},
    auth: 'required',
    read: one(Cart),
  }, call);
