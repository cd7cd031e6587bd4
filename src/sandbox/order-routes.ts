import {customerOf} from './auth.js';
import type {Call} from './call.js';
import {isMinecraft, wireCustomer} from './customers.js';
import {malformed, Refusal} from './errors.js';
import {isFlakeId} from './ids.js';
import {moneyText} from './money.js';
import type {CheckoutLine, Order} from './orders.js';

type Amounts = Record<string, number | string>;

/** Each amount as PayNow gives it: as a number and as text, for the shop's books and as the customer saw it. */
const amountsOf = (currency: string, amounts: Record<string, number>): Amounts =>
  Object.fromEntries(Object.entries(amounts).flatMap(([name, value]) => ['', 'presentment_'].flatMap(prefix => [
    [`${prefix}${name}_amount`, value], [`${prefix}${name}_amount_str`, moneyText(value, currency)],
  ])));

const lineOf = (line: CheckoutLine, {id, currency}: Order, index: number): object => {
  const total = line.unit * line.quantity;
  return {
    id: String(BigInt(id) + BigInt(2 * index + 1)),
    checkout_line_id: String(BigInt(id) + BigInt(2 * index + 2)),
    product_id: line.product_id,
    product_version_id: line.product_id,
    product_name: line.name,
    product_image_url: line.image_url ?? '',
    gift: false,
    price: line.unit,
    price_str: moneyText(line.unit, currency),
    quantity: line.quantity,
    tax_inclusive: true,
    ...amountsOf(currency, {discount: 0, giftcard_usage: 0, subtotal: total, tax: 0, total}),
  };
};

const wireOrder = (call: Call, order: Order): object => {
  const {id, store_id, customer_id, checkout_id, currency, lines, total, created_at} = order;
  const subtotal = lines.reduce((sum, {unit, quantity}) => sum + unit * quantity, 0);
  const isSubscription = lines.some(({subscription}) => subscription);
  const {customer} = customerOf(call);
  return {
    id,
    pretty_id: `EM-${id.slice(-6)}`,
    store_id,
    customer_id,
    customer: wireCustomer(customer, call.base),
    status: 'completed',
    type: isSubscription ? 'subscription_initial' : 'one_time',
    checkout_id,
    is_subscription: isSubscription,
    currency,
    presentment_currency: currency,
    ...amountsOf(currency, {subtotal, discount: subtotal - total, giftcard_usage: 0, tax: 0, total}),
    lines: lines.map((line, index) => lineOf(line, order, index)),
    created_at,
    completed_at: created_at,
  };
};

const idIn = ({query}: Call, name: string): bigint | undefined => {
  const value = query.get(name);
  if (value !== null && !isFlakeId(value)) throw malformed(name, `'${value}' is not an id.`, 'flake-id');
  return value === null ? undefined : BigInt(value);
};

/** `GET /v1/store/customer/orders`: like PayNow, only for stores whose customers sign in with Steam. */
export const getOrders = (call: Call): Response => {
  const {customer, store} = customerOf(call);
  if (isMinecraft(store)) throw new Refusal(403, 'not-supported', 'The orders of this store are not shown here.');
  const limit = Number(call.query.get('limit') ?? 100);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) throw malformed('limit', 'limit is 1 to 100.', 'range');
  const [after, before, isUp] = [idIn(call, 'after'), idIn(call, 'before'), call.query.get('asc') === 'true'];
  const own = call.world.orders.filter(order => order.customer_id === customer.id).toReversed();
  const shown = (isUp ? own.toReversed() : own).filter(({id}) => {
    const sign = isUp ? 1n : -1n;
    return (after === undefined || (BigInt(id) - after) * sign > 0n)
      && (before === undefined || (BigInt(id) - before) * sign < 0n);
  });
  return Response.json(shown.slice(0, limit).map(order => wireOrder(call, order)));
};
