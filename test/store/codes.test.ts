import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {addCode, forgetCodes, listCodes, removeCode, tidyCodes, watchCodes} from '../../src/store/codes.js';
import type {Config} from '../../src/store/config.js';
import {Shop} from '../../src/store/shop.js';
import type {Seen, World} from '../support/sandbox.js';
import {openShop, shopInWorld} from './shops.js';

let last = 500;
const shopWith = (config: Config = {}, id = String(++last)): Shop => {
  const shop = new Shop(id, () => ({}));
  shop.configure(config);
  return shop;
};
const bodies = async (world: World, path: string): Promise<{promo_codes?: string[]}[]> =>
  (await world.log()).filter(seen => seen.path === path)
    .map(seen => JSON.parse((seen as Seen & {body: string}).body) as {promo_codes?: string[]});

describe('promo codes of a cart', function () {
  this.timeout(20_000);

  for (const persist of ['local', 'session', 'none'] as const) {
    it(`are kept for their store, in order, until they are removed or paid (${persist})`, () => {
      const [shop, other] = [shopWith({persist}), shopWith({persist})];
      expect(addCode(shop, ' EMBER10 ')).to.equal(undefined);
      expect(addCode(shop, 'GIFT-25')).to.equal(undefined);
      expect(addCode(shop, 'ember10')).to.equal('known');
      expect(listCodes(shop)).to.deep.equal(['EMBER10', 'GIFT-25']);
      expect(listCodes(other)).to.deep.equal([]);
      // The same store, set up by another copy of the script or on the next page.
      expect(listCodes(shopWith({persist}, shop.id))).to.deep.equal(['EMBER10', 'GIFT-25']);
      removeCode(shop, 'Ember10');
      expect(listCodes(shop)).to.deep.equal(['GIFT-25']);
      forgetCodes(shop);
      expect(listCodes(shop)).to.deep.equal([]);
      expect([localStorage.length, sessionStorage.length]).to.deep.equal([0, 0]);
    });
  }

  it('leave nothing on the device where the shop does not want that', () => {
    addCode(shopWith({persist: 'none'}), 'EMBER10');
    expect([localStorage.length, sessionStorage.length]).to.deep.equal([0, 0]);
  });

  it('are taken only when they can be codes, and are bounded', () => {
    const shop = shopWith();
    for (const wrong of ['', '  ', 'A'.repeat(65), 'A\nB', 'A\u0000', 'A\u2028B', 'A\u202EB']) {
      expect(addCode(shop, wrong), JSON.stringify(wrong)).to.equal('invalid');
    }
    for (let index = 0; index < 10; index++) expect(addCode(shop, `CODE ${index}`)).to.equal(undefined);
    expect(addCode(shop, 'ONE-MORE')).to.equal('full');
    expect(listCodes(shop)).to.have.length(10);
  });

  it('survive whatever somebody else has written in their place', () => {
    const shop = shopWith();
    const key = `paynow.${shop.id}.codes`;
    for (const text of ['{', '7', 'null', '{"a":1}', '[null,{},["A"],7]', '["",   "  "]']) {
      localStorage.setItem(key, text);
      expect(listCodes(shop), text).to.deep.equal([]);
    }
    fc.assert(fc.property(fc.array(fc.oneof(fc.string(), fc.jsonValue())), list => {
      localStorage.setItem(key, JSON.stringify(list));
      const found = listCodes(shop);
      expect(found.length).to.be.at.most(10);
      expect(tidyCodes(found)).to.deep.equal(found);
    }));
  });

  it('are heard of when they change, here and in another tab, until nobody listens', () => {
    const shop = shopWith();
    let heard = 0;
    const stop = watchCodes(shop, () => heard++);
    addCode(shop, 'A');
    expect(heard).to.equal(1);
    for (const key of [`paynow.${shop.id}.codes`, null, 'paynow.1.codes']) {
      dispatchEvent(new StorageEvent('storage', {key}));
    }
    expect(heard).to.equal(3);
    stop();
    removeCode(shop, 'A');
    dispatchEvent(new StorageEvent('storage', {key: null}));
    expect(heard).to.equal(3);
  });

  it('go along with those of the shop and of the press, each once, for the cart and past it', async () => {
    const {world, shop} = await shopInWorld({promoCodes: 'ember10, ,'});
    addCode(shop, 'GIFT-25');
    addCode(shop, 'EMBER10');
    await shop.cart.add({productId: 'vip'});
    await shop.cart.checkout();
    await shop.cart.buy([{productId: 'vip'}], {promoCodes: ['gift-25']});
    expect((await bodies(world, '/v1/store/cart/checkout'))[0]?.promo_codes).to.deep.equal(['ember10', 'GIFT-25']);
    expect((await bodies(world, '/v1/checkouts'))[0]?.promo_codes).to.deep.equal(['gift-25', 'EMBER10']);
  });

  it('are those of the tab in which they were entered last', async () => {
    const {world, shop} = await shopInWorld();
    const tab = await openShop(world);
    addCode(shop, 'EMBER10');
    removeCode(tab, 'EMBER10');
    addCode(tab, 'GIFT-25');
    await shop.cart.add({productId: 'vip'});
    await shop.cart.checkout();
    expect((await bodies(world, '/v1/store/cart/checkout'))[0]?.promo_codes).to.deep.equal(['GIFT-25']);
  });
});
