import {expect} from '@open-wc/testing';
import type {LogEntry} from '../../src/sandbox/index.js';
import type {Cart} from '../../src/api/index.js';
import {base, expectProblem, id, rustborn, Shop} from './support.js';

interface Log {
  requests: LogEntry[];
  preflights: number;
}

const log = async (shop: Shop): Promise<Log> => (await shop.control<Log>('GET', 'log')).json;

describe('the log', () => {
  it('holds every API request as it came, but no token', async () => {
    const shop = new Shop();
    await shop.get('/v1/store/products?tag=ranks&tag=monthly&currency=usd', {country: 'DE'});
    await shop.post('/v1/store/cart/checkout', {return_url: 'https://a.example/'});
    await shop.get('/v1/nothing', {token: 'secret'});
    const {requests} = await log(shop);
    expect(requests.map(({method, path, status}) => `${method} ${path} ${status}`)).to.deep.equal(
      ['GET /v1/store/products 200', 'POST /v1/store/cart/checkout 400', 'GET /v1/nothing 404']);
    expect(requests[0]?.query).to.deep.equal({tag: ['ranks', 'monthly'], currency: 'usd'});
    expect(requests[0]?.headers).to.include(
      {authorization: 'Customer …', 'x-paynow-customer-countrycode': 'DE'});
    expect(requests[1]?.body).to.equal('{"return_url":"https://a.example/"}');
    expect(requests[0]).to.not.have.property('body');
    expect(JSON.stringify(requests)).to.not.include('secret').and.not.include('demo-customer');
  });

  it('counts preflights by themselves', async () => {
    const shop = new Shop();
    await shop.fetch(new Request(`${base}/v1/store/cart`, {method: 'OPTIONS'}));
    await shop.fetch(new Request(`${base}/__sandbox/faults`, {method: 'OPTIONS'}));
    expect(await log(shop)).to.deep.equal({requests: [], preflights: 1});
  });

  it('leaves out control routes, pages and pictures, and can be emptied', async () => {
    const shop = new Shop();
    await shop.get('/images/vip.svg');
    await shop.get('/checkout/nothing');
    await shop.control('GET', 'state');
    expect((await log(shop)).requests).to.deep.equal([]);
    await shop.get('/v1/store');
    await shop.fetch(new Request(`${base}/v1/store`, {method: 'OPTIONS'}));
    expect((await shop.control('DELETE', 'log')).status).to.equal(204);
    expect(await log(shop)).to.deep.equal({requests: [], preflights: 0});
  });

  it('holds a request from the moment it came in', async () => {
    const shop = new Shop();
    await shop.control('POST', 'faults', [{kind: 'hang'}]);
    const stop = new AbortController();
    const hanging = shop.get('/v1/store', {signal: stop.signal}).catch((error: unknown) => error);
    await shop.get('/v1/store/tags');
    expect((await log(shop)).requests.map(({path, status}) => [path, status])).to.deep.equal(
      [['/v1/store', 0], ['/v1/store/tags', 200]]);
    stop.abort();
    await hanging;
  });
});

describe('control routes', () => {
  it('are open to any site, preflights included', async () => {
    const shop = new Shop();
    const {headers} = await shop.control('GET', 'state');
    expect(headers.get('access-control-allow-origin')).to.equal('*');
    const response = await shop.fetch(new Request(`${base}/__sandbox/log`, {method: 'OPTIONS'}));
    expect(response.status).to.equal(204);
  });

  it('that are not there say so', async () => {
    const shop = new Shop();
    expectProblem(await shop.control('GET', 'nothing'), 404, 'not-found');
    expectProblem(await shop.control('GET', 'reset'), 404, 'not-found');
    expectProblem(await shop.control('GET', 'constructor'), 404, 'not-found');
  });

  it('show the carts by customer', async () => {
    const shop = new Shop();
    await shop.add({product_id: id.vip, quantity: 2});
    const {json} = await shop.control<{carts: Record<string, Cart>}>('GET', 'state');
    expect(Object.keys(json.carts)).to.deep.equal(['415208317459730432']);
    expect(json.carts['415208317459730432']).to.deep.equal(await shop.cart());
  });

  it('begin anew', async () => {
    const shop = new Shop();
    await shop.add({product_id: id.vip});
    await shop.control('POST', 'products', {slug: 'vip', price: 1});
    await shop.control('POST', 'faults', [{kind: 'status'}]);
    expect((await shop.control('POST', 'reset')).status).to.equal(204);
    expect(await log(shop)).to.deep.equal({requests: [], preflights: 0});
    expect(await shop.quantities()).to.deep.equal([]);
    expect((await shop.product('vip')).price).to.equal(499);
  });
});

