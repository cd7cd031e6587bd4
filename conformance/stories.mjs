// What shoppers do in the sandbox, and what it refuses: every answer is checked, and has to please the client too.
import {baseUrl} from './inspector.mjs';

const answers = {colour: 'rainbow', prefix: 'Ember', coat: 'snow', pet_name: 'Rusty', plot: '7'};

/** What has to be said to buy this product. */
const choicesFor = product => ({
  productId: product.id,
  ...product.single_game_server_only && {gameserverId: product.gameservers.find(({enabled}) => enabled)?.id},
  ...product.custom_variables.length && {customVariables: Object.fromEntries(product.custom_variables.map(variable =>
    [variable.identifier, variable.options[0]?.value ?? answers[variable.identifier] ?? '7']))},
  ...!product.allow_one_time_purchase && {subscription: true},
});

const shop = async ({api}, inspector, sandbox, storeId, token, currency) => {
  const client = api.createClient({
    storeId, token, baseUrl, country: 'DE', fetch: inspector.between(sandbox),
    onWarning: error => inspector.fault('warning', error.message),
  });
  /** The answer must be a good one where nothing else is said; a refusal must come from the API. */
  const attempt = async (work, mayBeRefused = false) => {
    try {
      return await work();
    } catch (error) {
      if (mayBeRefused && error.kind === 'http') return undefined;
      inspector.fault(`${error.method} ${error.path}`, `client: ${error.message}`);
      return undefined;
    }
  };
  const read = () => attempt(() => api.getCart(client, {currency}));
  for (const get of [api.getStore, api.getTags, api.getNavlinks, api.getCustomer]) await attempt(() => get(client));
  const products = await attempt(() => api.getProducts(client, {currency})) ?? [];
  for (const product of products) {
    await attempt(() => api.getProduct(client, {idOrSlug: product.slug, currency}));
    const line = choicesFor(product);
    const soldOut = product.stock?.available_to_purchase === false;
    await attempt(() => api.putCartLine(client, {...line, quantity: 1}), soldOut);
    await attempt(() => api.putCartLine(client, {...line, quantity: 1, increment: true}), true);
    await attempt(() => api.putCartLine(client, {...line, subscription: true, trial: true}), true);
    await attempt(() => api.createCheckout(client, {lines: [{...line, quantity: 1}]}), soldOut);
    for (const giftTo of [{platform: 'minecraft', id: 'Notch'}, {platform: 'steam', id: '76561198152492642'}]) {
      await attempt(() => api.putCartLine(client, {...line, giftTo}), true);
    }
    await read();
  }
  const cart = await read();
  if (!cart?.lines.length) inspector.fault('GET /v1/store/cart', 'the story put nothing into the cart');
  await attempt(() => api.createCartCheckout(client, {promoCodes: ['EMBER10', 'SCRAP20']}), true);
  await attempt(() => api.createCartCheckout(client, {returnUrl: 'https://shop.example/', autoRedirect: true}));
  const checkout = await attempt(() => api.createCartCheckout(client));
  await sandbox(new Request(`${baseUrl}/__sandbox/orders`, {
    method: 'POST', headers: {'content-type': 'application/json'}, body: JSON.stringify({checkout: checkout?.id}),
  }));
  await attempt(() => api.getOrders(client), true);
  await attempt(() => api.clearCart(client));
  await attempt(() => api.createCartCheckout(client), true);
  for (const platform of ['minecraft', 'minecraft_java_name', 'minecraft_bedrock_name', 'steam']) {
    for (const id of ['Notch', 'NoSuchPlayer', 'no player!', '76561198152492642']) {
      const signedIn = await attempt(() => api.authenticateCustomer(client, {platform, id}), true);
      if (!signedIn) continue;
      const own = api.createClient({
        storeId, token: signedIn.customer_token, baseUrl, fetch: inspector.between(sandbox),
      });
      await attempt(() => api.getCustomer(own));
    }
  }
};

