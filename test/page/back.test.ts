import {expect} from '@open-wc/testing';
import {sandboxWorld} from '../support/sandbox.js';
import type {World} from '../support/sandbox.js';
import {drawn, openPage, ready, scriptTag, soon} from './pages.js';
import type {Page} from './pages.js';

const elements = `<paynow-cart mode="inline"></paynow-cart><paynow-checkout-button></paynow-checkout-button>
  <paynow-buy-button product-id="vip"></paynow-buy-button>
  <paynow-add-button product-id="ember-key"></paynow-add-button>`;

/** Where the shopper was taken, and what was said to be bought. */
interface Trip {
  readonly world: World;
  readonly page: Page;
  readonly went: string[];
  readonly bought: {checkoutId: string}[];
}

const begin = async (src: string, how: string): Promise<Trip> => {
  const world = await sandboxWorld();
  const page = await openPage(scriptTag(world, {'customer-token': await world.token()}, src, how) + elements);
  const went: string[] = [];
  const bought: {checkoutId: string}[] = [];
  // The frame itself must not leave: here its page goes aside where the browser would put it for the checkout.
  page.document.addEventListener('paynow-checkout', event => {
    event.preventDefault();
    went.push(event.detail.id);
    page.window.dispatchEvent(new page.window.PageTransitionEvent('pagehide', {persisted: true}));
  });
  page.document.addEventListener('paynow-purchase', ({detail}) => void bought.push(detail));
  await drawn(page, 'paynow-cart', 'paynow-checkout-button', 'paynow-buy-button', 'paynow-add-button');
  await ready(page.shop());
  page.find('paynow-add-button').click();
  await soon(() => page.shop().cart.state.cart?.lines.length === 1);
  await ready(page.shop());
  return {world, page, went, bought};
};

const comeBack = ({page: {window}}: Trip): void =>
  void window.dispatchEvent(new window.PageTransitionEvent('pageshow', {persisted: true}));

const posts = async ({world}: Trip): Promise<number> =>
  (await world.log()).filter(({method}) => method === 'POST').length;

const isBusy = ({page}: Trip): boolean =>
  ['paynow-cart', 'paynow-checkout-button', 'paynow-buy-button'].some(tag => page.find(tag).matches(':state(busy)'));

const presses: readonly [string, (trip: Trip) => void][] = [
  ['the cart', ({page}) => page.part('paynow-cart', 'checkout-button').click()],
  ['the checkout button', ({page}) => page.find('paynow-checkout-button').click()],
  ['the buy button', ({page}) => page.find('paynow-buy-button').click()],
];

/** Goes to the checkout. */
const leave = async (trip: Trip, press: (trip: Trip) => void): Promise<void> => {
  const {length} = trip.went;
  press(trip);
  await soon(() => trip.went.length > length);
};

for (const [script, src, how] of [
  ['module', '/dist/paynow.js', 'type="module"'], ['classic', '/dist/paynow.classic.js', 'defer'],
] as const) {
  describe(`a page that comes back out of the cache from the checkout, with the ${script} script`, function () {
    this.timeout(60_000);

    it('is not busy, reads the cart, and leads to the same checkout once more, whatever was pressed', async () => {
      const trip = await begin(src, how);
      const {page, world, went} = trip;
      for (const [index, [name, press]] of presses.entries()) {
        await leave(trip, press);
        await world.clearLog();
        comeBack(trip);
        await soon(() => !isBusy(trip), name);
        await soon(async () => (await world.log()).some(({path}) => path === '/v1/store/cart'), `${name}: the cart`);
        await ready(page.shop());
        await leave(trip, press);
        comeBack(trip);
        await ready(page.shop());
        expect(went.at(-1), name).to.equal(went.at(-2));
        expect(await posts(trip), name).to.equal(0);
        expect(new Set(went).size, name).to.equal(index === 2 ? 2 : 1);
      }
      expect((await world.state()).checkouts.length).to.equal(2);
      expect(trip.bought).to.deep.equal([]);
      expect(page.problems).to.deep.equal([]);
    });

    it('says what was paid meanwhile once, thanks, and shows no line that is paid', async () => {
      const trip = await begin(src, how);
      const {page, world, went, bought} = trip;
      await leave(trip, presses[0]![1]);
      await world.control('POST', 'orders', {checkout: went[0]});
      for (let time = 0; time < 2; time++) {
        comeBack(trip);
        await soon(() => page.part('paynow-cart', 'thanks'));
        await ready(page.shop());
        page.window.dispatchEvent(new page.window.PageTransitionEvent('pagehide', {persisted: true}));
      }
      comeBack(trip);
      await ready(page.shop());
      expect(page.shop().cart.state.cart?.lines).to.deep.equal([]);
      expect(page.find('paynow-checkout-button').matches(':state(empty)')).to.equal(true);
      expect(isBusy(trip)).to.equal(false);
      expect(bought).to.deep.equal([{checkoutId: went[0], orderId: ''}]);
      expect(page.problems).to.deep.equal([]);
    });
  });
}
