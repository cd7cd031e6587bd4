import {expect} from '@open-wc/testing';
import {addCode, listCodes} from '../../src/store/codes.js';
import type {Returns} from '../../src/store/returns.js';
import {returnTiming} from '../../src/store/returns.js';
import type {Shop} from '../../src/store/shop.js';
import {tripsOf} from '../../src/store/trips.js';
import type {Trip} from '../../src/store/trips.js';
import {once, until} from '../support/dom.js';
import {sandboxWorld} from '../support/sandbox.js';
import type {World} from '../support/sandbox.js';
import {openShop, requests, shopInWorld, shown} from './shops.js';

const rustborn = '522597502741481927';
const ordersPath = '/v1/store/customer/orders';
const usual = {...returnTiming, waits: [...returnTiming.waits]};

/** Every purchase that was said on this document. */
let said: unknown[] = [];
const hear = ({detail}: DocumentEventMap['paynow-purchase']): void => void said.push(detail);

const returnsOf = async (shop: Shop): Promise<Returns> => (await shop.writer()).returns();

/** A shop whose cart is at the checkout. */
const atCheckout = async (): Promise<{world: World; shop: Shop; trip: Trip}> => {
  const {world, shop} = await shopInWorld();
  await shop.cart.add({productId: 'ember-key', quantity: 2});
  await shop.cart.checkout();
  return {world, shop, trip: tripsOf(shop)[0]!};
};

/** A shop that tells its customers their orders, with one product at the checkout. */
const atSteamCheckout = async (): Promise<{world: World; shop: Shop; trip: Trip}> => {
  const world = await sandboxWorld();
  const shop = await openShop({...world, storeId: rustborn}, {customerToken: await world.token({store: rustborn})});
  await shop.cart.buy([{productId: 'supply-drop'}]);
  return {world, shop, trip: tripsOf(shop)[0]!};
};

const pay = async (world: World, {id}: Trip): Promise<string> =>
  ((await world.control('POST', 'orders', {checkout: id})) as {order_id: string}).order_id;

