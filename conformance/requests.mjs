// Every request that the client can make, from tables of what each option can be.
import {baseUrl} from './inspector.mjs';

const urls = ['https://shop.example/thanks?order=1&a=b#c', 'http://localhost:3000/'];
const texts = ['red', '', 'Zoë & 🧱 + 100% [a]=b/?#', ' \r\n\t"\\'];
const platforms = ['steam', 'minecraft', 'paynow_name', 'paynow', 'minecraft_java_name', 'minecraft_bedrock_name',
  'xbox_xuid', 'minecraft_uuid'];

const currency = [undefined, 'eur', 'JPY', 'uSd'];
const variables = [
  undefined, {}, {colour: 'red'}, Object.fromEntries(texts.map((text, index) => [`V_${index}-a`, text])),
];

const line = {
  productId: ['413011874223058944', '18446744073709551615', '1'],
  subscription: [undefined, true, false],
  trial: [undefined, true, false],
  gameserverId: [undefined, '411502117340286976'],
  customVariables: variables,
  gift: [{}, {giftToCustomerId: '418830962007216128'}, {giftTo: {platform: 'steam', id: '76561198152492642'}},
    {giftTo: {platform: 'minecraft', id: 'Notch'}}],
};

const checkout = {
  promoCodes: [undefined, [], ['EMBER10'], ['A', 'B & C', '🧱']],
  affiliateCode: [undefined, 'anna'],
  couponId: [undefined, '530117742083284992'],
  ways: [
    {}, {returnUrl: urls[0]}, {cancelUrl: urls[1]}, {returnUrl: urls[1], cancelUrl: urls[0], autoRedirect: true},
    {returnUrl: urls[0], autoRedirect: false}, {autoRedirect: false},
  ],
};

/** Every combination of the table's values; the values of `gift` and `ways` are options themselves. */
export const combinations = table => Object.entries(table).reduce(
  (rows, [name, values]) => rows.flatMap(row => values.map(value =>
    name === 'gift' || name === 'ways' ? {...row, ...value} : {...row, [name]: value})),
  [{}]);

/** All calls as functions of a client. */
export const callsOf = api => [
  client => api.getStore(client),
  client => api.getTags(client),
  client => api.getNavlinks(client),
  client => api.getCustomer(client),
  client => api.clearCart(client),
  ...combinations({
    limit: [undefined, 1, 100], after: [undefined, '411486491630370816'], before: [undefined, '1'],
    asc: [undefined, true, false],
  }).map(options => client => api.getOrders(client, options)),
  ...combinations({currency, tags: [undefined, [], ['ranks'], ['ranks', 'a b&c', '🧱']]}).map(options =>
    client => api.getProducts(client, options)),
  ...combinations({currency, idOrSlug: ['413011874223058944', 'vip', 'a/b?c#d', '50%', 'Zoë 🧱', '...']}).map(options =>
    client => api.getProduct(client, options)),
  ...combinations({currency}).map(options => client => api.getCart(client, options)),
  ...combinations({...line, increment: [undefined, true, false], quantity: [undefined, 0, 1, 2 ** 31 - 1]}).map(
    options => client => api.putCartLine(client, options)),
  client => api.putCartLine(client, {productId: '1', quantity: -(2 ** 31), increment: true}),
  ...combinations(checkout).map(options => client => api.createCartCheckout(client, options)),
  ...combinations({...line, quantity: [undefined, 3]}).map(one => client => api.createCheckout(client, {lines: [one]})),
  ...combinations(checkout).map(options => client =>
    api.createCheckout(client, {...options, lines: [{productId: '1'}, {productId: '2', quantity: 2}]})),
  ...platforms.flatMap(platform => [
    client => api.authenticateCustomer(client, {platform, id: 'Notch'}),
    client => api.putCartLine(client, {productId: '1', giftTo: {platform, id: 'Zoë & Co'}}),
  ]),
];

const clientOptions = combinations({
  country: [undefined, 'DE'], customerIp: [undefined, '192.0.2.1', '2001:db8::1'], token: ['demo-customer', undefined],
});

/** Makes every call, with the options of the client taken in turn; those that must have a token are refused without. */
export const makeRequests = async ({api, sandbox}, inspector) => {
  const answer = inspector.between(sandbox.createSandbox());
  const clients = clientOptions.map(options => api.createClient({
    storeId: '411486491630370816', baseUrl, fetch: answer, ...options,
    onWarning: error => inspector.fault('warning', error.message),
  }));
  const calls = callsOf(api);
  // What a client adds does not depend on the call, so that each call meets the fullest client and one other in turn.
  const each = calls.flatMap((call, index) => {
    const some = index < 5 ? clients : [clients.at(-2), clients[index % clients.length]];
    return some.map(client => [call, client]);
  });
  for (const [call, client] of each) {
    try {
      await call(client);
    } catch (error) {
      const expected = api.isPaynowError(error) && ['http', 'auth'].includes(error.kind);
      if (!expected) inspector.fault(`${error.method} ${error.path}`, `client: ${error.stack}`);
    }
  }
};
