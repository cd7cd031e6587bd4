import type {CallOptions, Client} from './client.js';
import {account} from './line.js';
import type {PlatformAccount} from './line.js';
import {Customer, CustomerToken} from './schemas/customer.js';
import {one} from './shape.js';

/**
 * Signs a Minecraft player in by name and gives a customer token, without proof of who asks: PayNow allows it for
 * Minecraft stores only. The client's own token stays away from this request. `POST /v1/store/customer/auth`
 */
export const authenticateCustomer = async (
  client: Client, options: PlatformAccount, call?: CallOptions,
): Promise<CustomerToken> => {
  const body = account('account', options);
  return client.request({
    method: 'POST',
    path: '/v1/store/customer/auth',
    body,
    auth: 'none',
    hide: [body.id],
    read: one(CustomerToken),
  }, call);
};

/** Reads who the token stands for. Needs a token. `GET /v1/store/customer` */
export const getCustomer = async (client: Client, call?: CallOptions): Promise<Customer> =>
  client.request({method: 'GET', path: '/v1/store/customer', auth: 'required', read: one(Customer)}, call);