describe('whoever comes back', function () {
  this.timeout(20_000);
  beforeEach(() => {
    said = [];
    document.addEventListener('paynow-purchase', hear);
    returnTiming.waits = [20, 20, 20];
  });
  afterEach(() => {
    document.removeEventListener('paynow-purchase', hear);
    Object.assign(returnTiming, usual);
  });

  it('from a paid checkout has bought once, sees the cart empty and the products fresh', async () => {
    const {world, shop, trip} = await atCheckout();
    await shop.catalog.product('ember-key');
    await pay(world, trip);
    await world.clearLog();
    const returns = await returnsOf(shop);
    const purchase = await returns.arrive(trip.key, trip.proof);
    expect(purchase).to.deep.equal({checkoutId: trip.id, orderId: '', isPending: false});
    expect(shop.cart.state.purchase).to.equal(purchase);
    await until(() => shown(shop).length === 0);
    await until(() => requests(world, 'GET', '/v1/store/products/ember-key'));
    await returns.arrive(trip.key, trip.proof);
    await returns.check();
    expect(said).to.deep.equal([{checkoutId: trip.id, orderId: ''}]);
    expect(await requests(world, 'GET', ordersPath)).to.equal(0);
  });

  it('from a paid cart has no codes left for the next one, but keeps them after a purchase past it', async () => {
    const {world, shop, trip} = await atCheckout();
    addCode(shop, 'EMBER10');
    await shop.cart.buy([{productId: 'vip'}]);
    const past = tripsOf(shop).find(({isCart}) => !isCart)!;
    const returns = await returnsOf(shop);
    for (const [{key, proof, id}, left] of [[past, ['EMBER10']], [trip, []]] as const) {
      await world.control('POST', 'orders', {checkout: id});
      await returns.arrive(key, proof);
      expect(listCodes(shop)).to.deep.equal(left);
    }
  });

  it('to a cart that they had filled as a guest finds nothing of it left, signed in or signed out', async () => {
    const world = await sandboxWorld();
    const shop = await openShop(world, {customerToken: undefined});
    shop.cart.addEventListener('change', () => {});
    await until(() => shop.cart.state.status === 'signed-out');
    await shop.cart.add({productId: 'ember-key', quantity: 2});
    await shop.session.signIn({platform: 'minecraft_java_name', id: 'AshWalker'});
    await until(() => shop.cart.state.status === 'ready' && shop.cart.state.pending === 0);
    const {id} = await shop.cart.checkout();
    const [trip] = tripsOf(shop);
    await world.control('POST', 'orders', {checkout: id});
    await (await returnsOf(shop)).arrive(trip!.key, trip!.proof);
    await until(() => shop.cart.state.cart?.lines.length === 0);
    await shop.session.signOut();
    await until(() => shop.cart.state.status === 'signed-out');
    expect([shown(shop), said.length]).to.deep.equal([[], 1]);
    const next = await openShop(world, {customerToken: undefined});
    next.cart.addEventListener('change', () => {});
    await until(() => next.cart.state.status === 'signed-out');
    expect(shown(next)).to.deep.equal([]);
  });

  it('with a wrong proof, or for a trip of nobody, has bought nothing', async () => {
    const {shop, trip} = await atCheckout();
    const returns = await returnsOf(shop);
    for (const [key, proof] of [[trip.key, 'x'], [trip.key, trip.key], ['x', trip.proof], ['', '']] as const)
      expect(await returns.arrive(key, proof), `${key}.${proof}`).to.equal(null);
    expect([said, shop.cart.state.purchase, shown(shop)]).to.deep.equal([[], null, ['ember-key*2']]);
  });

  it('without having paid changes the cart without a word, and gets a new checkout', async () => {
    const {world, shop, trip} = await atCheckout();
    expect(await (await returnsOf(shop)).arrive(trip.key, undefined)).to.equal(null);
    await shop.cart.setQuantity(shop.cart.state.cart!.lines[0]!.key, 2);
    expect((await shop.cart.checkout()).id).to.not.equal(trip.id);
    expect([said, await requests(world, 'POST', '/v1/store/cart/checkout')]).to.deep.equal([[], 2]);
  });

  it('without having paid gets a new checkout at once, also while the shop is asked for orders', async () => {
    const {world, shop, trip} = await atSteamCheckout();
    const returns = await returnsOf(shop);
    await world.faults([{kind: 'delay', ms: 1000, match: {path: ordersPath}}]);
    void Promise.all([returns.check(), returns.arrive(trip.key, undefined)]);
    expect((await shop.cart.buy([{productId: 'supply-drop'}])).id).to.not.equal(trip.id);
  });

  it('can still have paid what was cancelled before', async () => {
    const {world, shop, trip} = await atCheckout();
    const returns = await returnsOf(shop);
    await returns.arrive(trip.key, undefined);
    await pay(world, trip);
    await returns.arrive(trip.key, trip.proof);
    expect(said).to.deep.equal([{checkoutId: trip.id, orderId: ''}]);
  });

  it('hears the order where the shop tells', async () => {
    const {world, shop, trip} = await atSteamCheckout();
    const orderId = await pay(world, trip);
    await (await returnsOf(shop)).arrive(trip.key, trip.proof);
    expect(said).to.deep.equal([{checkoutId: trip.id, orderId}]);
  });

  it('sooner than the order does waits for it', async () => {
    const {world, shop, trip} = await atSteamCheckout();
    const returns = await returnsOf(shop);
    returnTiming.waits = [20, 5_000];
    const arrival = returns.arrive(trip.key, trip.proof);
    await until(() => shop.cart.state.purchase?.isPending);
    returnTiming.waits = [];
    expect(said).to.deep.equal([]);
    const orderId = await pay(world, trip);
    expect((await arrival)?.orderId).to.equal(orderId);
    expect(shop.cart.state.purchase?.isPending).to.equal(false);
  });

  it('is found to have paid later when the shop took too long', async () => {
    const {world, shop, trip} = await atSteamCheckout();
    const returns = await returnsOf(shop);
    expect(await returns.arrive(trip.key, trip.proof)).to.equal(null);
    expect(said).to.deep.equal([]);
    const orderId = await pay(world, trip);
    await returns.check();
    expect(said).to.deep.equal([{checkoutId: trip.id, orderId}]);
  });

  for (const kind of ['status', 'drop-before', 'malformed', 'html', 'wrong-shape'] as const) {
    it(`has bought all the same when the orders are a ${kind}`, async () => {
      const {world, shop, trip} = await atSteamCheckout();
      await pay(world, trip);
      await world.faults([{kind, status: 401, times: -1, match: {path: ordersPath}}]);
      await (await returnsOf(shop)).arrive(trip.key, trip.proof);
      expect(said).to.deep.equal([{checkoutId: trip.id, orderId: ''}]);
      expect(shop.session.state.status).to.not.equal('signed-out');
    });
  }
});

