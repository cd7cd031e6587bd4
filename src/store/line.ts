import type {CartLine} from '../api/index.js';
import type {LineRequest} from './events.js';

/** Everything that makes a line what it is, as the API addresses it. Two lines with the same target are one line. */
export type Target = Omit<LineRequest, 'quantity'>;

/**
 * The parts of a request that make the line, in one form: what is off or empty is left out; a trial is a
 * subscription.
 */
export const targetOf = (line: LineRequest): Target => ({
  productId: line.productId,
  ...(line.subscription || line.trial ? {subscription: true} : {}),
  ...(line.trial ? {trial: true} : {}),
  ...(line.gameserverId ? {gameserverId: line.gameserverId} : {}),
  ...(Object.keys(line.customVariables ?? {}).length ? {customVariables: line.customVariables} : {}),
  ...(line.giftToCustomerId ? {giftToCustomerId: line.giftToCustomerId} : {}),
  ...(line.giftTo ? {giftTo: line.giftTo} : {}),
});

/** The target of a line that the server holds: all of it has to be sent again to change the line. */
export const targetOfLine = (line: CartLine): Target =>
  targetOf({
    productId: line.product_id,
    subscription: line.subscription,
    trial: line.trial,
    gameserverId: line.selected_gameserver_id ?? undefined,
    customVariables: Object.fromEntries(line.custom_variables.map(({identifier, value}) => [identifier, value])),
    giftToCustomerId: line.gift_to_customer_id ?? undefined,
  });

/** One string for one target, whatever order its parts came in. */
export const identityOf = (target: Target): string =>
  JSON.stringify([
    target.productId,
    (target.subscription ? 1 : 0) + (target.trial ? 2 : 0),
    target.gameserverId ?? 0,
    Object.entries(target.customVariables ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)),
    target.giftToCustomerId ?? (target.giftTo ? [target.giftTo.platform, target.giftTo.id.toLowerCase()] : 0),
  ]);
