import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {safeParse} from 'zod/mini';
import '../../src/elements/price.js';
import '../../src/elements/product.js';
import '../../src/elements/products.js';
import '../../src/elements/stock.js';
import {Product} from '../../src/api/schemas/product.js';
import {mount, settled, until} from '../support/dom.js';
import {fail, product, publish, rank, trial} from './catalog.js';
import {stubShop} from './support.js';

const text = fc.oneof(fc.string(), fc.string({unit: 'binary', maxLength: 30}),
  fc.constantFrom('', '<b>x</b>', '<script>1</script>', '{{x}}', '${x}', '__proto__', 'constructor', '\u202eabc'));
const integer = fc.oneof(fc.maxSafeInteger(), fc.integer({min: -5, max: 2000}));
const scale = fc.oneof(fc.constantFrom('day', 'week', 'month', 'year', 'invalid', 'toString'), text);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, {nil: null});

const anyProduct: fc.Arbitrary<Product> = fc.record({
  id: text, slug: text, name: text, description: text, label: maybe(text), image_url: maybe(text), hidden: fc.boolean(),
  sort_order: integer, price: integer, currency: fc.oneof(fc.constantFrom('eur', 'jpy', 'kwd', 'USD'), text),
  pricing: maybe(fc.record({
    price_original: integer, price_final: integer,
    vat_rate: maybe(fc.record({vat_abbreviation: text, percentage: fc.double({noNaN: true, noDefaultInfinity: true})})),
    active_sale: maybe(fc.record({
      name: text, ends_at: maybe(fc.oneof(text, fc.date({noInvalidDate: true}).map(date => date.toISOString()))),
    })),
  })),
  stock: maybe(fc.record({available_to_purchase: fc.boolean(), customer_available: maybe(integer)})),
  trial: fc.record({enabled: fc.boolean(), eligible: fc.boolean(), period_value: integer, period_scale: scale}),
  allow_one_time_purchase: fc.boolean(), allow_subscription: fc.boolean(), subscription_interval_value: integer,
  subscription_interval_scale: scale, is_gifting_disabled: fc.boolean(), is_coupons_disabled: fc.boolean(),
  is_gift_cards_disabled: fc.boolean(), single_game_server_only: fc.boolean(),
  gameservers: fc.array(fc.record({id: text, name: text, enabled: fc.boolean()}), {maxLength: 3}),
  custom_variables: fc.constant([]), tags: fc.array(fc.record({id: text, slug: text, name: text}), {maxLength: 2}),
  metadata: maybe(fc.dictionary(fc.string(), text)),
});

const shape = (node: ParentNode): string[] => [...node.querySelectorAll('*')].map(({localName}) => localName);

describe('any product that the shop may send', () => {
  it('is shown without an error, in every layout, and its words as words', async () => {
    const faults: unknown[] = [];
    const note = (event: ErrorEvent | PromiseRejectionEvent): void => void faults.push(event);
    addEventListener('error', note);
    addEventListener('unhandledrejection', note);
    const stub = stubShop({}, {lang: 'en'});
    const host = await mount(`<div>${['card', 'row', 'detail'].map(layout => `<paynow-product store-id="${stub.id}"
        product-id="any" layout="${layout}" product-url="/{slug}/{id}"></paynow-product>`).join('')}
      <paynow-price store-id="${stub.id}" product-id="any" interval tax-note></paynow-price>
      <paynow-stock store-id="${stub.id}" product-id="any"></paynow-stock></div>`);
    await fc.assert(fc.asyncProperty(anyProduct, async wish => {
      expect(safeParse(Product, wish).success).to.equal(true);
      stub.shop.catalog.publish(new Map([['any', {status: 'ready', product: wish}]]));
      await settled(host);
      for (const element of host.querySelectorAll('paynow-product')) {
        const name = element.shadowRoot!.querySelector('[part=name]')!;
        expect(name.textContent).to.equal(wish.name);
        expect(shape(name).filter(tag => tag !== 'a')).to.deep.equal(['bdi']);
        expect(element.shadowRoot!.querySelector('[part=label]')?.textContent ?? '').to.equal(wish.label ?? '');
      }
      for (const element of host.querySelectorAll('paynow-price')) {
        expect(element.shadowRoot!.querySelector('[part=final]')!.textContent).to.match(/\d/);
      }
      const unsafe = '[href^="javascript:" i], script, iframe, [style]';
      expect([...host.children].some(({shadowRoot}) => shadowRoot!.querySelector(unsafe))).to.equal(false);
    }), {numRuns: 60});
    removeEventListener('error', note);
    removeEventListener('unhandledrejection', note);
    expect(faults).to.deep.equal([]);
  });
});

describe('axe finds nothing', () => {
  const wishes = {
    'a sale': product({label: 'Sale', pricing: {price_original: 249, price_final: 187}}),
    'a subscription': rank({trial: trial(7, 'day'), allow_one_time_purchase: true}),
    'what is sold out': product({stock: {available_to_purchase: false}}),
    'a description': product({
      description: '<h1>a</h1><a href="https://a.example">b</a><table><tr><th>c</th></tr></table>',
    }),
  };

  for (const layout of ['card', 'row', 'detail']) {
    for (const [name, wish] of Object.entries(wishes)) {
      it(`wrong with ${name} as ${layout}`, async () => {
        const stub = stubShop();
        const host = await mount(`<main><h1>Shop</h1><h2>All</h2><paynow-product store-id="${stub.id}" product-id="7"
          layout="${layout}" product-url="/{id}"></paynow-product></main>`);
        await publish(stub, wish);
        await until(() => !wish.description || layout !== 'detail' || host.querySelector('paynow-product')!
          .shadowRoot!.querySelector('[part=description]')?.textContent);
        await expect(host).to.be.accessible();
      });
    }
  }

  it('wrong while loading, after failing, or in a list', async () => {
    const stub = stubShop();
    Object.assign(stub.shop.catalog, {products: async () => [product(), product({id: '8', name: 'Other'})]});
    const host = await mount(`<main><h1>Shop</h1><h2>All</h2>
      <paynow-product store-id="${stub.id}" product-id="vip"></paynow-product>
      <paynow-price store-id="${stub.id}" product-id="vip"></paynow-price>
      <paynow-products store-id="${stub.id}" page-size="1"></paynow-products>
      <paynow-products store-id="${stub.id}" search="zzz"></paynow-products></main>`);
    await settled(host);
    await expect(host).to.be.accessible();
    await fail(stub);
    await expect(host).to.be.accessible();
  });
});
