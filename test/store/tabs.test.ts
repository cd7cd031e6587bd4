import {expect} from '@open-wc/testing';
import type {Config} from '../../src/store/config.js';
import type {Shop} from '../../src/store/shop.js';
import {sandboxWorld} from '../support/sandbox.js';
import type {World} from '../support/sandbox.js';
import {until} from '../support/dom.js';
import {calm, openShopPage, watchWrites} from './frames.js';
import type {Page} from './frames.js';
import {held, requests, shown} from './shops.js';

const lines = '/v1/store/cart/lines';

type Prepare = Parameters<typeof openShopPage>[2];

/** Takes from a page what old browsers and plain http do not have. */
const withoutLocks: Prepare = window => {
  Reflect.deleteProperty(window.Navigator.prototype, 'locks');
  Reflect.deleteProperty(window, 'BroadcastChannel');
};

const kinds: [string, Prepare][] = [
  ['with locks and channels', undefined],
  ['with storage in the place of locks and channels', withoutLocks],
];

// Locks by storage settle in hundreds of milliseconds, and a busy machine takes its time for each step.
const patience = 30_000;

const quantities = async (world: World): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await held(world)).map(line => line.split('*')).map(([slug, quantity]) => [slug!, Number(quantity)]),
  );

for (const [name, prepare] of kinds) {
  describe(`two pages of one shop, ${name}`, function () {
    this.timeout(60_000);
    let world: World;
    const open = (config?: Config): Promise<{page: Page; shop: Shop}> => openShopPage(world, config, prepare);

    beforeEach(async () => {
      world = await sandboxWorld();
    });

    it('show a change of one in the other in the blink of an eye, and send it once', async () => {
      const [{shop: one}, {shop: two}] = [await open(), await open()];
      await Promise.all(
        [one, two].map(async shop => {
          await shop.writer();
          await shop.catalog.product('ember-key');
        }),
      );
      await one.cart.add({productId: 'ember-key'});
      await until(() => shown(two).join() === 'ember-key*1', 'the first', patience);
      const times: number[][] = [[], []];
      for (let count = 2; count < 8; count++) {
        const [from, to] = count % 2 ? [two, one] : [one, two];
        const before = performance.now();
        void from.cart.add({productId: 'ember-key'});
        await until(() => shown(to).join() === `ember-key*${count}`, `${count}`, patience);
        times[count % 2]!.push(performance.now() - before);
        await Promise.all([calm(from.cart), calm(to.cart)]);
      }
      // A machine may be busy with something else, but not each time.
      for (const all of times) expect(Math.min(...all)).to.be.below(300);
      expect(await held(world)).to.deep.equal(['ember-key*7']);
      expect(await requests(world, 'PUT', lines)).to.equal(7);
      // One for each page and one after each change; what one page was told, it does not read again.
      expect(await requests(world, 'GET', '/v1/store/cart')).to.be.below(12);
    });

    it('show in the other what is removed and emptied', async () => {
      const [{shop: one}, {shop: two}] = [await open(), await open()];
      await one.cart.add({productId: 'ember-key'});
      await one.cart.add({productId: 'frost-key'});
      await until(() => shown(two).length === 2, 'both', patience);
      await two.cart.remove(two.cart.state.cart!.lines[0]!.key);
      await until(() => shown(one).join() === 'frost-key*1', 'one', patience);
      await one.cart.clear();
      await until(() => shown(two).length === 0 && two.cart.state.pending === 0, 'none', patience);
      expect(await held(world)).to.deep.equal([]);
    });

    it('write one at a time, and lose nothing that is pressed in both', async () => {
      const pages = [await open(), await open(), await open()];
      const writes: {from: number; to: number}[] = [];
      for (const {page} of pages) watchWrites(page, writes);
      await Promise.all(pages.map(({shop}) => shop.catalog.products()));
      await world.faults([{kind: 'delay', ms: 10, times: -1, match: {method: 'PUT'}}]);
      const presses = [0, 1, 2, 3].flatMap(() =>
        pages.flatMap(({shop}, index) => [
          shop.cart.add({productId: 'ember-key'}),
          shop.cart.add({productId: ['frost-key', 'vip', 'mystery-box'][index]!}),
        ]),
      );
      await Promise.all(presses);
      expect(await quantities(world)).to.deep.equal({'ember-key': 12, 'frost-key': 4, vip: 4, 'mystery-box': 4});
      writes.sort((a, b) => a.from - b.from);
      expect(writes.length).to.be.greaterThan(2);
      for (const [index, {from}] of writes.entries()) {
        if (index) expect(from, `write ${index}`).to.be.at.least(writes[index - 1]!.to - 2);
      }
      await Promise.all(pages.map(({shop}) => calm(shop.cart)));
      for (const {shop} of pages) {
        await until(() => shop.cart.state.cart?.quantity === 24, 'all', patience);
        expect(new Set(shown(shop))).to.deep.equal(new Set(await held(world)));
      }
    });

    it('bring to its end what a closed one has left, once', async () => {
      const [{page, shop: leaving}, {shop: staying}] = [await open(), await open()];
      await leaving.catalog.product('ember-key');
      await staying.writer();
      await world.faults([{kind: 'hang', match: {method: 'PUT'}}]);
      void leaving.cart.add({productId: 'ember-key', quantity: 2});
      await until(() => shown(staying).join() === 'ember-key*2', 'it in the other', patience);
      await until(async () => (await requests(world, 'PUT', lines)) > 0, 'a request', patience);
      page.close();
      await until(async () => (await held(world)).join() === 'ember-key*2', 'the change of the closed page', patience);
      await until(() => staying.cart.state.pending === 0 && shown(staying).join() === 'ember-key*2', 'calm', patience);
      expect(staying.cart.state.notices).to.deep.equal([]);
      expect(Object.keys(localStorage).filter(key => key.includes('.changes.'))).to.deep.equal([]);
    });

    it('bring to its end what one leaves that is closed when the other has almost done its own', async () => {
      const [{page, shop: leaving}, {shop: staying}] = [await open(), await open()];
      await Promise.all([leaving.catalog.product('ember-key'), staying.writer(), staying.cart.refresh()]);
      await world.faults([{kind: 'delay', ms: 1000, match: {method: 'GET', path: '/v1/store/cart'}}]);
      const added = staying.cart.add({productId: 'frost-key'});
      await until(async () => (await requests(world, 'PUT', lines)) > 0, 'a request', patience);
      void leaving.cart.add({productId: 'ember-key', quantity: 2});
      await until(() => shown(staying).length === 2, 'it in the other', patience);
      page.close();
      await added;
      await until(async () => (await held(world)).length === 2, 'the change of the closed page', patience);
      expect(await quantities(world)).to.deep.equal({'ember-key': 2, 'frost-key': 1});
    });

    it('in which two closed ones have left something: the third does all of it', async () => {
      const closing = [await open(), await open()];
      const {shop: last} = await open();
      await Promise.all([last.writer(), ...closing.map(({shop}) => shop.catalog.products())]);
      await world.faults([{kind: 'hang', times: 2, match: {method: 'PUT'}}]);
      closing.forEach(({shop}, index) => void shop.cart.add({productId: ['ember-key', 'frost-key'][index]!}));
      await until(() => shown(last).length === 2, 'both', patience);
      await until(async () => (await requests(world, 'PUT', lines)) > 0, 'a request', patience);
      for (const {page} of closing) page.close();
      await world.clearFaults();
      await until(async () => (await held(world)).length === 2, 'the changes of the closed pages', patience);
      expect(await quantities(world)).to.deep.equal({'ember-key': 1, 'frost-key': 1});
    });
  });
}

