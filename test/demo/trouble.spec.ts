import type {Locator, Page} from '@playwright/test';
import {inlineCart, settled} from './cart.js';
import {expect, test} from './support.js';

// What a shop can get wrong, or what can happen to it, and what is then said where. The cart holds a key beforehand,
// and has to hold it afterwards.
const key = '<paynow-add-button product-id="ember-key">Add a key</paynow-add-button>';
const cart = '<paynow-cart mode="inline"></paynow-cart>';
const refused = /^Failed to load resource/;

const messageOf = (page: Page): Locator => page.locator('paynow-add-button').getByRole('alert');

test('An unknown store is named at the button and in the cart', async ({page, shop, problems}) => {
  problems.expectProblem(refused);
  await shop.show(page, `${shop.script({'store-id': '999999999999999999'})}${key}${cart}`);
  await expect(page.getByRole('region', {name: 'Cart'})).toContainText('This shop is not set up correctly yet.');
  await page.getByRole('button', {name: 'Add a key'}).click();
  await expect(messageOf(page)).toContainText('This shop is not set up correctly yet.');
  expect(await shop.held()).toEqual({});
});

test('An id that is none is said on the console, with the mend', async ({page, shop, problems}) => {
  problems.expectProblem(/storeId "emberfall" on the script tag cannot be used: write the digits/);
  await shop.show(page, `${shop.script({'store-id': 'emberfall'})}${key}${cart}`);
  await expect(page.getByText(/not connected to a shop yet/)).toBeVisible();
  expect(problems.seen).toHaveLength(1);
});

test('An unknown product is said at its button; the cart keeps what it has', async ({page, shop, problems}) => {
  problems.expectProblem(refused);
  await shop.show(page, `${shop.script()}${key}
    <paynow-add-button product-id="no-such-thing">Add nothing</paynow-add-button>${cart}`);
  await page.getByRole('button', {name: 'Add a key'}).click();
  await expect.poll(shop.held).toEqual({'ember-key': 1});
  await page.getByRole('button', {name: 'Add nothing'}).click();
  const wrong = page.locator('paynow-add-button[product-id="no-such-thing"]');
  await expect(wrong.getByRole('alert')).toHaveText('This product is not available any more.');
  await settled(page);
  await expect(inlineCart(page).lines).toHaveCount(1);
  expect(await shop.held()).toEqual({'ember-key': 1});
});

for (const token of ['nonsense', 'expired-demo']) {
  test(`The token ${token} lets nobody in, and what is pressed is kept`, async ({page, shop, problems}) => {
    problems.expectProblem(refused);
    await shop.show(page, `${shop.script({'customer-token': token})}${key}${cart}`);
    const region = page.getByRole('region', {name: 'Cart'});
    await expect(region).toContainText('Sign in');
    await page.getByRole('button', {name: 'Add a key'}).click();
    await expect(region).toContainText('Your items are kept.');
    await expect(inlineCart(page).quantity('Ember Key')).toHaveValue('1');
    await expect(region).not.toContainText(token);
    expect(await shop.held()).toEqual({});
  });
}

test('A token of another store is a mistake of the shop', async ({page, shop, problems}) => {
  problems.expectProblem(refused);
  await shop.show(page, `${shop.script({'customer-token': 'demo-rust'})}${key}${cart}`);
  await expect(page.getByRole('region', {name: 'Cart'})).toContainText('This shop is not set up correctly yet.');
});

test('A server that is down is said in the cart, and trying again loses nothing', async ({page, shop, problems}) => {
  problems.expectProblem(refused);
  problems.expectProblem(/^Access to fetch/);
  await shop.show(page, `${shop.script()}${key}${cart}`);
  await page.getByRole('button', {name: 'Add a key'}).click();
  await expect.poll(shop.held).toEqual({'ember-key': 1});
  await shop.faults({kind: 'drop-before', times: -1});
  await page.reload();
  const region = page.getByRole('region', {name: 'Cart'});
  // The request is repeated a few times before the shopper is bothered.
  await expect(region).toContainText('There is no connection.', {timeout: 15_000});
  await shop.clearFaults();
  await region.getByRole('button', {name: 'Try again'}).click();
  await expect(inlineCart(page).quantity('Ember Key')).toHaveValue('1');
});

const strange = [
  ['is not JSON', {kind: 'malformed'}], ['is a page of a proxy', {kind: 'html', status: 502}],
  ['has another shape', {kind: 'wrong-shape'}],
] as const;
for (const [name, fault] of strange) {
  test(`An answer that ${name} is said in the cart, and trying again loses nothing`, async ({page, shop, problems}) => {
    problems.expectProblem(refused);
    await shop.show(page, `${shop.script()}${key}${cart}`);
    await page.getByRole('button', {name: 'Add a key'}).click();
    await expect.poll(shop.held).toEqual({'ember-key': 1});
    await settled(page);
    await shop.faults({...fault, times: -1, match: {method: 'GET', path: '/v1/store/cart'}});
    await page.reload();
    const region = page.getByRole('region', {name: 'Cart'});
    await expect(region.getByRole('button', {name: 'Try again'})).toBeVisible({timeout: 15_000});
    await expect(region).toContainText(/does not understand|did not work/);
    await shop.clearFaults();
    await region.getByRole('button', {name: 'Try again'}).click();
    await expect(inlineCart(page).quantity('Ember Key')).toHaveValue('1');
  });
}

