import {expect} from '@open-wc/testing';
import type {Config} from '../../src/store/config.js';
import type {LineRequest} from '../../src/store/events.js';
import type {Shop} from '../../src/store/shop.js';
import type {World} from '../support/sandbox.js';
import {held, openShop, requests, shopInWorld, shown} from './shops.js';

const lines = '/v1/store/cart/lines';

const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => {
      throw new Error('It should have failed.');
    },
    (error: unknown) => error,
  );

/** A shop whose cart holds two keys already: nothing that follows may cost them. */
const shopWithKeys = async (config: Config = {}): Promise<{world: World; shop: Shop}> => {
  const {world, shop} = await shopInWorld(config);
  await shop.cart.add({productId: 'ember-key', quantity: 2});
  await world.clearLog();
  return {world, shop};
};

/** Nothing was sent, nothing is lost, nothing waits, and nothing is left to be said but in the error. */
const expectUntouched = async (world: World, shop: Shop): Promise<void> => {
  expect(await requests(world, 'PUT', lines)).to.equal(0);
  expect(shown(shop)).to.deep.equal(['ember-key*2']);
  expect(await held(world)).to.deep.equal(['ember-key*2']);
  expect(shop.cart.state).to.deep.include({status: 'ready', pending: 0, error: null, notices: []});
};

const wrongQuantities = [-3, 1.5, NaN, Infinity, 2 ** 31, '2' as unknown as number, null as unknown as number];

describe('a request that cannot be right', function () {
  this.timeout(20_000);

  for (const quantity of [0, ...wrongQuantities.slice(0, -1)]) {
    it(`to add ${JSON.stringify(quantity)} ${quantity} is refused with the mend`, async () => {
      const {world, shop} = await shopWithKeys();
      const error = await failure(shop.cart.add({productId: 'ember-key', quantity}));
      expect(error).to.include({
        name: 'PaynowError',
        kind: 'configuration',
        code: 'quantity',
        message: `quantity ${quantity} cannot be used: give a whole number from 1 to 2147483647.`,
      });
      await expectUntouched(world, shop);
    });
  }

  for (const quantity of wrongQuantities) {
    it(`to set ${JSON.stringify(quantity)} ${quantity} is refused with the mend`, async () => {
      const {world, shop} = await shopWithKeys();
      const [line] = shop.cart.state.cart!.lines;
      const error = await failure(shop.cart.setQuantity(line!.key, quantity));
      expect(error).to.include({name: 'PaynowError', kind: 'configuration', code: 'quantity'});
      expect((error as Error).message).to.contain('from 0 to 2147483647');
      await expectUntouched(world, shop);
    });
  }

  it('the largest quantity is none', async () => {
    const {world, shop} = await shopWithKeys();
    await shop.cart.setQuantity(shop.cart.state.cart!.lines[0]!.key, 2 ** 31 - 1);
    expect(await held(world)).to.deep.equal(['ember-key*2147483647']);
  });

  it('to give one gift to two is refused', async () => {
    const {world, shop} = await shopWithKeys();
    const error = await failure(
      shop.cart.add({
        productId: 'ember-key',
        giftToCustomerId: '1',
        giftTo: {platform: 'minecraft', id: 'Lumen_Fox'},
      }),
    );
    expect(error).to.include({name: 'PaynowError', kind: 'configuration'});
    expect((error as Error).message).to.match(/giftTo and giftToCustomerId/);
    await expectUntouched(world, shop);
  });

  for (const key of ['no-such-line', '', 'x'.repeat(5000)]) {
    it(`to change the line ${key.slice(0, 12)} that is not there is refused`, async () => {
      const {world, shop} = await shopWithKeys();
      for (const error of [await failure(shop.cart.setQuantity(key, 1)), await failure(shop.cart.remove(key))]) {
        expect(error).to.include({name: 'PaynowError', kind: 'configuration', code: 'unknown-line'});
        expect((error as Error).message.length).to.be.below(150);
      }
      await expectUntouched(world, shop);
    });
  }

  const wishes: [string, LineRequest, Record<string, unknown>][] = [
    ['an unknown product', {productId: 'no-such-thing'}, {kind: 'http', status: 404, code: 'product-not-found'}],
    ['a product without a name', {productId: ''}, {kind: 'configuration'}],
    ['no product at all', {} as LineRequest, {kind: 'configuration'}],
    ['a product that is a step in a path', {productId: '..'}, {kind: 'configuration'}],
    [
      'a product that needs a game server',
      {productId: 'starter-kit'},
      {kind: 'configuration', code: 'choice-required'},
    ],
    ['a product that needs a choice', {productId: 'name-colour'}, {kind: 'configuration', code: 'choice-required'}],
    [
      'a product with half of its choices',
      {productId: 'pet-fox', customVariables: {coat: 'red'}},
      {kind: 'configuration', code: 'choice-required'},
    ],
    ['a product that is sold out', {productId: 'dragon-egg'}, {kind: 'configuration', code: 'sold-out'}],
    [
      "another product's game server",
      {productId: 'starter-kit', gameserverId: '7'},
      {kind: 'configuration', code: 'unknown-gameserver'},
    ],
    [
      'a subscription to what is sold once',
      {productId: 'ember-key', subscription: true},
      {kind: 'configuration', code: 'no-subscription'},
    ],
    ['a trial of what has none', {productId: 'ember-key', trial: true}, {kind: 'configuration'}],
    [
      'a subscription as a gift',
      {productId: 'legend', giftToCustomerId: '1'},
      {kind: 'configuration', code: 'gift-subscription'},
    ],
    [
      'a gift of what is none',
      {productId: 'server-boost', giftToCustomerId: '1'},
      {kind: 'configuration', code: 'gift-disabled'},
    ],
  ];
  for (const [name, wish, expected] of wishes) {
    it(`to add ${name} is refused, before and after the product is known`, async () => {
      const {world, shop} = await shopWithKeys();
      for (let time = 0; time < 2; time++) {
        const error = await failure(shop.cart.add(wish));
        expect(error, String(error)).to.include({name: 'PaynowError', ...expected});
        for (const {id} of shop.cart.state.notices) await shop.cart.dismiss(id);
        await expectUntouched(world, shop);
      }
    });
  }

  it('to add for two different reasons at once: each is told its own', async () => {
    const {world, shop} = await shopWithKeys();
    const [good, soldOut, unknown] = await Promise.allSettled([
      shop.cart.add({productId: 'frost-key'}),
      shop.cart.add({productId: 'dragon-egg'}),
      shop.cart.add({productId: 'no-such-thing'}),
    ]);
    expect(good).to.have.nested.property('value.slug', 'frost-key');
    expect(soldOut).to.have.nested.property('reason.code', 'sold-out');
    expect(unknown).to.have.nested.property('reason.status', 404);
    expect(await held(world)).to.deep.equal(['ember-key*2', 'frost-key*1']);
    expect(shown(shop)).to.deep.equal(['ember-key*2', 'frost-key*1']);
  });

  it("to pay an empty cart, or nobody's, is refused and nothing is sent", async () => {
    const {world, shop} = await shopInWorld();
    await shop.cart.refresh();
    expect(await failure(shop.cart.checkout())).to.include({kind: 'configuration', code: 'cart-empty'});
    const guest = await openShop(world, {customerToken: undefined});
    await guest.cart.add({productId: 'ember-key'});
    expect(await failure(guest.cart.checkout())).to.include({kind: 'auth', code: 'signed-out'});
    expect(await requests(world, 'POST', '/v1/store/cart/checkout')).to.equal(0);
  });

  it('a notice that is gone is neither tried again nor a fault', async () => {
    const {world, shop} = await shopWithKeys();
    await shop.cart.retry('no-such-notice');
    await shop.cart.dismiss('no-such-notice');
    await expectUntouched(world, shop);
  });
});

