import {expect} from '@open-wc/testing';
import type {Config} from '../../src/store/config.js';
import type {Shop} from '../../src/store/shop.js';
import {nextFrame, until} from '../support/dom.js';
import type {World} from '../support/sandbox.js';
import {closeShop, held, openShop, requests, shopInWorld, shown} from './shops.js';

const lines = '/v1/store/cart/lines';
const put = '/v1/store/cart';

let online = true;

const network = (isOnline: boolean): void => {
  online = isOnline;
  dispatchEvent(new Event(isOnline ? 'online' : 'offline'));
};

/** Without a network nothing gets through, whatever is tried. */
const withNetwork: Config = {
  fetch: async request => {
    if (!online) throw new TypeError('Failed to fetch');
    return fetch(request);
  },
};

const attempted = async (world: World): Promise<number> => {
  const seen = await requests(world, 'PUT', lines);
  return seen + await requests(world, 'DELETE', put);
};

const settled = (shop: Shop): Promise<true> =>
  until(() => shop.cart.state.status === 'ready' && shop.cart.state.pending === 0, 'nothing pending');

/** A shop that shows two keys, whose network has just gone. */
const offlineShop = async (): Promise<{world: World; shop: Shop}> => {
  const {world, shop} = await shopInWorld(withNetwork);
  shop.cart.addEventListener('change', () => {});
  await shop.catalog.products();
  await shop.cart.add({productId: 'ember-key', quantity: 2});
  await world.clearLog();
  network(false);
  return {world, shop};
};

