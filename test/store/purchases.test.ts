import {expect} from '@open-wc/testing';
import {timing} from '../../src/store/retry.js';
import {held, rejection, requests, shopInWorld, shown} from './shops.js';

const checkouts = '/v1/checkouts';

describe('a purchase past the cart', function () {
  this.timeout(20_000);

  it('that is turned away at the door knocks again, and makes one session', async () => {
    const {world, shop} = await shopInWorld();
    await world.faults([{kind: 'status', status: 429, retryAfter: 0, times: 2, match: {method: 'POST'}}]);
    await shop.cart.buy([{productId: 'vip'}]);
    const statuses = (await world.log()).filter(({path}) => path === checkouts).map(({status}) => status);
    expect(statuses).to.deep.equal([429, 429, 200]);
    expect((await world.state()).checkouts).to.have.length(1);
  });

  it('gives up when it is turned away too often', async () => {
    const {world, shop} = await shopInWorld();
    await world.faults([{kind: 'status', status: 429, retryAfter: 0, times: 20, match: {method: 'POST'}}]);
    expect(await rejection(shop.cart.buy([{productId: 'vip'}]))).to.include({kind: 'http', status: 429});
    expect(await requests(world, 'POST', checkouts)).to.equal(timing.tries);
  });

  for (const status of [400, 500, 503]) {
    it(`that fails with ${status} is not made again behind the shopper's back`, async () => {
      const {world, shop} = await shopInWorld();
      await world.faults([{kind: 'status', status, match: {method: 'POST'}}]);
      expect(await rejection(shop.cart.buy([{productId: 'vip'}]))).to.include({kind: 'http', status});
      expect(await requests(world, 'POST', checkouts)).to.equal(1);
    });
  }

  it('can be pressed again after a failure, and pressed again is the one that is open', async () => {
    const {world, shop} = await shopInWorld();
    await world.faults([{kind: 'status', status: 500, match: {method: 'POST'}}]);
    const wish = [{productId: 'vip'}];
    await rejection(shop.cart.buy(wish));
    const [first, second] = [await shop.cart.buy(wish), await shop.cart.buy(wish)];
    expect(first.id).to.equal(second.id);
    expect((await world.state()).checkouts).to.have.length(1);
  });

  it('with other addresses is another one', async () => {
    const {world, shop} = await shopInWorld();
    const wish = [{productId: 'vip'}];
    const [one, other] = await Promise.all([
      shop.cart.buy(wish),
      shop.cart.buy(wish, {returnUrl: `${location.origin}/thanks`}),
    ]);
    expect(one.id).to.not.equal(other.id);
    expect(await requests(world, 'POST', checkouts)).to.equal(2);
  });

  it('is never the one that another customer, or whoever has signed out, had open', async () => {
    const {world, shop} = await shopInWorld();
    const wish = [{productId: 'vip'}];
    const {customers} = await world.state();
    const ids = [(await shop.cart.buy(wish)).id];
    for (const {id: customer} of [customers[1]!, customers[0]!, customers[1]!]) {
      shop.session.useToken(await world.token({customer}));
      ids.push((await shop.cart.buy(wish)).id);
    }
    // The same once it is known who they are.
    await shop.cart.refresh();
    for (const {id: customer} of customers.slice(0, 2)) {
      shop.session.useToken(await world.token({customer}));
      await shop.cart.refresh();
      ids.push((await shop.cart.buy(wish)).id, (await shop.cart.buy(wish)).id);
    }
    shop.session.useToken(await world.token({customer: customers[0]!.id}));
    ids.push((await shop.cart.buy(wish)).id);
    expect(new Set(ids).size).to.equal(7);
    await shop.session.signOut();
    expect(await rejection(shop.cart.buy(wish))).to.include({kind: 'auth'});
  });

  it('has every line in it, and none of them when one cannot be bought', async () => {
    const {world, shop} = await shopInWorld();
    await shop.cart.add({productId: 'ember-key', quantity: 2});
    await shop.cart.buy([{productId: 'vip'}, {productId: 'frost-key', quantity: 3}]);
    expect((await world.state()).checkouts).to.have.length(1);
    const error = await rejection(shop.cart.buy([{productId: 'vip'}, {productId: 'no-such-product'}]));
    expect(error).to.include({name: 'PaynowError'});
    expect(await requests(world, 'POST', checkouts)).to.equal(1);
    expect([await held(world), shown(shop)]).to.deep.equal([['ember-key*2'], ['ember-key*2']]);
  });
});
