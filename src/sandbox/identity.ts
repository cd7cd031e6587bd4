import {findOrCreate, platformOf} from './customers.js';
import {invalid, Refusal} from './errors.js';
import {hashOf} from './ids.js';
import type {LineWish} from './line-wish.js';
import type {StoreSeed} from './seeds.js';
import type {LineIdentity, Product, World} from './world.js';

const recipientOf = (world: World, store: StoreSeed, wish: LineWish): string | undefined => {
  const {gift_to, gift_to_customer_id, at} = wish;
  if (gift_to && gift_to_customer_id !== undefined) {
    throw invalid(`${at}gift_to`, 'ambiguous-gift', 'Send gift_to_customer_id or gift_to, not both.');
  }
  if (gift_to) {
    const platform = platformOf(gift_to.platform, `${at}gift_to.platform`);
    return findOrCreate(world, store, platform, gift_to.id, `${at}gift_to.`).id;
  }
  if (gift_to_customer_id === undefined) return undefined;
  if (world.customers.get(gift_to_customer_id)?.store_id === store.id) return gift_to_customer_id;
  throw new Refusal(404, 'customer-not-found', 'The recipient of the gift is not a customer of this store.');
};

/**
 * What makes the wished line that line. A trial is also a subscription; a game server only counts where the product
 * asks for one. Throws for a recipient who cannot be found.
 */
export const identityOf = (world: World, store: StoreSeed, product: Product, wish: LineWish): LineIdentity => {
  const recipient = recipientOf(world, store, wish);
  const server = product.single_game_server_only ? wish.gameserver_id : undefined;
  return {
    product_id: product.id,
    subscription: wish.subscription || wish.trial,
    trial: wish.trial,
    ...(server !== undefined && {gameserver_id: server}),
    custom_variables: wish.custom_variables,
    ...(recipient !== undefined && {gift_to_customer_id: recipient}),
  };
};

/** The key of a line: the same for the same identity, whatever order its variables came in. */
export const lineKeyOf = (line: LineIdentity): string => hashOf(JSON.stringify([
  line.product_id,
  line.subscription,
  line.trial,
  line.gameserver_id ?? null,
  line.gift_to_customer_id ?? null,
  Object.entries(line.custom_variables).sort(([a], [b]) => (a < b ? -1 : 1)),
]));
