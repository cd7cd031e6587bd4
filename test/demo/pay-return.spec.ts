import type {BrowserContext, Page} from '@playwright/test';
import {cartIn, inlineCart, openDrawer, settled, thanksOn, ware} from './cart.js';
import {expect, test} from './support.js';
import type {Shop} from './support.js';

interface Bought {
  checkoutId: string;
  orderId: string;
}

/** Every `paynow-purchase` of every tab, as it comes. */
const purchasesIn = async (context: BrowserContext): Promise<Bought[]> => {
  const heard: Bought[] = [];
  await context.exposeFunction('heardPurchase', (detail: Bought) => void heard.push(detail));
  await context.addInitScript(() => {
    document.addEventListener('paynow-purchase', ({detail}) =>
      (window as unknown as {heardPurchase(detail: unknown): void}).heardPurchase(detail));
  });
  return heard;
};

const cartPosts = async (shop: Shop): Promise<number> =>
  (await shop.requests('POST', '/v1/store/cart/checkout')).length;

const fill = async (page: Page): Promise<void> => {
  await page.getByRole('button', {name: 'Add to cart'}).click();
  await settled(page);
  await expect(inlineCart(page).lines).toHaveCount(1);
};

const toCheckout = async (page: Page): Promise<void> => {
  await inlineCart(page).checkout.click();
  await expect(page.getByRole('heading', {name: 'Your order'})).toBeVisible();
};

const pay = (page: Page): Promise<void> => page.getByRole('button', {name: /^Pay/}).click();

test.describe('Who comes back from the checkout', () => {
  test('is thanked once, on a page whose address is as it was', async ({page, shop, context}) => {
    const heard = await purchasesIn(context);
    await page.goto(shop.address('/pay.html'));
    await page.evaluate(() => history.replaceState(null, '', `${location.search}&a=%20b+c&paynow=1#part`));
    const before = page.url();
    await fill(page);
    await toCheckout(page);
    await pay(page);
    await expect(thanksOn(page)).toBeVisible();
    expect(page.url()).toBe(before);
    await expect(inlineCart(page).lines).toHaveCount(0);
    expect(heard).toHaveLength(1);
    expect(heard[0]).toEqual({checkoutId: expect.stringMatching(/^\d+$/), orderId: ''});
    await page.getByRole('button', {name: 'Continue'}).click();
    await expect(thanksOn(page)).toBeHidden();
    await expect(page.getByText('Your cart is empty.')).toBeVisible();
    await page.reload();
    await expect(page.getByText('Your cart is empty.')).toBeVisible();
    expect(heard).toHaveLength(1);
  });

  test('finds the drawer open', async ({page, shop}) => {
    await page.goto(shop.address('/index.html'));
    await ware(page, 'Ember Key').getByRole('button', {name: 'Add to cart'}).click();
    const cart = await openDrawer(page);
    await cart.checkout.click();
    await pay(page);
    await expect(page.getByRole('dialog', {name: 'Cart'})).toContainText('Thank you for your purchase!');
    await expect(page).toHaveURL(shop.address('/index.html'));
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', {name: 'Cart, 0 items'})).toBeVisible();
  });

  test('hears the number of the order where the shop tells', async ({page, shop, context}) => {
    const heard = await purchasesIn(context);
    await page.goto(shop.address('/two-stores.html'));
    await page.getByRole('button', {name: 'Add a Supply Drop'}).click();
    await settled(page);
    await inlineCart(page, 'Rustborn cart').checkout.click();
    await pay(page);
    await expect(page.getByRole('region', {name: 'Rustborn cart'}).getByText('Thank you')).toBeVisible();
    await expect(page.getByRole('region', {name: 'Emberfall cart'}).getByText('Thank you')).toBeHidden();
    expect(heard).toHaveLength(1);
    expect(heard[0]!.orderId).toMatch(/^\d+$/);
    await expect(page.getByText(`Order ${heard[0]!.orderId}`)).toBeVisible();
  });

  test('without having paid finds the cart as it was, and gets a new checkout', async ({page, shop, context}) => {
    const heard = await purchasesIn(context);
    await page.goto(shop.address('/pay.html'));
    const address = page.url();
    await fill(page);
    await toCheckout(page);
    await page.getByRole('button', {name: 'Cancel'}).click();
    await expect(inlineCart(page).line('Ember Key')).toBeVisible();
    await expect(page).toHaveURL(address);
    await toCheckout(page);
    expect([await cartPosts(shop), heard.length]).toEqual([2, 0]);
    await pay(page);
    await expect(thanksOn(page)).toBeVisible();
    expect(heard).toHaveLength(1);
  });

  test('with an address that somebody made up has bought nothing', async ({page, shop, context}) => {
    const heard = await purchasesIn(context);
    await page.goto(shop.address('/pay.html'));
    await fill(page);
    await toCheckout(page);
    await page.goBack();
    const key = await page.evaluate(() => Object.keys(localStorage).find(name => name.includes('.trip.'))!);
    const trip = key.split('.').at(-1)!;
    const address = page.url();
    for (const mark of [`${trip}.1`, `${trip}.`, `other.${trip}`, '__proto__.x', '']) {
      await page.goto(`${address}&paynow-checkout=411486491630370816.${mark}`);
      await expect(page).toHaveURL(address);
      await expect(inlineCart(page).line('Ember Key')).toBeVisible();
      await expect(thanksOn(page)).toBeHidden();
    }
    expect(heard).toEqual([]);
  });
});

