import {expect} from '@open-wc/testing';
import type {Config} from '../../src/store/config.js';
import {keepWarm} from '../../src/store/keep-warm.js';
import type {Shop} from '../../src/store/shop.js';
import {sandboxWorld} from '../support/sandbox.js';
import type {World} from '../support/sandbox.js';
import {until} from '../support/dom.js';
import {closeShop, openShop, rejection, requests, shown, statusOf} from './shops.js';

type Kind = 'cart' | 'catalog';
const keyOf = ({storeId}: World, kind: Kind): string => `paynow.${storeId}.warm.${kind}`;
// Of this world: all worlds have the same store.
const kept = (world: World, kind: Kind): string | null => {
  const text = localStorage.getItem(keyOf(world, kind));
  return text?.includes(JSON.stringify(world.apiUrl).slice(1, -1)) ? text : null;
};
const isKept = (world: World, kind: Kind) => until(() => kept(world, kind), `${kind} to be kept`);

/** A page on which answers of the API are held back until they are let through. */
const heldPage = async (world: World, config: Config = {}): Promise<{shop: Shop; go: () => void}> => {
  let go!: () => void;
  const opened = new Promise<void>(resolve => { go = resolve; });
  const shop = await openShop(world, {...config, fetch: async request => {
    await opened;
    return fetch(request);
  }});
  return {shop, go};
};

const look = (shop: Shop): void => shop.cart.addEventListener('change', () => {});

/** A visit in which somebody puts a product into the cart, and leaves. */
const shopping = async (world: World, config: Config): Promise<void> => {
  const shop = await openShop(world, config);
  look(shop);
  await shop.cart.add({productId: 'ember-key', quantity: 2});
  await shop.catalog.products();
  await until(() => kept(world, 'catalog')?.includes('"slug":"vip"'), 'the catalogue to be kept');
  await until(() => kept(world, 'cart')?.includes('"quantity":2'), 'the cart to be kept');
  await closeShop(shop);
};

const peek = (shop: Shop, slug: string): string => {
  const entry = shop.catalog.peek(slug);
  return `${entry?.status} ${entry?.product?.slug}`;
};

/** Waits until a page has looked at what is kept, which shows in nothing when it is of no use. */
const recalled = async (shop: Shop): Promise<void> => {
  await keepWarm(shop);
};

