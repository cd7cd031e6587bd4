import * as more from './check-more.js';
import * as check from './check.js';
import type {CallOptions, Client} from './client.js';
import {checkoutBody} from './checkout-body.js';
import type {CheckoutOptions} from './checkout-body.js';
import {checkLine} from './line.js';
import type {LineOptions} from './line.js';
import {CheckoutSession} from './schemas/checkout.js';
import {one} from './shape.js';

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
  const quantity = check.maybe(more.int32, 'quantity', options.quantity);
  const increment = check.maybe(more.flag, 'increment', options.increment);
  if (Number(quantity) < 0 && !increment) throw check.wrong('quantity', 'is below 0; set 0 or add increment: true');
  const variables = Object.entries(line.customVariables ?? {});
  return client.request({
    method: 'PUT',
    path: '/v1/store/cart/lines',
    query: {
      product_id: line.productId,
      quantity,
      // Only `1` and `true` mean yes to the API, so that a no is best left out.
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