describe('without a network', function () {
  this.timeout(20_000);

  beforeEach(() => {
    online = true;
    Object.defineProperty(navigator, 'onLine', {configurable: true, get: () => online});
  });
  afterEach(() => {
    network(true);
    Reflect.deleteProperty(navigator, 'onLine');
  });

  it('what is pressed shows at once, is said to wait, and is no failure', async () => {
    const {world, shop} = await offlineShop();
    expect(shop.cart.state.offline).to.equal(false);
    void shop.cart.add({productId: 'frost-key'});
    void shop.cart.setQuantity(shop.cart.state.cart!.lines[0]!.key, 5);
    await until(() => shop.cart.state.pending === 2);
    await nextFrame();
    expect(shown(shop)).to.deep.equal(['ember-key*5', 'frost-key*1']);
    expect(shop.cart.state).to.deep.include({status: 'ready', offline: true, error: null, notices: []});
    expect(await attempted(world)).to.equal(0);
  });

  it('what is pressed goes out in its order as soon as the network is back, each once', async () => {
    const {world, shop} = await offlineShop();
    const key = shop.cart.state.cart!.lines[0]!.key;
    const done = Promise.all([
      shop.cart.add({productId: 'frost-key'}), shop.cart.setQuantity(key, 7), shop.cart.add({productId: 'frost-key'}),
      shop.cart.add({productId: 'ember-coins'}),
    ]);
    await until(() => shop.cart.state.pending === 3);
    network(true);
    await done;
    expect(await held(world)).to.deep.equal(['ember-key*7', 'frost-key*2', 'ember-coins*1']);
    expect(await attempted(world)).to.equal(3);
    expect(shop.cart.state).to.deep.include({offline: false, pending: 0, notices: []});
  });

  it('the cart says that it is back when there is nothing to wait for any more', async () => {
    const {shop} = await offlineShop();
    const seen: boolean[] = [];
    shop.cart.addEventListener('change', () => seen.push(shop.cart.state.offline));
    const added = shop.cart.add({productId: 'frost-key'});
    await until(() => seen.at(-1) === true);
    network(true);
    await added;
    expect(seen.at(-1)).to.equal(false);
  });

  it('an empty cart is emptied later, and what was put in after that stays', async () => {
    const {world, shop} = await offlineShop();
    const done = Promise.all([shop.cart.clear(), shop.cart.add({productId: 'frost-key', quantity: 3})]);
    await until(() => shown(shop).join() === 'frost-key*3');
    network(true);
    await done;
    expect(await held(world)).to.deep.equal(['frost-key*3']);
  });

  it('what is pressed survives the page, and goes out from the next one', async () => {
    const {world, shop} = await offlineShop();
    void shop.cart.add({productId: 'frost-key', quantity: 2}).catch(() => {});
    await until(() => shop.cart.state.pending === 1);
    await closeShop(shop);
    network(true);
    const next = await openShop(world, withNetwork);
    next.cart.addEventListener('change', () => {});
    await settled(next);
    await until(async () => (await held(world)).length === 2);
    expect(await held(world)).to.deep.equal(['ember-key*2', 'frost-key*2']);
    await until(() => shown(next).length === 2);
    expect(await attempted(world)).to.equal(1);
  });

  it('a page that opens shows what waits as soon as the network lets it, not an error', async () => {
    const {world, shop} = await offlineShop();
    void shop.cart.add({productId: 'frost-key'}).catch(() => {});
    await until(() => shop.cart.state.pending === 1);
    await closeShop(shop);
    const next = await openShop(world, withNetwork);
    next.cart.addEventListener('change', () => {});
    await until(() => next.cart.state.status === 'loading');
    await nextFrame();
    expect(next.cart.state.error).to.equal(null);
    network(true);
    await until(async () => (await held(world)).join() === 'ember-key*2,frost-key*1');
    await settled(next);
    expect(next.cart.state.notices).to.deep.equal([]);
  });

  it('what is pressed is not kept where the page forbids it, and is not lost in the page', async () => {
    const {world, shop} = await shopInWorld({...withNetwork, persist: 'none'});
    await Promise.all([shop.cart.refresh(), shop.catalog.product('frost-key')]);
    network(false);
    const added = shop.cart.add({productId: 'frost-key'});
    await until(() => shop.cart.state.pending === 1);
    expect(Object.keys(localStorage).filter(key => key.includes('changes'))).to.deep.equal([]);
    network(true);
    await added;
    expect(await held(world)).to.deep.equal(['frost-key*1']);
  });

  it('a browser that says it is online but is not is met with patience, then with a notice', async () => {
    let isDead = false;
    const {world, shop} = await shopInWorld({
      fetch: async request => {
        if (isDead) throw new TypeError('Failed to fetch');
        return fetch(request);
      },
    });
    await Promise.all([shop.cart.refresh(), shop.catalog.product('frost-key')]);
    isDead = true;
    const error: unknown = await shop.cart.add({productId: 'frost-key'}).catch((reason: unknown) => reason);
    expect(error).to.include({name: 'PaynowError', kind: 'network'});
    expect(shop.cart.state.offline).to.equal(false);
    isDead = false;
    await shop.cart.retry(shop.cart.state.notices[0]!.id);
    expect(await held(world)).to.deep.equal(['frost-key*1']);
  });

  it('storage that is full or forbidden loses nothing as long as the page is there', async () => {
    const {world, shop} = await offlineShop();
    const setItem = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem')!;
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
    try {
      const added = shop.cart.add({productId: 'frost-key'});
      await until(() => shop.cart.state.pending === 1);
      network(true);
      await added;
      expect(await held(world)).to.deep.equal(['ember-key*2', 'frost-key*1']);
    } finally {
      Object.defineProperty(Storage.prototype, 'setItem', setItem);
    }
  });

  for (const junk of ['{', 'null', '"x"', '7', '[1,null,{}]', '[{"id":"a"}]', JSON.stringify([{
    id: 'a', kind: 'add', target: {productId: 7}, identity: 'x', quantity: 1, state: 'waiting', base: 0, sentAt: 0,
  }])]) {
    it(`what no version can have stored, as ${junk.slice(0, 14)}, is passed over`, async () => {
      const {world} = await shopInWorld();
      localStorage.setItem(`paynow.${world.storeId}.changes.gone`, junk);
      const shop = await openShop(world);
      shop.cart.addEventListener('change', () => {});
      await settled(shop);
      await shop.cart.add({productId: 'frost-key'});
      expect(await held(world)).to.deep.equal(['frost-key*1']);
      expect(shop.cart.state.notices).to.deep.equal([]);
    });
  }
});
