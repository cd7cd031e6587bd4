import {expect} from '@open-wc/testing';
import type {WirePricing} from '../../src/sandbox/index.js';
import {expectProblem, id, rustborn, Shop, type Wish} from './support.js';

const day = 86_400_000;
/** The whole pricing, with the sale that the client has no use for. */
const pricingOf = async (shop: Shop, slug: string, wish?: Wish, query = ''): Promise<WirePricing> =>
  (await shop.get<{pricing: WirePricing}>(`/v1/store/products/${slug}${query}`, wish)).json.pricing;

const start = Date.parse('2026-06-01T00:00:00Z');

describe('sales', () => {
  it('take a share off while they run, and nothing before and after', async () => {
    let now = start;
    const shop = new Shop({now: () => now});
    const pricing = await pricingOf(shop, 'frost-key');
    expect(pricing).to.deep.include({price_original: 249, price_final: 187, sale_value: 62});
    expect(pricing.active_sale).to.include({discount_type: 'percent', discount_amount: 250,
      begins_at: '2026-05-30T00:00:00.000Z', ends_at: '2026-06-04T00:00:00.000Z'});
    now = start + 3 * day - 1;
    expect((await shop.product('frost-key')).pricing?.price_final).to.equal(187);
    now = start + 3 * day;
    const over = (await shop.product('frost-key')).pricing;
    expect(over).to.deep.equal({price_original: 249, price_final: 249});
    now = start - 2 * day - 1;
    expect((await shop.product('frost-key')).pricing?.price_final).to.equal(249);
  });

  it('take an amount off, exchanged like the price', async () => {
    const shop = new Shop();
    expect((await shop.product('phoenix-wings')).pricing).to.include({price_original: 1199, price_final: 999});
    const yen = await pricingOf(shop, 'phoenix-wings', {}, '?currency=jpy');
    expect(yen).to.include({price_original: 1918, price_final: 1598, sale_value: 320});
    expect(yen.active_sale?.discount_amount).to.equal(320);
  });

  it('never take more off than there is', async () => {
    const shop = new Shop();
    await shop.control('POST', 'products', {slug: 'vip', sale: {id: '1', name: 'All', type: 'amount', amount: 9999}});
    expect((await shop.product('vip')).pricing).to.include({price_final: 0, sale_value: 499});
  });

  it('hold in the cart too, and end there as well', async () => {
    let now = start;
    const shop = new Shop({now: () => now});
    await shop.add({product_id: id.frostKey, quantity: 3});
    expect((await shop.cart()).total).to.equal(561);
    now += 4 * day;
    expect((await shop.cart()).total).to.equal(747);
  });
});

describe('taxes', () => {
  const expected = [
    ['DE', 'MwSt.', 19], ['CZ', 'DPH', 21], ['FR', 'TVA', 20], ['GB', 'VAT', 20], ['FI', 'ALV', 25.5],
  ] as const;
  for (const [country, abbreviation, percentage] of expected) {
    it(`are named for ${country}, inside the price`, async () => {
      const {pricing} = await new Shop().product('vip', {country});
      expect(pricing?.vat_rate).to.include({vat_abbreviation: abbreviation, percentage});
      expect(pricing?.price_final).to.equal(499);
    });
  }

  it('are not named where there are none, or where the country is not known', async () => {
    const shop = new Shop();
    for (const wish of [{}, {country: 'US'}, {country: 'ZZ'}]) {
      expect((await shop.product('vip', wish)).pricing).to.deep.equal({price_original: 499, price_final: 499});
    }
  });

  it('are named on the lines of a cart', async () => {
    const shop = new Shop();
    await shop.add({product_id: id.vip});
    expect((await shop.cart({country: 'CZ'})).lines[0]?.pricing.vat_rate).to.include({percentage: 21});
  });
});

describe('currencies', () => {
  const expected = [['eur', 499], ['usd', 539], ['gbp', 424], ['czk', 12_475], ['jpy', 798], ['kwd', 1647]] as const;
  for (const [currency, amount] of expected) {
    it(`give prices in minor units of ${currency}`, async () => {
      const shop = new Shop();
      const product = await shop.product('vip', {}, `?currency=${currency}`);
      expect(product).to.include({currency, price: amount});
      expect(product.pricing).to.include({price_original: amount, price_final: amount});
      await shop.add({product_id: id.vip, quantity: 2});
      const cart = await shop.cart({}, `?currency=${currency}`);
      expect(cart).to.include({currency, total: amount * 2});
    });
  }

  it('are the store’s own where none is asked for', async () => {
    const shop = new Shop();
    expect((await shop.product('vip')).currency).to.equal('eur');
    expect((await shop.product('rust-vip', {store: rustborn, token: null})).currency).to.equal('usd');
    expect((await shop.product('rust-vip', {store: rustborn, token: null}, '?currency=eur')).price).to.equal(1203);
    expect((await shop.cart()).currency).to.equal('eur');
  });

  it('that are unknown or not in lower case are refused everywhere', async () => {
    const shop = new Shop();
    for (const currency of ['xxx', 'EUR', 'euro', '', 'constructor']) {
      for (const path of ['/v1/store/products', '/v1/store/products/vip', '/v1/store/cart']) {
        expectProblem(await shop.get(`${path}?currency=${currency}`), 400, 'validation-error', 'currency');
      }
    }
  });

  it('also change the surcharges of options', async () => {
    const shop = new Shop();
    const {custom_variables: [colour]} = await shop.product('name-colour', {}, '?currency=kwd');
    expect(colour?.options.find(({value}) => value === 'rainbow')?.price).to.equal(660);
    await shop.add({product_id: id.nameColour, 'custom_variables[colour]': 'rainbow'});
    expect((await shop.cart({}, '?currency=kwd')).lines[0]?.price).to.equal(987 + 660);
  });
});

describe('regional prices', () => {
  it('count for the countries of the region only', async () => {
    const shop = new Shop();
    const brazil = (await shop.product('mystery-box', {country: 'BR'})).pricing;
    expect(brazil).to.deep.include({price_original: 184, price_final: 184,
      regional_pricing: {region_id: 'latam', currency: 'usd', tax_inclusive: true, base_price: 199}});
    const germany = (await shop.product('mystery-box', {country: 'DE'})).pricing;
    expect(germany?.price_final).to.equal(399);
    expect(germany).to.not.have.property('regional_pricing');
  });

  it('are exact in their own currency', async () => {
    const shop = new Shop();
    const {pricing} = await shop.product('mystery-box', {country: 'GB'}, '?currency=gbp');
    expect(pricing?.price_final).to.equal(349);
    await shop.add({product_id: id.mysteryBox, quantity: 2});
    expect((await shop.cart({country: 'GB'}, '?currency=gbp')).total).to.equal(698);
  });
});