describe('made-up tokens', () => {
  interface Token {
    customer_token: string;
    customer_id: string;
  }

  it('are of the first customer, of one by id, or of one by name', async () => {
    const shop = new Shop();
    const customerOf = async (wish?: object): Promise<string> =>
      (await shop.control<Token>('POST', 'tokens', wish)).json.customer_id;
    expect(await customerOf()).to.equal('415208317459730432');
    expect(await customerOf({customer: '418830962007216128'})).to.equal('418830962007216128');
    expect(await customerOf({customer: 'Lumen_Fox'})).to.equal('418830962007216128');
    const fresh = await customerOf({customer: 'Newcomer'});
    expect(await customerOf({customer: 'newcomer'})).to.equal(fresh);
    expect(await customerOf({store: rustborn})).to.equal('523911840266719232');
    expect(await customerOf({store: rustborn, customer: '76561198000000001'})).to.match(/^\d+$/);
  });

  it('may be over already', async () => {
    const shop = new Shop();
    const {json} = await shop.control<Token>('POST', 'tokens', {expires_in: -1});
    expectProblem(await shop.get('/v1/store/cart', {token: json.customer_token}), 401, 'customer-token-expired');
  });

  it('end for one customer or for all when a test says so', async () => {
    const shop = new Shop();
    const give = async (customer: string): Promise<string> =>
      (await shop.control<Token>('POST', 'tokens', {customer})).json.customer_token;
    const [one, other] = [await give('AshWalker'), await give('Lumen_Fox')];
    const expire = async (body?: object): Promise<number> =>
      (await shop.control<{expired: number}>('POST', 'tokens/expire', body)).json.expired;
    expect(await expire({customer: 'AshWalker'})).to.equal(3);
    expectProblem(await shop.get('/v1/store/cart', {token: one}), 401, 'customer-token-expired');
    expectProblem(await shop.get('/v1/store/cart'), 401, 'customer-token-expired');
    expect((await shop.get('/v1/store/cart', {token: other})).status).to.equal(200);
    expect((await shop.get('/v1/store/cart', {token: await give('AshWalker')})).status).to.equal(200);
    expect(await expire({customer: '418830962007216128'})).to.equal(2);
    expect(await expire()).to.be.greaterThan(5);
    expectProblem(await shop.get('/v1/store/cart', {token: 'demo-rust', store: rustborn}), 401,
      'customer-token-expired');
  });

  it('of signing in live as long as a test says', async () => {
    let now = Date.parse('2026-05-01T12:00:00Z');
    const shop = new Shop({now: () => now});
    expect((await shop.control('POST', 'tokens/life', {seconds: 60})).status).to.equal(204);
    const {json} = await shop.post<Token>('/v1/store/customer/auth', {platform: 'minecraft', id: 'Notch'},
      {token: null});
    now += 59_999;
    expect((await shop.get('/v1/store/cart', {token: json.customer_token})).status).to.equal(200);
    now += 1;
    expectProblem(await shop.get('/v1/store/cart', {token: json.customer_token}), 401, 'customer-token-expired');
    expectProblem(await shop.control('POST', 'tokens/life', {seconds: 'short'}), 400, 'validation-error', 'seconds');
  });

  it('need a store and a customer that can be', async () => {
    const shop = new Shop();
    expectProblem(await shop.control('POST', 'tokens', {store: '999'}), 404, 'store-not-found');
    expectProblem(await shop.control('POST', 'tokens', {customer: '!'}), 400, 'validation-error');
  });
});

describe('changed products', () => {
  it('are found by id or by slug', async () => {
    const shop = new Shop();
    await shop.control('POST', 'products', {slug: 'vip', price: 700});
    await shop.control('POST', 'products', {id: id.vip, name: 'Very important', image_url: null});
    const product = await shop.product('vip');
    expect(product).to.include({price: 700, name: 'Very important'});
    expect(product).to.not.have.property('image_url');
    expectProblem(await shop.control('POST', 'products', {slug: 'nothing'}), 404, 'product-not-found');
  });

  it('are made where the id is new', async () => {
    const shop = new Shop();
    await shop.control('POST', 'products', {id: '700000000000000001', slug: 'hat', name: 'Hat', price: 150});
    await shop.add({product_id: '700000000000000001', quantity: 2});
    expect((await shop.cart()).total).to.equal(300);
    expect(await shop.product('hat')).to.include({name: 'Hat', description: '', currency: 'eur'});
  });
});

describe('made-up orders', () => {
  it('pay a checkout without its page', async () => {
    const shop = new Shop();
    const {id: checkout} = await shop.checkout({lines: [{product_id: id.vip, quantity: 1}]});
    const {json} = await shop.control<{order_id: string}>('POST', 'orders', {checkout});
    expect(json.order_id).to.match(/^\d+$/);
    expectProblem(await shop.control('POST', 'orders', {checkout}), 409, 'checkout-closed');
    expectProblem(await shop.control('POST', 'orders', {checkout: 'nothing'}), 404, 'checkout-not-found');
  });
});
