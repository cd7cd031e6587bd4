import {expect} from '@open-wc/testing';
import {couponOf} from '../../src/elements/analytics-items.js';
import {push, requireConsent} from '../../src/elements/analytics-queue.js';
import {begun, forgetBegun, rememberBegun} from '../../src/elements/analytics-trips.js';
import {getShop} from '../../src/store/registry.js';
import {faultsOf} from './ga4.js';
import type {Pushed} from './ga4.js';

const place = globalThis as {dataLayer?: unknown[]};
const named = (): unknown[] => (place.dataLayer ?? []).map(entry => (entry as {event?: string}).event).filter(Boolean);
const gtag: (...words: unknown[]) => void = function () {
  // What the real one pushes is its arguments object.
  (place.dataLayer ??= []).push(arguments);
};
const ecommerce = {currency: 'EUR', value: 1, items: []};
const kept = (): string => JSON.stringify({...localStorage});

describe('measuring with consent', () => {
  after(() => localStorage.clear());

  it('needs none where the page does not ask for it, and pushes what Google takes, however much there is', () => {
    const item = (index: number) => ({item_id: String(index), item_name: '🔥'.repeat(80), price: 1, quantity: 1});
    const many = Array.from({length: 250}, (_, index) => item(index));
    push('view_item_list', {item_list_id: 'x', item_list_name: 'y'.repeat(300), items: many});
    const [pushed] = (place.dataLayer ?? []).filter(entry => (entry as Pushed).event) as [Pushed];
    expect(faultsOf(pushed)).to.deep.equal([]);
    expect(pushed.ecommerce.items.at(-1)).to.deep.equal({...item(199), item_name: '🔥'.repeat(50)});
    place.dataLayer = [];
    expect(couponOf(['EMBER10', 'X'.repeat(60), 'Y'.repeat(60), 'FREE5'])).to.equal(`EMBER10,${'X'.repeat(60)},FREE5`);
  });

  it('takes a default of the page for no answer, whichever it is, and loses nothing until there is one', () => {
    const shop = getShop('9801');
    gtag('consent', 'default', {analytics_storage: 'denied', region: ['DE']});
    gtag('consent', 'default', {analytics_storage: 'granted'});
    requireConsent();
    push('view_cart', ecommerce);
    gtag('consent', 'default', {analytics_storage: 'granted'});
    expect(named()).to.deep.equal([]);
    gtag('consent', 'default', {analytics_storage: 'denied'});
    rememberBegun(shop, 'c1', ecommerce);
    expect(kept()).not.to.contain('c1');
    expect(begun(shop, 'c1')).to.deep.equal(ecommerce);
    gtag('consent', 'update', {analytics_storage: 'granted'});
    expect(named()).to.deep.equal(['view_cart']);
    rememberBegun(shop, 'c2', ecommerce);
    expect(kept()).to.contain('c2').and.not.to.contain('c1');
    gtag('consent', 'update', {analytics_storage: 'denied'});
    forgetBegun(shop, 'c2');
    expect(kept()).not.to.contain('c2');
    expect(begun(shop, 'c2')).to.equal(undefined);
  });
});