describe('a checkout that nobody came back from', function () {
  this.timeout(20_000);
  beforeEach(() => {
    said = [];
    document.addEventListener('paynow-purchase', hear);
  });
  afterEach(() => document.removeEventListener('paynow-purchase', hear));

  it('is found to be paid by the cart, which has become empty by itself', async () => {
    const {world, shop, trip} = await atCheckout();
    const returns = await returnsOf(shop);
    expect(await returns.check()).to.equal(null);
    await pay(world, trip);
    expect(await returns.check()).to.include({checkoutId: trip.id});
    expect(await returns.check()).to.equal(null);
    expect(said).to.deep.equal([{checkoutId: trip.id, orderId: ''}]);
  });

  it('is not when the cart was emptied here', async () => {
    const {shop} = await atCheckout();
    await shop.cart.clear().catch(() => {});
    await shop.cart.clear();
    expect(shown(shop)).to.deep.equal([]);
    await (await returnsOf(shop)).check();
    expect(said).to.deep.equal([]);
  });

  it('is not when it is the cart of another customer that is empty', async () => {
    const {world, shop} = await atCheckout();
    const {customers, carts} = await world.state();
    const other = customers.find(({id}) => !carts[id]?.lines.length)!;
    shop.session.useToken(await world.token({customer: other.id}));
    await shop.cart.refresh();
    expect(shop.cart.state.cart).to.deep.include({customer_id: other.id, lines: []});
    expect(await (await returnsOf(shop)).check()).to.equal(null);
    expect([said, shop.cart.state.purchase]).to.deep.equal([[], null]);
  });

  it('is found to be paid by the order, and by nothing else, where the shop tells', async () => {
    const {world, shop, trip} = await atSteamCheckout();
    const returns = await returnsOf(shop);
    await returns.check();
    expect(said).to.deep.equal([]);
    const orderId = await pay(world, trip);
    await returns.check();
    expect(said).to.deep.equal([{checkoutId: trip.id, orderId}]);
  });

  it('is looked after by the next page that is opened', async () => {
    const {world, trip} = await atCheckout();
    await pay(world, trip);
    const bought = once<DocumentEventMap['paynow-purchase']>(document, 'paynow-purchase');
    const next = await openShop(world);
    next.cart.addEventListener('change', () => {});
    expect((await bought).detail).to.deep.equal({checkoutId: trip.id, orderId: ''});
    await until(() => next.cart.state.purchase?.checkoutId === trip.id);
    await next.cart.dismiss(trip.id);
    expect(next.cart.state.purchase).to.equal(null);
  });

  it('is said once by two pages that find out together', async () => {
    const {world, shop, trip} = await atCheckout();
    const other = await openShop(world);
    const all = [await returnsOf(shop), await returnsOf(other)];
    await pay(world, trip);
    await Promise.all([...all.map(returns => returns.check()), all[0]!.arrive(trip.key, trip.proof)]);
    expect(said).to.have.length(1);
    await until(() => [shop, other].every(({cart}) => cart.state.purchase?.checkoutId === trip.id));
  });
});
