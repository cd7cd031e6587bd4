import {expect} from '@open-wc/testing';
import {timing} from '../../src/store/retry.js';
import {until} from '../support/dom.js';
import {held, openShop, rejection, requests, shopInWorld, shown, statusOf} from './shops.js';

const cart = '/v1/store/cart';

describe('customer token', function () {
  this.timeout(20_000);

  it('given as a string signs in, and says who it is', async () => {
    const {shop} = await shopInWorld();
    expect(shop.session.state).to.deep.equal({status: 'unknown', customer: null});
    await shop.cart.refresh();
    expect(shop.session.state.status).to.equal('signed-in');
    expect(shop.session.state.customer?.id).to.equal(shop.cart.state.cart?.customer_id);
    expect(Object.isFrozen(shop.session.state)).to.equal(true);
  });

  it('from a function is fetched once for all, however many ask at the same time', async () => {
    let asked = 0;
    const {world} = await shopInWorld();
    const token = await world.token();
    const shop = await openShop(world, {
      customerToken: () => {
        asked++;
        return Promise.resolve(token);
      },
    });
    await Promise.all([shop.cart.refresh(), shop.catalog.product('vip'), shop.cart.add({productId: 'ember-key'})]);
    expect(asked).to.equal(1);
    expect(await held(world)).to.deep.equal(['ember-key*1']);
  });

  for (const nobody of [null, undefined, '']) {
    it(`that is ${JSON.stringify(nobody)} from a function: nobody is signed in, until it is another`, async () => {
      const {world} = await shopInWorld();
      let token: string | null | undefined = nobody;
      const shop = await openShop(world, {customerToken: () => token});
      await shop.cart.refresh();
      expect(statusOf(shop)).to.equal('signed-out, signed-out');
      expect(await world.log()).to.deep.equal([]);
      token = await world.token();
      await shop.cart.refresh();
      expect(statusOf(shop)).to.equal('signed-in, ready');
    });
  }

  it('that its function cannot fetch is asked for again, then is a failure, and later works', async () => {
    const {world} = await shopInWorld();
    let asked = 0;
    let token = (): string => {
      throw new Error('the site is down');
    };
    const shop = await openShop(world, {
      customerToken: () => {
        asked++;
        return token();
      },
    });
    const error = await rejection(shop.cart.refresh());
    expect(error).to.include({name: 'PaynowError', kind: 'network'});
    expect((error as Error).cause).to.include({message: 'the site is down'});
    expect(shop.cart.state.status).to.equal('failed');
    expect(asked).to.equal(timing.tries);
    const good = await world.token();
    token = () => good;
    await shop.cart.refresh();
    expect(statusOf(shop)).to.equal('signed-in, ready');
  });

  it('that the API refuses is renewed once for all requests, and each of them is repeated', async () => {
    const {world} = await shopInWorld();
    const good = await world.token();
    const given: string[] = [];
    const shop = await openShop(world, {
      customerToken: () => {
        given.push(given.length ? good : 'refused');
        return given.at(-1);
      },
    });
    const line = await shop.cart.add({productId: 'ember-key'});
    await Promise.all([shop.cart.refresh(), shop.catalog.products()]);
    expect(line).to.include({slug: 'ember-key', quantity: 1});
    expect(given).to.deep.equal(['refused', good]);
    expect(await held(world)).to.deep.equal(['ember-key*1']);
  });

  it('that the API refuses many times at once is renewed once', async () => {
    const {world} = await shopInWorld();
    const [first, second] = [await world.token({expires_in: 0}), await world.token()];
    let asked = 0;
    const shop = await openShop(world, {customerToken: () => (asked++ ? second : first)});
    const keys = ['vip', 'ember-key', 'frost-key'];
    await Promise.all([shop.cart.refresh(), ...keys.map(key => shop.catalog.product(key))]);
    expect(asked).to.equal(2);
    expect(statusOf(shop)).to.equal('signed-in, ready');
  });

  it('that stays refused is not asked for again and again: the session has ended', async () => {
    const {world} = await shopInWorld();
    let asked = 0;
    const shop = await openShop(world, {
      customerToken: () => {
        asked++;
        return 'refused';
      },
    });
    await shop.cart.refresh();
    expect(statusOf(shop)).to.equal('signed-out, signed-out');
    expect(asked).to.be.at.most(3);
    expect(await requests(world, 'GET', cart)).to.be.at.most(2);
  });

  it('given as a string that is refused is not sent again', async () => {
    const {world} = await shopInWorld();
    const shop = await openShop(world, {customerToken: 'refused'});
    await shop.cart.refresh();
    await shop.cart.refresh();
    expect(statusOf(shop)).to.equal('signed-out, signed-out');
    expect(await requests(world, 'GET', cart)).to.equal(1);
  });

  it('that has expired keeps what is wanted, says so, and sends it once there is a new one', async () => {
    const {world} = await shopInWorld();
    const shop = await openShop(world);
    await Promise.all([shop.cart.refresh(), shop.catalog.product('ember-key')]);
    await world.faults([{kind: 'status', status: 401, match: {method: 'PUT'}}]);
    const error = await rejection(shop.cart.add({productId: 'ember-key', quantity: 2}));
    expect(error).to.include({name: 'PaynowError', kind: 'auth'});
    expect(shop.cart.state.status).to.equal('signed-out');
    expect(await held(world)).to.deep.equal([]);
    shop.session.useToken(await world.token());
    await until(() => shop.cart.state.status === 'ready' && shop.cart.state.pending === 0);
    expect(await held(world)).to.deep.equal(['ember-key*2']);
    expect(shown(shop)).to.deep.equal(['ember-key*2']);
  });
});
