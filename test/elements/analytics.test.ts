import {expect} from '@open-wc/testing';
import '../../src/elements/add-button.js';
import '../../src/elements/cart.js';
import '../../src/elements/product.js';
import '../../src/elements/products.js';
import {begin} from '../../src/elements/analytics.js';
import type {PaynowCart} from '../../src/elements/cart.js';
import {announceFact} from '../../src/store/events.js';
import {addCode} from '../../src/store/codes.js';
import {configure, getShop} from '../../src/store/registry.js';
import {mount, once, part, until} from '../support/dom.js';
import {sandboxWorld} from '../support/sandbox.js';
import {faultsOf} from './ga4.js';
import type {Pushed} from './ga4.js';

const place = globalThis as {dataLayer?: unknown[]};
const entries = (): Pushed[] => (place.dataLayer ?? []).filter(entry => (entry as Pushed).event) as Pushed[];
const named = (name: string): Pushed[] => entries().filter(({event}) => event === name);
const consent = (analytics: unknown): boolean =>
  document.dispatchEvent(new CustomEvent('paynow-consent', {detail: {analytics}}));

// One page and one shopper from the first look to the purchase: what is measured belongs to the whole page.
describe('analytics for Google Analytics 4', function () {
  this.timeout(30_000);

  before(async () => {
    const world = await sandboxWorld();
    configure({storeId: world.storeId, apiUrl: world.apiUrl, customerToken: await world.token(), affiliateCode: 'BLAZE',
      analytics: 'ga4', analyticsConsent: 'required'});
    begin();
  });
  after(() => localStorage.clear());

  it('holds everything back until the shopper agrees, and says each event cleanly', async () => {
    await mount('<div><paynow-products id="picks" aria-label="Our picks" ids="vip,ember-key"></paynow-products></div>');
    const list = document.querySelector('paynow-products')!;
    await until(() => list.products?.length === 2);
    const button = await mount('<paynow-add-button product-id="ember-key" quantity="3"></paynow-add-button>');
    const added = once(document, 'paynow-add');
    button.click();
    await added;
    expect(entries()).to.deep.equal([]);
    (place.dataLayer ??= []).push({event: 'something else'});
    consent(true);
    await until(() => named('add_to_cart').length);
    const layer = place.dataLayer;
    layer.forEach((entry, index) => {
      if ((entry as Pushed).ecommerce) expect(layer[index - 1]).to.deep.equal({ecommerce: null});
    });
    expect(named('view_item_list')[0]!.ecommerce).to.deep.include({
      item_list_id: 'picks', item_list_name: 'Our picks', currency: 'EUR',
    });
    expect(named('view_item_list')[0]!.ecommerce.items.map(({index}) => index)).to.deep.equal([0, 1]);
    const {ecommerce} = named('add_to_cart')[0]!;
    expect(ecommerce).to.include({currency: 'EUR', value: 5.97});
    expect(ecommerce.items[0]).to.include({item_name: 'Ember Key', price: 1.99, quantity: 3});
    expect(ecommerce.items[0]!['item_category']).to.be.a('string');
  });

  it('tells of a product in detail, of the cart, of what is removed and of the checkout', async () => {
    await mount('<paynow-product product-id="vip" layout="detail"></paynow-product>');
    await until(() => named('view_item').length === 1);
    await getShop().cart.add({productId: 'vip'});
    const cart = await mount<PaynowCart>('<paynow-cart></paynow-cart>');
    cart.open = true;
    await until(() => named('view_cart').length === 1);
    expect(named('view_cart')[0]!.ecommerce.value).to.equal(10.96);
    const gone = once(document, 'paynow-remove');
    part<HTMLButtonElement>(cart, 'remove-button').click();
    await gone;
    expect(named('remove_from_cart')[0]!.ecommerce).to.include({value: 5.97, currency: 'EUR'});
    addCode(getShop(), 'EMBER10');
    cart.addEventListener('paynow-checkout', event => event.preventDefault());
    const ready = once<CustomEvent<{id: string}>>(cart, 'paynow-checkout');
    part<HTMLButtonElement>(cart, 'checkout-button').click();
    const {id} = (await ready).detail;
    await until(() => named('begin_checkout').length === 1);
    const begun = named('begin_checkout')[0]!.ecommerce;
    expect(begun).to.include({value: 4.99, coupon: 'EMBER10'});
    expect(begun.items[0]!['affiliation']).to.equal('BLAZE');
    announceFact('paynow-purchase', {checkoutId: id, orderId: '77'});
    announceFact('paynow-purchase', {checkoutId: id, orderId: '77'});
    announceFact('paynow-purchase', {checkoutId: 'another device', orderId: '78'});
    expect(named('purchase').map(({ecommerce}) => ecommerce)).to.deep.equal([{transaction_id: '77', ...begun}]);
  });

  it('has pushed nothing that the documentation does not know', () => {
    const names = ['view_item_list', 'view_item', 'add_to_cart', 'remove_from_cart', 'view_cart', 'begin_checkout',
      'purchase'];
    expect([...new Set(entries().map(({event}) => event))].filter(name => name !== 'something else').sort())
      .to.deep.equal(names.sort());
    for (const pushed of entries().filter(({event}) => event !== 'something else'))
      expect(faultsOf(pushed), JSON.stringify(pushed)).to.deep.equal([]);
  });

  it('stops when the shopper does not agree any more, and goes on with Google\'s Consent Mode', async () => {
    const before = named('add_to_cart').length;
    consent(false);
    const button = await mount('<paynow-add-button product-id="frost-key"></paynow-add-button>');
    // A checkout is open by now, so that the shopper would be asked before a press of it does anything.
    const press = (): boolean => button.dispatchEvent(
      new CustomEvent('paynow-add', {detail: {line: {productId: 'frost-key'}}, bubbles: true, composed: true}));
    press();
    const gtag: (...words: unknown[]) => void = function () {
      // What the real one pushes is its arguments object.
      place.dataLayer!.push(arguments);
    };
    gtag('consent', 'update', {analytics_storage: 'granted'});
    press();
    await until(() => named('add_to_cart').length === before + 1);
  });
});
