import {bodyOf, type Call, isObject} from './call.js';
import {wireCart} from './cart.js';
import {findOrCreate, isMinecraft, tokenFor} from './customers.js';
import {malformed, Refusal} from './errors.js';
import {type Fault, faultKinds, isFaultKind} from './faults.js';
import {pay, soldOutLine} from './orders.js';
import type {ProductSeed} from './seeds.js';
import {assertionOf} from './steam.js';
import {createWorld, productOf} from './world.js';

const done = (): Response => new Response(null, {status: 204});

const isFault = (value: unknown): value is Fault =>
  isObject(value) && isFaultKind(value['kind']);

const addFaults = async ({world, request}: Call): Promise<Response> => {
  const sent: unknown = await request.json();
  const list = Array.isArray(sent) ? sent : [sent];
  for (const fault of list) {
    if (!isFault(fault)) throw malformed('kind', `The kind of a fault is one of ${faultKinds}.`, 'enum');
  }
  world.faults.push(...list);
  return done();
};

/** Makes a token. `customer` is an id or a player's name; without one it is the first customer of the store. */
const makeToken = async (call: Call): Promise<Response> => {
  const {world} = call;
  const {customer: wanted, store: storeId, expires_in} = await bodyOf(call);
  const first = [...world.stores.keys()][0];
  const known = typeof wanted === 'string' ? world.customers.get(wanted) : undefined;
  const store = world.store(known?.store_id ?? (typeof storeId === 'string' ? storeId : first ?? ''));
  const named = typeof wanted !== 'string'
    ? [...world.customers.values()].find(({store_id}) => store_id === store.id)
    : known ?? findOrCreate(world, store, isMinecraft(store) ? 'minecraft' : 'steam', wanted, '');
  if (!named) throw new Refusal(404, 'customer-not-found', 'The store has no customer yet: name one.');
  const token = tokenFor(world, named, typeof expires_in === 'number' ? expires_in * 1000 : Infinity);
  return Response.json({customer_token: token, customer_id: named.id});
};

/** Ends the tokens that this customer (an id or a name) has by now; without one, all tokens. */
const expireTokens = async (call: Call): Promise<Response> => {
  const {world} = call;
  const {customer: wanted} = await bodyOf(call);
  const isMeant = (id: string): boolean =>
    wanted === undefined || wanted === id || wanted === world.customers.get(id)?.name;
  const ended = [...world.tokens].filter(([, {customer_id}]) => isMeant(customer_id));
  for (const [token, entry] of ended) world.tokens.set(token, {...entry, expires_at: world.now()});
  return Response.json({expired: ended.length});
};

/** How many seconds the tokens live that signing in gives from now on. */
const setTokenLife = async (call: Call): Promise<Response> => {
  const {seconds} = await bodyOf(call);
  if (typeof seconds !== 'number') throw malformed('seconds', 'seconds is a number.', 'type');
  call.world.tokenLife = seconds * 1000;
  return done();
};

/** An assertion that the pretend Steam confirms, with any field changed: what a forger would like to have. */
const signAssertion = async (call: Call): Promise<Response> => {
  const {account, return_to, fields, signed, again} = await bodyOf(call);
  if (typeof account !== 'string') throw malformed('account', 'account is a SteamID64.', 'required');
  if (typeof return_to !== 'string') throw malformed('return_to', 'return_to is an address.', 'required');
  const changes = isObject(fields) ? fields : {};
  const names = Array.isArray(signed) ? signed.map(String) : undefined;
  return Response.json({params: assertionOf(call, account, return_to, {changes, names, again: again === true})});
};

/** Changes the product with this id or slug. An unknown id makes a new product of the first store. */
const patchProduct = async (call: Call): Promise<Response> => {
  const {world} = call;
  const patch = await bodyOf(call);
  const current = [...world.products.values()].find(({id, slug}) =>
    id === patch['id'] || (patch['id'] === undefined && slug === patch['slug']));
  if (!current && typeof patch['id'] !== 'string') {
    throw new Refusal(404, 'product-not-found', `There is no product '${String(patch['slug'])}'.`);
  }
  const blank: ProductSeed = {
    id: '', store_id: [...world.stores.keys()][0] ?? '', slug: String(patch['id']), name: 'New product', price: 100,
  };
  const product = {...(current ?? productOf(blank)), ...patch};
  world.products.set(product.id, product);
  return done();
};

const payCheckout = async (call: Call): Promise<Response> => {
  const {world} = call;
  const {checkout: wanted} = await bodyOf(call);
  const checkout = [...world.checkouts.values()].find(({id, token}) => id === wanted || token === wanted);
  if (!checkout) throw new Refusal(404, 'checkout-not-found', 'There is no such checkout.');
  if (checkout.status !== 'open') throw new Refusal(409, 'checkout-closed', `The checkout is ${checkout.status}.`);
  if (soldOutLine(world, checkout)) throw new Refusal(409, 'out-of-stock', 'Something in the checkout is sold out.');
  return Response.json({order_id: pay(world, checkout).id});
};

const stateOf = ({world, base}: Call): Response => {
  const carts = [...world.carts.keys()].flatMap(id => {
    const customer = world.customers.get(id);
    return customer ? [[id, wireCart(world, customer, {currency: world.store(customer.store_id).currency}, base)]] : [];
  });
  return Response.json({
    carts: Object.fromEntries(carts),
    customers: [...world.customers.values()],
    checkouts: [...world.checkouts.values()],
    orders: world.orders,
    products: [...world.products.values()].map(({id, slug, stock, removed}) => ({id, slug, stock, removed})),
    faults: world.faults,
  });
};

const controls: Record<string, (call: Call) => Response | Promise<Response>> = {
  'POST faults': addFaults,
  'DELETE faults': ({world}) => {
    world.faults = [];
    return done();
  },
  'GET log': ({world}) => Response.json({requests: world.log, preflights: world.preflights}),
  'DELETE log': ({world}) => {
    world.log = [];
    world.preflights = 0;
    return done();
  },
  'GET state': stateOf,
  'POST reset': ({world}) => {
    Object.assign(world, createWorld(world.data));
    return done();
  },
  'POST tokens': makeToken,
  'POST tokens/expire': expireTokens,
  'POST tokens/life': setTokenLife,
  'POST steam': signAssertion,
  'POST products': patchProduct,
  'POST orders': payCheckout,
  'GET orders': ({world}) => Response.json(world.orders),
};

/** The routes under `/__sandbox/`, by which a test or a demo steers the fake. They are not logged and never fail. */
export const control = (call: Call): Response | Promise<Response> => {
  const name = call.path.slice('/__sandbox/'.length);
  const run = controls[`${call.request.method} ${name}`];
  if (!run) throw new Refusal(404, 'not-found', `There is no control '${call.request.method} ${name}'.`);
  return run(call);
};
