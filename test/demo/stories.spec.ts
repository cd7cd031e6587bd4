import {messages as words} from '../../src/i18n/ar.js';
import {cartIn, inlineCart, openDrawer, settled} from './cart.js';
import {expect, test} from './support.js';

test('Many buttons of one product fill one line; a choice makes a line of its own', async ({page, shop}) => {
  await page.goto(shop.address('/same-product.html'));
  await page.getByRole('button', {name: 'One key', exact: true}).click();
  await page.getByRole('button', {name: 'One key, by id'}).click();
  await page.getByRole('button', {name: 'Five keys'}).click();
  await page.getByRole('button', {name: 'Moss'}).click();
  await page.getByRole('button', {name: 'Ember', exact: true}).click();
  const cart = await openDrawer(page);
  await expect(cart.lines).toHaveCount(3);
  await expect(cart.quantity('Ember Key')).toHaveValue('7');
  expect(await shop.requests('GET', '/v1/store/products')).toHaveLength(1);
});

test('The inline cart takes the words of the page', async ({page, shop}) => {
  await page.goto(shop.address('/inline-cart.html'));
  const ours = page.locator('paynow-cart');
  await expect(ours.getByText('Nothing packed yet.')).toBeVisible();
  await page.getByRole('button', {name: 'Add VIP'}).click();
  const cart = inlineCart(page, 'Your provisions');
  await expect(cart.line('VIP')).toContainText('€4.99');
  await expect(page.getByRole('button', {name: 'To the checkout'})).toBeVisible();
  await expect(ours.getByText('a minute after you paid')).toBeVisible();
});

test('Two stores on one page do not know of each other', async ({page, shop}) => {
  await page.goto(shop.address('/two-stores.html'));
  const ember = inlineCart(page, 'Emberfall cart');
  const rust = inlineCart(page, 'Rustborn cart');
  await page.getByRole('button', {name: 'Add a Supply Drop'}).click();
  await expect(rust.total).toContainText('$3.49');
  await expect(ember.lines).toHaveCount(0);
  await page.getByRole('button', {name: 'Add an Ember Key'}).click();
  await expect(ember.total).toContainText('€1.99');
  await expect(rust.lines).toHaveCount(1);
  await settled(page);
  const stores = new Set((await shop.requests('PUT')).map(({headers}) => headers['x-paynow-store-id']));
  expect([...stores].toSorted()).toEqual(['411486491630370816', '522597502741481927']);
});

test('Settings on an element are enough, and go along to the checkout', async ({page, shop}) => {
  await page.goto(shop.address('/store-element.html'));
  await page.getByRole('button', {name: 'Spread them'}).click();
  const drawer = page.getByRole('dialog', {name: 'Cart'});
  await expect(drawer).toBeVisible();
  await expect(drawer).toBeInViewport();
  await cartIn(drawer).checkout.click();
  await expect(page.getByText('Discount EMBER10')).toBeVisible();
});

test('The own script sells, asks for the token once and hears what happens', async ({page, shop}) => {
  await page.goto(shop.address('/javascript-api.html'));
  await page.getByRole('button', {name: 'Add VIP', exact: true}).click();
  await expect(page.getByRole('button', {name: 'Cart, 1 item'})).toBeVisible();
  await page.getByRole('button', {name: 'Add Legend'}).click();
  const cart = await openDrawer(page);
  await expect(cart.line('Legend')).toContainText('Every month');
  await page.keyboard.press('Escape');
  const events = page.getByRole('list', {name: 'What happened'});
  await expect(events).toContainText('paynow-cart-change: 2 in the cart');
  await expect(events).toContainText('paynow-cart-close');
  await expect(events.getByText('The shop asks who you are.')).toHaveCount(1);
});

test('The German page speaks German, and its English corner English', async ({page, shop}) => {
  await page.goto(shop.address('/german.html'));
  await expect(page.getByRole('button', {name: 'Add to cart'})).toBeVisible();
  await page.getByRole('button', {name: 'In den Warenkorb'}).click();
  const cart = inlineCart(page, 'Warenkorb');
  await expect(cart.total).toContainText('1,99 €');
  await expect(page.getByRole('button', {name: 'Warenkorb, 1 Artikel'})).toBeVisible();
});

