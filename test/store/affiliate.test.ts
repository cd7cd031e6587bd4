import {expect} from '@open-wc/testing';
import {affiliateOf, rememberAffiliate} from '../../src/store/affiliate.js';
import {affiliateParameter} from '../../src/store/affiliate-parameter.js';
import type {Config} from '../../src/store/config.js';
import type {CheckoutOptions} from '../../src/store/events.js';
import {Shop} from '../../src/store/shop.js';
import type {Seen} from '../support/sandbox.js';
import {shopInWorld} from './shops.js';

let last = 900;
const shopWith = (config: Config = {}, id = String(++last)): Shop => {
  const shop = new Shop(id, () => ({}));
  shop.configure(config);
  return shop;
};

/** Runs as if that many days had gone by. */
const later = <T>(days: number, run: () => T): T => {
  const {now} = Date;
  const then = now() + days * 86_400_000;
  Date.now = () => then;
  try {
    return run();
  } finally {
    Date.now = now;
  }
};

describe('the partner of a shop', function () {
  this.timeout(20_000);

  for (const persist of ['local', 'session', 'none'] as const) {
    it(`is remembered for that store, and the last one wins (${persist})`, () => {
      const [shop, other] = [shopWith({persist}), shopWith({persist})];
      rememberAffiliate(shop, ' ash ');
      rememberAffiliate(shop, 'LUMEN');
      expect([affiliateOf(shop), affiliateOf(other)]).to.deep.equal(['LUMEN', undefined]);
      // The same store, set up by another copy of the script or on the next page.
      expect(affiliateOf(shopWith({persist}, shop.id))).to.equal('LUMEN');
      if (persist === 'none') expect([localStorage.length, sessionStorage.length]).to.deep.equal([0, 0]);
    });
  }

  it('is forgotten after thirty days, or after as many as the shop says', () => {
    const [usual, short] = [shopWith(), shopWith({affiliateDays: '2'})];
    for (const shop of [usual, short]) rememberAffiliate(shop, 'ASH');
    expect(later(29, () => affiliateOf(usual))).to.equal('ASH');
    expect(later(31, () => affiliateOf(usual))).to.equal(undefined);
    expect(later(1, () => affiliateOf(short))).to.equal('ASH');
    expect(later(3, () => affiliateOf(short))).to.equal(undefined);
  });

  it('comes from ?ref=, from another parameter, or from none', () => {
    expect(affiliateParameter(shopWith())).to.equal('ref');
    expect(affiliateParameter(shopWith({affiliateParameter: 'partner'}))).to.equal('partner');
    expect(affiliateParameter(shopWith({affiliateParameter: ''}))).to.equal('');
  });

  it('is none that no partner can be called, whoever has written it', () => {
    const shop = shopWith();
    for (const wrong of ['', '   ', 'A'.repeat(65), 'A\nB', 'A\u202EB']) rememberAffiliate(shop, wrong);
    expect(affiliateOf(shop)).to.equal(undefined);
    for (const text of ['{', '7', 'null', '{"code":7,"until":9e15}', '{"code":"ASH"}', '{"code":"ASH","until":"x"}']) {
      localStorage.setItem(`paynow.${shop.id}.affiliate`, text);
      expect(affiliateOf(shop), text).to.equal(undefined);
    }
  });

  it('goes along with the checkout of the cart, unless the page names one itself', async () => {
    const sentWith = async (options: CheckoutOptions): Promise<string | undefined> => {
      const {shop, world} = await shopInWorld();
      await shop.cart.add({productId: 'vip'});
      rememberAffiliate(shop, 'ASH');
      await shop.cart.checkout(options);
      const {body} = (await world.log()).find(({path}) => path === '/v1/store/cart/checkout') as Seen & {body: string};
      return (JSON.parse(body) as {affiliate_code?: string}).affiliate_code;
    };
    expect(await sentWith({})).to.equal('ASH');
    expect(await sentWith({affiliateCode: 'HOUSE'})).to.equal('HOUSE');
  });
});
