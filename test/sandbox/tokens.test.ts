import {expect} from '@open-wc/testing';
import {emberfall, expectProblem, rustborn, Shop} from './support.js';

const withHeader = (authorization: string) => ({token: null, headers: {authorization}});

describe('customer tokens', () => {
  it('are needed for the cart, the checkout and the account', async () => {
    const shop = new Shop();
    const calls = [
      ['GET', '/v1/store/cart'], ['DELETE', '/v1/store/cart'], ['PUT', '/v1/store/cart/lines?product_id=1'],
      ['POST', '/v1/store/cart/checkout'], ['POST', '/v1/checkouts'], ['GET', '/v1/store/customer'],
    ] as const;
    for (const [method, path] of calls) {
      expectProblem(await shop.call(method, path, {token: null}), 401, 'customer-token-required');
    }
  });

  it('are refused when they are unknown, expired or sent in another way', async () => {
    const shop = new Shop();
    expectProblem(await shop.get('/v1/store/cart', {token: 'nobody'}), 401, 'invalid-customer-token');
    expectProblem(await shop.get('/v1/store/cart', {token: 'expired-demo'}), 401, 'customer-token-expired');
    for (const header of ['Bearer demo-customer', 'demo-customer', 'Customer', 'Customer demo-customer x']) {
      expectProblem(await shop.get('/v1/store/cart', withHeader(header)), 401, 'invalid-authorization');
    }
  });

  it('are taken whatever the case of the scheme', async () => {
    expect((await new Shop().get('/v1/store/cart', withHeader('customer demo-customer'))).status).to.equal(200);
  });

  it('of another store than the header names are refused', async () => {
    const shop = new Shop();
    expectProblem(await shop.get('/v1/store/cart', {store: rustborn}), 403, 'wrong-store');
    expectProblem(await shop.get('/v1/store/products', {token: 'demo-rust'}), 403, 'wrong-store');
    expect((await shop.get('/v1/store/cart', {token: 'demo-rust', store: rustborn})).status).to.equal(200);
  });

  it('may be missing on public routes, but a bad one is refused there', async () => {
    const shop = new Shop();
    for (const path of ['/v1/store', '/v1/store/products', '/v1/store/products/vip', '/v1/store/tags',
      '/v1/store/navlinks']) {
      expect((await shop.get(path, {token: null})).status).to.equal(200);
      expectProblem(await shop.get(path, {token: 'nobody'}), 401, 'invalid-customer-token');
      expectProblem(await shop.get(path, {token: 'expired-demo'}), 401, 'customer-token-expired');
    }
  });

  it('run out by the sandbox’s own clock', async () => {
    let now = Date.parse('2026-05-01T12:00:00Z');
    const shop = new Shop({now: () => now});
    const {json} = await shop.control<{customer_token: string}>('POST', 'tokens', {expires_in: 60});
    expect((await shop.get('/v1/store/cart', {token: json.customer_token})).status).to.equal(200);
    now += 59_999;
    expect((await shop.get('/v1/store/cart', {token: json.customer_token})).status).to.equal(200);
    now += 1;
    expectProblem(await shop.get('/v1/store/cart', {token: json.customer_token}), 401, 'customer-token-expired');
  });

  it('say who the customer is', async () => {
    const shop = new Shop();
    const {json} = await shop.get<{name: string; store_id: string; minecraft_platform: string}>('/v1/store/customer');
    expect(json).to.include({name: 'AshWalker', store_id: emberfall, minecraft_platform: 'java'});
    const rust = await shop.get<{steam_id: string}>('/v1/store/customer', {token: 'demo-rust', store: rustborn});
    expect(rust.json.steam_id).to.match(/^7656119\d{10}$/);
    expect(rust.json).to.not.have.any.keys('minecraft', 'minecraft_uuid', 'minecraft_platform');
  });
});

describe('signing in', () => {
  const signIn = (shop: Shop, body: unknown, store = emberfall) =>
    shop.post<{customer_token: string}>('/v1/store/customer/auth', body, {token: null, store});

  it('gives a Minecraft player a token that works', async () => {
    const shop = new Shop();
    for (const platform of ['minecraft', 'minecraft_java_name', 'minecraft_bedrock_name']) {
      const {status, json} = await signIn(shop, {platform, id: 'Notch'});
      expect(status).to.equal(200);
      expect((await shop.cart({token: json.customer_token})).lines).to.deep.equal([]);
    }
  });

  it('finds the same customer again, and keeps Java and Bedrock players apart', async () => {
    const shop = new Shop();
    const whoIs = async (platform: string, name: string): Promise<string> => {
      const {json} = await signIn(shop, {platform, id: name});
      return (await shop.get<{id: string}>('/v1/store/customer', {token: json.customer_token})).json.id;
    };
    const java = await whoIs('minecraft_java_name', 'Notch');
    expect(await whoIs('minecraft', 'nOTCH')).to.equal(java);
    expect(await whoIs('minecraft_bedrock_name', 'Notch')).to.not.equal(java);
    expect(await whoIs('minecraft', 'AshWalker')).to.equal('415208317459730432');
  });

  it('refuses names that no player can have, and says so for players who do not exist', async () => {
    const shop = new Shop();
    for (const name of ['ab', 'a name', 'much_too_long_name', 'hé_llo', '../etc']) {
      expectProblem(await shop.post('/v1/store/customer/auth', {platform: 'minecraft', id: name}), 400,
        'validation-error', 'id');
    }
    expectProblem(await shop.post('/v1/store/customer/auth', {platform: 'minecraft', id: 'NoSuchPlayer'}), 404,
      'customer-not-found');
  });

  it('refuses platforms that are not the store’s, and other stores altogether', async () => {
    const shop = new Shop();
    const path = '/v1/store/customer/auth';
    expectProblem(await shop.post(path, {platform: 'steam', id: '76561198152492642'}), 400, 'platform-not-supported');
    expectProblem(await shop.post(path, {platform: 'xbox', id: 'Notch'}), 400, 'invalid-platform', 'platform');
    expectProblem(await shop.post(path, {platform: 'steam', id: '76561198152492642'}, {token: null, store: rustborn}),
      403, 'auth-not-supported');
  });

  it('refuses a body without what it needs, or with something else', async () => {
    const shop = new Shop();
    const path = '/v1/store/customer/auth';
    expectProblem(await shop.post(path, {id: 'Notch'}), 400, 'validation-error', 'platform');
    expectProblem(await shop.post(path, {platform: 'minecraft'}), 400, 'validation-error', 'id');
    expectProblem(await shop.post(path, {platform: 'minecraft', id: 'Notch', name: 'x'}), 400,
      'validation-error', 'name');
    expectProblem(await shop.post(path, '[]'), 400, 'validation-error');
    expectProblem(await shop.post(path, '{"platform"'), 400, 'validation-error');
    expectProblem(await shop.post(path, {platform: 'minecraft', id: 'Notch'},
      {headers: {'content-type': 'text/plain'}}), 415, 'unsupported-media-type');
  });
});
