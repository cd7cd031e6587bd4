import {expect} from '@open-wc/testing';
import {clearCart, createClient, getCart, getProducts, getStore, putCartLine} from '../../src/api/index.js';
import type {ClientOptions, TokenCall} from '../../src/api/index.js';
import {aCart, answered, aStore, failure, json, storeId, thrown, wired} from './support.js';

describe('what the client sends', () => {
  it('goes to api.paynow.gg unless told otherwise', async () => {
    const {client, sent} = answered(aStore);
    await getStore(client);
    expect(sent[0]?.url.href).to.equal('https://api.paynow.gg/v1/store');
  });

  const bases: [string, string][] = [
    ['https://shop.example/paynow', 'https://shop.example/paynow/v1/store'],
    ['https://shop.example/paynow//', 'https://shop.example/paynow/v1/store'],
    ['http://localhost:8080', 'http://localhost:8080/v1/store'],
    ['HTTPS://API.Example', 'https://api.example/v1/store'],
    ['http://127.0.0.1:9/w/a%20b/', 'http://127.0.0.1:9/w/a%20b/v1/store'],
  ];
  for (const [baseUrl, href] of bases) {
    it(`keeps the path of the base ${baseUrl}`, async () => {
      const {client, sent} = answered(aStore, {baseUrl});
      await getStore(client);
      expect(sent[0]?.url.href).to.equal(href);
    });
  }

  it('names the store on every request, and the customer when there is a token', async () => {
    const {client, sent} = answered(aStore);
    await getStore(client);
    expect(Object.fromEntries(sent[0]!.headers)).to.deep.equal({
      accept: 'application/json', authorization: 'Customer secret-token', 'x-paynow-store-id': storeId,
    });
  });

  it('says country and address only when they are given', async () => {
    const {client, sent} = answered(aStore, {token: undefined, country: 'DE', customerIp: '2001:db8::7'});
    await getStore(client);
    expect(Object.fromEntries(sent[0]!.headers)).to.deep.equal({
      accept: 'application/json', 'x-paynow-store-id': storeId,
      'x-paynow-customer-countrycode': 'DE', 'x-paynow-customer-ip': '2001:db8::7',
    });
  });

  it('sends no cookies, and lets no cache mix up customers', async () => {
    const {client, sent} = answered(aStore);
    await getStore(client);
    await getStore(client, {token: ''});
    expect(sent.map(({request}) => request.credentials)).to.deep.equal(['omit', 'omit']);
    expect(sent.map(({request}) => request.cache)).to.deep.equal(['no-store', 'no-cache']);
  });

  it('uses the global fetch of the moment when none is injected', async () => {
    const client = createClient({storeId});
    const original = globalThis.fetch;
    const seen: string[] = [];
    globalThis.fetch = async input => {
      seen.push((input as Request).url);
      return json(aStore);
    };
    try {
      expect((await getStore(client)).name).to.equal('Emberfall');
    } finally {
      globalThis.fetch = original;
    }
    expect(seen).to.deep.equal(['https://api.paynow.gg/v1/store']);
  });

  it('sends a body only where the route has one', async () => {
    const {client, sent} = wired(() => new Response(null, {status: 204}));
    await clearCart(client);
    await putCartLine(client, {productId: '1'});
    expect(sent.map(({method, body, headers}) => [method, body, headers.get('content-type')])).to.deep.equal([
      ['DELETE', '', null], ['PUT', '', null],
    ]);
  });
});

