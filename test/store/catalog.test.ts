import {expect} from '@open-wc/testing';
import {createSandbox} from '../../src/sandbox/index.js';
import type {PaynowError} from '../../src/api/errors.js';
import type {ProductEntry} from '../../src/store/catalog-store.js';
import {nextFrame, until} from '../support/dom.js';
import {openShop, requests, shopInWorld} from './shops.js';

const products = '/v1/store/products';

const failure = (promise: Promise<unknown>): Promise<PaynowError> =>
  promise.then(
    () => {
      throw new Error('It should have failed.');
    },
    (error: PaynowError) => error,
  );

/** Every request for products, as `GET /v1/store/products/vip?currency=usd`. */
const asked = async (world: Awaited<ReturnType<typeof shopInWorld>>['world']): Promise<string[]> =>
  (await world.log())
    .filter(({path}) => path.startsWith(products))
    .map(({method, path, query}) => `${method} ${path}?${new URLSearchParams(query as Record<string, string>)}`);

describe('catalogue', function () {
  this.timeout(20_000);

  it('asks for one product by its own route, and never twice for what it knows', async () => {
    const {world, shop} = await shopInWorld();
    const [one, same] = await Promise.all([shop.catalog.product('ember-key'), shop.catalog.product('ember-key')]);
    expect(one).to.equal(same);
    expect(one).to.include({slug: 'ember-key', currency: 'eur'});
    expect(await shop.catalog.product(one.id)).to.equal(one);
    expect(shop.catalog.peek(one.id)).to.equal(shop.catalog.peek('ember-key'));
    expect(await asked(world)).to.deep.equal([`GET ${products}/ember-key?`]);
  });

  it('makes one request of any number of products that are asked for in one turn', async () => {
    const {world, shop} = await shopInWorld();
    const all = ['vip', 'ember-key', 'frost-key', 'mystery-box', '413120560942743552', 'vip'];
    const found = await Promise.all(all.map(key => shop.catalog.product(key)));
    expect(found.map(({slug}) => slug)).to.deep.equal([
      'vip',
      'ember-key',
      'frost-key',
      'mystery-box',
      'ember-key',
      'vip',
    ]);
    expect(await asked(world)).to.deep.equal([`GET ${products}?`]);
    await shop.catalog.product('phoenix-wings');
    expect(await asked(world)).to.have.length(1);
  });

  it('reads the list once when a second product is wanted later', async () => {
    const {world, shop} = await shopInWorld();
    await shop.catalog.product('vip');
    await Promise.all([shop.catalog.product('ember-key'), shop.catalog.product('frost-key')]);
    await shop.catalog.products();
    expect(await asked(world)).to.deep.equal([`GET ${products}/vip?`, `GET ${products}?`]);
  });

  it('filters one list by tag', async () => {
    const {world, shop} = await shopInWorld();
    const [kits, ranks, nothing] = await Promise.all(
      [{tag: 'kits'}, {tag: 'ranks'}, {tag: 'no-such-tag'}].map(filter => shop.catalog.products(filter)),
    );
    expect(kits!.length * ranks!.length).to.be.greaterThan(0);
    expect(kits!.every(({tags}) => tags.some(({slug}) => slug === 'kits'))).to.equal(true);
    expect(nothing).to.deep.equal([]);
    expect(await asked(world)).to.deep.equal([`GET ${products}?`]);
  });

  it('says of an unknown product that it is unknown, and leaves the others alone', async () => {
    const {shop} = await shopInWorld();
    const outcomes = await Promise.allSettled(
      ['vip', 'no-such-thing', 'ember-key'].map(key => shop.catalog.product(key)),
    );
    expect(outcomes.map(({status}) => status)).to.deep.equal(['fulfilled', 'rejected', 'fulfilled']);
    const entry = shop.catalog.peek('no-such-thing');
    expect(entry!.status).to.equal('failed');
    expect(entry!.error).to.include({name: 'PaynowError', kind: 'http', status: 404, code: 'product-not-found'});
    expect(shop.catalog.peek('vip')!.status).to.equal('ready');
  });

  it('finds a product that the list hides', async () => {
    const {world, shop} = await shopInWorld();
    const [, hidden] = await Promise.all([shop.catalog.product('vip'), shop.catalog.product('builders-relic')]);
    expect(hidden).to.include({slug: 'builders-relic', hidden: true});
    expect(await asked(world)).to.deep.equal([`GET ${products}?`, `GET ${products}/builders-relic?`]);
  });

  it('asks again for what could not be read, and then has it', async () => {
    const {world, shop} = await shopInWorld();
    await world.faults([{kind: 'status', status: 404, match: {path: products}, times: 2}]);
    for (const keys of [['vip'], ['vip', 'ember-key']]) {
      const errors = await Promise.all(keys.map(key => failure(shop.catalog.product(key))));
      for (const error of errors) expect(error).to.include({name: 'PaynowError', status: 404});
      for (const key of keys) expect(shop.catalog.peek(key)?.status).to.equal('failed');
    }
    const again = await Promise.all(['vip', 'ember-key'].map(key => shop.catalog.product(key)));
    expect(again.map(({slug}) => slug)).to.deep.equal(['vip', 'ember-key']);
    expect(shop.catalog.peek('vip')?.status).to.equal('ready');
  });

  it('is patient with a server that stumbles', async () => {
    const {world, shop} = await shopInWorld();
    await world.faults([
      {kind: 'drop-before', match: {path: products}},
      {kind: 'status', status: 502, match: {path: products}},
    ]);
    expect(await shop.catalog.product('vip')).to.include({slug: 'vip'});
    expect(await asked(world)).to.have.length(3);
  });

  it('is not stopped by a customer whose token is refused', async () => {
    const {world} = await shopInWorld();
    for (const customerToken of ['refused', () => 'refused', async () => Promise.resolve('refused')]) {
      const shop = await openShop(world, {customerToken});
      expect(await shop.catalog.product('vip')).to.include({slug: 'vip'});
      expect(await shop.catalog.products()).to.not.have.length(0);
    }
  });

  it('hands out frozen entries', async () => {
    const {shop} = await shopInWorld();
    await shop.catalog.product('vip');
    const entry = shop.catalog.peek('vip')!;
    expect(Object.isFrozen(entry)).to.equal(true);
    expect(Object.isFrozen(entry.product)).to.equal(true);
  });
});

