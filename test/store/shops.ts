import type {Config} from '../../src/store/config.js';
import {timing} from '../../src/store/retry.js';
import {Shop} from '../../src/store/shop.js';
import {sandboxWorld} from '../support/sandbox.js';
import type {World} from '../support/sandbox.js';
import {leave} from './steps.js';

const opened = new Set<Shop>();
const usual = {...timing};

/** Shorter times than a shopper would be patient for, in the same proportions. */
export const hasten = (): void => {
  Object.assign(timing, {quiet: 15, quietMost: 100, firstDelay: 10, mostDelay: 60, late: 60});
};

/** A page of its own that shows the shop: shops of one store are to each other what tabs of one site are. */
export const openShop = async (world: World, config: Config = {}): Promise<Shop> => {
  const shop = new Shop(world.storeId, () => ({}));
  shop.configure({apiUrl: world.apiUrl, customerToken: await world.token(), ...config});
  opened.add(shop);
  return shop;
};

/** Leaves the page for good. */
export const closeShop = async (shop: Shop): Promise<void> => {
  opened.delete(shop);
  await leave(shop);
};

/** A fresh world and a page in it. */
export const shopInWorld = async (config: Config = {}): Promise<{world: World; shop: Shop}> => {
  const world = await sandboxWorld();
  return {world, shop: await openShop(world, config)};
};

/** `name*quantity` of every line that the server holds for its only customer with a cart, in order. */
export const held = async (world: World): Promise<string[]> => {
  const carts = Object.values((await world.state()).carts).filter(({lines}) => lines.length);
  return carts.flatMap(({lines}) => lines.map(({slug, quantity}) => `${slug}*${quantity}`));
};

/** The same of what the shopper sees. */
export const shown = (shop: Shop): string[] =>
  shop.cart.state.cart?.lines.map(({slug, quantity}) => `${slug}*${quantity}`) ?? [];

/** Requests of one kind, as `PUT /v1/store/cart/lines`. */
export const requests = async (world: World, method: string, path: string): Promise<number> =>
  (await world.log()).filter(seen => seen.method === method && seen.path === path).length;

/** How the session and the cart of a page are. */
export const statusOf = ({session, cart: {state}}: Shop): string => `${session.state.status}, ${state.status}`;

/** The reason of a promise that has to fail. */
export const rejection = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => {
      throw new Error('It should have failed.');
    },
    (error: unknown) => error,
  );

beforeEach(hasten);

afterEach(async () => {
  await Promise.all([...opened].map(closeShop));
  Object.assign(timing, usual);
  localStorage.clear();
  sessionStorage.clear();
});
