import {inlineCart, settled, thanksOn} from './cart.js';
import {expect, test} from './support.js';

interface Pushed {
  event?: string;
  ecommerce?: {transaction_id?: string; value?: number; currency?: string; items?: {item_name: string}[]} | null;
}

test('A purchase is measured once when the shopper is back, with what was bought', async ({page, shop}) => {
  await page.goto(shop.address('/analytics.html'));
  const agree = page.getByRole('button', {name: 'I agree to be measured'});
  const told = (name: string) => page.getByRole('list', {name: 'What was pushed'}).getByText(name);
  await expect(told('view_item_list').first()).toBeHidden();
  await agree.click();
  await expect(told('view_item_list').first()).toBeVisible();
  await page.getByRole('button', {name: 'Add to cart'}).first().click();
  await settled(page);
  await expect(told('add_to_cart')).toHaveCount(1);
  await inlineCart(page).checkout.click();
  await page.getByRole('button', {name: /^Pay/}).click();
  await expect(thanksOn(page)).toBeVisible();
  // Another page, so it has to be asked again; until then nothing is said.
  await expect(told('purchase')).toHaveCount(0);
  await agree.click();
  await expect(told('purchase')).toHaveCount(1);
  const layer = await page.evaluate(() => (window as unknown as {dataLayer: Pushed[]}).dataLayer);
  const bought = layer.find(({event}) => event === 'purchase')?.ecommerce;
  expect(bought).toMatchObject({currency: 'EUR', value: 4.99, items: [{item_name: 'VIP'}]});
  expect(bought?.transaction_id).toMatch(/^\d+$/);
  await page.reload();
  await agree.click();
  await expect(told('view_item_list').first()).toBeVisible();
  await expect(told('purchase')).toHaveCount(0);
});
