import {expect} from '@open-wc/testing';
import type {Shop} from '../../src/store/shop.js';
import {nextFrame, until} from '../support/dom.js';
import {sandboxWorld} from '../support/sandbox.js';
import {calm, openPage, openShopPage} from './frames.js';
import type {Page} from './frames.js';
import {held, requests, shown} from './shops.js';

const cart = '/v1/store/cart';
const lines = '/v1/store/cart/lines';

/** The browser puts the page aside, as it does before another one is shown in its tab. */
const putAside = ({window}: Page): void =>
  void window.dispatchEvent(new window.PageTransitionEvent('pagehide', {persisted: true}));

/** The shopper has gone back to it. */
const comeBack = ({window}: Page): void =>
  void window.dispatchEvent(new window.PageTransitionEvent('pageshow', {persisted: true}));

const lookAt = ({window}: Page): void => void window.document.dispatchEvent(new window.Event('visibilitychange'));

describe('a page that was put aside and comes back', function () {
  this.timeout(20_000);

  it('reads the cart anew and goes on', async () => {
    const world = await sandboxWorld();
    const {page, shop} = await openShopPage(world);
    await shop.cart.add({productId: 'ember-key'});
    putAside(page);
    const {shop: other} = await openShopPage(world);
    await other.cart.add({productId: 'frost-key'});
    await nextFrame();
    expect(shown(shop)).to.deep.equal(['ember-key*1']);
    comeBack(page);
    await until(() => shown(shop).length === 2);
    await shop.cart.add({productId: 'ember-key'});
    expect(await held(world)).to.deep.equal(['ember-key*2', 'frost-key*1']);
    await until(() => shown(other).join() === 'ember-key*2,frost-key*1');
    expect(page.said).to.deep.equal([]);
  });

  it('lets another tab write meanwhile, whatever it was about to do', async () => {
    const world = await sandboxWorld();
    const [{page, shop}, {shop: other}] = [await openShopPage(world), await openShopPage(world)];
    await Promise.all([shop.catalog.product('ember-key'), other.catalog.product('frost-key'), other.writer()]);
    await world.faults([{kind: 'hang', match: {method: 'PUT'}}]);
    const added = shop.cart.add({productId: 'ember-key', quantity: 2}).catch((error: unknown) => error);
    await until(async () => (await requests(world, 'PUT', lines)) === 1);
    putAside(page);
    await other.cart.add({productId: 'frost-key'});
    await until(async () => (await held(world)).length === 2, 'what the page has left');
    comeBack(page);
    await until(() => shop.cart.state.pending === 0 && shown(shop).length === 2);
    expect((await added as {quantity?: number} | null)?.quantity ?? 2).to.equal(2);
    expect([...await held(world)].sort()).to.deep.equal(['ember-key*2', 'frost-key*1']);
    expect([...shop.cart.state.notices, ...other.cart.state.notices]).to.deep.equal([]);
  });

  it('brings what it wanted to its end itself when there is no other tab', async () => {
    const world = await sandboxWorld();
    const {page, shop} = await openShopPage(world);
    await shop.catalog.product('ember-key');
    await world.faults([{kind: 'hang', match: {method: 'PUT'}}]);
    const added = shop.cart.add({productId: 'ember-key', quantity: 2});
    await until(async () => (await requests(world, 'PUT', lines)) === 1);
    putAside(page);
    expect(shown(shop)).to.deep.equal(['ember-key*2']);
    comeBack(page);
    await added;
    expect(await held(world)).to.deep.equal(['ember-key*2']);
    expect(shop.cart.state.notices).to.deep.equal([]);
  });

  it('may come and go many times, and does everything once', async () => {
    const world = await sandboxWorld();
    const {page, shop} = await openShopPage(world);
    await shop.catalog.product('ember-key');
    const added: Promise<unknown>[] = [];
    for (let time = 0; time < 6; time++) {
      added.push(shop.cart.add({productId: 'ember-key'}));
      putAside(page);
      if (time % 2) await nextFrame();
      comeBack(page);
    }
    await Promise.all(added);
    await calm(shop.cart);
    expect(await held(world)).to.deep.equal(['ember-key*6']);
    expect(shown(shop)).to.deep.equal(['ember-key*6']);
    expect(page.said).to.deep.equal([]);
  });

  it('has asked for nothing while it was aside', async () => {
    const world = await sandboxWorld();
    const {page, shop} = await openShopPage(world);
    await shop.cart.add({productId: 'ember-key'});
    putAside(page);
    await world.clearLog();
    lookAt(page);
    const {shop: other} = await openShopPage(world, {customerToken: undefined});
    await other.cart.add({productId: 'frost-key'});
    expect((await world.log()).filter(({path}) => path === cart)).to.deep.equal([]);
    comeBack(page);
    await until(async () => (await requests(world, 'GET', cart)) === 1);
  });

  it('has left the checkout that it had gone to', async () => {
    const world = await sandboxWorld();
    const {page, shop} = await openShopPage(world);
    await shop.cart.add({productId: 'ember-key'});
    await shop.cart.checkout();
    putAside(page);
    comeBack(page);
    await until(() => shop.cart.state.status === 'ready');
    expect(await shop.cart.setQuantity(shop.cart.state.cart!.lines[0]!.key, 4)).to.include({quantity: 4});
  });

  it('lets itself be left while it waits for a token', async () => {
    const world = await sandboxWorld();
    const token = await world.token();
    const asked: ((token: Promise<string>) => void)[] = [];
    const page = await openPage();
    const customerToken = (): Promise<string> => new Promise(resolve => asked.push(resolve));
    const shop = page.configure({storeId: world.storeId, apiUrl: world.apiUrl, customerToken});
    shop.cart.addEventListener('change', () => {});
    await until(() => asked.length === 1);
    putAside(page);
    asked[0]?.(Promise.reject(new TypeError('The request was given up with the page.')));
    // Were anything tried again and again, this frame would never come.
    await nextFrame();
    expect(asked).to.have.length(1);
    comeBack(page);
    await until(() => asked.length === 2);
    asked[1]?.(Promise.resolve(token));
    await until(() => shop.cart.state.status === 'ready');
    expect(page.said).to.deep.equal([]);
  });

  it('asks anew who is signed in', async () => {
    const world = await sandboxWorld();
    let token: string | null = await world.token();
    const {page, shop} = await openShopPage(world, {customerToken: () => token});
    await shop.cart.add({productId: 'ember-key'});
    putAside(page);
    token = null;
    comeBack(page);
    await until(() => shop.cart.state.status === 'signed-out');
    expect(shown(shop)).to.deep.equal([]);
  });
});