test('On an Arabic page the elements speak Arabic, and the drawer stands at the left edge', async ({page, shop}) => {
  await page.goto(shop.address('/right-to-left.html'));
  await page.getByRole('button', {name: words.addToCart}).first().click();
  const drawer = page.getByRole('dialog', {name: words.cart});
  await expect(drawer.getByRole('textbox', {name: words.quantityOf('Ember Key')})).toHaveValue('1');
  await expect.poll(async () => (await drawer.boundingBox())?.x).toBeLessThan(30);
  const less = await drawer.getByRole('button', {name: words.less('Ember Key')}).boundingBox();
  const more = await drawer.getByRole('button', {name: words.more('Ember Key')}).boundingBox();
  expect(less?.x).toBeGreaterThan(more?.x ?? Infinity);
});

test('The dark page is dark on a device that is light', async ({page, shop}) => {
  await page.emulateMedia({colorScheme: 'light'});
  await page.goto(shop.address('/dark.html'));
  const region = page.getByRole('region', {name: 'Cart'});
  await expect(region).toBeVisible();
  const shade = await region.evaluate(element => getComputedStyle(element).backgroundColor);
  expect(shade).toBe('rgb(33, 24, 34)');
});

test('A script that comes late finds the tags that are there', async ({page, shop}) => {
  await page.goto(shop.address('/script-late.html'));
  await expect(page.getByRole('link', {name: 'Add VIP'})).toHaveAttribute('href', /\/shop\/vip$/);
  await page.getByRole('button', {name: 'Load the shop'}).click();
  await page.getByRole('button', {name: 'Add VIP'}).click();
  await expect(inlineCart(page).line('VIP')).toContainText('€4.99');
  await expect(page).toHaveURL(shop.address('/script-late.html'));
});

test('A script at the end of the page finds the tags that are there', async ({page, shop}) => {
  await page.goto(shop.address('/script-last.html'));
  await page.getByRole('button', {name: 'Add VIP'}).click();
  await expect(inlineCart(page).line('VIP')).toContainText('€4.99');
});

test('Without script the links lead to a shop', async ({page, shop}) => {
  await page.goto(shop.address('/no-script.html'));
  await expect(page.getByRole('link', {name: 'Buy VIP'})).toHaveAttribute('href', /\/shop\/vip$/);
  await expect(page.getByRole('link', {name: 'To the shop'})).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(0);
});

test('The classic script is one file and does the same', async ({page, shop}) => {
  const scripts: string[] = [];
  page.on('request', request => {
    if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
  });
  await page.goto(shop.address('/classic-script.html'));
  await page.getByRole('button', {name: 'Add to cart'}).click();
  await expect(cartIn(page.getByRole('dialog', {name: 'Cart'})).line('Ember Key')).toContainText('€1.99');
  expect(scripts).toEqual(['/dist/paynow.classic.js']);
  expect(await page.evaluate(() => typeof (globalThis as {PayNowElements?: object}).PayNowElements)).toBe('object');
});

test('A strict page sells from the button to the checkout', async ({page, shop}) => {
  const response = await page.goto(shop.address('/strict-csp.html'));
  expect(response?.headers()['content-security-policy']).toContain("require-trusted-types-for 'script'");
  await page.getByRole('button', {name: 'Add to cart'}).first().click();
  const cart = cartIn(page.getByRole('dialog', {name: 'Cart'}));
  await cart.more('Ember Key').click();
  await expect(cart.total).toContainText('€3.98');
  await cart.checkout.click();
  await expect(page.getByRole('heading', {name: 'Your order'})).toBeVisible();
});

test('The strictest policy that is promised is not broken from the button to an empty cart', async ({page, shop}) => {
  const api = new URL(shop.apiUrl).origin;
  // Pictures are https: here, and the sandbox has none of those.
  await shop.product({slug: 'ember-key', image_url: null});
  await shop.show(page, `${shop.script()}<paynow-add-button product-id="ember-key">Add a key</paynow-add-button>
    <paynow-cart-button></paynow-cart-button><paynow-cart></paynow-cart>`, {
    'content-security-policy': `default-src 'none'; script-src 'self'; connect-src ${api}; img-src https:; ` +
      "require-trusted-types-for 'script'",
  });
  await page.getByRole('button', {name: 'Add a key'}).click();
  await settled(page);
  const cart = await openDrawer(page);
  await cart.quantity('Ember Key').fill('3');
  await cart.quantity('Ember Key').press('Enter');
  await expect(cart.total).toContainText('€5.97');
  await cart.remove('Ember Key').click();
  await expect(page.getByText('Your cart is empty.')).toBeVisible();
});
