import {expect} from '@open-wc/testing';
import {comeBack} from '../../src/elements/checkout-return.js';
import {configure, getShop} from '../../src/store/registry.js';
import type {Shop} from '../../src/store/shop.js';
import {keepTrip, newTrip} from '../../src/store/trips.js';
import {until} from '../support/dom.js';
import {sandboxWorld} from '../support/sandbox.js';

const address = (search: string): string => location.pathname + search + location.hash;
const before = location.href;

/** A shop of a world of its own, configured, with a trip that has been paid. */
const paidTrip = async (): Promise<{shop: Shop; mark: string; cancelMark: string; id: string}> => {
  const world = await sandboxWorld();
  // Other tests of this page have configured the store's own id.
  const shop = configure({storeId: world.storeId, apiUrl: world.apiUrl, customerToken: await world.token()},
    {scoped: true});
  const trip = {...newTrip(), id: '5', isCart: true, at: Date.now()};
  keepTrip(shop, trip);
  return {shop, id: '5', mark: `${shop.id}.${trip.key}.${trip.proof}`, cancelMark: `${shop.id}.${trip.key}`};
};

describe('an address with the mark of a checkout', function () {
  this.timeout(20_000);
  const heard: unknown[] = [];
  const hear = ({detail}: DocumentEventMap['paynow-purchase']): void => void heard.push(detail);
  beforeEach(() => {
    heard.length = 0;
    document.addEventListener('paynow-purchase', hear);
  });
  afterEach(() => {
    document.removeEventListener('paynow-purchase', hear);
    history.replaceState(null, '', before);
    localStorage.clear();
    for (const cart of document.querySelectorAll('paynow-cart')) cart.remove();
  });

  it('opens a cart that thanks, also where the page has none', async () => {
    const {shop, mark, id} = await paidTrip();
    history.replaceState({mine: 1}, '', address(`?a=%20+&paynow-checkout=${mark}&b#c`));
    await comeBack();
    expect([location.search, location.hash, history.state]).to.deep.equal(['?a=%20+&b', '#c', {mine: 1}]);
    expect(heard).to.deep.equal([{checkoutId: id, orderId: ''}]);
    const cart = await until(() => document.querySelector('paynow-cart[open]'));
    const thanks = await until(() => cart.shadowRoot?.querySelector<HTMLElement>('[part="thanks"]'));
    expect(thanks.innerText).to.include('Thank you for your purchase!');
    thanks.querySelector('button')!.click();
    await until(() => !cart.shadowRoot?.querySelector('[part="thanks"]') && !cart.hasAttribute('open'));
    expect(shop.cart.state.purchase).to.equal(null);
  });

  it('to which a cancelled checkout leads is cleaned, and says nothing', async () => {
    const {cancelMark} = await paidTrip();
    history.replaceState(null, '', address(`?paynow-checkout=${cancelMark}`));
    await comeBack();
    expect([location.search, heard.length, document.querySelector('paynow-cart')]).to.deep.equal(['', 0, null]);
  });

  const madeUp = [
    '', '1', 'x.y.z', '411486491630370816.nothing.here', '%00', '9'.repeat(400), '..', '1.__proto__.x',
  ];
  for (const mark of madeUp) {
    it(`that somebody made up, as "${mark.slice(0, 30)}", is cleaned, and asks the shop nothing`, async () => {
      history.replaceState(null, '', address(`?paynow-checkout=${mark}&paynow-checkouts=1`));
      await comeBack();
      expect([location.search, heard.length]).to.deep.equal(['?paynow-checkouts=1', 0]);
      expect(document.querySelector('paynow-cart')).to.equal(null);
    });
  }

  it('is not looked for in the part behind the hash', async () => {
    history.replaceState(null, '', `${location.pathname}#?paynow-checkout=1.2.3`);
    await comeBack();
    expect(location.hash).to.equal('#?paynow-checkout=1.2.3');
    expect(getShop('1').cart.state.status).to.equal('unconfigured');
  });
});
