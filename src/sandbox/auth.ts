import type {Call} from './call.js';
import {Refusal} from './errors.js';
import type {StoreSeed} from './seeds.js';
import type {Customer} from './world.js';

const unauthorized = (code: string, message: string): Refusal => new Refusal(401, code, message);

/**
 * The customer whose token was sent, or undefined where none was. A token that is not good is a 401, on public routes
 * too; a good one of another store than the header names is a 403.
 */
export const visitorOf = ({world, request}: Call): Customer | undefined => {
  const header = request.headers.get('authorization');
  if (header === null) return undefined;
  const token = /^customer +(\S+)$/i.exec(header)?.[1];
  if (token === undefined) {
    throw unauthorized('invalid-authorization', "The header authorization is 'Customer', a space and the token.");
  }
  const entry = world.tokens.get(token);
  const customer = entry && world.customers.get(entry.customer_id);
  if (!entry || !customer) throw unauthorized('invalid-customer-token', 'The customer token is not known.');
  if (entry.expires_at !== undefined && entry.expires_at <= world.now()) {
    throw unauthorized('customer-token-expired', 'The customer token has expired.');
  }
  const storeId = request.headers.get('x-paynow-store-id');
  if (storeId !== null && storeId !== customer.store_id) {
    throw new Refusal(403, 'wrong-store', 'The customer token belongs to another store.');
  }
  return customer;
};

/** The customer and the store of a route that needs a token. Throws 401 without one. */
export const customerOf = (call: Call): {customer: Customer; store: StoreSeed} => {
  const customer = visitorOf(call);
  if (!customer) throw unauthorized('customer-token-required', 'This route needs a customer token.');
  return {customer, store: call.world.store(customer.store_id)};
};
