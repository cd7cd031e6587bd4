// The size table is only worth something when it weighs the files that a page really loads.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {after, before, test} from 'node:test';
import {chromium} from 'playwright';
import {ensureBrowser} from '../../tools/browsers.mjs';
import {outputOf, staticClosure} from '../../tools/closure.mjs';
import {startSandbox} from '../../tools/sandbox.mjs';
import {sizes} from '../../tools/size.mjs';
import {root} from '../../tools/sources.mjs';

const closers = [];
let browser;
let origin;
let apiUrl;

const pages = {
  '/module': ['en', '<script type="module" src="/dist/paynow.js" SETTINGS></script>'],
  '/partners': ['en', '<script type="module" src="/dist/paynow.js" data-affiliate-parameter="via" SETTINGS></script>'],
  '/static': ['en', '<script defer src="/dist/paynow.classic.js" SETTINGS></script><paynow-nav></paynow-nav>'],
  '/warm': ['en', '<script defer src="/dist/paynow.classic.js" SETTINGS></script>'],
  '/classic': ['de', '<script defer src="/dist/paynow.classic.js" SETTINGS></script>'],
};
// As the README says it: the entry by its attribute, what it brings by an import map.
const sealed = spoil => {
  const hashes = JSON.parse(readFileSync(`${root}dist/integrity.json`, 'utf8'));
  const chunks = Object.entries(hashes).filter(([file]) => file.startsWith('chunks/'));
  const map = {integrity: Object.fromEntries(chunks.map(([file, hash]) => [`/dist/${file}`, spoil(hash)]))};
  return ['en', `<script type="importmap">${JSON.stringify(map)}</script>
    <script type="module" src="/dist/paynow.js" integrity="${hashes['paynow.js']}" SETTINGS></script>`];
};
pages['/sealed'] = sealed(hash => hash);
pages['/spoilt'] = sealed(() => 'sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC');
const settings = () =>
  `data-store-id="411486491630370816" data-api-url="${apiUrl}" data-customer-token="demo-customer"`;
const html = ([lang, script]) => `<!doctype html><html lang="${lang}"><title>Shop</title><link rel="icon" href="data:,">
  ${script.replace('SETTINGS', settings())}
  <paynow-add-button product-id="vip"></paynow-add-button>
  <paynow-cart-button></paynow-cart-button>
  <paynow-cart></paynow-cart>`;

const open = async path => {
  const page = await browser.newPage();
  const loaded = [];
  page.on('request', request => {
    if (request.resourceType() === 'script') loaded.push(new URL(request.url()).pathname.slice(1));
  });
  await page.goto(origin + path, {waitUntil: 'networkidle'});
  return {page, loaded};
};

const newGlobals = page =>
  page.evaluate(() => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    const plain = new Set(Object.getOwnPropertyNames(frame.contentWindow));
    frame.remove();
    // The numbers are the frame itself.
    return Object.getOwnPropertyNames(window).filter(name => !plain.has(name) && !/^\d+$/.test(name));
  });