describe('what was there on the last page', function () {
  this.timeout(20_000);
  let world: World;
  let customerToken: string;

  beforeEach(async () => {
    world = await sandboxWorld();
    customerToken = await world.token();
  });

  it('is shown at once and marked as loading, until it has been read', async () => {
    await shopping(world, {customerToken});
    await world.clearLog();
    const {shop, go} = await heldPage(world, {customerToken});
    look(shop);
    await until(() => shown(shop).join() === 'ember-key*2');
    expect(shop.cart.state.status).to.equal('loading');
    expect(peek(shop, 'vip')).to.equal('loading vip');
    const product = shop.catalog.product('vip');
    go();
    await until(() => shop.cart.state.status === 'ready');
    expect((await product).slug).to.equal('vip');
    expect(peek(shop, 'vip')).to.equal('ready vip');
    expect(await requests(world, 'GET', '/v1/store/cart')).to.equal(1);
  });

  it('is corrected by what the shop says', async () => {
    await shopping(world, {customerToken});
    const other = await openShop(world, {customerToken, persist: 'none'});
    await other.cart.refresh();
    await other.cart.clear();
    await closeShop(other);
    const {shop, go} = await heldPage(world, {customerToken});
    look(shop);
    await until(() => shown(shop).length === 1);
    go();
    await until(() => shown(shop).length === 0);
    expect(statusOf(shop)).to.equal('signed-in, ready');
  });

  it('is never paid for: a checkout reads first, and stops when the cart is another one', async () => {
    await shopping(world, {customerToken});
    const other = await openShop(world, {customerToken, persist: 'none'});
    await other.cart.add({productId: 'ember-key'});
    await closeShop(other);
    const {shop, go} = await heldPage(world, {customerToken});
    look(shop);
    await until(() => shown(shop).length === 1);
    const checkout = rejection(shop.cart.checkout());
    go();
    expect(await checkout).to.include({code: 'cart-changed'});
    expect(await requests(world, 'POST', '/v1/store/cart/checkout')).to.equal(0);
    expect((await shop.cart.checkout()).url).to.match(/^http/);
  });

  for (const isChanged of [true, false]) {
    it(`is ${isChanged ? 'not ' : ''}paid for with what was added since, when it is ${
      isChanged ? 'not ' : ''}what the shop has`, async () => {
      await shopping(world, {customerToken});
      if (isChanged) {
        const other = await openShop(world, {customerToken, persist: 'none'});
        await other.cart.add({productId: 'frost-key'});
        await closeShop(other);
      }
      const {shop, go} = await heldPage(world, {customerToken});
      look(shop);
      await until(() => shown(shop).length === 1);
      const added = shop.cart.add({productId: 'vip'});
      await until(() => shown(shop).join() === 'ember-key*2,vip*1');
      const checkout = shop.cart.checkout().then(() => 'paid', ({code}: {code: string}) => code);
      go();
      expect(await checkout).to.equal(isChanged ? 'cart-changed' : 'paid');
      await added;
      expect(shown(shop).length).to.equal(isChanged ? 3 : 2);
    });
  }

  it('is nobody else\'s: another customer on the same device sees nothing of it', async () => {
    await shopping(world, {customerToken});
    const {customers} = await world.state();
    const second = await world.token({customer: customers[1]!.id});
    const {shop, go} = await heldPage(world, {customerToken: second});
    const seen: number[] = [];
    shop.cart.addEventListener('change', () => seen.push(shown(shop).length));
    await recalled(shop);
    expect([kept(world, 'cart'), kept(world, 'catalog'), shop.catalog.entries.size]).to.deep.equal([null, null, 0]);
    go();
    await until(() => shop.cart.state.status === 'ready');
    expect(seen.filter(lines => lines > 0)).to.deep.equal([]);
  });

  it('goes when the customer signs out, and holds no token', async () => {
    const shop = await openShop(world, {customerToken});
    look(shop);
    await shop.cart.add({productId: 'ember-key'});
    await shop.catalog.products();
    await isKept(world, 'catalog');
    await isKept(world, 'cart');
    expect(JSON.stringify({...localStorage})).not.to.include(customerToken);
    await shop.session.signOut();
    await until(() => !kept(world, 'cart') && !kept(world, 'catalog'));
  });

  it('serves guests with the catalogue', async () => {
    const first = await openShop(world, {customerToken: undefined});
    await keepWarm(first);
    await first.catalog.products();
    await isKept(world, 'catalog');
    await closeShop(first);
    const {shop} = await heldPage(world, {customerToken: undefined});
    await recalled(shop);
    expect(peek(shop, 'vip')).to.equal('loading vip');
    expect(kept(world, 'cart')).to.equal(null);
  });

  it('is not shown in another currency, of another version, too old, spoilt, or in a sale that is over', async () => {
    const guest = {customerToken: undefined};
    const first = await openShop(world, guest);
    await keepWarm(first);
    await first.catalog.products();
    await isKept(world, 'catalog');
    const good = kept(world, 'catalog')!;
    await closeShop(first);
    const record = JSON.parse(good) as {at: number; version: number; content: {pricing: object; slug: string}[]};
    const sale = {name: 'Summer', ends_at: new Date(Date.now() - 1000).toISOString()};
    const over = record.content.map(product => ({...product, pricing: {...product.pricing, active_sale: sale}}));
    const trials: [string, Config][] = [
      [good, {currency: 'USD', country: 'SE'}],
      [JSON.stringify({...record, version: 0}), {}],
      [JSON.stringify({...record, at: Date.now() - 25 * 3600_000}), {}],
      [JSON.stringify({...record, at: Date.now() + 3600_000}), {}],
      [JSON.stringify({...record, content: over}), {}],
      [JSON.stringify({...record, content: [{id: 7}]}), {}],
      [JSON.stringify({...record, content: null}), {}],
      [good.slice(0, -20), {}],
      ['null', {}],
    ];
    for (const [text, config] of trials) {
      localStorage.setItem(keyOf(world, 'catalog'), text);
      const {shop} = await heldPage(world, {...guest, ...config});
      await recalled(shop);
      expect(shop.catalog.peek('vip'), text.slice(0, 60)).to.equal(undefined);
      await closeShop(shop);
    }
    const {shop, go} = await heldPage(world, guest);
    go();
    expect((await shop.catalog.product('vip')).slug).to.equal('vip');
  });

  it('is kept nowhere when the page does not want it, and a full storage harms nothing', async () => {
    const none = await openShop(world, {customerToken, persist: 'none'});
    await none.cart.add({productId: 'ember-key'});
    await none.catalog.products();
    await keepWarm(none);
    const {setItem} = Storage.prototype;
    let tries = 0;
    Storage.prototype.setItem = () => {
      tries++;
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      const full = await openShop(world, {customerToken});
      look(full);
      await keepWarm(full);
      await full.catalog.products();
      await until(() => tries > 1);
      await until(() => full.cart.state.status === 'ready');
      expect(shown(full)).to.deep.equal(['ember-key*1']);
    } finally {
      Storage.prototype.setItem = setItem;
    }
    expect(Object.keys(localStorage).filter(key => key.includes('.warm.'))).to.deep.equal([]);
  });
});
