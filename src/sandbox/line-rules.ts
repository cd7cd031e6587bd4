import {invalid} from './errors.js';
import {checkVariables} from './variables.js';
import type {Customer, Line, LineIdentity, Product, World} from './world.js';
import {requireStock} from './stock.js';

/** What the rules look at: the line as it would be, the other lines beside it, and how errors name its fields. */
export interface LineCheck {
  world: World;
  customer: Customer;
  product: Product;
  line: LineIdentity;
  quantity: number;
  others: readonly Line[];
  at: string;
  gameserverField: string;
}

/** Whether this customer may still try the product: nobody tries the same product twice. */
export const isTrialEligible = (world: World, product: Product, customer?: Customer): boolean =>
  product.trial !== null
  && !world.orders.some(order => order.customer_id === customer?.id
    && order.lines.some(line => line.trial && line.product_id === product.id));

const checkMode = ({product, line, at}: LineCheck): void => {
  if (line.subscription && !product.allow_subscription) {
    throw invalid(`${at}subscription`, 'subscription-not-allowed', `'${product.name}' can not be subscribed to.`);
  }
  if (!line.subscription && !product.allow_one_time_purchase) {
    throw invalid(`${at}subscription`, 'subscription-required', `'${product.name}' is only sold as a subscription.`);
  }
};

const checkTrial = ({world, customer, product, line, quantity, others, at}: LineCheck): void => {
  if (!line.trial) return;
  const path = `${at}trial`;
  if (!product.trial) throw invalid(path, 'trial-not-available', `'${product.name}' has no trial.`);
  if (!isTrialEligible(world, product, customer)) {
    throw invalid(path, 'trial-not-eligible', `You have already tried '${product.name}'.`);
  }
  if (quantity !== 1) throw invalid(`${at}quantity`, 'trial-quantity', 'A trial has a quantity of 1.');
  if (others.some(other => other.trial)) {
    throw invalid(path, 'trial-limit-reached', 'There is already a trial in the cart.');
  }
};

const checkGift = ({product, line, at}: LineCheck): void => {
  if (line.gift_to_customer_id === undefined) return;
  if (line.subscription) throw invalid(`${at}gift_to`, 'gift-subscription', 'you can not gift subscriptions');
  if (product.is_gifting_disabled) {
    throw invalid(`${at}gift_to`, 'gifting-disabled', `'${product.name}' can not be a gift.`);
  }
};

const checkServer = ({product, line, at, gameserverField}: LineCheck): void => {
  if (!product.single_game_server_only) return;
  const path = `${at}${gameserverField}`;
  if (line.gameserver_id === undefined) {
    throw invalid(path, 'gameserver-required', `Choose a game server for '${product.name}'.`, 'required');
  }
  const server = product.gameservers.find(({id}) => id === line.gameserver_id);
  if (!server) throw invalid(path, 'gameserver-not-found', `'${product.name}' is not sold for that game server.`);
  if (!server.enabled) throw invalid(path, 'gameserver-disabled', `The game server '${server.name}' is disabled.`);
};

/** Refuses a line that the shop would not sell to this customer in this quantity, with a 400 naming the first fault. */
export const checkLine = (check: LineCheck): void => {
  const {world, customer, product, line, quantity, others, at} = check;
  checkMode(check);
  checkGift(check);
  checkTrial(check);
  checkServer(check);
  checkVariables(product, line.custom_variables, at);
  const besides = others.reduce((sum, other) => sum + (other.product_id === product.id ? other.quantity : 0), 0);
  requireStock(world, product, customer, besides + quantity, at);
};
