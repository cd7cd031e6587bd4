import type {Cart, Product} from '../api/index.js';
import type {ShownCart} from './cart-store.js';
import type {Change} from './change.js';
import {draftLine, isLine} from './draft.js';
import {rowsOf, toShown} from './rows.js';
import type {Shop} from './shop.js';

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
  let rows = rowsOf(server);
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
      rows.push(row = {line: draftLine(target, product, change.name), key: change.identity, pending: false});
    }
    const before = row.line.quantity;
    const after = Math.max(0, change.kind === 'add' ? before + change.quantity : change.quantity);
    total += (after - before) * row.line.price;
    row.line = {...row.line, quantity: after};
    row.pending ||= isPending(change);
    if (after === 0) rows = rows.filter(other => other !== row);
  }
  return toShown({
    store_id: server?.store_id ?? store.id,
    customer_id: server?.customer_id ?? '',
    total,
    currency: currency || store.currency,
  }, rows);
};

/** The same for a shop, with what it knows of products. */
export const cartOf = (
  {id, catalog, config}: Shop, server: Cart | null, changes: readonly Change[], isPending: (change: Change) => boolean,
): ShownCart => {
  const store = {id, currency: (config.currency ?? '').toLowerCase()};
  return showCart(server, changes, key => catalog.peek(key)?.product, store, isPending);
};