before(async () => {
  const sandbox = await startSandbox();
  closers.push(() => sandbox.close());
  apiUrl = sandbox.url;
  const server = createServer(async ({url}, response) => {
    try {
      const file = root + new URL(url, 'http://local').pathname.slice(1);
      const page = pages[url.replace(/\?.*/, '')];
      const body = page ? html(page) : await readFile(file);
      response.writeHead(200, {'content-type': page ? 'text/html' : 'text/javascript'}).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
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

test('a page loads what the table says: at rest with two buttons, then with an opened cart', async () => {
  const {page, loaded} = await open('/module');
  assert.deepEqual(loaded.toSorted(), sizes()[1].files.toSorted());
  await page.locator('paynow-cart-button').click();
  await page.waitForLoadState('networkidle');
  assert.deepEqual(loaded.toSorted(), sizes()[2].files.toSorted());
  await page.waitForFunction(() => document.querySelector('paynow-cart').open === true);
  assert.deepEqual(await newGlobals(page), []);
});

test('what is sure to follow is hinted at, once, and each file is asked for once', async () => {
  const {page, loaded} = await open('/module');
  const hints = await page.evaluate(() => [...document.querySelectorAll('link')]
    .filter(({rel}) => rel !== 'icon').map(({rel, href, crossOrigin}) => [rel, href, crossOrigin]));
  const [way, ...files] = hints.toSorted(([a], [b]) => Number(a === 'modulepreload') - Number(b === 'modulepreload'));
  assert.deepEqual(way, ['preconnect', `${apiUrl}/`, 'anonymous']);
  const hinted = files.map(([, href]) => new URL(href).pathname.slice(1));
  assert.deepEqual(hinted.filter((file, index) => hinted.indexOf(file) !== index), []);
  assert.deepEqual(hinted.filter(file => !loaded.includes(file)), []);
  // The first buttons need nothing more than the script itself; all that follows comes side by side.
  assert.deepEqual(sizes()[0].files, ['dist/paynow.js']);
  assert.deepEqual(sizes()[1].files.filter(file => !hinted.includes(file)), ['dist/paynow.js']);
  assert.deepEqual(loaded.toSorted(), [...new Set(loaded)].toSorted());
});

test('marks of others in the address load nothing, and a mark of ours what looks after it', async () => {
  const marks = '?utm_source=x&fbclid=y&xref=z&page=2#paynow-added';
  assert.deepEqual((await open(`/module${marks}`)).loaded.toSorted(), sizes()[1].files.toSorted());
  const metafile = JSON.parse(await readFile(`${root}dist/meta/loader.json`, 'utf8'));
  const acts = outputOf(metafile, 'src/elements/page-arrival.ts');
  for (const path of ['/module', '/partners']) {
    const name = path === '/module' ? 'ref' : 'via';
    const {page, loaded} = await open(`${path}?${name}=partner`);
    assert.ok(loaded.includes(acts), path);
    // Nothing on the page is plain HTML that sells.
    assert.ok(!loaded.includes(outputOf(metafile, 'src/elements/plain-html.ts')), path);
    // A link within the page leads to a mark that nobody had looked for.
    const {page: other, loaded: before} = await open(`${path}?${name}x=partner`);
    assert.ok(!before.includes(acts), path);
    await other.evaluate(() => { location.hash = '#paynow-add=vip'; });
    await other.waitForFunction(() => location.hash === '');
    await Promise.all([page.close(), other.close()]);
  }
});

test('the classic script fetches only another language, from beside it, and leaves one global', async () => {
  const {page, loaded} = await open('/classic');
  assert.equal(loaded[0], 'dist/paynow.classic.js');
  const metafile = JSON.parse(await readFile(`${root}dist/meta/loader.json`, 'utf8'));
  const german = staticClosure(metafile, outputOf(metafile, 'src/i18n/de.ts'));
  const list = staticClosure(metafile, outputOf(metafile, 'src/i18n/languages.ts'));
  // What elements are made of, which the loader holds in itself, comes before what needs it.
  const core = outputOf(metafile, 'src/base.ts');
  assert.deepEqual(loaded.slice(1).toSorted(), [...new Set([...list, core, ...german])].toSorted());
  await page.getByRole('button', {name: 'In den Warenkorb'}).waitFor();
  assert.deepEqual(await newGlobals(page), ['PayNowElements']);
  const {version, names} = await page.evaluate(() => ({
    version: window.PayNowElements.version,
    names: Object.keys(window.PayNowElements),
  }));
  assert.equal(version, JSON.parse(await readFile(`${root}package.json`, 'utf8')).version);
  assert.deepEqual(names, ['configure', 'getShop', 'registerMessages', 'PaynowError', 'version']);
});

test('the classic script begins with what the last page knew, and needs no further file for that', async () => {
  const {page, loaded} = await open('/warm');
  await page.evaluate(() => window.PayNowElements.getShop().cart.add({productId: 'vip'}));
  await page.waitForFunction(() => Object.keys(localStorage).some(key => key.endsWith('.warm.cart')));
  await page.route(`${apiUrl}/**`, () => {});
  await page.reload({waitUntil: 'load'});
  await page.waitForFunction(() => {
    const {status, cart} = window.PayNowElements.getShop().cart.state;
    return status === 'loading' && cart?.quantity > 0;
  });
  assert.deepEqual([...new Set(loaded)], ['dist/paynow.classic.js']);
});

test('the classic script brings an element that it does not hold, also to a page that never changes', async () => {
  const {page} = await open('/static');
  await page.waitForFunction(() => customElements.get('paynow-nav'));
});

test('the hashes keep out a file that is not the one that was built', async () => {
  const {page} = await open('/sealed');
  await page.waitForFunction(() => customElements.get('paynow-cart-button'));
  const {page: other} = await open('/spoilt');
  // The add button comes within the entry, which is the right one.
  await other.waitForFunction(() => customElements.get('paynow-add-button'));
  assert.equal(await other.evaluate(() => !!customElements.get('paynow-cart-button')), false);
});
