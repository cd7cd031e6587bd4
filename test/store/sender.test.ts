import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {timing} from '../../src/store/retry.js';
import {until} from '../support/dom.js';
import type {Fault} from '../support/sandbox.js';
import {held, requests, shopInWorld, shown} from './shops.js';

const lines = '/v1/store/cart/lines';

describe('a request that the server turns away or loses', function () {
  this.timeout(20_000);

  it('goes out again after the time that it asked for, not before', async () => {
    const sent: number[] = [];
    const {world, shop} = await shopInWorld({
      fetch: async request => {
        if (request.method === 'PUT') sent.push(performance.now());
        return fetch(request);
      },
    });
    await shop.catalog.product('ember-key');
    await world.faults([{kind: 'status', status: 429, retryAfter: 1, match: {method: 'PUT'}}]);
    await shop.cart.add({productId: 'ember-key', quantity: 2});
    expect(sent).to.have.length(2);
    expect(sent[1]! - sent[0]!).to.be.within(1000, 2500);
    expect(await held(world)).to.deep.equal(['ember-key*2']);
  });

  it('with 502, then 429, then takes it, is one change, done once', async () => {
    const {world, shop} = await shopInWorld();
    const put = {method: 'PUT'};
    await world.faults([
      {kind: 'status', status: 502, match: put},
      {kind: 'status', status: 429, retryAfter: 0, match: put},
    ]);
    await shop.cart.add({productId: 'ember-key', quantity: 2});
    expect((await world.log()).filter(({path}) => path === lines).map(({status}) => status)).to.deep.equal([
      502, 429, 204,
    ]);
    expect(await held(world)).to.deep.equal(['ember-key*2']);
    expect(shop.cart.state.notices).to.deep.equal([]);
  });

  it('until the patience is over: taken back, said with the reason, and tried again when asked', async () => {
    const {world, shop} = await shopInWorld();
    await shop.cart.add({productId: 'frost-key'});
    await world.clearLog();
    await world.faults([{kind: 'status', status: 503, times: -1, match: {method: 'PUT'}}]);
    const refused: unknown = await shop.cart
      .add({productId: 'ember-key', quantity: 2})
      .catch((reason: unknown) => reason);
    expect(refused).to.include({name: 'PaynowError', kind: 'http', status: 503});
    expect(await requests(world, 'PUT', lines)).to.equal(timing.tries);
    await until(() => shop.cart.state.pending === 0);
    expect(shown(shop)).to.deep.equal(['frost-key*1']);
    const [notice] = shop.cart.state.notices;
    expect(notice).to.include({action: 'add', quantity: 2, name: 'Ember Key', error: refused});
    await world.clearFaults();
    await shop.cart.retry(notice!.id);
    expect(await held(world)).to.deep.equal(['frost-key*1', 'ember-key*2']);
    expect(shop.cart.state.notices).to.deep.equal([]);
  });

  it('keeps a later change of another line from being lost', async () => {
    const {world, shop} = await shopInWorld();
    await Promise.all([shop.catalog.product('ember-key'), shop.catalog.product('frost-key')]);
    await world.faults([{kind: 'status', status: 400, match: {method: 'PUT'}}]);
    const [first, second] = await Promise.allSettled(
      ['ember-key', 'frost-key'].map(productId => shop.cart.add({productId})),
    );
    expect([first!.status, second!.status]).to.deep.equal(['rejected', 'fulfilled']);
    expect(await held(world)).to.deep.equal(['frost-key*1']);
  });

  it('and that arrives only after the cart was looked at adds once all the same', async () => {
    let late: Request | undefined;
    const {world, shop} = await shopInWorld({
      fetch: async request => {
        if (request.method !== 'PUT') return fetch(request);
        if (!late) {
          late = request.clone();
          throw new TypeError('Failed to fetch');
        }
        await fetch(late);
        return fetch(request);
      },
    });
    await shop.cart.add({productId: 'ember-key', quantity: 2});
    expect(await requests(world, 'PUT', lines)).to.equal(2);
    expect(await held(world)).to.deep.equal(['ember-key*2']);
    expect(shown(shop)).to.deep.equal(['ember-key*2']);
  });

  it('and that arrives only when its repetition was turned away is not sent a third time', async () => {
    let late: Request | undefined;
    let sent = 0;
    const {world, shop} = await shopInWorld({
      fetch: async request => {
        if (request.method !== 'PUT' || ++sent > 2) return fetch(request);
        if (late) {
          await fetch(late);
          return new Response('{}', {status: 429, headers: {'retry-after': '0', 'content-type': 'application/json'}});
        }
        late = request.clone();
        throw new TypeError('Failed to fetch');
      },
    });
    await shop.cart.add({productId: 'ember-key', quantity: 2});
    expect(sent).to.equal(2);
    expect(await held(world)).to.deep.equal(['ember-key*2']);
  });

  it('and that has arrived is not drawn on top of the cart that shows it', async () => {
    const {world, shop} = await shopInWorld();
    await Promise.all([shop.cart.refresh(), shop.catalog.product('ember-key')]);
    const seen: number[] = [];
    shop.cart.addEventListener('change', () => seen.push(shop.cart.state.cart!.quantity));
    await world.faults([{kind: 'drop-after', match: {method: 'PUT'}}]);
    await shop.cart.add({productId: 'ember-key', quantity: 2});
    await until(() => shop.cart.state.pending === 0);
    expect([...new Set(seen)]).to.deep.equal([2]);
  });

  it('and that nobody answered for long is still given its time to arrive', async () => {
    timing.late = 300;
    let [lost, compared] = [0, 0];
    const {world, shop} = await shopInWorld({
      fetch: async request => {
        if (lost && request.method === 'GET') compared ||= performance.now();
        return fetch(request).catch((error: unknown) => {
          lost = performance.now();
          throw error;
        });
      },
    });
    await Promise.all([shop.cart.refresh(), shop.catalog.product('ember-key')]);
    await world.faults([{kind: 'drop-after', ms: 400, match: {method: 'PUT'}}]);
    await shop.cart.add({productId: 'ember-key', quantity: 2});
    expect(compared - lost).to.be.at.least(timing.late - 5);
    expect(await held(world)).to.deep.equal(['ember-key*2']);
  });

  const ends: [string, Fault][] = [
    ['refused', {kind: 'status', status: 404, match: {method: 'PUT'}}],
    ['lost until the patience is over', {kind: 'drop-before', times: -1, match: {method: 'PUT'}}],
  ];
  for (const [name, fault] of ends) {
    it(`and was done all the same is no failure when its repetition is ${name}`, async () => {
      const {world, shop} = await shopInWorld();
      await shop.cart.add({productId: 'ember-key'});
      await world.faults([{kind: 'drop-after', match: {method: 'PUT'}}, fault]);
      await shop.cart.setQuantity(shop.cart.state.cart!.lines[0]!.key, 4);
      expect(await requests(world, 'PUT', lines)).to.be.above(2);
      expect(shown(shop)).to.deep.equal(['ember-key*4']);
      expect(shop.cart.state.notices).to.deep.equal([]);
    });
  }

  const kinds: Fault['kind'][] = ['drop-before', 'drop-after', 'status'];
  it('in any order of losses and refusals, fewer than the patience, adds once', async () => {
    const fault: fc.Arbitrary<Fault> = fc.record({
      kind: fc.constantFrom(...kinds),
      status: fc.constantFrom(429, 502, 503),
      retryAfter: fc.constant(0),
      match: fc.constant({method: 'PUT'}),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fault, {maxLength: 3}), fc.integer({min: 1, max: 9}), async (faults, quantity) => {
        const {world, shop} = await shopInWorld();
        await world.faults(faults);
        await shop.cart.add({productId: 'ember-key', quantity});
        expect(await held(world)).to.deep.equal([`ember-key*${quantity}`]);
        expect(shown(shop)).to.deep.equal([`ember-key*${quantity}`]);
      }),
      {numRuns: 15},
    );
  });
});
