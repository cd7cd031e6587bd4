import {inlineCart, settled, ware} from './cart.js';
import {expect, test} from './support.js';

const keyButton = '<paynow-add-button product-id="ember-key">Add a key</paynow-add-button>';

test('The API is another origin: the browser asks before it sends, and no cookie goes along', async ({page, shop}) => {
  await page.goto(shop.address('/index.html'));
  await ware(page, 'Ember Key').getByRole('button', {name: 'Add to cart'}).click();
  await expect.poll(shop.held).toEqual({'ember-key': 1});
  expect(new URL(shop.apiUrl).origin).not.toBe(new URL(page.url()).origin);
  expect(await shop.preflights()).toBeGreaterThan(0);
  for (const {headers} of await shop.requests()) {
    expect(headers['x-paynow-store-id']).toBe('411486491630370816');
    expect(headers['authorization']).toBe('Customer …');
    expect(headers['cookie']).toBeUndefined();
    expect(headers['x-paynow-customer-ip']).toBeUndefined();
  }
});

test('Thirteen buttons on the page are one request for products', async ({page, shop}) => {
  await page.goto(shop.address('/index.html'));
  await expect(ware(page, 'Dragon Egg').getByRole('button', {name: 'Sold out'})).toBeVisible();
  expect(await shop.requests('GET', '/v1/store/products')).toHaveLength(1);
});

test('The cart is not read before something shows it', async ({page, shop}) => {
  await shop.show(page, `${shop.script()}${keyButton}<paynow-cart></paynow-cart>`);
  await page.waitForLoadState('networkidle');
  expect(await shop.requests('GET', '/v1/store/cart')).toHaveLength(0);
  await page.evaluate(() => document.body.append(document.createElement('paynow-cart-button')));
  await expect(page.getByRole('button', {name: 'Cart, 0 items'})).toBeVisible();
  await expect.poll(async () => (await shop.requests('GET', '/v1/store/cart')).length).toBe(1);
});

test('An unconfigured page asks nobody anything', async ({page}) => {
  const asked: string[] = [];
  page.on('request', request => {
    if (request.resourceType() === 'fetch') asked.push(request.url());
  });
  await page.route('**/unconfigured.html', route => route.fulfill({
    contentType: 'text/html',
    body: `<!doctype html><html lang="en"><title>A shop</title><body>${keyButton}
      <paynow-cart-button></paynow-cart-button><paynow-cart mode="inline"></paynow-cart>
      <script type="module" src="/dist/paynow.js"></script>`,
  }));
  await page.goto('/unconfigured.html');
  await expect(page.getByText(/not connected to a shop yet/)).toBeVisible();
  expect(asked).toEqual([]);
});

test('Ten presses are ten items, and the cart is read once after them', async ({page, shop}) => {
  await shop.show(page, `${shop.script()}${keyButton}<paynow-cart mode="inline"></paynow-cart>`);
  await expect(page.getByText('Your cart is empty.')).toBeVisible();
  // However slowly the presses come, the first of them has not arrived before the last.
  let pressed = (): void => {};
  const all = new Promise<void>(resolve => { pressed = resolve; });
  await page.route(`${shop.apiUrl}/v1/store/cart/lines*`, async route => {
    await all;
    await route.continue();
  });
  await page.getByRole('button', {name: 'Add a key'}).focus();
  for (let press = 0; press < 10; press += 1) await page.keyboard.press('Enter');
  await expect(inlineCart(page).quantity('Ember Key')).toHaveValue('10');
  pressed();
  await settled(page);
  expect(await shop.held()).toEqual({'ember-key': 10});
  expect(await shop.requests('GET', '/v1/store/cart')).toHaveLength(2);
});

test('A press shows before any answer comes', async ({page, shop}) => {
  await shop.show(page, `${shop.script()}${keyButton}<paynow-cart-button></paynow-cart-button>
    <paynow-cart mode="inline"></paynow-cart>`);
  await expect(page.getByText('Your cart is empty.')).toBeVisible();
  await shop.faults({kind: 'hang', match: {method: 'PUT'}});
  await page.getByRole('button', {name: 'Add a key'}).click();
  await expect(page.getByRole('button', {name: 'Cart, 1 item'})).toBeVisible();
  await expect(inlineCart(page).quantity('Ember Key')).toHaveValue('1');
  await expect(page.locator('paynow-add-button:state(busy)')).toHaveCount(1);
  expect(await shop.held()).toEqual({});
});

test('A changed quantity shows before any answer comes', async ({page, shop}) => {
  await shop.show(page, `${shop.script()}${keyButton}<paynow-cart mode="inline"></paynow-cart>`);
  const cart = inlineCart(page);
  await page.getByRole('button', {name: 'Add a key'}).click();
  await expect(cart.total).toContainText('€1.99');
  await settled(page);
  await shop.faults({kind: 'hang', match: {method: 'PUT'}});
  await cart.more('Ember Key').click();
  await expect(cart.quantity('Ember Key')).toHaveValue('2');
  await expect(cart.total).toContainText('€3.98');
  expect(await shop.held()).toEqual({'ember-key': 1});
});

test('A second tab shows what the first one does', async ({page, shop, context}) => {
  const body = `${shop.script()}${keyButton}<paynow-cart-button></paynow-cart-button>`;
  await shop.show(page, body);
  const other = await context.newPage();
  await shop.show(other, body);
  await expect(other.getByRole('button', {name: 'Cart, 0 items'})).toBeVisible();
  await page.getByRole('button', {name: 'Add a key'}).click();
  await expect(other.getByRole('button', {name: 'Cart, 1 item'})).toBeVisible();
});
