// The size table is only worth something when it weighs the files that a page really loads.
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {after, before, test} from 'node:test';
import {chromium} from 'playwright';
import {ensureBrowser} from '../../tools/browsers.mjs';
import {startSandbox} from '../../tools/sandbox.mjs';
import {sizes} from '../../tools/size.mjs';
import {root} from '../../tools/sources.mjs';

const closers = [];
let page;
const loaded = [];

const html = apiUrl => `<!doctype html><html lang="en"><title>Shop</title><link rel="icon" href="data:,">
  <script type="module" src="/dist/paynow.js" data-store-id="411486491630370816" data-api-url="${apiUrl}"
    data-customer-token="demo-customer"></script>
  <paynow-add-button product-id="vip">Buy</paynow-add-button>
  <paynow-cart-button></paynow-cart-button>
  <paynow-cart></paynow-cart>`;

before(async () => {
  const sandbox = await startSandbox();
  closers.push(() => sandbox.close());
  const server = createServer(async ({url}, response) => {
    const type = url.endsWith('.js') ? 'text/javascript' : 'text/html';
    try {
      const file = root + new URL(url, 'http://local').pathname.slice(1);
      const body = url === '/' ? html(sandbox.url) : await readFile(file);
      response.writeHead(200, {'content-type': type}).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  const browser = await chromium.launch({
    executablePath: await ensureBrowser('chromium'),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  closers.push(() => browser.close());
  page = await browser.newPage();
  page.on('request', request => {
    if (request.resourceType() === 'script') loaded.push(new URL(request.url()).pathname.slice(1));
  });
  await page.goto(`http://127.0.0.1:${server.address().port}/`, {waitUntil: 'networkidle'});
});

after(async () => {
  for (const close of closers.reverse()) await close();
});

test('a page at rest with an add button and a cart button has loaded what the table says, each file once', () => {
  assert.deepEqual(loaded.toSorted(), sizes()[1].files.toSorted());
});

test('opening the cart loads what the table says', async () => {
  await page.locator('paynow-cart-button').click();
  await page.waitForLoadState('networkidle');
  assert.deepEqual(loaded.toSorted(), sizes()[2].files.toSorted());
});

test('the page has no global more than before, and the cart is really open', async () => {
  const news = await page.evaluate(() => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    const plain = new Set(Object.getOwnPropertyNames(frame.contentWindow));
    frame.remove();
    // Numbers are the frame itself.
    return Object.getOwnPropertyNames(window).filter(name => !plain.has(name) && !/^\d+$/.test(name));
  });
  assert.deepEqual(news, []);
  assert.equal(await page.evaluate(() => document.querySelector('paynow-cart').open), true);
});
