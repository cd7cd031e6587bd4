import {customerOf} from './auth.js';
import {audienceOf, type Call} from './call.js';
import {wireCustomer} from './customers.js';
import {malformed} from './errors.js';
import {identityOf, lineKeyOf} from './identity.js';
import {checkLine} from './line-rules.js';
import {wholeNumber, wishOfQuery} from './line-wish.js';
import {pricingOf, type Audience} from './pricing.js';
import {findProduct, imageOf} from './products.js';
import {wireAnswers} from './variables.js';
import type {WireCartLine} from './wire.js';
import type {Customer, Line, World} from './world.js';

/** The lines of a customer's cart, without those whose product has been removed from the shop. */
export const linesOf = (world: World, customer: Customer): Line[] =>
  (world.carts.get(customer.id) ?? []).filter(line => world.products.get(line.product_id)?.removed === false);

/** A line as PayNow shows it. A trial costs nothing today: what it costs later is in its `pricing`. */
export const wireLine = (world: World, line: Line, audience: Audience, base: string): WireCartLine => {
  const product = findProduct(world, line.product_id);
  const pricing = pricingOf(world, product, audience);
  const home = world.store(product.store_id).currency;
  const answers = wireAnswers(product, line.custom_variables, home, audience.currency);
  const surcharge = answers.reduce((sum, {selected_option}) => sum + (selected_option?.price ?? 0), 0);
  const server = product.gameservers.find(({id}) => id === line.gameserver_id);
  const recipient = world.customers.get(line.gift_to_customer_id ?? '');
  const image = imageOf(product, base);
  return {
    line_key: line.line_key,
    product_id: product.id,
    name: product.name,
    slug: product.slug,
    price: line.trial ? 0 : pricing.price_final + surcharge,
    quantity: line.quantity,
    subscription: line.subscription,
    trial: line.trial,
    ...(image !== undefined && {image_url: image}),
    ...(server && {selected_gameserver_id: server.id, selected_gameserver: {...server}}),
    pricing,
    custom_variables: answers,
    ...(recipient && {gift_to_customer: wireCustomer(recipient, base), gift_to_customer_id: recipient.id}),
  };
};

/** A customer's cart as PayNow shows it. */
export const wireCart = (
  world: World, customer: Customer, audience: Audience, base: string,
): {store_id: string; customer_id: string; lines: WireCartLine[]; total: number; currency: string} => {
  const lines = linesOf(world, customer).map(line => wireLine(world, line, audience, base));
  const total = lines.reduce((sum, line) => sum + line.price * line.quantity, 0);
  return {store_id: customer.store_id, customer_id: customer.id, lines, total, currency: audience.currency};
};

/** `GET /v1/store/cart` */
export const getCart = (call: Call): Response => {
  const {customer, store} = customerOf(call);
  return Response.json(wireCart(call.world, customer, audienceOf(call, store), call.base));
};

/** `DELETE /v1/store/cart` */
export const clearCart = (call: Call): Response => {
  call.world.carts.delete(customerOf(call).customer.id);
  return new Response(null, {status: 204});
};

/** `PUT /v1/store/cart/lines`. Removing a line asks for no rule: what is in the cart can always leave it. */
export const putLine = (call: Call): Response => {
  const {world, query} = call;
  const {customer, store} = customerOf(call);
  audienceOf(call, store);
  const wish = wishOfQuery(query);
  const product = findProduct(world, wish.product_id, wish.quantity > 0 ? store : undefined);
  const identity = identityOf(world, store, product, wish);
  const line_key = lineKeyOf(identity);
  const lines = linesOf(world, customer);
  const current = lines.find(line => line.line_key === line_key);
  if (wish.quantity < 0 && !wish.increment) {
    throw malformed('quantity', 'quantity can only be negative together with increment.', 'minimum');
  }
  const quantity = wholeNumber(wish.quantity + (wish.increment ? current?.quantity ?? 0 : 0), 'quantity');
  if (quantity > 0) {
    const {at, gameserverField} = wish;
    const others = lines.filter(line => line !== current);
    checkLine({world, customer, product, line: identity, quantity, others, at, gameserverField});
    const next = {...identity, line_key, quantity};
    world.carts.set(customer.id, current ? lines.map(line => (line === current ? next : line)) : [...lines, next]);
  } else {
    world.carts.set(customer.id, lines.filter(line => line !== current));
  }
  return new Response(null, {status: 204});
};
