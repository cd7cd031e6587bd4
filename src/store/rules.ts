import {PaynowError} from '../api/errors.js';
import type {Product} from '../api/index.js';
import type {Target} from './line.js';

/**
 * Completes what the shopper chose for a product with what goes without saying: its id, the only game server, the only
 * way to buy it.
 * @throws {PaynowError} `configuration`, with a code of its own for each rule, when the product cannot be bought like
 * this. Nothing needs to be sent then.
 */
export const completeTarget = (product: Product, target: Target): Target => {
  const {stock, trial, custom_variables: variables, single_game_server_only: oneServer} = product;
  const [canSubscribe, canBuy] = [product.allow_subscription, product.allow_one_time_purchase];
  const isGift = Boolean(target.giftTo ?? target.giftToCustomerId);
  const subscription = target.subscription ?? (canSubscribe && !canBuy);
  const servers = product.gameservers.filter(({enabled}) => enabled).map(({id}) => id);
  const gameserverId = target.gameserverId ?? (oneServer && servers.length === 1 ? servers[0] : undefined);
  const chosen = new Map(Object.entries(target.customVariables ?? {}));
  const missing = variables.find(({identifier}) => !chosen.get(identifier));
  const rules: [broken: unknown, code: string, words: string][] = [
    [stock && !stock.available_to_purchase, 'sold-out', 'is sold out'],
    [isGift && subscription, 'gift-subscription', 'cannot be a gift as a subscription'],
    [isGift && product.is_gifting_disabled, 'gift-disabled', 'cannot be a gift'],
    [subscription && !canSubscribe, 'no-subscription', 'cannot be subscribed to'],
    [!subscription && !canBuy, 'subscription-only', 'can only be subscribed to'],
    [target.trial && !(trial.enabled && trial.eligible), 'no-trial', 'has no trial for this customer'],
    [oneServer && !gameserverId, 'choice-required', 'needs a gameserver-id'],
    [oneServer && !servers.includes(gameserverId!), 'unknown-gameserver', 'is not for that game server'],
    [missing, 'choice-required', `needs a value for the custom variable ${missing?.identifier}`],
  ];
  const broken = rules.find(([isBroken]) => isBroken);
  if (broken) throw new PaynowError(`Product ${product.slug} ${broken[2]}.`, {kind: 'configuration', code: broken[1]});
  return {
    ...target,
    productId: product.id,
    ...(subscription ? {subscription} : {}),
    ...(gameserverId ? {gameserverId} : {}),
  };
};
