import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {nextFrame, once, until} from '../support/dom.js';
import {openShopPage} from './frames.js';
import {closeShop, held, openShop, requests, shopInWorld, shown, statusOf} from './shops.js';

describe('signing out', function () {
  this.timeout(20_000);

  it('ends the session in every tab, and each document hears of it once', async () => {
    const {world, shop: unused} = await shopInWorld();
    expect(unused.session.state.status).to.equal('unknown');
    const [{page: one, shop}, {page: two, shop: other}] = [await openShopPage(world), await openShopPage(world)];
    await shop.cart.add({productId: 'ember-key'});
    await until(() => shown(other).length === 1);
    const {customer} = shop.session.state;
    await shop.session.signOut();
    await until(() => statusOf(other) === 'signed-out, signed-out');
    expect(statusOf(shop)).to.equal('signed-out, signed-out');
    for (const {facts} of [one, two]) {
      const out = facts.filter(({type}) => type === 'paynow-sign-out');
      expect(out.map(({detail}: CustomEvent) => detail as unknown)).to.deep.equal([{storeId: world.storeId, customer}]);
    }
    await world.clearLog();
    await Promise.all([shop.cart.refresh(), other.cart.refresh()]);
    // The products are there for everybody.
    expect((await world.log()).filter(({path}) => !path.includes('/products'))).to.deep.equal([]);
    expect(await held(world)).to.deep.equal(['ember-key*1']);
  });

  it('reaches a tab that only shows the cart, too', async () => {
    const {world} = await shopInWorld();
    const [{shop}, {shop: reader}] = [await openShopPage(world), await openShopPage(world)];
    await shop.session.signOut();
    await until(() => statusOf(reader) === 'signed-out, signed-out');
  });

  it('has the products read anew, for nobody', async () => {
    const {world, shop} = await shopInWorld();
    await shop.catalog.product('ember-key');
    await world.clearLog();
    await shop.session.signOut();
    const [read] = await until(async () => {
      const seen = (await world.log()).filter(({path}) => path === '/v1/store/products/ember-key');
      return seen.length && seen;
    });
    expect(read!.headers).to.not.have.property('authorization');
  });

  it('shows nothing of the customer any more, even if an answer still comes', async () => {
    const answers: (() => void)[] = [];
    let holding = false;
    const {shop} = await shopInWorld({
      fetch: async request => {
        const answer = await fetch(new Request(request, {signal: null}));
        if (holding)
          await new Promise<void>(go => {
            answers.push(go);
          });
        return answer;
      },
    });
    await shop.cart.add({productId: 'ember-key'});
    const seen: string[] = [];
    holding = true;
    const refreshed = shop.cart.refresh().catch(() => {});
    await until(() => answers.length === 1);
    await shop.session.signOut();
    shop.cart.addEventListener('change', () => seen.push(statusOf(shop)));
    answers[0]!();
    await refreshed;
    await nextFrame();
    expect(statusOf(shop)).to.equal('signed-out, signed-out');
    expect(seen.every(status => status === 'signed-out, signed-out')).to.equal(true);
    expect(shown(shop)).to.deep.equal([]);
  });

  it('is undone by a token, the same one included', async () => {
    const {world, shop} = await shopInWorld({customerToken: undefined});
    const token = await world.token();
    const signIns: CustomEvent[] = [];
    const listening = new AbortController();
    document.addEventListener('paynow-sign-in', event => signIns.push(event), {signal: listening.signal});
    shop.session.useToken(token);
    await shop.cart.refresh();
    for (let time = 0; time < 2; time++) {
      await shop.session.signOut();
      expect(statusOf(shop)).to.equal('signed-out, signed-out');
      shop.session.useToken(token);
      await shop.cart.refresh();
      expect(statusOf(shop)).to.equal('signed-in, ready');
    }
    listening.abort();
    expect(signIns.map(({detail}) => (detail as {storeId: string}).storeId)).to.deep.equal([
      world.storeId,
      world.storeId,
    ]);
  });

  it('is announced once, and not at all when nobody was signed in', async () => {
    const {shop} = await shopInWorld();
    await shop.cart.refresh();
    let said = 0;
    const listening = new AbortController();
    document.addEventListener(
      'paynow-sign-out',
      () => {
        said++;
      },
      {signal: listening.signal},
    );
    await Promise.all([shop.session.signOut(), shop.session.signOut()]);
    await shop.session.signOut();
    listening.abort();
    expect(said).to.equal(1);
  });
});

