import {invalid} from './errors.js';
import type {Customer, Product, World} from './world.js';

/** How many of a product are left for everybody and for this customer; Infinity where there is no limit. */
export const stockOf = (world: World, product: Product, customer?: Customer): {left: number; mine: number} => {
  const left = product.stock?.left ?? Infinity;
  const limit = product.stock?.per_customer ?? Infinity;
  const bought = world.orders
    .filter(order => order.customer_id === customer?.id)
    .flatMap(order => order.lines)
    .reduce((sum, line) => sum + (line.product_id === product.id ? line.quantity : 0), 0);
  return {left, mine: Math.max(0, Math.min(left, limit - bought))};
};

/** The `stock` of a product as PayNow sends it; missing where there is no limit, for its numbers cannot be null. */
export const wireStock = (
  world: World, product: Product, customer?: Customer,
): {available_to_purchase: boolean; customer_available: number} | undefined => {
  const {left, mine} = stockOf(world, product, customer);
  return mine === Infinity ? undefined : {available_to_purchase: left > 0, customer_available: mine};
};

/** Refuses `wanted` units of a product, counted over all lines, where there are not that many for this customer. */
export const requireStock = (world: World, product: Product, customer: Customer, wanted: number, at: string): void => {
  const {left, mine} = stockOf(world, product, customer);
  if (wanted <= mine) return;
  const path = `${at}quantity`;
  if (left <= 0) throw invalid(path, 'out-of-stock', `'${product.name}' is sold out.`);
  if (mine < left) {
    throw invalid(path, 'customer-limit-reached', `You can buy ${mine} more of '${product.name}'.`);
  }
  throw invalid(path, 'not-enough-stock', `Only ${left} of '${product.name}' are left.`);
};