const refusals = [
  ['GET', '/v1/store'], ['GET', '/v1/store/tags'], ['GET', '/v1/store/navlinks'], ['GET', '/v1/store/products'],
  ['GET', '/v1/store/products/vip'], ['GET', '/v1/store/products/no-such-product'], ['GET', '/v1/store/products/%F0'],
  ['GET', '/v1/store/customer'], ['GET', '/v1/store/customer/orders'],
  ['GET', '/v1/store/customer/orders?limit=0'], ['GET', '/v1/store/customer/orders?after=x'],
  ['DELETE', '/v1/store/cart'], ['POST', '/v1/store/customer/auth'],
  ['POST', '/v1/store/customer/auth', {platform: 'steam'}],
  ['POST', '/v1/store/customer/auth', {platform: 1, id: []}],
  ['POST', '/v1/store/customer/auth', {platform: 'minecraft', id: 'NoSuchPlayer'}],
  ['POST', '/v1/store/customer/auth', {platform: 'xbox', id: 'Notch'}],
  ['GET', '/v1/store/cart?currency=xxx'],
  ['PUT', '/v1/store/cart/lines'], ['PUT', '/v1/store/cart/lines?product_id=vip'],
  ['PUT', '/v1/store/cart/lines?product_id=413011874223058944&quantity=1e3'],
  ['PUT', '/v1/store/cart/lines?product_id=413011874223058944&quantity=99999999999'],
  ['PUT', '/v1/store/cart/lines?product_id=413011874223058944&quantity=-1'],
  ['PUT', '/v1/store/cart/lines?product_id=413011874223058944&gift_to.platform=steam'],
  ['PUT', '/v1/store/cart/lines?product_id=413011874223058944&custom_variables[no]=1'],
  ['POST', '/v1/store/cart/checkout', {promo_codes: 'A'}], ['POST', '/v1/store/cart/checkout', {unknown: 1}],
  ['POST', '/v1/store/cart/checkout', {auto_redirect: true}], ['POST', '/v1/store/cart/checkout', '{"half":'],
  ['POST', '/v1/checkouts'], ['POST', '/v1/checkouts', {lines: []}], ['POST', '/v1/checkouts', {lines: [{}]}],
  ['POST', '/v1/checkouts', {lines: [{product_id: 1, quantity: 1}]}], ['POST', '/v1/checkouts', []],
  ['PATCH', '/v1/store/cart'], ['GET', '/v1/nothing/here'],
];

const signedIn = {'x-paynow-store-id': '411486491630370816', authorization: 'Customer demo-customer'};

const headerSets = [
  signedIn,
  {'x-paynow-store-id': '411486491630370816'},
  {},
  {'x-paynow-store-id': '411486491630370816', authorization: 'Customer expired-demo'},
  {'x-paynow-store-id': '411486491630370816', authorization: 'Customer unknown'},
  {'x-paynow-store-id': '411486491630370816', authorization: 'APIKey unknown'},
  {'x-paynow-store-id': '411486491630370816', authorization: 'Customer demo-rust'},
  {'x-paynow-store-id': '1'},
  {'x-paynow-store-id': 'emberfall'},
  {...signedIn, 'x-paynow-customer-countrycode': 'de'},
  {...signedIn, 'x-paynow-customer-ip': 'here'},
];

/** Requests that are wrong on purpose, which the client would never send: only the answers are checked. */
const refuse = async (inspector, description, sandbox) => {
  for (const [method, path, body] of refusals) {
    for (const headers of headerSets) {
      const init = {method, headers: {...headers, ...body && {'content-type': 'application/json'}}};
      if (body) init.body = typeof body === 'string' ? body : JSON.stringify(body);
      const response = await sandbox(new Request(baseUrl + path, init));
      const route = description.routeOf(method, path.replace(/\?.*/, ''));
      await inspector.answer(route?.name ?? '(no such route)', response);
    }
  }
};

/** The faults with a status that a test can ask the sandbox for have to look like PayNow's too. */
const fail = async (inspector, description, sandbox) => {
  const post = faults =>
    sandbox(new Request(`${baseUrl}/__sandbox/faults`, {method: 'POST', body: JSON.stringify(faults)}));
  for (const status of [400, 401, 403, 404, 409, 429, 500, 502, 503]) {
    await post([{kind: 'status', status, retryAfter: 1}]);
    const request = new Request(`${baseUrl}/v1/store`, {headers: signedIn});
    await inspector.answer('GET /v1/store', await sandbox(request));
  }
};

export const tellStories = async (sources, inspector, description) => {
  const {createSandbox} = sources.sandbox;
  for (const currency of [undefined, 'usd', 'jpy', 'kwd']) {
    await shop(sources, inspector, createSandbox(), '411486491630370816', 'demo-customer', currency);
    await shop(sources, inspector, createSandbox(), '522597502741481927', 'demo-rust', currency);
  }
  await refuse(inspector, description, createSandbox());
  await fail(inspector, description, createSandbox());
};
