import type {Page, Route} from '@playwright/test';
import {faultsOf} from './axe.js';
import {cartIn} from './cart.js';
import {expect, test} from './support.js';
import type {Shop} from './support.js';

test('Plain buttons and links add, open the cart, buy and check out', async ({page, shop}) => {
  await page.goto(shop.address('/plain-html.html'), {waitUntil: 'networkidle'});
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(globalThis, {seen});
    for (const name of ['paynow-before-add', 'paynow-add'])
      document.addEventListener(name, ({target}) => seen.push(`${name} ${(target as HTMLElement).textContent}`));
  });
  await page.getByRole('button', {name: 'Add VIP'}).press('Enter');
  await expect.poll(shop.held).toEqual({vip: 1});
  await expect.poll(() => page.evaluate(() => (globalThis as unknown as {seen: string[]}).seen))
    .toEqual(['paynow-before-add Add VIP', 'paynow-add Add VIP']);
  const link = page.getByRole('link', {name: 'Add three keys'});
  await link.click();
  const cart = page.getByRole('dialog', {name: 'Cart'});
  await expect(cart).toBeVisible();
  await expect.poll(shop.held).toEqual({'vip': 1, 'ember-key': 3});
  await page.keyboard.press('Escape');
  // A cart that still glides away is no cart that has opened.
  await expect(cart).toBeHidden();
  await page.getByRole('link', {name: 'Show the cart'}).click();
  await expect(cartIn(cart).lines).toHaveCount(2);
  await page.keyboard.press('Escape');
  await page.getByRole('button', {name: 'Check out'}).click();
  await expect(page.getByRole('heading', {name: 'Your order'})).toBeVisible();
  await page.goBack({waitUntil: 'networkidle'});
  await page.getByRole('button', {name: 'Buy a Frost Key'}).click();
  await expect(page.getByRole('heading', {name: 'Your order'})).toBeVisible();
  await expect(page.getByText('Frost Key')).toBeVisible();
});

test('A press with a modifier key is left to the browser', async ({page, shop, context}) => {
  await page.goto(shop.address('/plain-html.html'), {waitUntil: 'networkidle'});
  const opened = context.waitForEvent('page');
  await page.getByRole('link', {name: 'Add three keys'}).click({modifiers: ['ControlOrMeta']});
  await (await opened).close();
  expect(await shop.held()).toEqual({});
});

test('Several presses are all counted, while the element says that it is busy', async ({page, shop}) => {
  await page.goto(shop.address('/plain-html.html'), {waitUntil: 'networkidle'});
  await shop.faults({kind: 'delay', ms: 700, times: -1, match: {method: 'PUT'}});
  const button = page.getByRole('button', {name: 'Add VIP'});
  for (let press = 0; press < 3; press++) await button.click();
  await expect(button).toHaveAttribute('aria-busy', 'true');
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await expect(button).not.toHaveAttribute('aria-busy');
  await expect(button).not.toHaveAttribute('aria-disabled');
  expect(await shop.held()).toEqual({vip: 3});
});

test('What goes wrong is said beside the element and gone with the next press', async ({page, shop, problems}) => {
  problems.expectProblem(/^Failed to load resource/);
  await page.goto(shop.address('/plain-html.html'), {waitUntil: 'networkidle'});
  const button = page.getByRole('button', {name: 'Add what is gone'});
  const sentence = page.getByRole('alert').filter({hasText: 'This product is not available any more.'});
  await button.click();
  await expect(sentence).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', {name: 'Check out'}).click();
  await expect(page.getByRole('alert').filter({hasText: 'Your cart is empty.'})).toBeVisible();
});

test('A choice is asked for in the dialog, and the focus returns to the plain button', async ({page, shop}) => {
  await page.goto(shop.address('/plain-html.html'), {waitUntil: 'networkidle'});
  const button = page.getByRole('button', {name: 'Add the Starter Kit'});
  await button.press('Space');
  const dialog = page.getByRole('dialog', {name: 'Starter Kit'});
  await dialog.getByRole('combobox', {name: 'Server'}).selectOption('Survival');
  await dialog.getByRole('button', {name: 'Add to cart'}).click();
  await expect.poll(shop.held).toEqual({'starter-kit': 1});
  await expect(dialog).toHaveCount(0);
  await expect(button).toBeFocused();
});

