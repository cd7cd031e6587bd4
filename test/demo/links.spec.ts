import {faultsOf} from './axe.js';
import {cartIn, settled} from './cart.js';
import {expect, test} from './support.js';

test('A link asks, adds, opens the cart, and leaves the rest of the address', async ({page, shop}) => {
  await page.emulateMedia({reducedMotion: 'reduce'});
  await page.goto(shop.address('/links.html'));
  const link = page.getByRole('link', {name: 'A whole bag'});
  await link.click();
  const dialog = page.getByRole('dialog', {name: 'Add this to your cart?'});
  await expect(dialog.getByText('10 × Ember Key')).toBeVisible();
  await expect(dialog.getByText('€19.90')).toBeVisible();
  await expect(page).toHaveURL(shop.address('/links.html'));
  expect(await faultsOf(page)).toEqual([]);
  expect(await shop.held()).toEqual({});
  await dialog.getByRole('button', {name: 'Add to cart'}).click();
  const cart = cartIn(page.getByRole('dialog', {name: 'Cart'}));
  await expect(cart.lines).toHaveCount(3);
  await settled(page);
  await expect.poll(shop.held).toEqual({'ember-key': 10, 'frost-key': 1, 'founders-pack': 1});
});

test('Declined by button or by Escape nothing is added, and the focus returns', async ({page, shop}) => {
  await page.goto(`${shop.address('/links.html')}&a=1&b=%20#paynow-add=vip*2`);
  const dialog = page.getByRole('dialog', {name: 'Add this to your cart?'});
  await expect(dialog.getByText('2 × VIP')).toBeVisible();
  await expect(page).toHaveURL(`${shop.address('/links.html')}&a=1&b=%20`);
  await dialog.getByRole('button', {name: 'No, thanks'}).click();
  await expect(dialog).toHaveCount(0);
  const link = page.getByRole('link', {name: 'Two times VIP'});
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('2 × VIP')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(link).toBeFocused();
  expect(await shop.held()).toEqual({});
});

test('What has to be chosen is asked for in the dialog for that', async ({page, shop}) => {
  await page.goto(`${shop.address('/links.html')}#paynow-add=starter-kit`);
  const dialog = page.getByRole('dialog', {name: 'Starter Kit'});
  await dialog.getByRole('combobox', {name: 'Server'}).selectOption('Survival');
  await dialog.getByRole('button', {name: 'Add to cart'}).click();
  await expect.poll(shop.held).toEqual({'starter-kit': 1});
  await expect(page.getByRole('dialog', {name: 'Cart'})).toBeVisible();
});

test('What is gone is said, and the rest can be added', async ({page, shop, problems}) => {
  problems.expectProblem(/^Failed to load resource/);
  await page.goto(`${shop.address('/links.html')}#paynow-add=nowhere,ember-key`);
  const dialog = page.getByRole('dialog', {name: 'Add this to your cart?'});
  await expect(dialog.getByText('This product is not available any more.')).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole('button', {name: 'Add to cart'}).click();
  await expect.poll(shop.held).toEqual({'ember-key': 1});
});

for (const wish of ['', '%', '<img src=x onerror=alert(1)>', 'vip*0', 'vip*-3', 'vip*1e3', 'vip*1000', 'vip**2',
  'a,'.repeat(10) + 'a', 'vip,', '%00', 'x'.repeat(101)]) {
  test(`A link that says nonsense gets a sentence: ${JSON.stringify(wish.slice(0, 30))}`, async ({page, shop}) => {
    await page.goto(`${shop.address('/links.html')}#paynow-add=${wish}`);
    const sentence = 'This link does not say properly what to add, so nothing was added.';
    const dialog = page.getByRole('dialog', {name: sentence});
    await expect(dialog).toBeVisible();
    await dialog.getByRole('button', {name: 'Close'}).click();
    await expect(dialog).toHaveCount(0);
    expect(await shop.requests('PUT')).toEqual([]);
  });
}

test('An address opens the cart of the page, whatever page it is, and a link cannot pay', async ({page, shop}) => {
  await page.goto(`${shop.address('/links.html')}&paynow-cart=open&x=%2F#top`);
  await expect(page.getByRole('dialog', {name: 'Cart'})).toBeVisible();
  await expect(page).toHaveURL(`${shop.address('/links.html')}&x=%2F#top`);
  await page.goto(`${shop.address('/catalogue.html')}&paynow-cart=open`);
  await expect(page.getByRole('dialog', {name: 'Cart'})).toBeVisible();
  await page.goto(`${shop.address('/links.html')}&paynow-cart=checkout#paynow-checkout`);
  await expect(page.getByRole('link', {name: 'Two times VIP'})).toBeVisible();
  expect(await shop.requests('POST')).toEqual([]);
});

test('The partner whose link came last is remembered, for the cart and past it', async ({page, shop}) => {
  const kept = (): Promise<unknown> => page.evaluate(() =>
    JSON.parse(localStorage.getItem('paynow.411486491630370816.affiliate') ?? '{}').code);
  for (const code of ['CINDER', 'BLAZE']) {
    await page.goto(`${shop.address('/codes.html')}&ref=${code}`);
    await expect.poll(kept).toBe(code);
  }
  await page.goto(`${shop.address('/codes.html')}&ref=${'x'.repeat(65)}`);
  await page.getByRole('button', {name: 'Buy a key with these codes'}).click();
  await expect(page.getByRole('heading', {name: 'Your order'})).toBeVisible();
  const [checkout] = await shop.requests('POST', '/v1/checkouts');
  expect(JSON.parse((checkout as unknown as {body: string}).body)).toMatchObject({affiliate_code: 'BLAZE'});
});