describe('pages of different customers or shops', function () {
  this.timeout(60_000);

  it("do not show each other's carts", async () => {
    const world = await sandboxWorld();
    const [{shop: one}, {shop: two}] = [
      await openShopPage(world),
      await openShopPage(world, {customerToken: await world.token({customer: 'Ember_Other'})}),
    ];
    await Promise.all([one.writer(), two.writer()]);
    await one.cart.add({productId: 'ember-key'});
    await two.cart.add({productId: 'frost-key'});
    await Promise.all([one.cart.refresh(), two.cart.refresh()]);
    expect(shown(one)).to.deep.equal(['ember-key*1']);
    expect(shown(two)).to.deep.equal(['frost-key*1']);
  });

  it("do not take each other's currency", async () => {
    const world = await sandboxWorld();
    const [{shop: one}, {shop: two}] = [await openShopPage(world), await openShopPage(world, {currency: 'usd'})];
    await one.cart.add({productId: 'ember-key'});
    await until(() => shown(two).join() === 'ember-key*1' && two.cart.state.pending === 0, 'it', patience);
    expect(one.cart.state.cart?.currency).to.equal('eur');
    expect(two.cart.state.cart?.currency).to.equal('usd');
  });
});

describe('a page on its own', function () {
  this.timeout(60_000);

  it('works where storage is forbidden and nothing stands in for locks', async () => {
    const world = await sandboxWorld();
    const {shop, page} = await openShopPage(world, {}, window => {
      withoutLocks(window);
      for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('forbidden', 'SecurityError');
          },
        });
      }
    });
    await shop.cart.add({productId: 'ember-key', quantity: 2});
    await shop.cart.setQuantity(shop.cart.state.cart!.lines[0]!.key, 5);
    expect(await held(world)).to.deep.equal(['ember-key*5']);
    expect((await shop.cart.checkout()).url).to.match(/^http/);
    await shop.session.signOut();
    expect(shop.cart.state.status).to.equal('signed-out');
    expect(page.said).to.deep.equal([]);
  });

  it('works where locks and channels are there and refuse', async () => {
    const world = await sandboxWorld();
    const {shop} = await openShopPage(world, {}, window => {
      const refuse = (): never => {
        throw new DOMException('forbidden', 'SecurityError');
      };
      Object.defineProperty(window.navigator, 'locks', {value: {request: async () => refuse()}});
      Object.defineProperty(window, 'BroadcastChannel', {value: refuse});
    });
    await shop.cart.add({productId: 'ember-key', quantity: 2});
    expect(await held(world)).to.deep.equal(['ember-key*2']);
  });

  it('is not shaken by what others say on its channel', async () => {
    const world = await sandboxWorld();
    const {shop, page} = await openShopPage(world);
    await shop.cart.add({productId: 'ember-key'});
    const channel = new BroadcastChannel(`paynow.${world.storeId}`);
    const messages = [
      null,
      'x',
      7,
      {},
      {type: 'cart'},
      {type: 'changes'},
      {type: 'changes', tab: 'a', changes: 'x'},
      {type: 'cart', tab: 'a', cart: {customer_id: shop.cart.state.cart!.customer_id}, at: Date.now() + 1e6},
      {type: 'changes', tab: 'a', changes: [null, {}]},
    ];
    const say = channel.postMessage.bind(channel);
    for (const message of messages) say(message);
    await shop.cart.add({productId: 'ember-key'});
    channel.close();
    expect(shown(shop)).to.deep.equal(['ember-key*2']);
    expect(await held(world)).to.deep.equal(['ember-key*2']);
    expect(page.said).to.deep.equal([]);
  });
});
