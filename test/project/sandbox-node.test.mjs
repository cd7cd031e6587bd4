import assert from 'node:assert/strict';
import {request} from 'node:http';
import {after, before, test} from 'node:test';
import {startSandbox} from '../../tools/sandbox.mjs';

const store = '411486491630370816';
const vip = '413011874223058944';
const headers = {'x-paynow-store-id': store, authorization: 'Customer demo-customer'};
let server;
let worlds = 0;

before(async () => {
  server = await startSandbox();
});
after(() => server.close());

const world = () => `${server.url}/w/test-${(worlds += 1)}`;
const control = (url, method, route, body) =>
  fetch(`${url}/__sandbox/${route}`, {
    method,
    ...(body && {body: JSON.stringify(body), headers: {'content-type': 'application/json'}}),
  });
const faults = (url, ...list) => control(url, 'POST', 'faults', list);
const cart = async url => (await fetch(`${url}/v1/store/cart`, {headers})).json();
const add = url => fetch(`${url}/v1/store/cart/lines?product_id=${vip}&increment=1`, {method: 'PUT', headers});
const log = async url => (await (await control(url, 'GET', 'log')).json()).requests;

test('answers over the network as it does in process', async () => {
  const url = world();
  assert.equal((await add(url)).status, 204);
  const {lines, total} = await cart(url);
  assert.deepEqual([lines.length, total], [1, 499]);
});

test('answers preflights', async () => {
  const response = await fetch(`${world()}/v1/store/cart/lines`, {method: 'OPTIONS'});
  assert.equal(response.status, 204);
  assert.equal(response.headers.get('access-control-allow-origin'), '*');
  assert.match(response.headers.get('access-control-allow-headers'), /x-paynow-store-id/);
});

test('keeps worlds apart, and the one without a name too', async () => {
  const [one, other] = [world(), world()];
  await add(one);
  assert.equal((await cart(one)).lines.length, 1);
  assert.equal((await cart(other)).lines.length, 0);
  assert.equal((await cart(server.url)).lines.length, 0);
});

test('gives addresses that lead back to the same world', async () => {
  const url = world();
  const product = await (await fetch(`${url}/v1/store/products/vip`, {headers})).json();
  assert.equal(product.image_url, `${url}/images/vip.svg`);
  const picture = await fetch(product.image_url);
  assert.equal(picture.headers.get('content-type'), 'image/svg+xml');
  assert.match(await picture.text(), /^<svg /);
});

test('reads bodies, shows the checkout and takes the payment', async () => {
  const url = world();
  await add(url);
  const session = await (await fetch(`${url}/v1/store/cart/checkout`, {
    method: 'POST',
    headers: {...headers, 'content-type': 'application/json'},
    body: JSON.stringify({return_url: 'https://shop.example/thanks'}),
  })).json();
  assert.ok(session.url.startsWith(`${url}/checkout/`));
  assert.match(await (await fetch(session.url)).text(), /Emberfall/);
  const paid = await fetch(`${session.url}/pay`, {method: 'POST', redirect: 'manual'});
  assert.deepEqual([paid.status, paid.headers.get('location')], [303, 'https://shop.example/thanks']);
  assert.equal((await cart(url)).lines.length, 0);
});

test('destroys the socket before or after the work', async () => {
  const url = world();
  await faults(url, {kind: 'drop-before', match: {method: 'PUT'}}, {kind: 'drop-after', match: {method: 'PUT'}});
  await assert.rejects(add(url), TypeError);
  assert.equal((await cart(url)).lines.length, 0);
  await assert.rejects(add(url), TypeError);
  assert.equal((await cart(url)).lines[0].quantity, 1);
  assert.deepEqual((await log(url)).filter(({method}) => method === 'PUT').map(({status}) => status), [0, 0]);
});

test('hangs until the client goes away', async () => {
  const url = world();
  await faults(url, {kind: 'hang'});
  const stop = new AbortController();
  const hanging = fetch(`${url}/v1/store`, {headers, signal: stop.signal});
  assert.equal((await fetch(`${url}/v1/store/tags`, {headers})).status, 200);
  stop.abort();
  await assert.rejects(hanging, {name: 'AbortError'});
});

test('streams without end until the client goes away', {timeout: 20_000}, async () => {
  const url = world();
  await faults(url, {kind: 'endless'});
  const response = await fetch(`${url}/v1/store`, {headers});
  let bytes = 0;
  for await (const part of response.body) {
    bytes += part.length;
    if (bytes > 3_000_000) break;
  }
  assert.ok(bytes > 3_000_000);
  assert.equal((await fetch(`${url}/v1/store`, {headers})).status, 200);
});

test('survives a client that goes away in the middle of its own body', async () => {
  const url = world();
  await new Promise(resolve => {
    const {hostname, port, pathname} = new URL(`${url}/v1/store/cart/checkout`);
    const half = request({hostname, port, path: pathname, method: 'POST',
      headers: {...headers, 'content-type': 'application/json', 'content-length': 1000}});
    half.on('error', resolve);
    half.write('{"promo_codes":', () => half.destroy(new Error('gone')));
  });
  assert.equal((await fetch(`${url}/v1/store`, {headers})).status, 200);
});

test('drops what can be no request, and lives on', async () => {
  const {hostname, port} = new URL(server.url);
  for (const odd of [{method: 'TRACE'}, {headers: {host: 'no host'}}]) {
    const error = await new Promise(resolve => {
      request({hostname, port, path: '/v1/store', ...odd}).on('error', resolve).end();
    });
    assert.equal(error.code, 'ECONNRESET');
  }
  assert.equal((await fetch(`${world()}/v1/store`, {headers})).status, 200);
});

test('frees its port, also while requests hang', async () => {
  const other = await startSandbox();
  await faults(other.url, {kind: 'hang'});
  const hanging = fetch(`${other.url}/v1/store`, {headers});
  hanging.catch(() => undefined);
  while ((await log(other.url)).length === 0);
  await other.close();
  await assert.rejects(hanging, TypeError);
  await assert.rejects(fetch(other.url), TypeError);
});

test('says so when its port is taken', async () => {
  const {port} = new URL(server.url);
  await assert.rejects(startSandbox({port: Number(port)}), {code: 'EADDRINUSE'});
});

test('starts with the data that it was given', async () => {
  const own = {id: '1', slug: 'mine', name: 'Mine', platform: 'rust', currency: 'usd', tags: [], navlinks: []};
  const other = await startSandbox({data: {stores: [own], products: []}});
  const response = await fetch(`${other.url}/w/a/v1/store`, {headers: {'x-paynow-store-id': '1'}});
  assert.equal((await response.json()).name, 'Mine');
  await other.close();
});
