import type {Cart, CartLine} from '../api/index.js';
import type {ShownCart, ShownLine} from './cart-store.js';
import {identityOf, targetOfLine} from './line.js';

/** A line on its way to the screen. */
export interface Row {
  line: CartLine;
  key: string;
  pending: boolean;
}

/**
 * The lines of the server, each with a name that lasts. Two lines alike, which the API should not send, are told
 * apart.
 */
export const rowsOf = (cart: Cart | null): Row[] => {
  const seen = new Map<string, number>();
  return (cart?.lines ?? []).map(line => {
    const identity = identityOf(targetOfLine(line));
    const count = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, count);
    return {line, key: count > 1 ? `${identity}#${count}` : identity, pending: false};
  });
};

/** The frozen cart to show. */
export const toShown = (cart: Omit<Cart, 'lines'>, rows = rowsOf(cart as Cart)): ShownCart => {
  const lines: ShownLine[] = rows.map(({line, key, pending}) => Object.freeze({...line, key, pending}));
  return Object.freeze({
    ...cart,
    lines: Object.freeze(lines),
    quantity: lines.reduce((sum, {quantity}) => sum + quantity, 0),
  });
};
