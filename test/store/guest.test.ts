import {expect} from '@open-wc/testing';
import type {ShopEventMap} from '../../src/store/events.js';
import type {Shop} from '../../src/store/shop.js';
import {until} from '../support/dom.js';
import {sandboxWorld} from '../support/sandbox.js';
import {closeShop, held, openShop, rejection, requests, shown, statusOf} from './shops.js';

const nobody = {customerToken: undefined};
const key = (shop: Shop): string => shop.cart.state.cart!.lines[0]!.key;
const account = {platform: 'minecraft_java_name', id: 'AshWalker'};

/** A page whose visitor is known to be a guest. */
const guestIn = async (world: Awaited<ReturnType<typeof sandboxWorld>>): Promise<Shop> => {
  const shop = await openShop(world, nobody);
  shop.cart.addEventListener('change', () => {});
  await until(() => shop.cart.state.status === 'signed-out');
  return shop;
};

const merges = (): {said: ShopEventMap['paynow-cart-merge']['detail'][]; stop: () => void} => {
  const said: ShopEventMap['paynow-cart-merge']['detail'][] = [];
  const listening = new AbortController();
  document.addEventListener('paynow-cart-merge', ({detail}) => said.push(detail), {signal: listening.signal});
  return {said, stop: () => listening.abort()};
};

describe('the cart of a guest', function () {
  this.timeout(30_000);

  it('is added to what the customer has already, once, and the page hears of it', async () => {
    const world = await sandboxWorld();
    const owner = await openShop(world, {customerToken: await world.token({customer: 'AshWalker'})});
    await owner.cart.add({productId: 'ember-key', quantity: 2});
    const shop = await guestIn(world);
    const {said, stop} = merges();
    await shop.cart.add({productId: 'ember-key', quantity: 3});
    await shop.cart.add({productId: 'frost-key'});
    await shop.session.signIn(account);
    await until(() => said.length === 1 && shop.cart.state.pending === 0);
    expect(await held(world)).to.have.members(['ember-key*5', 'frost-key*1']);
    expect(said[0]!.merged.map(({slug}) => slug)).to.have.members(['ember-key', 'frost-key']);
    expect(said[0]!.skipped).to.deep.equal([]);
    await shop.cart.refresh();
    stop();
    expect(said).to.have.length(1);
  });

  it('says what could not be brought there, with the reason, until it is dismissed, in the next page too', async () => {
    const world = await sandboxWorld();
    const shop = await guestIn(world);
    const {said, stop} = merges();
    await shop.cart.add({productId: 'ember-key'});
    await shop.cart.add({productId: 'frost-key'});
    await world.control('POST', 'products', {slug: 'ember-key', removed: true});
    await shop.session.signIn(account);
    await until(() => said.length === 1);
    stop();
    expect(said[0]!.skipped.map(({line: {name}, error}) => [name, error.name])).to.deep.equal(
      [[shop.cart.state.notices[0]!.name, 'PaynowError']]);
    expect(await held(world)).to.deep.equal(['frost-key*1']);
    await closeShop(shop);
    const next = await openShop(world, nobody);
    next.cart.addEventListener('change', () => {});
    await until(() => next.cart.state.notices.length === 1, 'the notice in the next page');
    expect(next.cart.state.notices[0]).to.deep.include({wasGuest: true, action: 'add'});
    expect(next.cart.state.notices[0]!.error).to.include({name: 'PaynowError', kind: 'http'});
    await next.cart.dismiss(next.cart.state.notices[0]!.id);
    await closeShop(next);
    const last = await openShop(world, nobody);
    await last.cart.refresh();
    expect(last.cart.state.notices).to.deep.equal([]);
  });

  it('comes back after a reload with the names and prices of its products', async () => {
    const world = await sandboxWorld();
    const shop = await guestIn(world);
    await shop.cart.add({productId: 'ember-key', quantity: 2});
    const {total, lines} = shop.cart.state.cart!;
    await closeShop(shop);
    const next = await guestIn(world);
    await until(() => next.cart.state.cart?.total === total, 'the total');
    expect(next.cart.state.cart!.lines[0]).to.include({name: lines[0]!.name, quantity: 2, pending: false});
  });

  it('is one in all tabs: a number set or a line removed in one counts, whichever has put it in', async () => {
    const world = await sandboxWorld();
    const [one, two] = [await guestIn(world), await guestIn(world)];
    await one.cart.add({productId: 'ember-key', quantity: 3});
    await until(() => shown(two).join() === 'ember-key*3');
    await two.cart.setQuantity(key(two), 2);
    await until(() => shown(one).join() === 'ember-key*2');
    expect(shown(two)).to.deep.equal(['ember-key*2']);
    await one.cart.add({productId: 'ember-key'});
    await until(() => shown(two).join() === 'ember-key*3');
    await two.cart.remove(key(two));
    await until(() => shown(one).length === 0);
    await one.cart.add({productId: 'frost-key'});
    await until(() => shown(two).length === 1);
    await two.cart.clear();
    await until(() => shown(one).length === 0);
    await one.session.signIn(account);
    await until(() => statusOf(two) === 'signed-in, ready');
    expect(await held(world)).to.deep.equal([]);
  });

  it('keeps to the limits that the shop has for a customer', async () => {
    const world = await sandboxWorld();
    const stock = {available_to_purchase: true, customer_available: 3};
    await world.control('POST', 'products', {slug: 'ember-key', stock: {left: 3}});
    const shop = await guestIn(world);
    const product = await shop.catalog.product('ember-key');
    expect(product.stock).to.deep.include(stock);
    await shop.cart.add({productId: 'ember-key', quantity: 2});
    const tooMany = shop.cart.add({productId: 'ember-key', quantity: 2});
    expect(await rejection(tooMany)).to.include({code: 'not-enough-stock'});
    expect(await rejection(shop.cart.setQuantity(key(shop), 4))).to.include({code: 'not-enough-stock'});
    expect(shown(shop)).to.deep.equal(['ember-key*2']);
    expect(shop.cart.state.notices.map(({error: {code}}) => code)).to.deep.equal(['not-enough-stock']);
    await shop.cart.setQuantity(key(shop), 3);
    expect(shown(shop)).to.deep.equal(['ember-key*3']);
  });

  it('waits when the API is down after signing in, and is brought over later', async () => {
    const world = await sandboxWorld();
    const shop = await guestIn(world);
    await shop.cart.add({productId: 'ember-key', quantity: 2});
    await world.faults([{kind: 'status', status: 503, times: 50, match: {path: '/v1/store/cart'}}]);
    await shop.session.signIn(account);
    await until(() => shop.cart.state.status === 'failed', 'the failure', 15_000);
    expect(shown(shop)).to.deep.equal(['ember-key*2']);
    expect(shop.cart.state.notices).to.deep.equal([]);
    await world.clearFaults();
    await shop.cart.refresh();
    await until(() => shop.cart.state.pending === 0);
    expect(await held(world)).to.deep.equal(['ember-key*2']);
    expect(await requests(world, 'PUT', '/v1/store/cart/lines')).to.equal(1);
  });
});
