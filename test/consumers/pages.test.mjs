// The apps in `consumers`, built from the packed package, sell from a sandbox: state, events, references and slots of
// each framework reach the elements.
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {extname} from 'node:path';
import {after, before, test} from 'node:test';
import {promisify} from 'node:util';
import {build as esbuild} from 'esbuild';
import {chromium} from 'playwright';
import {ensureBrowser} from '../../tools/browsers.mjs';
import {consumers, packageFolder} from '../../tools/consumers.mjs';
import {startSandbox} from '../../tools/sandbox.mjs';

const closers = [];
let browser;
let sandbox;

const types = {'.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css'};
const quiet = {...process.env, ASTRO_TELEMETRY_DISABLED: '1', NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production'};

const tool = async (folder, name, ...args) => {
  const bin = `${consumers}node_modules/.bin/${name}`;
  await promisify(execFile)(process.execPath, [bin, ...args], {cwd: folder, env: quiet, timeout: 180_000});
  return `${folder}dist/`;
};

const vite = folder => tool(folder, 'vite', 'build', '--logLevel', 'error');

const typescript = async folder => {
  await esbuild({
    entryPoints: [`${folder}main.ts`], outdir: `${folder}dist`, bundle: true, splitting: true, format: 'esm',
  });
  return folder;
};

const builds = {
  react18: vite,
  react19: vite,
  preact: vite,
  preact10: vite,
  solid: vite,
  vue: vite,
  svelte: vite,
  plain: typescript,
  'import-map': folder => folder,
  next: folder => tool(folder, 'next', 'build'),
  astro: folder => tool(folder, 'astro', 'build', '--silent'),
};

/** Serves a built app; `/modules/NAME/…` are the packages that it has installed, for import maps. */
const serve = async (folder, app) => {
  const fileOf = path => {
    const [, name, rest] = /^\/modules\/((?:@[^/]+\/)?[^/]+)\/(.+)$/.exec(path) ?? [];
    if (name) return `${packageFolder(name, `${consumers}apps/${app}/`)}/${rest}`;
    return folder + (path === '/' ? 'index.html' : path.slice(1));
  };
  const server = createServer(async ({url}, response) => {
    try {
      const file = fileOf(new URL(url, 'http://local').pathname);
      const body = await readFile(file);
      response.writeHead(200, {'content-type': types[extname(file)] ?? 'application/octet-stream'}).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => new Promise(resolve => server.close(resolve)), () => server.closeAllConnections());
  return `http://127.0.0.1:${server.address().port}/`;
};

before(async () => {
  sandbox = await startSandbox();
  closers.push(() => sandbox.close());
  browser = await chromium.launch({
    executablePath: await ensureBrowser('chromium'),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  closers.push(() => browser.close());
});

after(async () => {
  for (const close of closers.reverse()) await close();
});

for (const [app, build] of Object.entries(builds)) {
  test(`${app} sells`, {timeout: 200_000}, async () => {
    const origin = await serve(await build(`${consumers}apps/${app}/`), app);
    const apiUrl = `${sandbox.url}/w/${app}`;
    const page = await browser.newPage();
    page.setDefaultTimeout(30_000);
    const problems = [];
    page.on('pageerror', error => problems.push(error.message));
    page.on('console', message => ['error', 'warning'].includes(message.type()) && problems.push(message.text()));
    await page.goto(`${origin}?api=${encodeURIComponent(apiUrl)}`);

    const button = page.getByRole('button', {name: 'Buy VIP'});
    await button.waitFor();
    // A page that was drawn on the server is pressed too soon before its script has come.
    const state = page.getByRole('button', {name: 'Switch'});
    await page.waitForFunction(() => document.querySelector('paynow-cart-button')?.shop?.cart.state.status === 'ready');
    await state.click();
    await page.locator('paynow-add-button button:disabled').waitFor();
    await state.click();
    await page.locator('paynow-add-button button:enabled').waitFor();
    await page.getByRole('button', {name: 'More'}).click();
    await button.click();
    await page.locator('output', {hasText: '2 × vip'}).waitFor();
    assert.equal(await page.locator('paynow-add-button.buy').count(), 1);
    await page.locator('paynow-price [part=final]').waitFor();
    assert.equal(await page.getByRole('dialog').count(), 0, 'open-cart is not set');

    await page.getByRole('button', {name: 'Show the cart'}).click();
    await page.getByRole('dialog', {name: 'My things'}).waitFor();
    assert.equal(await page.evaluate(() => document.querySelector('paynow-cart').side), 'start');
    const log = await (await fetch(`${apiUrl}/__sandbox/log`)).json();
    const puts = log.requests.filter(({method}) => method === 'PUT');
    assert.deepEqual(puts.map(({query}) => Number(query.quantity)), [2]);
    assert.deepEqual(problems, []);
    await page.close();
  });
}
