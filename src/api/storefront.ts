import * as check from './check.js';
import type {CallOptions, Client} from './client.js';
import {Cart} from './schemas/cart.js';
import {CheckoutSession} from './schemas/checkout.js';
import {Product} from './schemas/product.js';
import {Store} from './schemas/store.js';
import {checkoutBody} from './checkout-body.js';
import type {CheckoutOptions} from './checkout-body.js';
import {checkLine} from './line.js';
import type {LineOptions} from './line.js';
import {listOf, one} from './shape.js';

/** In which currency prices are wanted: ISO 4217, any case; the store's own by default. */
export interface CurrencyOption {
  currency?: string | undefined;
}

const lowerCase = ({currency}: CurrencyOption): string | undefined =>
  check.maybe(check.currency, 'currency', currency)?.toLowerCase();

/** Reads the store: name, platform, currency. `GET /v1/store` */
export const getStore = async (client: Client, call?: CallOptions): Promise<Store> =>
  client.request({method: 'GET', path: '/v1/store', auth: 'optional', read: one(Store)}, call);

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
  read: listOf(Product, client.warn),
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

/** Removes every line of the customer's cart. Needs a token. `DELETE /v1/store/cart` */
export const clearCart = async (client: Client, call?: CallOptions): Promise<void> =>
  client.request({method: 'DELETE', path: '/v1/store/cart', auth: 'required'}, call);

/** A line of the cart and what its quantity becomes. */
export interface CartLineOptions extends LineOptions {
  /** 0 removes the line; below 0 only with `increment`. */
  quantity?: number | undefined;
  /** Adds to the quantity in place of setting it. Such a request must not be repeated blindly. */
  increment?: boolean | undefined;
}

/**
 * Sets or, with `increment`, adds to the quantity of the line that is made by all the other options together: another
 * game server or another value of a variable is another line. Needs a token. The answer is empty; read the cart anew.
 * `PUT /v1/store/cart/lines`
 */
export const putCartLine = async (client: Client, options: CartLineOptions, call?: CallOptions): Promise<void> => {
  const line = checkLine(options);
  const quantity = check.maybe(check.int32, 'quantity', options.quantity);
  const increment = check.maybe(check.flag, 'increment', options.increment);
  if (Number(quantity) < 0 && !increment) throw check.wrong('quantity', 'is below 0; set 0 or add increment: true');
  const variables = Object.entries(line.customVariables ?? {});
  return client.request({
    method: 'PUT',
    path: '/v1/store/cart/lines',
    query: {
      product_id: line.productId,
      quantity,
      // The API reads the presence of these three: a "false" is better left out.
      increment: increment || undefined,
      subscription: line.subscription || undefined,
      trial: line.trial || undefined,
      gameserver_id: line.gameserverId,
      ...Object.fromEntries(variables.map(([identifier, value]) => [`custom_variables[${identifier}]`, value])),
      gift_to_customer_id: line.giftToCustomerId,
      'gift_to.platform': line.giftTo?.platform,
      'gift_to.id': line.giftTo?.id,
    },
    auth: 'required',
    hide: [...variables.map(([, value]) => value), line.giftTo?.id ?? ''],
  }, call);
};

/**
 * Turns the cart into a checkout session. Every option may be left out. Needs a token.
 * `POST /v1/store/cart/checkout`
 */
export const createCartCheckout = async (
  client: Client, options: CheckoutOptions = {}, call?: CallOptions,
): Promise<CheckoutSession> => client.request({
  method: 'POST',
  path: '/v1/store/cart/checkout',
  body: checkoutBody(options),
  auth: 'required',
  read: one(CheckoutSession),
}, call);
