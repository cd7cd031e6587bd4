import {expect} from '@open-wc/testing';
import {accountOf} from '../../src/store/account.js';
import {nextFrame, once, until} from '../support/dom.js';
import {sandboxWorld} from '../support/sandbox.js';
import {openShopPage} from './frames.js';
import {closeShop, openShop, rejection, requests, statusOf} from './shops.js';

const account = {platform: 'minecraft_java_name', id: 'AshWalker'};
const nobody = {customerToken: undefined};
const auth = '/v1/store/customer/auth';
const stored = (): string => JSON.stringify([{...localStorage}, {...sessionStorage}]);

describe('a session that the elements began', function () {
  this.timeout(40_000);

  for (const [persist, there] of [['local', true], ['session', true], ['none', false]] as const) {
    it(`is kept as persist="${persist}" says`, async () => {
      const world = await sandboxWorld();
      const shop = await openShop(world, {...nobody, persist});
      const customer = await shop.session.signIn(account);
      expect(customer).to.include({name: 'AshWalker'});
      expect(stored().includes('token')).to.equal(there);
      await shop.cart.refresh();
      expect(statusOf(shop)).to.equal('signed-in, ready');
      await closeShop(shop);
      const next = await openShop(world, {...nobody, persist});
      await next.cart.refresh();
      expect(statusOf(next)).to.equal(there ? 'signed-in, ready' : 'signed-out, signed-out');
      expect(await requests(world, 'POST', auth)).to.equal(1);
    });
  }

  it('is shared by tabs, which hear of it once, and ended in all of them', async () => {
    const world = await sandboxWorld();
    const [{page: one, shop}, {page: two, shop: other}] =
      [await openShopPage(world, nobody), await openShopPage(world, nobody)];
    await shop.session.signIn(account);
    await until(() => statusOf(other) === 'signed-in, ready', 'the other tab', 15_000);
    expect(await requests(world, 'POST', auth)).to.equal(1);
    await shop.session.signOut();
    await until(() => statusOf(other) === 'signed-out, signed-out');
    expect(stored()).to.not.contain('token');
    for (const {facts} of [one, two]) {
      expect(facts.map(({type}) => type).filter(type => type.includes('sign'))).to.deep.equal(
        ['paynow-sign-in', 'paynow-sign-out']);
    }
    await other.cart.refresh();
    expect(statusOf(other)).to.equal('signed-out, signed-out');
  });

  it('is renewed by the same name when the token is refused, once for all that wait', async () => {
    const world = await sandboxWorld();
    const shop = await openShop(world, nobody);
    await shop.session.signIn(account);
    await shop.cart.refresh();
    await world.control('POST', 'tokens/expire', {});
    await Promise.all([shop.cart.refresh(), shop.cart.add({productId: 'ember-key'}), shop.cart.refresh()]);
    expect(statusOf(shop)).to.equal('signed-in, ready');
    expect(await requests(world, 'POST', auth)).to.equal(2);
  });

  it('is kept for the next page when another customer signs in while other tabs are there', async () => {
    const world = await sandboxWorld();
    const [{shop}, {shop: other}] = [await openShopPage(world, nobody), await openShopPage(world, nobody)];
    await shop.session.signIn(account);
    await until(() => statusOf(other) === 'signed-in, ready', 'the other tab', 15_000);
    const {id} = await shop.session.signIn({...account, id: 'Lumen_Fox'});
    await until(() => other.session.state.customer?.id === id, 'the other customer in the other tab', 15_000);
    const next = await openShop(world, nobody);
    await next.cart.refresh();
    expect(next.cart.state.cart?.customer_id).to.equal(id);
  });

  it('is looked for anew when the page was left meanwhile, once it is back', async () => {
    const world = await sandboxWorld();
    let cutOff: ((reason: Error) => void) | undefined;
    const shop = await openShop(world, {fetch: request => cutOff || !request.url.endsWith('/v1/store/customer')
      ? fetch(request) : new Promise((_, reject) => { cutOff = reject; })});
    const [account, {cart}] = [await accountOf(shop), await shop.engine()];
    const asked = account.identify();
    await until(() => cutOff);
    cart.pause();
    cutOff!(new TypeError('Failed to fetch'));
    await nextFrame();
    cart.resume();
    dispatchEvent(new PageTransitionEvent('pageshow'));
    expect(await asked).to.include({name: 'AshWalker'});
  });

  it('says that nobody of that name plays, and leaves everything as it was', async () => {
    const world = await sandboxWorld();
    const shop = await openShop(world, nobody);
    const error = await rejection(shop.session.signIn({...account, id: 'NoSuchPlayer'}));
    expect(error).to.include({name: 'PaynowError', code: 'customer-not-found'});
    expect(String(error)).to.not.contain('NoSuchPlayer');
    expect(stored()).to.not.contain('token');
  });

  it('is not begun when the shopper signs out while the API is asked', async () => {
    const world = await sandboxWorld();
    const shop = await openShop(world, nobody);
    await shop.cart.refresh();
    await world.faults([{kind: 'delay', ms: 150, match: {path: auth}}]);
    const signing = rejection(shop.session.signIn(account));
    await shop.session.signOut();
    expect(await signing).to.include({kind: 'aborted'});
    expect(statusOf(shop)).to.equal('signed-out, signed-out');
    expect(stored()).to.not.contain('token');
  });

  it('signs one customer out before another one signs in, and says both', async () => {
    const world = await sandboxWorld();
    const shop = await openShop(world, nobody);
    await shop.session.signIn(account);
    const out = once<CustomEvent>(document, 'paynow-sign-out');
    const second = await shop.session.signIn({...account, id: 'Lumen_Fox'});
    expect(((await out).detail as {customer: {name: string}}).customer.name).to.equal('AshWalker');
    expect(shop.session.state.customer).to.deep.equal(second);
    await shop.cart.refresh();
    expect(shop.cart.state.cart?.customer_id).to.equal(second.id);
  });
});