test.describe('The back button', () => {
  test('and another press lead to the same checkout, which is recognised in the end', async ({page, shop, context}) => {
    const heard = await purchasesIn(context);
    await page.goto(shop.address('/pay.html'));
    await fill(page);
    await toCheckout(page);
    const first = page.url();
    await page.goBack();
    await expect(inlineCart(page).line('Ember Key')).toBeVisible();
    await toCheckout(page);
    expect(page.url()).toBe(first);
    expect(await cartPosts(shop)).toBe(1);
    await pay(page);
    await expect(thanksOn(page)).toBeVisible();
    expect(heard).toHaveLength(1);
  });

  test('after paying shows no line that is paid, and says the purchase', async ({page, shop, context}) => {
    const heard = await purchasesIn(context);
    await page.goto(shop.address('/pay.html'));
    await fill(page);
    await toCheckout(page);
    await shop.pay();
    await page.goBack();
    await expect(thanksOn(page)).toBeVisible();
    await expect(inlineCart(page).lines).toHaveCount(0);
    expect(heard).toHaveLength(1);
  });

  test('and a changed cart lead to a checkout of what is in it now', async ({page, shop}) => {
    await page.goto(shop.address('/pay.html'));
    await fill(page);
    await toCheckout(page);
    await page.goBack();
    await inlineCart(page).more('Ember Key').click();
    await settled(page);
    await toCheckout(page);
    await expect(page.getByRole('button', {name: 'Pay €3.98'})).toBeVisible();
    expect(await cartPosts(shop)).toBe(2);
  });

  test('and a cart emptied by hand are no purchase', async ({page, shop, context}) => {
    const heard = await purchasesIn(context);
    await page.goto(shop.address('/pay.html'));
    await fill(page);
    await toCheckout(page);
    await page.goBack();
    await inlineCart(page).remove('Ember Key').click();
    await expect(page.getByText('Your cart is empty.')).toBeVisible();
    await settled(page);
    await page.reload();
    await expect(page.getByText('Your cart is empty.')).toBeVisible();
    expect(heard).toEqual([]);
  });
});

test.describe('Two tabs', () => {
  test('that press the same cart pay one checkout, and both know', async ({page, shop, context}) => {
    const heard = await purchasesIn(context);
    await page.goto(shop.address('/pay.html'));
    await fill(page);
    const other = await context.newPage();
    await other.goto(shop.address('/pay.html'));
    await expect(inlineCart(other).lines).toHaveCount(1);
    await Promise.all([toCheckout(page), toCheckout(other)]);
    expect(other.url()).toBe(page.url());
    expect(await cartPosts(shop)).toBe(1);
    await other.goBack();
    await pay(page);
    await expect(thanksOn(page)).toBeVisible();
    await expect(thanksOn(other)).toBeVisible();
    await expect(inlineCart(other).lines).toHaveCount(0);
    expect(heard).toHaveLength(1);
  });

  test('of which one was left open at the checkout hear of the purchase once', async ({page, shop, context}) => {
    const heard = await purchasesIn(context);
    await page.goto(shop.address('/pay-new-tab.html'));
    await page.getByRole('button', {name: 'Add to cart'}).click();
    await settled(page);
    const opened = context.waitForEvent('page');
    await inlineCart(page).checkout.click();
    const tab = await opened;
    await pay(tab);
    await expect(thanksOn(tab)).toBeVisible();
    await expect(thanksOn(page)).toBeVisible();
    await expect(cartIn(page.locator('paynow-cart')).lines).toHaveCount(0);
    expect(heard).toHaveLength(1);
    await tab.reload();
    await page.reload();
    await expect(page.getByText('Your cart is empty.')).toBeVisible();
    expect(heard).toHaveLength(1);
  });

  test('of which the checkout is closed after paying: the other one finds out', async ({page, shop, context}) => {
    const heard = await purchasesIn(context);
    await page.goto(shop.address('/pay-new-tab.html'));
    await page.getByRole('button', {name: 'Add to cart'}).click();
    await settled(page);
    const opened = context.waitForEvent('page');
    await inlineCart(page).checkout.click();
    const tab = await opened;
    await expect(tab.getByRole('heading', {name: 'Your order'})).toBeVisible();
    await shop.pay();
    await tab.close();
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect(thanksOn(page)).toBeVisible();
    expect(heard).toHaveLength(1);
  });
});
