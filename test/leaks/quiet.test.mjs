import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {allTags, startShop} from './page.mjs';

const day = 24 * 60 * 60 * 1000;

let shop;
before(async () => {
  shop = await startShop();
});
after(() => shop?.close());

const body = allTags.map(tag => `<${tag} product-id="frost-key" tag="crates" mode="inline"></${tag}>`).join('');
const said = requests => requests.map(({method, path}) => `${method} ${path}`);

/** Counts what timers set off; it lies over the clock that the test holds. */
const countTicks = () => {
  globalThis.ticks = 0;
  const {setTimeout: later, setInterval: often, requestAnimationFrame: frame} = globalThis;
  const counted =
    start =>
    (act, ...rest) =>
      start(
        (...given) => {
          globalThis.ticks += 1;
          act(...given);
        },
        ...rest,
      );
  Object.assign(globalThis, {
    setTimeout: counted(later),
    setInterval: counted(often),
    requestAnimationFrame: counted(frame),
  });
};

/** A page with everything on it, whose clock the test holds, with a key in its cart. */
const openPage = async () => {
  const opened = await shop.open(body, async page => {
    await page.clock.install();
    await page.addInitScript(countTicks);
  });
  const {page, log} = opened;
  const asked = [];
  page.on('request', request => asked.push(request.url()));
  await page.waitForFunction(all => all.every(tag => customElements.get(tag)), allTags);
  await page.locator('paynow-add-button').first().click();
  await page.clock.runFor(2000);
  await page.waitForFunction(() => /1/.test(document.querySelector('paynow-cart-count').shadowRoot.textContent));
  await page.waitForLoadState('networkidle');
  await page.clock.runFor(60_000);
  await page.waitForLoadState('networkidle');
  return {...opened, asked, ticks: () => page.evaluate(() => globalThis.ticks), before: (await log()).requests.length};
};

test(
  'a page that is left open for a day asks for nothing by itself, and runs no timer',
  {timeout: 120_000},
  async () => {
    const {page, context, log, asked, ticks, before: first} = await openPage();
    asked.length = 0;
    const ran = await ticks();
    await page.clock.runFor(day);
    await page.waitForLoadState('networkidle');
    assert.equal((await ticks()) - ran, 0);
    assert.deepEqual(said((await log()).requests.slice(first)), []);
    assert.deepEqual(asked, []);
    await context.close();
  },
);

test('a page that sleeps for a day and is looked at again asks once for the cart', {timeout: 120_000}, async () => {
  const {page, context, log, before: first} = await openPage();
  await page.clock.fastForward(day);
  const read = page.waitForResponse(/\/v1\/store\/cart/);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await read;
  await page.clock.runFor(5000);
  await page.waitForLoadState('networkidle');
  assert.deepEqual(said((await log()).requests.slice(first)), ['GET /v1/store/cart']);
  await context.close();
});

test('the watch sees a page that is not quiet', {timeout: 120_000}, async () => {
  const {page, context, apiUrl, asked, ticks} = await openPage();
  asked.length = 0;
  const ran = await ticks();
  await page.evaluate(
    url => void setInterval(() => void fetch(url).catch(() => {}), 6 * 60 * 60 * 1000),
    `${apiUrl}/v1/store`,
  );
  await page.clock.runFor(day);
  await page.waitForLoadState('networkidle');
  assert.equal((await ticks()) - ran, 4);
  // What the page has asked for is told to the test a moment later.
  while (asked.length < 4) await page.waitForEvent('request');
  await context.close();
});
