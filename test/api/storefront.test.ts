import {expect} from '@open-wc/testing';
import * as api from '../../src/api/index.js';
import type {CartLineOptions, CheckoutOptions, Client} from '../../src/api/index.js';
import {aCart, aProduct, aSession, aStore, answered, failure, wired} from './support.js';

/** What one call sends: `METHOD /path?query body`. */
const sentBy = async (answer: unknown, call: (client: Client) => Promise<unknown>): Promise<string> => {
  const {client, sent} = answered(answer);
  await call(client);
  expect(sent).to.have.length(1);
  const {method, url, body} = sent[0]!;
  return `${method} ${url.pathname}${url.search}${body && ` ${body}`}`;
};

const put = (options: CartLineOptions): Promise<string> => sentBy({}, client => api.putCartLine(client, options));
const line = '/v1/store/cart/lines?product_id=1';

describe('getStore', () => {
  it('gives the store', async () => {
    expect(await api.getStore(answered(aStore).client)).to.deep.equal(aStore);
    expect(await sentBy(aStore, client => api.getStore(client))).to.equal('GET /v1/store');
  });
});

describe('getProducts', () => {
  it('asks for all products when nothing else is said', async () => {
    expect(await sentBy([], client => api.getProducts(client))).to.equal('GET /v1/store/products');
    expect(await sentBy([], client => api.getProducts(client, {tags: []}))).to.equal('GET /v1/store/products');
  });

  it('sends each tag by itself and the currency in lower case', async () => {
    const request = await sentBy([], client => api.getProducts(client, {tags: ['ranks', 'a b&c'], currency: 'JPY'}));
    expect(request).to.equal('GET /v1/store/products?tag=ranks&tag=a%20b%26c&currency=jpy');
  });

  for (const tags of ['ranks', [''], [1], [undefined], {}]) {
    it(`refuses the tags ${JSON.stringify(tags)}`, async () => {
      const {client, sent} = answered([]);
      const error = await failure(api.getProducts(client, {tags: tags as string[]}));
      expect(error.kind).to.equal('configuration');
      expect(error.message).to.match(/^tags/);
      expect(sent).to.have.length(0);
    });
  }
});

describe('getProduct', () => {
  const paths: [string, string][] = [
    ['411486491630370816', '411486491630370816'], ['vip', 'vip'], ['a/b', 'a%2Fb'], ['a?b#c', 'a%3Fb%23c'],
    ['50%', '50%25'], ['Zoë 🧱', 'Zo%C3%AB%20%F0%9F%A7%B1'], ['...', '...'], ['\\', '%5C'],
  ];
  for (const [idOrSlug, path] of paths) {
    it(`asks for ${idOrSlug} and nothing else`, async () => {
      const request = await sentBy(aProduct(), client => api.getProduct(client, {idOrSlug}));
      expect(request).to.equal(`GET /v1/store/products/${path}`);
    });
  }

  it('takes a currency', async () => {
    const request = await sentBy(aProduct(), client => api.getProduct(client, {idOrSlug: 'vip', currency: 'uSd'}));
    expect(request).to.equal('GET /v1/store/products/vip?currency=usd');
  });

  for (const idOrSlug of ['', '.', '..', '\uD800', 7, null, undefined, ['vip']]) {
    it(`refuses ${JSON.stringify(idOrSlug)}`, async () => {
      const {client, sent} = answered(aProduct());
      const error = await failure(api.getProduct(client, {idOrSlug: idOrSlug as string}));
      expect(error.kind).to.equal('configuration');
      expect(error.message).to.match(/^idOrSlug: /);
      expect(sent).to.have.length(0);
    });
  }
});

describe('getCart and clearCart', () => {
  it('read and empty the cart', async () => {
    expect(await sentBy(aCart(), client => api.getCart(client))).to.equal('GET /v1/store/cart');
    expect(await sentBy(aCart(), client => api.getCart(client, {currency: 'GBP'})))
      .to.equal('GET /v1/store/cart?currency=gbp');
    expect(await sentBy({}, client => api.clearCart(client))).to.equal('DELETE /v1/store/cart');
  });

  it('clearCart gives nothing', async () => {
    expect(await api.clearCart(wired(() => new Response(null, {status: 204})).client)).to.equal(undefined);
  });

  for (const currency of ['', 'eu', 'euro', '€', 'e1r', 978, ['eur']]) {
    it(`refuse the currency ${JSON.stringify(currency)}`, async () => {
      const {client, sent} = answered(aCart());
      const error = await failure(api.getCart(client, {currency: currency as string}));
      expect(error.kind).to.equal('configuration');
      expect(error.message).to.match(/^currency: /);
      expect(sent).to.have.length(0);
    });
  }
});

