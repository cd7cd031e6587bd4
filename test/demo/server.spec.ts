import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdir, writeFile} from 'node:fs/promises';
import {dirname} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {startDemo} from '../../demo/start.mjs';
import {expect, test} from './support.js';

const program = fileURLToPath(new URL('../../demo/start.mjs', import.meta.url));

const start = (...args: string[]) => {
  const child = spawn(process.execPath, [program, ...args], {stdio: ['ignore', 'pipe', 'pipe']});
  const said = {text: '', error: ''};
  child.stdout.on('data', (text: Buffer) => (said.text += text.toString()));
  child.stderr.on('data', (text: Buffer) => (said.error += text.toString()));
  return {child, said};
};

const missing = [
  '/nope.html', '/start.mjs', '/parts/nav.html', '/dist/', '/dist/../package.json', '/dist/%2e%2e/package.json',
  '/dist/..%2f..%2fpackage.json', '/.git/config', '//etc/passwd', '//', '/art', '/%00.html', '/dist//paynow.js',
];
for (const path of missing) {
  test(`The demo's server gives nothing for ${path}`, async ({demo, request}) => {
    const response = await request.get(`${demo.url}${path}`);
    expect(response.status()).toBe(404);
    expect(await response.text()).not.toContain('dependencies');
  });
}

test('What changes is never kept by the browser, and each file says what it is', async ({request}) => {
  const types = {
    '/index.html': 'text/html; charset=utf-8',
    '/demo.css': 'text/css; charset=utf-8',
    '/dist/paynow.js': 'text/javascript; charset=utf-8',
    '/art/flame.svg': 'image/svg+xml',
  };
  for (const [path, type] of Object.entries(types)) {
    const headers = (await request.get(path)).headers();
    expect(headers['content-type']).toBe(type);
    expect(headers['cache-control']).toBe('no-store');
  }
});

test('A page shows the HTML that runs in it', async ({request}) => {
  const text = await (await request.get('/same-product.html?world=shown')).text();
  const [, shown = ''] = /<code>([\s\S]*?)<\/code>/.exec(text) ?? [];
  const html = shown.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  expect(html).toContain('<paynow-add-button product-id="ember-key" quantity="5">');
  expect(html).toContain('/w/shown"');
  expect(text).not.toContain('{{');
});

test('A name of a world that is none is not used', async ({request}) => {
  const text = await (await request.get('/dark.html?world=%22%3E%3Cscript%3E')).text();
  expect(text).not.toContain('/w/');
});

const mistakes: [string[], RegExp][] = [
  [['--store-id', 'abc'], /^--store-id "abc" cannot be used: write the digits of a PayNow store id\.\n$/],
  [['--store-id'], /^--store-id needs a value: write the digits of a PayNow store id\.\n$/],
  [['--shop', '1'], /^There is no option --shop: the demo takes --store-id, .*\.\n$/],
  [['4113'], /^"4113" is not an option: the demo takes --store-id, .*\.\n$/],
  [['--api-url', 'https://api.example'], /^--api-url belongs to a real store: add --store-id\.\n$/],
  [['--port', '70000', '--currency', 'euro'], /^--port "70000" cannot .*\n--currency "euro" cannot .*EUR\.\n$/],
];
for (const [args, sentence] of mistakes) {
  test(`npm start -- ${args.join(' ')} says what is wrong`, async () => {
    const {child, said} = start(...args);
    const [code] = await once(child, 'close');
    expect(code).toBe(2);
    expect(said.error).toMatch(sentence);
  });
}

test('npm start prints a script tag with which a page sells that is opened as a file', async ({page}, info) => {
  const {child, said} = start('--port', '0');
  try {
    await expect.poll(() => said.text).toContain('</script>');
    const [tag = ''] = /^<script .*<\/script>$/m.exec(said.text) ?? [];
    const file = info.outputPath('shop.html');
    await mkdir(dirname(file), {recursive: true});
    await writeFile(file, `<!doctype html><html lang="en"><title>Mine</title>${tag}
      <paynow-products ids="ember-key"></paynow-products><paynow-cart mode="inline"></paynow-cart>`);
    await page.goto(pathToFileURL(file).href);
    await page.getByRole('button', {name: /add to cart/i}).click();
    await page.getByRole('button', {name: 'Checkout'}).click();
    await page.getByLabel('Your player name').fill('AshWalker');
    await page.getByLabel('Your player name').press('Enter');
    await page.getByRole('button', {name: 'Pay €1.99'}).click();
    await expect(page.getByRole('heading', {name: 'Thank you, AshWalker'})).toBeVisible();
  } finally {
    child.kill();
  }
});

test('A real store takes the place of the sandbox', async ({request, shop}) => {
  const demo = await startDemo({
    port: 0, 'store-id': '522597502741481927', 'api-url': `${shop.apiUrl}/`, currency: 'EUR',
  });
  try {
    expect(demo.apiUrl).toBe(shop.apiUrl);
    const text = await (await request.get(`${demo.url}/strict-csp.html`)).text();
    expect(text).toContain('data-store-id="522597502741481927"');
    expect(text).toContain('data-currency="EUR"');
    expect(text).not.toContain('data-customer-token');
  } finally {
    await demo.close();
  }
});

test('A port that is taken is passed over', async ({demo}) => {
  const {port} = new URL(demo.url);
  const second = await startDemo({port});
  try {
    expect(Number(new URL(second.url).port)).toBeGreaterThan(Number(port));
  } finally {
    await second.close();
  }
});
