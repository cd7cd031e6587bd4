import {expect} from '@open-wc/testing';
import {push, requireConsent} from '../../src/elements/analytics-queue.js';
import {begun, forgetBegun, rememberBegun} from '../../src/elements/analytics-trips.js';
import {getShop} from '../../src/store/registry.js';

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