describe('the customer token', () => {
  const header = (sent: {headers: Headers}[]): (string | null)[] =>
    sent.map(({headers}) => headers.get('authorization'));

  it('is asked for before each request, with what it is for', async () => {
    const calls: TokenCall[] = [];
    const token = async (call: TokenCall): Promise<string> => `t${calls.push(call)}`;
    const {client, sent} = answered(aCart(), {token});
    await getCart(client);
    await getCart(client);
    expect(header(sent)).to.deep.equal(['Customer t1', 'Customer t2']);
    expect(calls.map(({method, path}) => `${method} ${path}`))
      .to.deep.equal(['GET /v1/store/cart', 'GET /v1/store/cart']);
    expect(calls[0]?.signal.aborted).to.equal(false);
  });

  it('can be replaced or left out for one call', async () => {
    const {client, sent} = answered(aStore);
    await getStore(client, {token: 'other'});
    await getStore(client, {token: ''});
    expect(header(sent)).to.deep.equal(['Customer other', null]);
  });

  it('may stand between blanks, as it does in templates', async () => {
    const {client, sent} = answered(aStore, {token: '\n  tok \n'});
    await getStore(client);
    expect(header(sent)).to.deep.equal(['Customer tok']);
  });

  it('is no must for public routes', async () => {
    const {client, sent} = answered([], {token: () => undefined});
    await getProducts(client);
    expect(header(sent)).to.deep.equal([null]);
  });

  for (const token of [undefined, '', '  ', () => undefined, async () => '']) {
    it(`missing as ${String(token)}: a cart route is refused before anything is sent`, async () => {
      const {client, sent} = answered(aCart(), {token});
      const error = await failure(getCart(client));
      expect([error.kind, error.method, error.path]).to.deep.equal(['auth', 'GET', '/v1/store/cart']);
      expect(error.status).to.equal(undefined);
      expect(sent).to.have.length(0);
    });
  }

  for (const token of ['Customer abc-def', 'abc-def\r\nx-evil: 1', 'abc-dêf', 'abc-def\u0000']) {
    it(`is refused as ${JSON.stringify(token)} without being quoted`, async () => {
      const {client, sent} = answered(aStore, {token});
      const error = await failure(getStore(client));
      expect(error.kind).to.equal('configuration');
      expect(error.message).to.match(/^token: .*Customer/).and.not.contain('abc');
      expect(sent).to.have.length(0);
    });
  }

  it('that cannot be fetched gives an auth error with the cause', async () => {
    const cause = new Error('my server is down');
    const {client, sent} = answered(aStore, {token: () => Promise.reject(cause)});
    const error = await failure(getStore(client));
    expect([error.kind, error.cause]).to.deep.equal(['auth', cause]);
    expect(sent).to.have.length(0);
  });

  it('function may throw a PaynowError of its own', async () => {
    const own = await failure(getCart(answered({}, {token: ''}).client));
    const {client} = answered(aStore, {token: () => Promise.reject(own)});
    expect(await failure(getStore(client))).to.equal(own);
  });
});

describe('createClient', () => {
  const wrong: [string, Record<string, unknown>][] = [
    ['storeId', {storeId: 'emberfall'}], ['storeId', {storeId: 411486491630370816}], ['storeId', {storeId: undefined}],
    ['storeId', {storeId: '1'.repeat(21)}], ['storeId', {storeId: '４１'}], ['storeId', {storeId: '1\n'}],
    ['baseUrl', {baseUrl: '/api'}], ['baseUrl', {baseUrl: 'api.paynow.gg'}], ['baseUrl', {baseUrl: 'javascript:1'}],
    ['baseUrl', {baseUrl: 'https://u:p@a.example'}], ['baseUrl', {baseUrl: 'https://a.example/?x=1'}],
    ['baseUrl', {baseUrl: 'https://a.example/#x'}], ['baseUrl', {baseUrl: 'https:///'}], ['baseUrl', {baseUrl: ''}],
    ['country', {country: 'de'}], ['country', {country: 'DEU'}], ['country', {country: ''}], ['country', {country: 1}],
    ['customerIp', {customerIp: 'localhost'}], ['customerIp', {customerIp: '1.2.3'}],
    ['customerIp', {customerIp: '1:2'}], ['customerIp', {customerIp: '1.2.3.4\r\nx: y'}],
    ['timeout', {timeout: 0}], ['timeout', {timeout: -1}], ['timeout', {timeout: Number.NaN}],
    ['timeout', {timeout: '9'}],
  ];
  for (const [name, options] of wrong) {
    it(`refuses ${JSON.stringify(options)} and names the option`, async () => {
      const error = await thrown(() => createClient({storeId, ...options} as ClientOptions));
      expect(error.kind).to.equal('configuration');
      expect(error.message.startsWith(`${name}: `), error.message).to.equal(true);
    });
  }

  it('takes null for what was not given', () => {
    const options = {storeId, country: null, customerIp: null, baseUrl: null, timeout: null};
    expect(createClient(options as unknown as ClientOptions).storeId).to.equal(storeId);
  });

  for (const customerIp of ['127.0.0.1', '::1', '2001:DB8::ffff', '::ffff:192.0.2.1']) {
    it(`takes the address ${customerIp}`, () => {
      expect(createClient({storeId, customerIp}).storeId).to.equal(storeId);
    });
  }

  it('refuses a bad timeout of one call', async () => {
    const {client, sent} = answered(aStore);
    expect((await failure(getStore(client, {timeout: 0}))).message).to.match(/^timeout: /);
    expect(sent).to.have.length(0);
  });
});
