import {expect} from '@open-wc/testing';
import '../../src/elements/page-hooks.js';
import '../../src/elements/add-button.js';
import {measure} from '../../src/elements/page-acts.js';
import {announceFact} from '../../src/store/events.js';
import {rememberBegun} from '../../src/elements/analytics-trips.js';
import {configure, getShop} from '../../src/store/registry.js';
import {mount, until} from '../support/dom.js';
import {sandboxWorld} from '../support/sandbox.js';

const place = globalThis as {dataLayer?: unknown[]};
const named = (): unknown[] => (place.dataLayer ?? []).map(entry => (entry as {event?: string}).event).filter(Boolean);
const agree = (analytics: boolean): boolean =>
  document.dispatchEvent(new CustomEvent('paynow-consent', {detail: {analytics}}));

// What measures is loaded when the page asks for it: on a phone that is seconds after the page can be used.
describe('what happens before that which measures is loaded', () => {
  after(() => localStorage.clear());

  it('is measured all the same: the last word on it, what was put in, and a purchase', async () => {
    const world = await sandboxWorld();
    const shop = getShop(world.storeId);
    shop.configure({apiUrl: world.apiUrl});
    const button = await mount('<paynow-add-button product-id="ember-key"></paynow-add-button>');
    agree(false);
    agree(true);
    configure({storeId: world.storeId, apiUrl: world.apiUrl, analytics: 'ga4', analyticsConsent: 'required'});
    const measuring = measure();
    button.dispatchEvent(
      new CustomEvent('paynow-add', {detail: {line: {productId: 'ember-key'}}, bubbles: true, composed: true}));
    rememberBegun(shop, 'c1', {currency: 'EUR', value: 4.99, items: []});
    announceFact('paynow-purchase', {checkoutId: 'c1', orderId: '77'});
    expect(named()).to.deep.equal([]);
    await measuring;
    await until(() => named().length === 2);
    expect(named().sort()).to.deep.equal(['add_to_cart', 'purchase']);
  });
});
