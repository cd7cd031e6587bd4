// With its stylesheet nothing on a page moves when the script comes, nor when the shop has answered.
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
let origin;
let apiUrl;
let served;

const kinds = {
  buttons: `<p>One <paynow-add-button product-id="vip">Buy VIP</paynow-add-button> two
    <paynow-buy-button product-id="vip"><a href="/vip">Buy it now</a></paynow-buy-button> three</p>
    <p><paynow-add-button product-id="vip"></paynow-add-button> and a neighbour</p>
    <p><paynow-checkout-button></paynow-checkout-button> and a neighbour</p>`,
  'cart button': `<header>Shop <paynow-cart-button></paynow-cart-button> and
    <paynow-cart-button>My cart</paynow-cart-button> with <paynow-cart-count></paynow-cart-count> for
    <paynow-cart-total></paynow-cart-total> in it</header>`,
  prices: `<p>It costs <paynow-price product-id="vip" show="final"></paynow-price> today, and
    <paynow-price product-id="vip-plus" show="final">$19.99</paynow-price> or so,
    <paynow-stock product-id="vip"></paynow-stock> while it lasts</p>`,
  'product cards': `<div style="display: grid; grid-template-columns: 1fr 1fr; gap: 1rem">
    <paynow-product product-id="vip"></paynow-product><paynow-product product-id="vip-plus"></paynow-product></div>`,
  'product rows': '<paynow-product product-id="vip" layout="row"></paynow-product>',
  grids: '<paynow-products limit="4"></paynow-products>',
  'inline cart': '<paynow-cart mode="inline"></paynow-cart>',
};

const page = (body, script, styles) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Still</title>
  <link rel="icon" href="data:,">${styles ? '<link rel="stylesheet" href="/dist/paynow.css">' : ''}
  <style>:root {--paynow-card-room: 30rem; --paynow-products-room: 64rem}</style>
  ${script.replace('SETTINGS', `data-store-id="411486491630370816" data-api-url="${apiUrl}"
    data-customer-token="demo-customer"`)}<h1>A shop</h1>${body}<p>What comes after it</p>`;

const scripts = {
  module: '<script type="module" src="/dist/paynow.js" SETTINGS></script>',
  classic: '<script defer src="/dist/paynow.classic.js" SETTINGS></script>',
};

const gate = () => {
  let open;
  const opened = new Promise(resolve => {
    open = resolve;
  });
  return {open, opened};
};

const twoFrames = view => view.evaluate(() => new Promise(resolve => {
  requestAnimationFrame(() => requestAnimationFrame(resolve));
}));

/** Everything that moved, as words; the page is seen before the script comes, and before the shop answers. */
const movesOf = async (body, script, styles = true) => {
  const context = await browser.newContext({viewport: {width: 900, height: 1600}});
  const view = await context.newPage();
  view.setDefaultTimeout(20_000);
  served = {page: page(body, script, styles), code: gate()};
  await view.addInitScript(() => {
    window.moves = [];
    const {fetch} = window;
    const answered = new Promise(resolve => {
      window.answer = resolve;
    });
    window.fetch = async request => {
      await answered;
      return fetch(request);
    };
    const name = node => node?.localName ?? node?.parentElement?.localName ?? node?.nodeName;
    new PerformanceObserver(list => {
      for (const {value, sources} of list.getEntries()) {
        window.moves.push(`${value.toFixed(4)}: ${sources.map(({node, previousRect: a, currentRect: b}) =>
          `${name(node)} ${a.x},${a.y} ${a.width}x${a.height} > ${b.x},${b.y} ${b.width}x${b.height}`).join('; ')}`);
      }
    }).observe({type: 'layout-shift', buffered: true});
  });
  await view.goto(`${origin}/page`, {waitUntil: 'commit'});
  await view.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  await twoFrames(view);
  served.code.open();
  await view.waitForFunction(() => !document.querySelector(':not(:defined)'));
  await twoFrames(view);
  await view.evaluate(() => window.answer());
  await view.waitForFunction(() => [...document.querySelectorAll('paynow-products')]
    .every(({shadowRoot}) => shadowRoot.querySelector('paynow-product')));
  await view.waitForFunction(() => [document, ...[...document.querySelectorAll('paynow-products')]
    .map(({shadowRoot}) => shadowRoot)].flatMap(root => [...root.querySelectorAll('paynow-product, paynow-price')])
    .every(({shadowRoot}) => shadowRoot.textContent.match(/\d/)));
  await view.waitForFunction(() => [...document.querySelectorAll('paynow-cart, paynow-cart-button')]
    .every(({shop}) => shop.cart.state.status === 'ready'));
  await view.waitForFunction(() => [...document.querySelectorAll('paynow-add-button')]
    .every(({key, shop}) => shop.catalog.peek(key)?.product));
  await twoFrames(view);
  const moves = await view.evaluate(() => window.moves);
  await context.close();
  return moves;
};

before(async () => {
  const sandbox = await startSandbox();
  closers.push(() => sandbox.close());
  apiUrl = sandbox.url;
  const server = createServer(async ({url}, response) => {
    if (url === '/page') return response.writeHead(200, {'content-type': 'text/html'}).end(served.page);
    // The page is painted before the script is there.
    if (/^\/dist\/paynow\.(classic\.)?js$/.test(url)) await served.code.opened;
    try {
      const type = url.endsWith('.css') ? 'text/css' : 'text/javascript';
      response.writeHead(200, {'content-type': type}).end(await readFile(root + url.slice(1)));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  closers.push(() => server.close());
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

for (const [name, body] of Object.entries(kinds)) {
  test(`${name} move nothing`, async () => {
    assert.deepEqual(await movesOf(body, scripts.module), []);
  });
}

test('the classic script moves nothing either', async () => {
  assert.deepEqual(await movesOf(kinds.buttons + kinds['cart button'], scripts.classic), []);
});

test('without the stylesheet things move, so that the measurement means something', async () => {
  assert.notDeepEqual(await movesOf(kinds.buttons + kinds.grids, scripts.module, false), []);
});
