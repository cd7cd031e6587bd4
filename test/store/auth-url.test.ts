import {expect} from '@open-wc/testing';
import {timing} from '../../src/store/retry.js';
import {until} from '../support/dom.js';
import {authSite, signedIn} from './auth-site.js';
import {held, shopInWorld} from './shops.js';

/** A shop whose site knows the customer, or says what `answer` makes of their token. */
const shopOfSite = async (answer: (token: string) => Response | (() => Response | Promise<Response>) = signedIn) => {
  const site = authSite();
  const {world, shop} = await shopInWorld({customerToken: undefined, authUrl: site.authUrl});
  const token = await world.token();
  site.answers(answer(token));
  return {site, world, shop, token};
};

const inAnHour = (): string => new Date(Date.now() + 3_600_000).toISOString();

describe('auth-url', function () {
  this.timeout(20_000);

  it('is asked once, with cookies, for all that needs a token', async () => {
    const {site, world, shop} = await shopOfSite(token => signedIn(token, inAnHour()));
    await Promise.all([shop.cart.refresh(), shop.catalog.product('vip'), shop.cart.add({productId: 'ember-key'})]);
    expect(site.asked).to.have.length(1);
    expect(site.asked[0]!.url).to.equal(`${location.origin}${site.authUrl}`);
    expect(site.asked[0]!.init).to.deep.include({credentials: 'include'});
    expect(await held(world)).to.deep.equal(['ember-key*1']);
    expect(shop.session.state.status).to.equal('signed-in');
  });

  it('is not asked as long as nothing needs it, nor when the page has a token', async () => {
    const {site, world, shop, token} = await shopOfSite();
    await shop.engine();
    expect(site.asked).to.have.length(0);
    shop.configure({customerToken: token});
    await shop.cart.refresh();
    expect(site.asked).to.have.length(0);
    expect(await world.log()).to.have.length(1);
  });

  for (const status of [204, 401, 403]) {
    it(`says with ${status} that nobody is signed in: no failure, nothing sent, and a guest's cart`, async () => {
      const {site, world, shop} = await shopOfSite(() => new Response(null, {status}));
      await shop.cart.refresh();
      expect(shop.cart.state).to.include({status: 'signed-out', error: null});
      expect(shop.session.state).to.include({status: 'signed-out', customer: null});
      await shop.cart.add({productId: 'ember-key'});
      expect(shop.cart.state.cart?.lines.map(({slug}) => slug)).to.deep.equal(['ember-key']);
      expect((await world.log()).filter(({path}) => path.includes('cart'))).to.deep.equal([]);
      expect(site.asked.length).to.be.at.most(2);
    });
  }

  it('is tried again when it stumbles, and then signs in', async () => {
    const {site, shop, token} = await shopOfSite();
    const answers = [new Response('', {status: 500}), new Response('', {status: 503}), signedIn(token)];
    site.answers(() => answers.shift() ?? signedIn(token));
    await shop.cart.refresh();
    expect(shop.cart.state.status).to.equal('ready');
    expect(site.asked).to.have.length(3);
  });

  it('that stays broken is a failure, said as such; trying again later works', async () => {
    const {site, shop, token} = await shopOfSite(() => new Response('', {status: 500}));
    const error: unknown = await shop.cart.refresh().catch((reason: unknown) => reason);
    expect(error).to.include({name: 'PaynowError', kind: 'http', status: 500, message: 'auth-url: 500'});
    expect(shop.cart.state).to.include({status: 'failed', error});
    expect(site.asked).to.have.length(timing.tries);
    site.answers(signedIn(token));
    await shop.cart.refresh();
    expect(shop.cart.state).to.include({status: 'ready', error: null});
  });

  it('that cannot be reached is a failure of the network', async () => {
    const {shop} = await shopOfSite(() => () => Promise.reject(new TypeError('Failed to fetch')));
    const error: unknown = await shop.cart.refresh().catch((reason: unknown) => reason);
    expect(error).to.include({name: 'PaynowError', kind: 'network'});
  });

  it('that never answers is given up after a while, like the API', async () => {
    Object.assign(timing, {timeout: 60, tries: 2});
    const {shop} = await shopOfSite(() => () => new Promise(() => {}));
    const error: unknown = await shop.cart.refresh().catch((reason: unknown) => reason);
    expect(error).to.include({name: 'PaynowError', kind: 'timeout'});
    expect(shop.cart.state.status).to.equal('failed');
  });

  const odd: [string, () => Response][] = [
    ['is not JSON', () => new Response('<h1>Sign in</h1>')],
    ['is empty', () => new Response('')],
    ['is null', () => Response.json(null)],
    ['is a bare string', () => Response.json('token')],
    ['has no token', () => Response.json({})],
    ['has a token that is no string', () => Response.json({customer_token: 7})],
  ];
  for (const [name, answer] of odd) {
    it(`whose answer ${name} is named to the developer, and not asked again and again`, async () => {
      const {site, shop} = await shopOfSite(answer);
      const error: unknown = await shop.cart.refresh().catch((reason: unknown) => reason);
      expect(error).to.include({name: 'PaynowError', kind: 'schema', status: 200});
      expect((error as Error).message).to.match(/^auth-url: /);
      expect(shop.cart.state.status).to.equal('failed');
      expect(site.asked).to.have.length(1);
    });
  }

  it('is asked again a minute before the token ends, and not earlier', async () => {
    const {site, world, shop} = await shopOfSite();
    const [early, late] = [await world.token(), await world.token()];
    site.answers(signedIn(early, new Date(Date.now() + 120_000).toISOString()));
    await shop.cart.refresh();
    const now = Date.now;
    const started = now();
    try {
      Date.now = () => started + 59_000;
      await shop.cart.refresh();
      expect(site.asked).to.have.length(1);
      site.answers(signedIn(late, new Date(started + 3_600_000).toISOString()));
      Date.now = () => started + 61_000;
      await shop.cart.refresh();
      await shop.cart.refresh();
      expect(site.asked).to.have.length(2);
    } finally {
      Date.now = now;
    }
    expect(shop.cart.state.status).to.equal('ready');
  });

  const strangeTimes: [string, unknown][] = [
    ['is over already', new Date(Date.now() - 1000).toISOString()],
    ['is in less than a minute', new Date(Date.now() + 30_000).toISOString()],
    ['is null', null],
    ['is nonsense', 'tomorrow'],
    ['is a number of seconds', Math.floor(Date.now() / 1000) + 3600],
    ['is a number of milliseconds', Date.now() + 3_600_000],
    ['is an object', {}],
  ];
  for (const [name, expires] of strangeTimes) {
    it(`gives a token whose end ${name}: it is used, and the site is not flooded`, async () => {
      const {site, shop} = await shopOfSite(token => signedIn(token, expires));
      await shop.cart.refresh();
      expect(shop.cart.state.status).to.equal('ready');
      await shop.cart.refresh();
      expect(site.asked.length).to.be.at.most(2);
    });
  }

  it('gives a fresh token for one that the API refuses; all requests share that one question', async () => {
    const {site, world, shop, token} = await shopOfSite(() => signedIn('refused'));
    const [product] = await Promise.all([shop.catalog.product('vip'), until(() => site.asked.length > 0)]);
    expect(product.slug).to.equal('vip');
    site.asked.length = 0;
    site.answers(signedIn(token));
    await Promise.all([
      shop.cart.refresh(),
      shop.catalog.products(),
      shop.catalog.product('ember-key'),
      shop.cart.add({productId: 'frost-key'}),
    ]);
    expect(await held(world)).to.deep.equal(['frost-key*1']);
    expect(site.asked.length).to.be.at.most(2);
  });

  it('signs in again when the shopper has signed in on the site meanwhile', async () => {
    const {site, world, shop, token} = await shopOfSite(() => new Response(null, {status: 204}));
    await shop.cart.add({productId: 'ember-key'});
    expect(shop.cart.state.status).to.equal('signed-out');
    site.answers(signedIn(token));
    await shop.cart.refresh();
    await until(() => shop.cart.state.status === 'ready' && shop.cart.state.pending === 0);
    expect(await held(world)).to.deep.equal(['ember-key*1']);
  });
});
