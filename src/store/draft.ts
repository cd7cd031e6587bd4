import type {Cart, CartLine, Product} from '../api/index.js';
import type {Change} from './change.js';
import {identityOf, targetOfLine} from './line.js';
import type {Target} from './line.js';

// A gift to a platform account comes back with the customer that the account belongs to.
const isGiftTo = ({gift_to_customer: customer}: CartLine, account: string): boolean =>
  [customer?.name, customer?.profile?.id, customer?.profile?.name].some(
    name => name?.toLowerCase() === account.toLowerCase(),
  );

/** Whether the server's line is the one that `target` names. */
export const isLine = (line: CartLine, target: Target): boolean => {
  const own = targetOfLine(line);
  if (!target.giftTo) return identityOf(own) === identityOf(target);
  const {giftTo, ...rest} = target;
  const {giftToCustomerId, ...ownRest} = own;
  return giftToCustomerId !== undefined && identityOf(ownRest) === identityOf(rest) && isGiftTo(line, giftTo.id);
};

/** How many of a line the server holds. */
export const quantityOn = (cart: {readonly lines: readonly CartLine[]} | null, target: Target): number =>
  cart?.lines.find(line => isLine(line, target))?.quantity ?? 0;

/**
 * Whether a cart read at that time holds what a change wants, so that it may not be drawn on top of it as well. An add
 * whose answer is still awaited, or was lost, is known by its number.
 */
export const holds = (cart: Cart, at: number, {state, sentAt, kind, target, base, quantity}: Change): boolean =>
  state === 'sending'
    ? kind === 'add' && target !== null && quantityOn(cart, target) === base + quantity
    : state === 'confirmed' && sentAt <= at;

/** The line as it will look once the server holds it, from what is known of its product. */
export const draftLine = (target: Target, product: Product | undefined, name = ''): CartLine => {
  const chosen = (product?.custom_variables ?? [])
    .filter(({identifier}) => target.customVariables?.[identifier] !== undefined)
    .map(variable => {
      const value = target.customVariables?.[variable.identifier] ?? '';
      const option = variable.options.find(candidate => candidate.value === value);
      return {...variable, value, ...(option ? {selected_option: option} : {})};
    });
  const extra = chosen.reduce((sum, {selected_option: option}) => sum + (option?.price ?? 0), 0);
  const server = product?.gameservers.find(({id}) => id === target.gameserverId);
  const final = product?.pricing?.price_final ?? product?.price ?? 0;
  return {
    line_key: '',
    product_id: target.productId,
    name: product?.name ?? name,
    slug: product?.slug ?? '',
    price: target.trial ? 0 : final + extra,
    quantity: 0,
    subscription: Boolean(target.subscription),
    trial: Boolean(target.trial),
    image_url: product?.image_url ?? null,
    pricing: product?.pricing ?? {price_final: final, price_original: final},
    custom_variables: chosen,
    ...(target.gameserverId ? {selected_gameserver_id: target.gameserverId} : {}),
    ...(server ? {selected_gameserver: server} : {}),
    ...(target.giftToCustomerId ? {gift_to_customer_id: target.giftToCustomerId} : {}),
    // Whoever an account belongs to, its name is what the shopper has given.
    ...(target.giftTo ? {gift_to_customer: {id: '', name: target.giftTo.id}} : {}),
  };
};
