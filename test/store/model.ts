import type {CartState} from '../../src/store/cart-store.js';

/** Something that a shopper does to the cart in one tab. `line` names a product. */
export type Wish =
  | {readonly kind: 'add' | 'set'; readonly line: string; readonly quantity: number}
  | {readonly kind: 'clear'};

/** What became of it: still on its way, confirmed on screen, or taken back with a word. */
export type Outcome = 'open' | 'done' | 'failed';

/**
 * The whole truth about a cart, told plainly: every wish counts, in the order in which it was made, unless it was taken
 * back. What the shopper sees at any moment, and what the server holds in the end, is what this says.
 */
export const cartOf = (wishes: readonly {wish: Wish; outcome: Outcome}[]): Record<string, number> => {
  let cart: Record<string, number> = {};
  for (const {wish, outcome} of wishes) {
    if (outcome === 'failed') continue;
    if (wish.kind === 'clear') cart = {};
    else cart[wish.line] = wish.kind === 'set' ? wish.quantity : (cart[wish.line] ?? 0) + wish.quantity;
  }
  return Object.fromEntries(Object.entries(cart).filter(([, quantity]) => quantity > 0).sort());
};

/** The same of what is on the screen. */
export const onScreen = ({cart}: CartState): Record<string, number> =>
  Object.fromEntries((cart?.lines ?? []).map(({slug, quantity}) => [slug, quantity] as const).sort());

/** The same of what `<paynow-cart>` has drawn: what stands there to be read, and in the fields. */
export const drawn = (element: HTMLElement, slugOf: (name: string) => string): Record<string, number> =>
  Object.fromEntries([...element.shadowRoot?.querySelectorAll('[part~=line]') ?? []].map(line => [
    slugOf(line.querySelector('[part~=line-name]')?.textContent ?? ''), Number(line.querySelector('input')?.value),
  ] as const).sort());

/** Where two carts differ. */
export const differences = (
  found: Record<string, number>,
  expected: Record<string, number>,
): {line: string; is: number; should: number}[] =>
  [...new Set([...Object.keys(found), ...Object.keys(expected)])]
    .map(line => ({line, is: found[line] ?? 0, should: expected[line] ?? 0}))
    .filter(({is, should}) => is !== should);
