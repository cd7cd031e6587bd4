import type {ShownCart} from '../store/cart-store.js';

/** What somebody sees in a cart, to tell later whether it is still that. */
export interface CartPicture {
  readonly lines: readonly string[];
  readonly total: number;
}

/** What is seen in a cart. Lines are named by their products: a gift has another name once the shop knows for whom. */
export const pictureOf = (cart: ShownCart | null): CartPicture => ({
  lines: (cart?.lines ?? [])
    .map(line => JSON.stringify([line.product_id, line.quantity, line.subscription, line.trial])).sort(),
  total: cart?.total ?? 0,
});

/** Whether a cart is another one than what was seen, or costs more. */
export const differs = (cart: ShownCart | null, seen: CartPicture): boolean => {
  const {lines, total} = pictureOf(cart);
  return total > seen.total || lines.join() !== seen.lines.join();
};