describe('another customer', function () {
  this.timeout(20_000);

  it('sees their own cart, never that of the one before, and gets none of their changes', async () => {
    const {world, shop} = await shopInWorld();
    const [first, second] = [
      await world.token({customer: 'Ember_First'}),
      await world.token({customer: 'Ember_Second'}),
    ];
    shop.session.useToken(first);
    await shop.cart.add({productId: 'ember-key', quantity: 3});
    const theirs = shop.cart.state.cart!.customer_id;
    await world.faults([{kind: 'status', status: 503, retryAfter: 1, match: {method: 'PUT'}}]);
    const lost = shop.cart.setQuantity(shop.cart.state.cart!.lines[0]!.key, 7).catch((error: unknown) => error);
    await until(async () => (await requests(world, 'PUT', '/v1/store/cart/lines')) === 2);
    const seen = new Set<string | undefined>();
    shop.session.useToken(second);
    shop.cart.addEventListener('change', () => seen.add(shop.cart.state.cart?.customer_id));
    await shop.cart.refresh();
    expect([...seen]).to.not.include(theirs);
    expect(shown(shop)).to.deep.equal([]);
    expect(await lost).to.include({name: 'PaynowError', kind: 'auth'});
    const {carts} = await world.state();
    expect(Object.values(carts).filter(({lines}) => lines.length)).to.have.length(1);
    shop.session.useToken(first);
    await until(() => shop.cart.state.status === 'ready' && shop.cart.state.pending === 0);
    expect(await held(world)).to.deep.equal(['ember-key*7']);
    expect(shown(shop)).to.deep.equal(['ember-key*7']);
  });
});

describe('an answer for the customer before', function () {
  this.timeout(30_000);

  for (const [status, method] of [[503, 'GET'], [503, 'PUT'], [400, 'PUT'], [401, 'GET']] as const) {
    it(`says nothing to the one after, even if they meet on the way: ${status} to a ${method}`, async () => {
      const {world} = await shopInWorld();
      const [first, second] = [await world.token({customer: 'Ember_First'}), await world.token()];
      // From the end of the answer to whoever asked there are so many small steps at most.
      for (let steps = 0; steps < 20; steps += 1) {
        let answer: (() => void) | undefined;
        const answers = async (request: Request): Promise<Response> => {
          const isTheirs = request.headers.get('authorization')?.includes(first) && request.method === method;
          if (!isTheirs || !request.url.includes('/v1/store/cart')) return fetch(request);
          return new Response(new ReadableStream({start: body => { answer = () => body.error(); }}), {status});
        };
        const shop = await openShop(world, {customerToken: first, fetch: answers});
        shop.cart.addEventListener('change', () => {});
        if (method === 'PUT') shop.cart.add({productId: 'ember-key'}).catch(() => {});
        await until(() => answer);
        answer!();
        for (let step = 0; step < steps; step += 1) await Promise.resolve();
        shop.session.useToken(second);
        await until(() => shop.cart.state.status !== 'loading');
        await (await shop.engine()).cart.idle();
        expect([statusOf(shop), shop.cart.state.error], `${steps}`).to.deep.equal(['signed-in, ready', null]);
        await closeShop(shop);
        localStorage.clear();
      }
    });
  }
});

describe('a session, whatever happens in whatever order', function () {
  this.timeout(60_000);

  it('ends as the last thing says, and never shows the cart of somebody else', async () => {
    const {world} = await shopInWorld();
    const tokens = {
      ann: await world.token({customer: 'Ember_Ann'}),
      bob: await world.token({customer: 'Ember_Bob'}),
      refused: 'refused',
    };
    const ids: Record<string, string> = {};
    for (const name of ['ann', 'bob'] as const) {
      const shop = await openShop(world, {customerToken: tokens[name]});
      await shop.cart.refresh();
      ids[name] = shop.cart.state.cart!.customer_id;
    }
    const step = fc.constantFrom('ann', 'bob', 'refused', 'out', 'look', 'currency', 'wait');
    await fc.assert(
      fc.asyncProperty(fc.array(step, {maxLength: 12}), async steps => {
        const shop = await openShop(world, {customerToken: tokens.ann});
        let who: string | null = 'ann';
        const strangers: string[] = [];
        shop.cart.addEventListener('change', () => {
          const {cart: seen} = shop.cart.state;
          if (seen?.customer_id && seen.customer_id !== ids[who ?? ''])
            strangers.push(`${seen.customer_id} for ${who}`);
        });
        for (const next of steps) {
          if (next === 'out') {
            await shop.session.signOut();
            who = null;
          } else if (next === 'look') void shop.cart.refresh().catch(() => {});
          else if (next === 'currency') shop.configure({currency: shop.config.currency === 'usd' ? 'eur' : 'usd'});
          else if (next === 'wait')
            await Promise.race([once(shop.cart, 'change'), shop.cart.refresh().catch(() => {})]);
          else {
            who = next === 'refused' ? null : next;
            shop.session.useToken(tokens[next]);
          }
        }
        await shop.cart.refresh().catch(() => {});
        await shop.cart.refresh().catch(() => {});
        expect(strangers).to.deep.equal([]);
        expect(statusOf(shop)).to.equal(who ? 'signed-in, ready' : 'signed-out, signed-out');
        if (who)
          expect(shop.cart.state.cart).to.include({customer_id: ids[who], currency: shop.config.currency ?? 'eur'});
      }),
      {numRuns: 40},
    );
  });
});
