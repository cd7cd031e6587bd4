import type {Customer, World} from './world.js';

/** A line of a checkout: what is bought, and what it cost when the checkout was made. `unit` is in minor units. */
export interface CheckoutLine {
  line_key: string;
  product_id: string;
  name: string;
  /** What was chosen, as short texts for the page. */
  choices: string[];
  image_url?: string;
  unit: number;
  quantity: number;
  subscription: boolean;
  trial: boolean;
}

/** A checkout session. Amounts are minor units of `currency`. */
export interface Checkout {
  id: string;
  token: string;
  url: string;
  store_id: string;
  customer_id: string;
  lines: CheckoutLine[];
  currency: string;
  subtotal: number;
  rebates: {promo_id: string; code: string; amount: number; gift_card: boolean}[];
  total: number;
  tax?: {name: string; percentage: number};
  affiliate_code?: string;
  return_url?: string;
  cancel_url?: string;
  auto_redirect: boolean;
  from_cart: boolean;
  status: 'open' | 'paid' | 'canceled';
  order_id?: string;
}

/** A checkout that was paid. */
export interface Order {
  id: string;
  checkout_id: string;
  store_id: string;
  customer_id: string;
  lines: CheckoutLine[];
  total: number;
  currency: string;
  affiliate_code?: string;
  created_at: string;
}

const leaveCart = (world: World, {customer_id, lines}: Checkout): void => {
  const cart = world.carts.get(customer_id) ?? [];
  const boughtOf = (key: string): number => lines.find(line => line.line_key === key)?.quantity ?? 0;
  const rest = cart
    .map(line => ({...line, quantity: line.quantity - boughtOf(line.line_key)}))
    .filter(line => line.quantity > 0);
  world.carts.set(customer_id, rest);
};

/** The first line that can no longer be bought, because others were faster. */
export const soldOutLine = (world: World, checkout: Checkout): CheckoutLine | undefined => {
  const wanted = new Map<string, number>();
  return checkout.lines.find(line => {
    const sum = (wanted.get(line.product_id) ?? 0) + line.quantity;
    wanted.set(line.product_id, sum);
    const product = world.products.get(line.product_id);
    return !product || product.removed || sum > (product.stock?.left ?? Infinity);
  });
};

/**
 * Pays an open checkout: the order is written down, stock and gift cards go down, and what came from the cart leaves
 * it. What the customer added to the cart meanwhile stays.
 */
export const pay = (world: World, checkout: Checkout): Order => {
  const {lines, rebates, currency} = checkout;
  for (const {product_id, quantity} of lines) {
    const stock = world.products.get(product_id)?.stock;
    if (typeof stock?.left === 'number') stock.left -= quantity;
  }
  for (const {promo_id, amount, gift_card} of rebates) {
    const card = world.promos.find(({id}) => id === promo_id);
    if (gift_card && card?.balance !== undefined) card.balance -= amount;
  }
  if (checkout.from_cart) leaveCart(world, checkout);
  const order: Order = {
    id: world.newId(),
    checkout_id: checkout.id,
    store_id: checkout.store_id,
    customer_id: checkout.customer_id,
    lines,
    total: checkout.total,
    currency,
    ...(checkout.affiliate_code !== undefined && {affiliate_code: checkout.affiliate_code}),
    created_at: new Date(world.now()).toISOString(),
  };
  world.orders.push(order);
  checkout.status = 'paid';
  checkout.order_id = order.id;
  return order;
};

/** The customer of a checkout. */
export const buyerOf = (world: World, checkout: Checkout): Customer | undefined =>
  world.customers.get(checkout.customer_id);
