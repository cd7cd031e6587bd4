import type {Cart, CartLine, Product} from '../api/index.js';
import type {ShownCart, ShownLine} from './cart-store.js';
import type {Change} from './change.js';
import {draftLine, identityOf, isLine, targetOfLine} from './line.js';

interface Row {
  line: CartLine;
  key: string;
  pending: boolean;
}

const serverRows = (cart: Cart | null): Row[] => {
  const seen = new Map<string, number>();
  return (cart?.lines ?? []).map(line => {
    const identity = identityOf(targetOfLine(line));
    const count = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, count);
    return {line, key: count > 1 ? `${identity}#${count}` : identity, pending: false};
  });
};

/**
 * The cart as the shopper should see it: what the server holds, and on top of it every change in its order.
 * @param products what is known of products, by id or slug, to draw lines that the server does not hold yet.
 * @param store id, and the currency where nothing else tells it.
 * @param isPending whether a change still waits for the server's word; a guest's does not.
 */
export const showCart = (
  server: Cart | null, changes: readonly Change[], products: (idOrSlug: string) => Product | undefined,
  store: {id: string; currency: string}, isPending: (change: Change) => boolean = () => true,
): ShownCart => {
  let rows = serverRows(server);
  let total = server?.total ?? 0;
  let currency = server?.currency ?? '';
  for (const change of changes) {
    const {target} = change;
    if (!target) {
      rows = [];
      total = 0;
      continue;
    }
    const product = products(target.productId);
    currency ||= product?.currency ?? '';
    let row = rows.find(({line, key}) => key === change.identity || isLine(line, target));
    if (!row) {
      if (change.kind === 'set' && change.quantity === 0) continue;
      rows.push(row = {line: draftLine(target, product), key: change.identity, pending: false});
    }
    const before = row.line.quantity;
    const after = Math.max(0, change.kind === 'add' ? before + change.quantity : change.quantity);
    total += (after - before) * row.line.price;
    row.line = {...row.line, quantity: after};
    row.pending ||= isPending(change);
    if (after === 0) rows = rows.filter(other => other !== row);
  }
  const lines: ShownLine[] = rows.map(({line, key, pending}) => Object.freeze({...line, key, pending}));
  return Object.freeze({
    store_id: server?.store_id ?? store.id,
    customer_id: server?.customer_id ?? '',
    lines: Object.freeze(lines),
    total,
    currency: currency || store.currency,
    quantity: lines.reduce((sum, line) => sum + line.quantity, 0),
  });
};
