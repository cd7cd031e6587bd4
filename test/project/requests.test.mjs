// How often a page asks for products, over real HTTP, when its elements do not come all at once.
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {after, before, test} from 'node:test';
import {chromium} from 'playwright';
import {ensureBrowser} from '../../tools/browsers.mjs';
import {startSandbox} from '../../tools/sandbox.mjs';
import {root} from '../../tools/sources.mjs';

const closers = [];
let browser;
let sandbox;
let origin;
let worlds = 0;

// What the pages consist of: a part is sent only when what is before it has led to a request for products.
const pages = new Map();

const log = async world => (await (await fetch(`${world}/__sandbox/log`)).json()).requests;
const asked = async world =>
  (await log(world)).map(({path}) => path).filter(path => path.startsWith('/v1/store/products'));

const firstRequest = async world => {
  const end = Date.now() + 30_000;
  while ((await asked(world)).length === 0) assert.ok(Date.now() < end, 'no request for products');
};

const stream = async (response, {world, parts}) => {
  response.writeHead(200, {'content-type': 'text/html'});
  for (const [index, part] of parts.entries()) {
    if (index > 0) await firstRequest(world);
    response.write(part);
  }
  response.end('</html>');
};

before(async () => {
  sandbox = await startSandbox();
  closers.push(() => sandbox.close());
  const server = createServer(async ({url}, response) => {
    try {
      const page = pages.get(url);
      if (page) return await stream(response, page);
      const body = await readFile(root + new URL(url, 'http://local').pathname.slice(1));
      return response.writeHead(200, {'content-type': 'text/javascript'}).end(body);
    } catch {
      return response.writeHead(404).end();
    }
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close(), () => server.closeAllConnections());
  origin = `http://127.0.0.1:${server.address().port}`;
  browser = await chromium.launch({
    executablePath: await ensureBrowser('chromium'),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  closers.push(() => browser.close());
});

after(async () => {
  for (const close of closers.reverse()) await close();
});

/** Opens a page that comes in these parts, and waits until each of its prices and buttons is drawn. */
const open = async (how, ...parts) => {
  const world = `${sandbox.url}/w/requests-${++worlds}`;
  const script = `<script type="module" ${how} src="/dist/paynow.js" data-store-id="411486491630370816"
    data-api-url="${world}"></script>`;
  const head = `<!doctype html><html lang="en"><title>Shop</title><link rel="icon" href="data:,">${script}`;
  const [first, ...rest] = parts;
  pages.set(`/${worlds}`, {world, parts: [head + first, ...rest]});
  const page = await browser.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(`${origin}/${worlds}`);
  return {page, world};
};

const drawn = (page, prices) =>
  page.waitForFunction(
    count => [...document.querySelectorAll('paynow-price')]
      .filter(({shadowRoot}) => shadowRoot?.querySelector('[part=final]')).length === count,
    prices,
  );

const price = slug => `<paynow-price product-id="${slug}"></paynow-price>`;
const button = slug => `<paynow-add-button product-id="${slug}"></paynow-add-button>`;

test('a document that comes slowly is served by one request', async () => {
  const rest = `${price('legend')}${button('ember-key')}<paynow-products></paynow-products>`;
  const {page, world} = await open('async', price('vip'), rest);
  await drawn(page, 2);
  await page.locator('paynow-products [part=item]').first().waitFor();
  assert.deepEqual(await asked(world), ['/v1/store/products']);
});

test('elements of which one kind is loaded later than the other are served by one request', async () => {
  const {page, world} = await open('', button('vip') + price('legend'));
  await drawn(page, 1);
  assert.deepEqual(await asked(world), ['/v1/store/products']);
});

test('a page about one product asks for that product, once', async () => {
  const {page, world} = await open('', button('vip') + price('vip'));
  await drawn(page, 1);
  await page.evaluate(markup => document.body.append(
    document.createRange().createContextualFragment(markup)), price('vip'));
  await drawn(page, 2);
  assert.deepEqual(await asked(world), ['/v1/store/products/vip']);
});

test('what is put into the page later is served by one more request at most', async () => {
  const {page, world} = await open('', price('vip'));
  await drawn(page, 1);
  for (const [index, slug] of ['legend', 'ember-key', 'frost-key'].entries()) {
    await page.evaluate(markup => document.body.append(
      document.createRange().createContextualFragment(markup)), price(slug));
    await drawn(page, index + 2);
  }
  assert.deepEqual(await asked(world), ['/v1/store/products/vip', '/v1/store/products']);
});