test('What comes later is seen, and an unknown word is said once', async ({page, shop, problems}) => {
  problems.expectProblem(/data-paynow="sell" is none of add, buy, checkout, cart/);
  await page.goto(shop.address('/plain-html.html'), {waitUntil: 'networkidle'});
  await page.evaluate(() => {
    const late = document.createElement('div');
    for (const action of ['add', 'sell']) {
      const button = late.appendChild(document.createElement('button'));
      Object.assign(button.dataset, {paynow: action, productId: 'ember-key', quantity: '2'});
      button.textContent = `Late ${action}`;
    }
    document.querySelector('main')!.append(late);
  });
  await page.getByRole('button', {name: 'Late sell'}).click();
  await page.getByRole('button', {name: 'Late add'}).click();
  await expect.poll(shop.held).toEqual({'ember-key': 2});
});

const classic = (shop: Shop): string =>
  shop.script().replace('type="module"', 'defer').replace('paynow.js', 'paynow.classic.js');

/** A script tag, and the files that this script brings. */
const scriptOf = (kind: string, shop: Shop): [tag: string, files: RegExp] => kind === 'module'
  ? [shop.script(), /\/dist\/chunks\//] : [classic(shop), /\/dist\/(chunks\/|paynow\.js)/];

/** Holds the files that a script brings back from a page until they are let through or refused. */
const holdBack = async (page: Page, files: RegExp): Promise<(run: (route: Route) => Promise<void>) => void> => {
  let settle: (run: (route: Route) => Promise<void>) => void = () => {};
  const settled = new Promise<(route: Route) => Promise<void>>(resolve => {
    settle = resolve;
  });
  await page.route(files, async route => (await settled)(route));
  return settle;
};

for (const kind of ['module', 'classic']) {
  test(`A press that comes before what looks after it is done once that is there: ${kind}`, async ({page, shop}) => {
    const [script, files] = scriptOf(kind, shop);
    const go = await holdBack(page, files);
    const asked = page.waitForRequest(files);
    const shown = shop.show(page, `${script}<main><a href="#gone" data-paynow="add" data-product-id="vip">Add VIP</a>
      <form action="/gone"><button data-paynow="add" data-product-id="ember-key" data-2x="">Key</button></form>`);
    await asked;
    const address = page.url();
    await page.getByRole('link', {name: 'Add VIP'}).click();
    for (let press = 0; press < 2; press++) await page.getByRole('button', {name: 'Key'}).click();
    go(route => route.continue());
    await shown;
    await expect.poll(shop.held).toEqual({'vip': 1, 'ember-key': 2});
    expect(page.url()).toBe(address);
    await page.getByRole('link', {name: 'Add VIP'}).click();
    await expect.poll(shop.held).toEqual({'vip': 2, 'ember-key': 2});
  });

  test(`A link leads where it leads when nothing can look after it: ${kind}`, async ({page, shop, problems}) => {
    problems.expectProblem(/could not be loaded|^Failed to load resource|Failed to fetch/);
    const [script, files] = scriptOf(kind, shop);
    const go = await holdBack(page, files);
    const asked = page.waitForRequest(files);
    const shown = shop.show(page, `${script}<main><a href="#gone" data-paynow="add" data-product-id="vip">Add VIP</a>`);
    await asked;
    await page.getByRole('link', {name: 'Add VIP'}).click();
    expect(page.url()).not.toContain('#gone');
    go(route => route.abort());
    await shown;
    await expect.poll(() => page.url()).toContain('#gone');
  });
}

test('The classic script measures where only the shop element says so', async ({page, shop}) => {
  await shop.show(page, `${classic(shop)}<paynow-store analytics="ga4"></paynow-store>
    <paynow-add-button product-id="vip">Add VIP</paynow-add-button>`);
  await page.waitForLoadState('networkidle');
  await page.getByRole('button', {name: 'Add VIP'}).click();
  await expect.poll(() => page.evaluate(() =>
    (globalThis as {dataLayer?: {event?: string}[]}).dataLayer?.map(({event}) => event))).toContain('add_to_cart');
});

test('The classic script does the same', async ({page, shop}) => {
  const button = '<button data-paynow="add" data-product-id="vip">Add VIP</button>';
  await shop.show(page, `${classic(shop)}<main>${button}</main>`);
  await page.waitForLoadState('networkidle');
  await page.getByRole('button', {name: 'Add VIP'}).click();
  await expect.poll(shop.held).toEqual({vip: 1});
});