describe('a shop that cannot be right', function () {
  this.timeout(20_000);

  it('is unknown to the API: said as such, and nothing of the customer is touched', async () => {
    const {world} = await shopWithKeys();
    const stranger = await openShop(world, {});
    Object.assign(stranger, {id: '999999999999999999'});
    const error = await failure(stranger.cart.refresh().then(() => stranger.catalog.products()));
    expect(error).to.include({name: 'PaynowError', kind: 'http'});
    expect(await held(world)).to.deep.equal(['ember-key*2']);
  });

  for (const [name, customerToken] of [
    ['of another store', 'demo-rust'],
    ['made up', 'nonsense'],
    ['expired', 'expired-demo'],
    ['with the word Customer', 'Customer abc'],
    ['of two lines', 'a\nb'],
  ]) {
    it(`has a token ${name}: nobody is signed in or it is a failure, and the products are there`, async () => {
      const {world} = await shopWithKeys();
      const shop = await openShop(world, {customerToken});
      const error: unknown = await shop.cart.refresh().then(
        () => null,
        (reason: unknown) => reason,
      );
      expect(shop.cart.state.status, String(error)).to.be.oneOf(['signed-out', 'failed']);
      expect(shop.cart.state.cart).to.equal(null);
      expect(String(error)).to.not.contain(customerToken);
      expect(await held(world)).to.deep.equal(['ember-key*2']);
      if (error === null) expect(await shop.catalog.product('ember-key')).to.include({slug: 'ember-key'});
    });
  }
});
