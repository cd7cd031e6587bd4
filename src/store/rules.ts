import {PaynowError} from '../api/errors.js';
import type {Product} from '../api/index.js';
import type {Target} from './line.js';

const refuse = (code: string, message: string): PaynowError => new PaynowError(message, {kind: 'configuration', code});

/**
 * Completes what the shopper chose for a product with what goes without saying: its id, the only game server, the only way to buy it.
 * @throws {PaynowError} `configuration`, with a code of its own for each rule, when the product cannot be bought like this. Nothing needs to be sent then.
 */
export const completeTarget = (product: Product, target: Target): Target => {
  const name = `Product ${product.slug}`;
  if (product.stock && !product.stock.available_to_purchase) throw refuse('sold-out', `${name} is sold out.`);
  const isGift = Boolean(target.giftTo ?? target.giftToCustomerId);
  const subscription = target.subscription ?? (product.allow_subscription && !product.allow_one_time_purchase);
  if (isGift && subscription) throw refuse('gift-subscription', `${name} cannot be a gift as a subscription.`);
  if (isGift && product.is_gifting_disabled) throw refuse('gift-disabled', `${name} cannot be a gift.`);
  if (subscription && !product.allow_subscription) throw refuse('no-subscription', `${name} cannot be subscribed to.`);
  if (!subscription && !product.allow_one_time_purchase) throw refuse('subscription-only', `${name} can only be subscribed to.`);
  if (target.trial && !(product.trial.enabled && product.trial.eligible)) throw refuse('no-trial', `${name} has no trial for this customer.`);
  const servers = product.gameservers.filter(({enabled}) => enabled);
  const only = servers.length === 1 ? servers[0]?.id : undefined;
  const gameserverId = target.gameserverId ?? (product.single_game_server_only ? only : undefined);
  if (product.single_game_server_only && !gameserverId) throw refuse('choice-required', `${name} needs a gameserver-id.`);
  if (gameserverId && product.single_game_server_only && !servers.some(({id}) => id === gameserverId)) {
    throw refuse('unknown-gameserver', `${name} is not for game server ${gameserverId.slice(0, 20)}.`);
  }
  for (const {identifier} of product.custom_variables) {
    if (!target.customVariables?.[identifier]) throw refuse('choice-required', `${name} needs a value for the custom variable ${identifier}.`);
  }
  return {
    ...target,
    productId: product.id,
    ...(subscription ? {subscription} : {}),
    ...(gameserverId ? {gameserverId} : {}),
  };
};
