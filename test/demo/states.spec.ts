import type {Page} from '@playwright/test';
import {faultsOf} from './axe.js';
import {inlineCart, openDrawer, settled, ware} from './cart.js';
import {expect, test} from './support.js';

const expectNoFault = async (page: Page): Promise<void> => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({colorScheme, reducedMotion: 'reduce'});
    expect(await faultsOf(page), colorScheme).toEqual([]);
  }
};

const cart = '<main><h1>A shop</h1><paynow-cart mode="inline"></paynow-cart></main>';
const refused = /^Failed to load resource/;

test('A full drawer is accessible and stays inside the window', async ({page, shop}) => {
  await page.emulateMedia({reducedMotion: 'reduce'});
  await page.goto(shop.address('/index.html'));
  for (const name of ['VIP', 'Ember Key', 'Ten Ember Keys', 'Frost Key', 'Phoenix Wings', 'Founder’s Pack']) {
    await ware(page, name).getByRole('button').click();
  }
  await ware(page, 'Name Colour').getByRole('button', {name: 'Ember'}).click();
  const drawer = await openDrawer(page);
  await expect(drawer.lines).toHaveCount(7);
  await settled(page);
  await expect(drawer.checkout).toBeInViewport({ratio: 1});
  await expect(page.getByRole('button', {name: 'Close'})).toBeInViewport({ratio: 1});
  await expectNoFault(page);
});

test('An empty drawer is accessible', async ({page, shop}) => {
  await page.goto(shop.address('/index.html'));
  await openDrawer(page);
  await expect(page.getByText('Your cart is empty.')).toBeVisible();
  await expectNoFault(page);
});

test('A cart that loads is accessible', async ({page, shop}) => {
  await shop.faults({kind: 'hang', match: {method: 'GET', path: '/v1/store/cart'}});
  await shop.show(page, shop.script() + cart);
  await expect(page.getByText('Loading the cart')).toBeAttached();
  await expectNoFault(page);
});

test('A cart that could not be read is accessible', async ({page, shop, problems}) => {
  problems.expectProblem(refused);
  await shop.faults({kind: 'status', status: 404, times: -1, match: {method: 'GET', path: '/v1/store/cart'}});
  await shop.show(page, shop.script() + cart);
  await expect(page.getByRole('button', {name: 'Try again'})).toBeVisible();
  await expectNoFault(page);
});

test('The cart of somebody who is not signed in is accessible', async ({page, shop}) => {
  await shop.show(page, shop.script({'customer-token': null, 'sign-in-url': '/sign-in'}) + cart);
  await page.getByRole('button', {name: 'Sign in'}).click();
  const link = page.getByRole('dialog', {name: 'Sign in'}).getByRole('link', {name: 'Go on to sign in'});
  await expect(link).toHaveAttribute('href', /\/sign-in\?return_to=http/);
  await expectNoFault(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expectNoFault(page);
});

test('Notices and messages are accessible', async ({page, shop, problems}) => {
  problems.expectProblem(refused);
  await shop.product({slug: 'ember-key', stock: {left: 2}});
  const buttons = '<paynow-add-button product-id="ember-key">Add a key</paynow-add-button>' +
    '<paynow-add-button product-id="nowhere">Add nothing</paynow-add-button>';
  await shop.show(page, shop.script() + cart.replace('</h1>', `</h1>${buttons}`));
  await page.getByRole('button', {name: 'Add a key'}).click();
  await settled(page);
  await page.getByRole('button', {name: 'Add nothing'}).click();
  await inlineCart(page).quantity('Ember Key').fill('9');
  await inlineCart(page).quantity('Ember Key').press('Enter');
  await expect(inlineCart(page).notices.first()).toBeVisible();
  await expectNoFault(page);
});

test('The page that plays the checkout is accessible', async ({page, shop}) => {
  await page.goto(shop.address('/index.html'));
  await ware(page, 'Ember Key').getByRole('button').click();
  await (await openDrawer(page)).checkout.click();
  await expect(page.getByRole('heading', {name: 'Your order'})).toBeVisible();
  await expectNoFault(page);
});

test('The whole way to the checkout can be gone with the keyboard', async ({page, shop}) => {
  await page.goto(shop.address('/index.html'));
  await ware(page, 'Ember Key').getByRole('button').focus();
  await page.keyboard.press('Enter');
  await page.locator('paynow-cart-button').getByRole('button').press('Space');
  const drawer = page.getByRole('dialog', {name: 'Cart'});
  await expect(drawer).toBeVisible();
  const names = [
    'Close', 'One Ember Key less', 'Quantity of Ember Key', 'One Ember Key more', 'Remove Ember Key', 'Empty the cart',
    'Checkout',
  ];
  for (const name of names) {
    const control = drawer.getByRole(name === 'Quantity of Ember Key' ? 'textbox' : 'button', {name, exact: true});
    await expect(async () => {
      await page.keyboard.press('Tab');
      await expect(control).toBeFocused({timeout: 50});
    }).toPass({intervals: [0], timeout: 3_000});
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', {name: 'Your order'})).toBeVisible();
});
