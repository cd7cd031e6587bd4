// When a sale ends, the prices that the page shows are read again: once, and only while somebody can see them.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {startShop} from './page.mjs';

const day = 24 * 60 * 60 * 1000;
const body = `<paynow-price product-id="frost-key" show="all"></paynow-price>
  <paynow-price product-id="frost-key"></paynow-price>
  <paynow-product product-id="frost-key"></paynow-product>
  <paynow-products tag="crates"></paynow-products>`;

let shop;
before(async () => {
  shop = await startShop();
});
after(() => shop?.close());

/** A page whose clock the test holds, after the sale of one product was set to end in so many days. */
const open = async days => {
  const {page, context, log, apiUrl} = await shop.open(body, page => page.clock.install());
  const sell = async sale => {
    const headers = {'content-type': 'application/json'};
    const body = JSON.stringify({slug: 'frost-key', sale});
    assert.ok((await fetch(`${apiUrl}/__sandbox/products`, {method: 'POST', headers, body})).ok);
  };
  const ends = new Date((await page.evaluate(() => Date.now())) + days * day).toISOString();
  await sell({id: '1', name: 'Sale', type: 'percent', amount: 250, ends_at: ends});
  await page.reload();
  const saving = page.locator('paynow-price [part=saving]');
  await saving.first().waitFor();
  await page.locator('paynow-products [part=saving]').first().waitFor();
  await page.waitForLoadState('networkidle');
  const asked = async () => (await log()).requests.filter(({path}) => path.startsWith('/v1/store/products')).length;
  const first = await asked();
  // What a timer has set off goes out before this request does.
  const pass = async time => {
    await page.clock.runFor(time);
    await page.evaluate(url => fetch(url), `${apiUrl}/v1/store`);
  };
  /** Waits for this number of further requests. */
  const more = async count => {
    const end = Date.now() + 30_000;
    while ((await asked()) - first < count) assert.ok(Date.now() < end, `fewer than ${count} requests`);
    assert.equal((await asked()) - first, count);
  };
  const hide = isHidden =>
    page.evaluate(value => {
      Object.defineProperty(document, 'hidden', {value, configurable: true});
      document.dispatchEvent(new Event('visibilitychange'));
    }, isHidden);
  return {page, context, sell, saving, pass, hide, more};
};

test('a sale that ends is gone from the page with one request for all that shows it', {timeout: 120_000}, async () => {
  const {context, sell, saving, pass, more} = await open(2);
  await pass(2 * day - 60_000);
  await more(0);
  await sell(null);
  await pass(70_000);
  await saving.first().waitFor({state: 'detached'});
  await more(1);
  await pass(9 * day);
  await more(1);
  await context.close();
});

test('a shop whose clock goes after that of the page is asked once', {timeout: 120_000}, async () => {
  const {context, pass, more} = await open(1);
  await pass(day + 10_000);
  await more(1);
  await pass(30 * day);
  await more(1);
  await context.close();
});

test('a page that nobody sees asks when it is looked at again', {timeout: 120_000}, async () => {
  const {context, sell, saving, pass, hide, more} = await open(1);
  await hide(true);
  await sell(null);
  await pass(5 * day);
  await more(0);
  await hide(false);
  await saving.first().waitFor({state: 'detached'});
  await more(1);
  await context.close();
});

test('an end that is further away than a timer can wait is waited for', {timeout: 120_000}, async () => {
  const {context, sell, saving, pass, more} = await open(60);
  await pass(59 * day);
  await more(0);
  await sell(null);
  await pass(day + 10_000);
  await saving.first().waitFor({state: 'detached'});
  await more(1);
  await context.close();
});

test('a sale that is not shown any more is not waited for', {timeout: 120_000}, async () => {
  const {page, context, pass, more} = await open(1);
  await page.evaluate(() => document.body.replaceChildren());
  await pass(3 * day);
  await more(0);
  await context.close();
});
