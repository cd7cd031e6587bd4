import {expect} from '@open-wc/testing';
import {keepWarm} from '../../src/store/keep-warm.js';
import {until} from '../support/dom.js';
import {sandboxWorld} from '../support/sandbox.js';
import type {World} from '../support/sandbox.js';
import {closeShop, openShop, shown} from './shops.js';

const {digest} = SubtleCrypto.prototype;
const {setItem} = Storage.prototype;

/** Calls with whatever is about to be made a fingerprint of. */
const watchFingerprints = (heard: (text: string) => void): void => {
  SubtleCrypto.prototype.digest = function (name, data) {
    heard(new TextDecoder().decode(data));
    return digest.call(this, name, data);
  };
};

describe('what was there on the last page, when somebody else comes', function () {
  this.timeout(30_000);
  let world: World;
  let customerToken: string;
  let second: string;

  beforeEach(async () => {
    world = await sandboxWorld();
    customerToken = await world.token();
    second = await world.token({customer: (await world.state()).customers[1]!.id});
  });
  afterEach(() => {
    SubtleCrypto.prototype.digest = digest;
    Storage.prototype.setItem = setItem;
  });

  it('is not kept for them while what is theirs is on the way', async () => {
    const key = `paynow.${world.storeId}.warm.catalog`;
    const written: string[] = [];
    Storage.prototype.setItem = function (name: string, value: string) {
      if (name === key) written.push(value);
      setItem.call(this, name, value);
    };
    let keeps = (): void => {};
    const isKeeping = new Promise<void>(resolve => { keeps = resolve; });
    const shop = await openShop(world, {customerToken, fetch: async request => {
      const answer = await fetch(request);
      if (!request.headers.get('authorization')?.includes(second) || !answer.url.includes('/products')) return answer;
      await isKeeping;
      return new Response((await answer.text()).replaceAll('"name":"VIP"', '"name":"Theirs"'), answer);
    }});
    await keepWarm(shop);
    await shop.catalog.products();
    // Before that is kept, somebody else comes.
    watchFingerprints(text => text.includes(second) && keeps());
    shop.session.useToken(second);
    await until(() => written.some(text => text.includes('"Theirs"')), 'their catalogue to be kept');
    const {who} = JSON.parse(written.at(-1)!) as {who: string};
    expect(written.filter(text => text.includes(who) && !text.includes('"Theirs"'))).to.deep.equal([]);
  });

  it('is not shown to them, even if they come while it is found out who it is', async () => {
    const before = await openShop(world, {customerToken});
    await keepWarm(before);
    before.cart.addEventListener('change', () => {});
    await before.cart.add({productId: 'ember-key', quantity: 2});
    const key = `paynow.${world.storeId}.warm.cart`;
    await until(() => localStorage.getItem(key)?.includes('"quantity":2'), 'the cart to be kept');
    await closeShop(before);
    let go = (): void => {};
    const opened = new Promise<void>(resolve => { go = resolve; });
    const shop = await openShop(world, {customerToken, fetch: async request => {
      await opened;
      return fetch(request);
    }});
    const seen: number[] = [];
    shop.cart.addEventListener('change', () => seen.push(shown(shop).length));
    watchFingerprints(text => text.includes(customerToken) && shop.session.useToken(second));
    await keepWarm(shop);
    go();
    await until(() => shop.cart.state.status === 'ready');
    expect(Math.max(...seen)).to.equal(0);
  });
});
