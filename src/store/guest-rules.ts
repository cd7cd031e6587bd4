import {PaynowError} from '../api/errors.js';
import type {Product} from '../api/index.js';
import type {ShownLine} from './cart-store.js';
import type {Change} from './change.js';

/**
 * Refuses what the shop would not let into a cart next to what is in it already. The API says so to customers; for a
 * guest it is said here.
 * @throws {PaynowError} `configuration`, with the code that the API has for it.
 */
export const checkGuest = (
  product: Product, {kind, target, identity, quantity: wanted}: Change, lines: readonly ShownLine[],
): void => {
  const before = kind === 'add' ? lines.find(({key}) => key === identity)?.quantity ?? 0 : 0;
  const quantity = before + wanted;
  const others = lines.filter(line => line.key !== identity);
  const besides = others.reduce((sum, line) => sum + (line.product_id === product.id ? line.quantity : 0), 0);
  const most = product.stock?.customer_available ?? Infinity;
  const rules: [broken: unknown, code: string, words: string][] = [
    [target?.trial && others.some(({trial}) => trial), 'trial-limit-reached', 'is a second trial in one cart'],
    [target?.trial && quantity > 1, 'trial-quantity', 'is a trial, of which there can be one'],
    [quantity > 0 && besides + quantity > most, 'not-enough-stock', `is left ${most} times for this customer`],
  ];
  const broken = rules.find(([isBroken]) => isBroken);
  if (broken) throw new PaynowError(`Product ${product.slug} ${broken[2]}.`, {kind: 'configuration', code: broken[1]});
};