describe('putCartLine', () => {
  it('sends the product alone when nothing else is said', async () => {
    expect(await put({productId: '1'})).to.equal(`PUT ${line}`);
  });

  it('sends everything that makes a line', async () => {
    expect(await put({
      productId: '1', quantity: 2, increment: true, subscription: true, trial: true, gameserverId: '7',
      customVariables: {colour: 'red', sign: 'A & B+C'}, giftToCustomerId: '8',
    })).to.equal(`PUT ${line}&quantity=2&increment=true&subscription=true&trial=true&gameserver_id=7` +
      '&custom_variables%5Bcolour%5D=red&custom_variables%5Bsign%5D=A%20%26%20B%2BC&gift_to_customer_id=8');
    expect(await put({productId: '1', giftTo: {platform: 'steam', id: '76561198152492642'}}))
      .to.equal(`PUT ${line}&gift_to.platform=steam&gift_to.id=76561198152492642`);
  });

  it('leaves out what is false', async () => {
    expect(await put({productId: '1', quantity: 0, increment: false, subscription: false, trial: false}))
      .to.equal(`PUT ${line}&quantity=0`);
  });

  it('takes null for what was not given', async () => {
    const options = {productId: '1', quantity: null, gameserverId: null, customVariables: null, giftTo: null};
    expect(await put(options as unknown as CartLineOptions)).to.equal(`PUT ${line}`);
  });

  it('keeps an empty value of a variable', async () => {
    expect(await put({productId: '1', customVariables: {sign: ''}}))
      .to.equal(`PUT ${line}&custom_variables%5Bsign%5D=`);
  });

  it('lowers a quantity', async () => {
    expect(await put({productId: '1', quantity: -2, increment: true}))
      .to.equal(`PUT ${line}&quantity=-2&increment=true`);
  });

  for (const platform of ['steam', 'minecraft', 'minecraft_java_name', 'minecraft_bedrock_name', 'minecraft_uuid',
    'paynow', 'paynow_name', 'xbox_xuid']) {
    it(`takes a gift to a ${platform} account`, async () => {
      expect(await put({productId: '1', giftTo: {platform, id: 'x'}})).to.contain(`gift_to.platform=${platform}&`);
    });
  }

  const wrong: [string, Record<string, unknown>][] = [
    ['productId', {productId: undefined}], ['productId', {productId: ''}], ['productId', {productId: 411}],
    ['productId', {productId: 'vip'}], ['productId', {productId: '-1'}], ['productId', {productId: ' 1'}],
    ['quantity', {quantity: 1.5}], ['quantity', {quantity: '2'}], ['quantity', {quantity: 2 ** 31}],
    ['quantity', {quantity: Number.NaN}], ['quantity', {quantity: Infinity}], ['quantity', {quantity: -1}],
    ['quantity', {quantity: -1, increment: false}], ['quantity', {quantity: -(2 ** 31) - 1, increment: true}],
    ['increment', {increment: 'false'}], ['subscription', {subscription: 1}], ['trial', {trial: 'yes'}],
    ['gameserverId', {gameserverId: 7}], ['gameserverId', {gameserverId: ''}],
    ['giftToCustomerId', {giftToCustomerId: 'me'}], ['giftTo', {giftTo: 'me'}], ['giftTo', {giftTo: []}],
    ['giftTo.platform', {giftTo: {id: '1'}}], ['giftTo.platform', {giftTo: {platform: 'Steam', id: '1'}}],
    ['giftTo.platform', {giftTo: {platform: 'invalid', id: '1'}}], ['giftTo.id', {giftTo: {platform: 'steam'}}],
    ['giftTo.id', {giftTo: {platform: 'steam', id: ''}}], ['giftTo.id', {giftTo: {platform: 'steam', id: 1}}],
    ['giftTo', {giftTo: {platform: 'steam', id: '1'}, giftToCustomerId: '1'}],
    ['customVariables', {customVariables: 'a=b'}], ['customVariables', {customVariables: ['b']}],
    ['customVariables', {customVariables: {'a b': 'c'}}], ['customVariables', {customVariables: {'': 'c'}}],
    ['customVariables', {customVariables: {'a]': 'c'}}], ['customVariables', {customVariables: {ä: 'c'}}],
    ['customVariables.a', {customVariables: {a: 1}}], ['customVariables.a', {customVariables: {a: undefined}}],
  ];
  for (const [name, options] of wrong) {
    const shown = JSON.stringify(options, (_, value: unknown) => value === undefined ? 'undefined' : value);
    it(`refuses ${shown}`, async () => {
      const {client, sent} = answered({});
      const error = await failure(api.putCartLine(client, {productId: '1', ...options} as CartLineOptions));
      expect(error.kind).to.equal('configuration');
      expect(error.message.startsWith(`${name}: `), error.message).to.equal(true);
      expect(sent).to.have.length(0);
    });
  }

  it('names a wrong value by its kind and never quotes it', async () => {
    const {client} = answered({});
    const customVariables = {sign: {text: 'my secret'} as unknown as string};
    const error = await failure(api.putCartLine(client, {productId: '1', customVariables}));
    expect(error.message).to.equal('customVariables.sign: has to be a string');
    const other = await failure(api.putCartLine(client, {productId: 'my secret'}));
    expect(other.message).to.equal('productId: has to be a string of up to 20 digits; this string is not');
  });
});