describe('a page that is looked at again', function () {
  this.timeout(20_000);

  const later = (page: Page, minutes: number): void => {
    const now = Date.now() + minutes * 60_000;
    (page.window as unknown as {Date: {now: () => number}}).Date.now = () => now;
  };
  const opened = async (): Promise<{world: Awaited<ReturnType<typeof sandboxWorld>>; page: Page; shop: Shop}> => {
    const world = await sandboxWorld();
    const {page, shop} = await openShopPage(world);
    await world.clearLog();
    return {world, page, shop};
  };

  it('reads the cart when that was long ago', async () => {
    const {world, page} = await opened();
    later(page, 2);
    lookAt(page);
    await until(async () => (await requests(world, 'GET', cart)) === 1);
  });

  it('reads nothing when that was just now, nor for another element that shows the cart', async () => {
    const {world, page, shop} = await opened();
    lookAt(page);
    for (let element = 0; element < 5; element++) {
      shop.cart.addEventListener('change', () => {});
      await nextFrame();
    }
    shop.configure({theme: 'dark'});
    await shop.catalog.product('vip');
    expect(await requests(world, 'GET', cart)).to.equal(0);
  });

  it('finds out that a checkout of another tab was paid, from which nobody has come back', async () => {
    const {world, page, shop} = await opened();
    const {page: other, shop: theirs} = await openShopPage(world, {customerToken: await world.token()});
    await theirs.cart.add({productId: 'ember-key'});
    const {id} = await theirs.cart.checkout();
    await until(() => shown(shop).length === 1);
    other.close();
    await world.control('POST', 'orders', {checkout: id});
    lookAt(page);
    await until(() => shop.cart.state.purchase?.checkoutId === id && shown(shop).length === 0);
    lookAt(page);
    await calm(shop.cart);
    const bought = page.facts.filter(({type}) => type === 'paynow-purchase').map(({detail}) => detail);
    expect(bought).to.deep.equal([{checkoutId: id, orderId: ''}]);
  });

  it('sees that the shopper has signed in elsewhere', async () => {
    const world = await sandboxWorld();
    let token: string | null = null;
    const {page, shop} = await openShopPage(world, {customerToken: () => token});
    expect(shop.cart.state.status).to.equal('signed-out');
    token = await world.token();
    lookAt(page);
    await until(() => shop.cart.state.status === 'ready');
    expect(page.facts.map(({type}) => type)).to.include('paynow-sign-in');
  });
});
