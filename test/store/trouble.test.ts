import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {timing} from '../../src/store/retry.js';
import type {Shop} from '../../src/store/shop.js';
import {until} from '../support/dom.js';
import type {Fault, World} from '../support/sandbox.js';
import {held, openShop, requests, shopInWorld, shown} from './shops.js';

const cart = '/v1/store/cart';

const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => {
      throw new Error('It should have failed.');
    },
    (error: unknown) => error,
  );

/** A customer's second page: the cart holds three keys, and the page does not know it yet. */
const secondPage = async (): Promise<{world: World; shop: Shop}> => {
  const {world, shop} = await shopInWorld();
  await shop.cart.add({productId: 'ember-key', quantity: 3});
  const second = await openShop(world);
  await world.clearLog();
  return {world, shop: second};
};

/** What a page gets to see, for how long, and what is said of it. */
const troubles: [string, Fault, Record<string, unknown>, isPassing: boolean][] = [
  ['drops every request', {kind: 'drop-before'}, {kind: 'network'}, true],
  ['loses every answer', {kind: 'drop-after'}, {kind: 'network'}, true],
  ['answers 500', {kind: 'status', status: 500}, {kind: 'http', status: 500}, true],
  ['answers 503 with a page of a proxy', {kind: 'html', status: 503}, {kind: 'http', status: 503}, true],
  ['is too busy for anybody', {kind: 'status', status: 429, retryAfter: 0}, {kind: 'http', status: 429}, true],
  ['answers with half of its JSON', {kind: 'malformed'}, {kind: 'schema'}, false],
  ['answers with a page instead of JSON', {kind: 'html', status: 200}, {kind: 'schema'}, false],
  ['answers in another shape', {kind: 'wrong-shape'}, {kind: 'schema'}, false],
  ['answers null', {kind: 'wrong-shape', body: null}, {kind: 'schema'}, false],
  ['answers with a list', {kind: 'wrong-shape', body: []}, {kind: 'schema'}, false],
  ['answers nothing at all', {kind: 'malformed', body: ''}, {kind: 'schema'}, false],
  ['does not stop answering', {kind: 'endless'}, {kind: 'schema'}, false],
  ['forbids it', {kind: 'status', status: 403}, {kind: 'http', status: 403}, false],
  ['knows no such store', {kind: 'status', status: 404}, {kind: 'http', status: 404}, false],
];

describe('a server that', function () {
  this.timeout(60_000);

  for (const [name, fault, expected, isPassing] of troubles) {
    it(`${name} when the cart is read: failed, with the error; nothing is lost, and trying again works`, async () => {
      const {world, shop} = await secondPage();
      await world.faults([{...fault, times: -1}]);
      const error = await failure(shop.cart.refresh());
      expect(error).to.include({name: 'PaynowError', ...expected});
      expect(shop.cart.state).to.include({status: 'failed', error, cart: null, pending: 0, offline: false});
      expect(await requests(world, 'GET', cart)).to.equal(isPassing ? timing.tries : 1);
      await world.clearFaults();
      await shop.cart.refresh();
      expect(shop.cart.state).to.include({status: 'ready', error: null});
      expect(shown(shop)).to.deep.equal(['ember-key*3']);
    });

    it(`${name} when the cart is read again: what is shown stays, and the error stands beside it`, async () => {
      const {world, shop} = await secondPage();
      await shop.cart.refresh();
      await world.faults([{...fault, times: -1}]);
      const error = await failure(shop.cart.refresh());
      expect(error).to.include({name: 'PaynowError', ...expected});
      expect(shop.cart.state).to.include({status: 'ready', error});
      expect(shown(shop)).to.deep.equal(['ember-key*3']);
    });

    it(`${name} when something is pressed: taken back, said, and brought about by trying again`, async () => {
      const {world, shop} = await secondPage();
      await Promise.all([shop.cart.refresh(), shop.catalog.product('frost-key'), shop.catalog.product('ember-key')]);
      await world.faults([{...fault, times: -1}]);
      const [line] = shop.cart.state.cart!.lines;
      const answers = await Promise.all([
        shop.cart.setQuantity(line!.key, 5).catch((error: unknown) => error),
        shop.cart.add({productId: 'frost-key'}).catch((error: unknown) => error),
      ]);
      await world.clearFaults();
      // An answer that was lost or read wrongly may have had its effect; then the cart shows it and nothing is said.
      const refused = answers.filter(answer => (answer as Error).name === 'PaynowError');
      expect(shop.cart.state.notices.length).to.be.at.most(refused.length);
      await until(() => shop.cart.state.pending === 0);
      for (const {id} of shop.cart.state.notices) await shop.cart.retry(id);
      await shop.cart.refresh();
      expect(shown(shop)).to.deep.equal(['ember-key*5', 'frost-key*1']);
      expect(await held(world)).to.deep.equal(['ember-key*5', 'frost-key*1']);
      expect(shop.cart.state).to.deep.include({status: 'ready', pending: 0, error: null, notices: []});
    });
  }

  it('fails while a product is looked at takes the press back with a notice, and trying again brings it', async () => {
    const {world, shop} = await secondPage();
    await world.faults([{kind: 'drop-before', times: -1, match: {path: '/v1/store/products'}}]);
    const error = await failure(shop.cart.add({productId: 'frost-key', quantity: 2}));
    expect(error).to.include({name: 'PaynowError', kind: 'network'});
    const [notice] = shop.cart.state.notices;
    expect(notice).to.deep.include({action: 'add', quantity: 2, error});
    await world.clearFaults();
    await shop.cart.retry(notice!.id);
    expect(await held(world)).to.deep.equal(['ember-key*3', 'frost-key*2']);
    expect(shop.cart.state.notices).to.deep.equal([]);
  });

  it('is full of faults in any order never costs what is in the cart already', async () => {
    const kind = fc.constantFrom<Fault['kind']>(
      'status',
      'drop-before',
      'drop-after',
      'malformed',
      'html',
      'wrong-shape',
    );
    const fault: fc.Arbitrary<Fault> = fc.record({
      kind,
      status: fc.constantFrom(400, 403, 404, 409, 422, 429, 500, 503),
      retryAfter: fc.constant(0),
      match: fc.constantFrom({method: 'PUT'}, {method: 'GET', path: cart}, {path: '/v1/store/products'}),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fault, {maxLength: 12}), async faults => {
        const {world, shop} = await secondPage();
        await world.faults(faults);
        const added = await shop.cart.add({productId: 'frost-key'}).then(
          () => true,
          () => false,
        );
        await shop.cart.refresh().catch(() => {});
        await world.clearFaults();
        await shop.cart.refresh();
        const [keys, frost] = await held(world);
        expect(keys).to.equal('ember-key*3');
        if (added) expect(frost).to.equal('frost-key*1');
        else if (shop.cart.state.notices.length) expect(shop.cart.state.notices[0]!.action).to.equal('add');
        expect(shown(shop)).to.deep.equal(await held(world));
      }),
      {numRuns: 25},
    );
  });
});