describe('a catalogue in another currency or for another customer', function () {
  this.timeout(20_000);

  it('is read again, once, with everything that the page has asked for', async () => {
    const {world, shop} = await shopInWorld();
    await Promise.all(['vip', 'ember-key', 'builders-relic', 'frost-key'].map(key => shop.catalog.product(key)));
    await world.clearLog();
    shop.configure({currency: 'USD'});
    const keys = ['vip', 'ember-key', 'frost-key', 'builders-relic'];
    await until(() => keys.every(key => shop.catalog.peek(key)?.product?.currency === 'usd'), 'the prices in dollars');
    expect((await asked(world)).sort()).to.deep.equal([
      `GET ${products}/builders-relic?currency=usd`,
      `GET ${products}?currency=usd`,
    ]);
  });

  it('is one product when the page has asked for one only', async () => {
    const {world, shop} = await shopInWorld();
    await shop.catalog.product('vip');
    shop.session.useToken(await world.token({customer: 'Lumen_Fox'}));
    await until(async () => (await requests(world, 'GET', `${products}/vip`)) === 2);
    shop.configure({country: 'de'});
    await until(() => shop.catalog.peek('vip')?.product?.pricing?.vat_rate?.percentage === 19);
    expect(await asked(world)).to.have.length(3);
  });

  it('is not read again for a setting that changes no price', async () => {
    const {world, shop} = await shopInWorld();
    await shop.catalog.product('vip');
    shop.configure({theme: 'dark', lang: 'de', checkout: 'overlay', promoCodes: 'SPRING'});
    shop.configure({country: 'de'});
    await until(() => shop.catalog.peek('vip')?.product?.pricing?.vat_rate?.percentage === 19);
    expect(await asked(world)).to.have.length(2);
  });

  it('stays on the screen as it was while it is read, and when it cannot be', async () => {
    const {world, shop} = await shopInWorld();
    await Promise.all([shop.catalog.product('vip'), shop.catalog.product('ember-key')]);
    const seen = new Set<ProductEntry['status'] | undefined>();
    shop.catalog.addEventListener('change', () => seen.add(shop.catalog.peek('vip')?.status));
    await world.faults([{kind: 'status', status: 400, match: {path: products}}]);
    shop.configure({currency: 'usd'});
    await until(async () => (await requests(world, 'GET', products)) === 2);
    await shop.catalog.products();
    expect([...seen]).to.not.include('failed');
    expect(shop.catalog.peek('vip')?.status).to.equal('ready');
  });
});

/** A shop in which the answers about products wait until the test lets them go, in any order. */
const heldBack = async () => {
  const sandbox = createSandbox();
  const waiting: {url: URL; go: () => void; over: Promise<unknown>}[] = [];
  const {shop} = await shopInWorld({
    customerToken: undefined,
    apiUrl: 'https://sandbox.test',
    fetch: async request => {
      const url = new URL(request.url);
      if (!url.pathname.includes('products')) return sandbox(request);
      const answer = sandbox(new Request(request.url, {headers: request.headers}));
      await new Promise<void>(go => {
        waiting.push({url, go, over: answer});
      });
      return answer;
    },
  });
  return {shop, waiting};
};

describe('a late answer', function () {
  this.timeout(20_000);

  it('of the old currency is not waited for and never shows', async () => {
    const {shop, waiting} = await heldBack();
    const shown: (string | undefined)[] = [];
    shop.catalog.addEventListener('change', () => shown.push(shop.catalog.peek('vip')?.product?.currency));
    const wanted = Promise.all(['vip', 'ember-key'].map(key => shop.catalog.product(key)));
    await until(() => waiting.length === 1);
    shop.configure({currency: 'usd'});
    await until(() => waiting.length === 2);
    waiting[0]!.go();
    waiting[1]!.go();
    expect((await wanted).map(({currency}) => currency)).to.deep.equal(['usd', 'usd']);
    await Promise.all(waiting.map(({over}) => over));
    expect(shown).to.deep.equal(['usd']);
    expect(waiting.map(({url}) => url.pathname + url.search)).to.deep.equal([products, `${products}?currency=usd`]);
  });

  it('that still comes after the new one changes nothing any more', async () => {
    const {shop, waiting} = await heldBack();
    const wanted = shop.catalog.products();
    await until(() => waiting.length === 1);
    shop.configure({currency: 'usd'});
    await until(() => waiting.length === 2);
    waiting[1]!.go();
    expect((await wanted)[0]!.currency).to.equal('usd');
    waiting[0]!.go();
    await waiting[0]!.over;
    await nextFrame();
    expect(shop.catalog.peek('vip')?.product?.currency).to.equal('usd');
  });

  it('of a single product is asked for again in the new currency', async () => {
    const {shop, waiting} = await heldBack();
    const wanted = shop.catalog.product('vip');
    await until(() => waiting.length === 1);
    shop.configure({currency: 'usd'});
    shop.configure({currency: 'gbp'});
    await until(() => waiting.length === 2);
    for (const {go} of waiting) go();
    expect((await wanted).currency).to.equal('gbp');
    expect(waiting).to.have.length(2);
  });
});
