import type {CartLine, Product} from '../api/index.js';
import type {ShownCart} from '../store/cart-store.js';
import type {LineRequest} from '../store/events.js';
import type {Shop} from '../store/shop.js';

/** One product as Google Analytics 4 knows it. */
export interface Item {
  item_id: string;
  item_name: string;
  price: number;
  quantity: number;
  [further: string]: string | number;
}

/** An event's own part. */
export interface Ecommerce {
  currency: string;
  value: number;
  items: Item[];
  [further: string]: unknown;
}

const digits = new Map<string, number>();

const digitsOf = (currency: string): number => {
  let found = digits.get(currency);
  if (found === undefined) {
    try {
      found = new Intl.NumberFormat('en', {style: 'currency', currency}).resolvedOptions().maximumFractionDigits ?? 2;
    } catch {
      found = 2;
    }
    digits.set(currency, found);
  }
  return found;
};

/** An amount in the currency itself: 999 is 9.99 for the euro, 999 for the yen and 0.999 for the dinar. */
export const major = (amount: number, currency: string): number => {
  const count = digitsOf(currency);
  return Number((amount / 10 ** count).toFixed(count));
};

const tagsOf = (product: Product | undefined): Record<string, string> =>
  Object.fromEntries((product?.tags ?? []).slice(0, 5).map(({name}, index) =>
    [`item_category${index ? index + 1 : ''}`, name]));

const filled = (fields: Record<string, string | number | undefined>): Record<string, string | number> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value)) as Record<string, string | number>;

type Line = Pick<CartLine, 'product_id' | 'name' | 'price' | 'pricing' | 'subscription' | 'trial' | 'custom_variables'
  | 'selected_gameserver' | 'quantity'>;

const variantOf = ({subscription, trial, selected_gameserver: server, custom_variables: variables}: Line): string => [
  trial ? 'trial' : subscription ? 'subscription' : '',
  server?.name ?? '',
  // What a shopper has typed may say who they are: only what was chosen from a list is told.
  ...variables.map(({selected_option: option}) => option?.name ?? ''),
].filter(Boolean).join(', ');

const itemOf = (line: Line, {catalog}: Shop, currency: string): Item => {
  const {price_original: original, price_final: final} = line.pricing;
  return {
    item_id: line.product_id,
    item_name: line.name,
    price: major(line.price, currency),
    quantity: line.quantity,
    ...filled({
      discount: line.trial ? 0 : major(Math.max(0, original - final), currency),
      item_variant: variantOf(line),
    }),
    ...tagsOf(catalog.peek(line.product_id)?.product),
  };
};

const sum = (items: readonly Item[], currency: string, amounts: readonly number[]): Ecommerce => ({
  currency: currency.toUpperCase(), value: major(amounts.reduce((all, amount) => all + amount, 0), currency),
  items: [...items],
});

/** Codes in one value, as many as it has room for: half a code would be another one. */
export const couponOf = (codes: readonly string[]): string =>
  codes.reduce((all, code) => (`${all},${code}`.length <= 100 ? `${all}${all && ','}${code}` : all), '');

/** Lines of a cart, and what they cost together. */
export const ofLines = (lines: readonly Line[], currency: string, shop: Shop): Ecommerce =>
  sum(lines.map(line => itemOf(line, shop, currency)), currency, lines.map(({price, quantity}) => price * quantity));

/** A whole cart. */
export const ofCart = ({lines, currency}: ShownCart, shop: Shop): Ecommerce => ofLines(lines, currency, shop);

/** The line that a product and what was chosen for it make. */
export const lineOf = (wish: LineRequest, product: Product): Line => {
  const chosen = product.custom_variables.flatMap(variable => {
    const option = variable.options.find(({value}) => value === wish.customVariables?.[variable.identifier]);
    return option ? [{...variable, value: option.value, selected_option: option}] : [];
  });
  const extra = chosen.reduce((all, {selected_option: option}) => all + option.price, 0);
  const pricing = product.pricing ?? {price_final: product.price, price_original: product.price};
  return {
    product_id: product.id, name: product.name, pricing, quantity: wish.quantity ?? 1,
    price: wish.trial ? 0 : pricing.price_final + extra,
    subscription: wish.subscription ?? false, trial: wish.trial ?? false, custom_variables: chosen,
    selected_gameserver: product.gameservers.find(({id}) => id === wish.gameserverId),
  };
};

/** Products as they are shown. */
export const ofProducts = (products: readonly Product[], shop: Shop): Ecommerce => {
  const currency = products[0]?.currency ?? '';
  return ofLines(products.map(product => lineOf({productId: product.id}, product)), currency, shop);
};
