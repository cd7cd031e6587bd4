import {faultsOf} from './axe.js';
import {inlineCart, settled} from './cart.js';
import {expect, test} from './support.js';

for (const [what, width, scheme] of [['wide', 1100, 'light'], ['on a phone, dark', 360, 'dark']] as const) {
  test(`Codes are entered, refused, removed and paid with: ${what}`, async ({page, shop, problems}) => {
    problems.expectProblem(/^Failed to load resource/);
    await page.setViewportSize({width, height: 800});
    await page.emulateMedia({colorScheme: scheme, reducedMotion: 'reduce'});
    await page.goto(shop.address('/codes.html'));
    await page.getByRole('button', {name: 'Add VIP'}).click();
    await page.getByRole('button', {name: 'Add the Founder’s Pack'}).click();
    await settled(page);
    const cart = page.getByRole('region', {name: 'Cart'});
    await cart.getByRole('button', {name: 'Have a promo code?'}).click();
    const field = cart.getByRole('textbox', {name: 'Promo code or gift card'});
    await expect(field).toBeFocused();
    await expect(cart.getByText('Codes and gift cards do not count for Founder\'s Pack.')).toBeVisible();
    for (const code of ['EMBER10', 'EXPIRED']) {
      await field.fill(code);
      await field.press('Enter');
    }
    // The field of the page itself knows of them too.
    await expect(page.locator('paynow-promo-code').first().getByText('EXPIRED')).toBeVisible();
    await inlineCart(page).checkout.click();
    await expect(cart.getByText('The checkout did not accept EXPIRED.')).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await cart.getByRole('button', {name: 'Remove code EXPIRED'}).press('Enter');
    await expect(cart.getByRole('button', {name: 'Remove code EMBER10'})).toBeFocused();
    await page.reload();
    await expect(cart.getByText('EMBER10')).toBeVisible();
    await inlineCart(page).checkout.click();
    await expect(page.getByRole('heading', {name: 'Your order'})).toBeVisible();
    await expect(page.getByText('EMBER10')).toBeVisible();
  });
}

test('The buy button takes the codes along as well', async ({page, shop}) => {
  await page.goto(shop.address('/codes.html'));
  const field = page.getByRole('textbox', {name: 'Promo code or gift card'});
  await field.fill('GIFT-25');
  await field.press('Enter');
  await page.getByRole('button', {name: 'Buy a key with these codes'}).click();
  await expect(page.getByRole('heading', {name: 'Your order'})).toBeVisible();
  await expect(page.getByText('GIFT-25')).toBeVisible();
  const [checkout] = await shop.requests('POST', '/v1/checkouts');
  expect(JSON.parse((checkout as unknown as {body: string}).body)).toMatchObject({promo_codes: ['GIFT-25']});
});

test('Codes stand in order in a page that is written from the right', async ({page, shop}) => {
  const markup = '<main dir="rtl"><h1>A shop</h1><paynow-promo-code></paynow-promo-code></main>';
  await shop.show(page, shop.script() + markup);
  const field = page.getByRole('textbox', {name: 'Promo code or gift card'});
  for (const code of ['EMBER-10', 'GIFT-25']) {
    await field.fill(code);
    await field.press('Enter');
  }
  const [first, second] = [page.getByText('EMBER-10', {exact: true}), page.getByText('GIFT-25', {exact: true})];
  expect((await first.boundingBox())!.x).toBeGreaterThan((await second.boundingBox())!.x);
  const button = page.getByRole('button', {name: 'Add', exact: true});
  expect((await field.boundingBox())!.x).toBeGreaterThan((await button.boundingBox())!.x);
  expect(await faultsOf(page)).toEqual([]);
});