test('A picture that does not load leaves a drawing in its place', async ({page, shop, problems}) => {
  problems.expectProblem(refused);
  await shop.product({slug: 'ember-key', image_url: `${shop.apiUrl}/images/nowhere.svg`});
  await shop.show(page, `${shop.script()}${key}${cart}`);
  await page.getByRole('button', {name: 'Add a key'}).click();
  const line = inlineCart(page).line('Ember Key');
  await expect(line.locator('[part~="line-image"] svg')).toBeVisible();
  await expect(line.locator('img')).toHaveCount(0);
});

test('A picture from a strange address is never asked for', async ({page, shop}) => {
  await shop.product({slug: 'ember-key', image_url: 'javascript:alert(1)'});
  await shop.show(page, `${shop.script()}${key}${cart}`);
  await page.getByRole('button', {name: 'Add a key'}).click();
  await expect(inlineCart(page).line('Ember Key').locator('[part~="line-image"] svg')).toBeVisible();
});

const mistakes = [
  ['', 'This button needs a product-id.', /needs a product-id/],
  ['product-id="ember-key" quantity="-3"', 'whole number above 0', /quantity="-3" cannot be used/],
  ['product-id="ember-key" quantity="abc"', 'whole number above 0', /quantity="abc" cannot be used/],
  ['product-id="ember-key" quantity="1.5"', 'whole number above 0', /quantity="1.5" cannot be used/],
  ['product-id="ember-key" custom-variables="red"', 'JSON object', /custom-variables/],
  ['product-id="ember-key" gift-to-id="Lumen_Fox"', 'both gift-to-platform and gift-to-id', /gift-to-platform/],
] as const;
for (const [attributes, sentence, warning] of mistakes) {
  test(`A button with ${attributes || 'no product-id'} says at once what is wrong`, async ({page, shop, problems}) => {
    problems.expectProblem(warning);
    await shop.show(page, `${shop.script()}<paynow-add-button ${attributes}>Add it</paynow-add-button>${cart}`);
    await expect(messageOf(page)).toContainText(sentence);
    await page.getByRole('button', {name: 'Add it'}).click();
    await expect(messageOf(page)).toContainText(sentence);
    expect(problems.seen).toHaveLength(1);
    expect(await shop.requests('PUT')).toHaveLength(0);
  });
}

test('Two copies of the script share one cart', async ({page, shop}) => {
  await page.route('**/copy/**', async route => {
    const path = new URL(route.request().url()).pathname.replace('/copy/', '/dist/');
    await route.fulfill({response: await route.fetch({url: new URL(path, route.request().url()).href})});
  });
  const copy = shop.script().replace('/dist/', '/copy/');
  const scripts = shop.script() + copy + shop.script();
  await shop.show(page, `${scripts}${key}<paynow-cart-button></paynow-cart-button>${cart}`);
  await page.getByRole('button', {name: 'Add a key'}).click();
  await expect(page.getByRole('button', {name: 'Cart, 1 item'})).toBeVisible();
  await expect(inlineCart(page).lines).toHaveCount(1);
  await settled(page);
  expect(await shop.held()).toEqual({'ember-key': 1});
  expect(await shop.requests('PUT')).toHaveLength(1);
});

test('The module and the classic script on one page share one cart', async ({page, shop}) => {
  const classic = shop.script().replace('type="module"', 'defer').replace('paynow.js', 'paynow.classic.js');
  await shop.show(page, `${classic}${shop.script()}${key}<paynow-cart-button></paynow-cart-button>${cart}`);
  await page.getByRole('button', {name: 'Add a key'}).click();
  await expect(page.getByRole('button', {name: 'Cart, 1 item'})).toBeVisible();
  await settled(page);
  expect(await shop.held()).toEqual({'ember-key': 1});
});

test('A refused change is taken back, said, and can be tried again', async ({page, shop, problems}) => {
  problems.expectProblem(refused);
  const ten = '<paynow-add-button product-id="ember-key-bundle">Add ten</paynow-add-button>';
  await shop.show(page, shop.script() + ten + cart);
  const shown = inlineCart(page);
  await page.getByRole('button', {name: 'Add ten'}).click();
  await expect.poll(shop.held).toEqual({'ember-key-bundle': 1});
  await shown.quantity('Ember Keys, pack of 10').fill('9');
  await shown.quantity('Ember Keys, pack of 10').press('Enter');
  await expect(shown.notices).toContainText('was not changed');
  await expect(shown.quantity('Ember Keys, pack of 10')).toHaveValue('1');
  expect(await shop.held()).toEqual({'ember-key-bundle': 1});
  await shop.product({slug: 'ember-key-bundle', stock: null});
  await shown.notices.getByRole('button', {name: 'Try again'}).click();
  await expect(shown.quantity('Ember Keys, pack of 10')).toHaveValue('9');
  await expect.poll(shop.held).toEqual({'ember-key-bundle': 9});
});

test('What is sold out meanwhile is said at the checkout, and the cart stays', async ({page, shop, problems}) => {
  problems.expectProblem(refused);
  await shop.show(page, `${shop.script()}${key}${cart}`);
  await page.getByRole('button', {name: 'Add a key'}).click();
  await settled(page);
  await shop.product({slug: 'ember-key', stock: {left: 0}});
  await inlineCart(page).checkout.click();
  await expect(page.getByRole('region', {name: 'Cart'}).getByRole('alert').filter({hasText: /./})).toBeVisible();
  expect(await shop.held()).toEqual({'ember-key': 1});
});