describe('createCartCheckout', () => {
  const post = (options?: CheckoutOptions): Promise<string> =>
    sentBy(aSession, client => api.createCartCheckout(client, options));

  it('sends an empty object when nothing is said, and gives the session', async () => {
    expect(await post()).to.equal('POST /v1/store/cart/checkout {}');
    expect(await api.createCartCheckout(answered(aSession).client)).to.deep.equal(aSession);
  });

  it('sends every option in the API\'s words', async () => {
    const {client, sent} = answered(aSession);
    await api.createCartCheckout(client, {
      promoCodes: ['SUMMER', 'GIFT'], affiliateCode: 'anna', couponId: '3', autoRedirect: true,
      returnUrl: 'https://shop.example/thanks?a=1#b', cancelUrl: 'http://localhost:3000/',
    });
    expect(sent[0]?.headers.get('content-type')).to.equal('application/json');
    expect(JSON.parse(sent[0]!.body)).to.deep.equal({
      promo_codes: ['SUMMER', 'GIFT'], affiliate_code: 'anna', coupon_id: '3', auto_redirect: true,
      return_url: 'https://shop.example/thanks?a=1#b', cancel_url: 'http://localhost:3000/',
    });
  });

  it('may say that nothing is to happen without a press', async () => {
    expect(await post({autoRedirect: false})).to.equal('POST /v1/store/cart/checkout {"auto_redirect":false}');
  });

  const wrong: [string, Record<string, unknown>][] = [
    ['autoRedirect', {autoRedirect: true}], ['autoRedirect', {autoRedirect: true, cancelUrl: 'https://a.example'}],
    ['autoRedirect', {autoRedirect: 'true', returnUrl: 'https://a.example'}],
    ['returnUrl', {returnUrl: '/thanks'}], ['returnUrl', {returnUrl: 'javascript:alert(1)'}],
    ['returnUrl', {returnUrl: ''}], ['returnUrl', {returnUrl: 'https://'}], ['returnUrl', {returnUrl: 'http:a'}],
    ['returnUrl', {returnUrl: 'shop.example'}],
    ['cancelUrl', {cancelUrl: 'data:text/html,x'}], ['cancelUrl', {cancelUrl: new URL('https://a.example')}],
    ['couponId', {couponId: 'SUMMER'}], ['affiliateCode', {affiliateCode: ''}], ['affiliateCode', {affiliateCode: 5}],
    ['promoCodes', {promoCodes: 'SUMMER'}], ['promoCodes[1]', {promoCodes: ['A', '']}],
  ];
  for (const [name, options] of wrong) {
    it(`refuses ${JSON.stringify(options)}`, async () => {
      const {client, sent} = answered(aSession);
      const error = await failure(api.createCartCheckout(client, options));
      expect(error.kind).to.equal('configuration');
      expect(error.message.startsWith(`${name}: `), error.message).to.equal(true);
      expect(sent).to.have.length(0);
    });
  }
});
