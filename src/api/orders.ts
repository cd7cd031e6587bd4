import * as more from './check-more.js';
import * as check from './check.js';
import type {CallOptions, Client} from './client.js';
import {Order} from './schemas/order.js';
import {listOf} from './shape.js';

/** Which orders. */
export interface OrdersOptions {
  /** At most so many: 1 to 100. */
  limit?: number | undefined;
  /** Only those that come after the order with this id. */
  after?: string | undefined;
  /** Only those that come before the order with this id. */
  before?: string | undefined;
  /** The oldest first. */
  asc?: boolean | undefined;
}

/**
 * Reads the customer's orders, the latest first; one that cannot be read is left out as in `getProducts`. Needs a
 * token. PayNow answers it only for stores whose customers sign in with Steam. `GET /v1/store/customer/orders`
 */
export const getOrders = async (client: Client, options: OrdersOptions = {}, call?: CallOptions): Promise<Order[]> =>
  client.request({
    method: 'GET',
    path: '/v1/store/customer/orders',
    query: {
      limit: check.maybe(more.int32, 'limit', options.limit),
      after: check.maybe(check.id, 'after', options.after),
      before: check.maybe(check.id, 'before', options.before),
      asc: check.maybe(more.flag, 'asc', options.asc),
    },
    auth: 'required',
    read: listOf(Order, client.warn),
  }, call);
