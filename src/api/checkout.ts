import * as more from './check-more.js';
import * as check from './check.js';
import {checkoutBody} from './checkout-body.js';
import type {CheckoutOptions} from './checkout-body.js';
import type {CallOptions, Client} from './client.js';
import {checkLine} from './line.js';
import type {LineOptions} from './line.js';
import {CheckoutSession} from './schemas/checkout.js';
import {one} from './shape.js';

/** A line that is bought past the cart. */
export interface CheckoutLineOptions extends LineOptions {
  /** At least 1, which is also the default. */
  quantity?: number | undefined;
}

const lineBody = (options: CheckoutLineOptions): object => {
  const line = checkLine(options);
  const quantity = more.int32('quantity', options.quantity ?? 1);
  if (quantity < 1) throw check.wrong('quantity', 'has to be at least 1');
  return {
    product_id: line.productId,
    quantity,
    subscription: line.subscription,
    trial: line.trial,
    selected_gameserver_id: line.gameserverId,
    custom_variables: line.customVariables,
    gift_to_customer_id: line.giftToCustomerId,
    gift_to: line.giftTo,
  };
};

/** Makes a checkout session of these lines; the cart stays as it is. Needs a token. `POST /v1/checkouts` */
export const createCheckout = async (
  client: Client, options: CheckoutOptions & {lines: CheckoutLineOptions[]}, call?: CallOptions,
): Promise<CheckoutSession> => {
  const lines = check.list(more.record)('lines', options.lines);
  if (!lines.length) throw check.wrong('lines', 'has to hold at least one line');
  return client.request({
    method: 'POST',
    path: '/v1/checkouts',
    body: {...checkoutBody(options), lines: options.lines.map(lineBody)},
    auth: 'required',
    hide: options.lines.flatMap(({customVariables, giftTo}) =>
      [...Object.values(customVariables ?? {}), giftTo?.id ?? '']),
    read: one(CheckoutSession),
  }, call);
};
