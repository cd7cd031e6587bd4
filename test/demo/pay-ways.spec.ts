import type {BrowserContext, Page} from '@playwright/test';
import {inlineCart, settled} from './cart.js';
import {expect, test} from './support.js';

/** The next tab that the page opens. */
const nextTab = (context: BrowserContext): Promise<Page> => context.waitForEvent('page');

const addKey = async (page: Page): Promise<void> => {
  await page.getByRole('button', {name: 'Add to cart'}).click();
  await settled(page);
};

test.describe('A checkout in a new tab', () => {
  test('is opened by the press, says that it waits, and goes to the checkout', async ({page, shop, context}) => {
    await page.goto(shop.address('/pay-new-tab.html'));
    await addKey(page);
    await shop.faults({kind: 'delay', ms: 1500, match: {method: 'POST', path: '/v1/store/cart/checkout'}});
    const opened = nextTab(context);
    await inlineCart(page).checkout.click();
    const tab = await opened;
    await expect(tab.getByText('Your checkout is being prepared.')).toBeVisible();
    expect(tab.url()).toBe('about:blank');
    await expect(tab).toHaveTitle('Checkout');
    expect(await tab.evaluate(() => [document.documentElement.lang, String(opener)])).toEqual(['en', 'null']);
    await expect(tab.getByRole('heading', {name: 'Your order'})).toBeVisible();
    expect(await tab.evaluate(() => String(opener))).toBe('null');
    await expect(page).toHaveURL(shop.address('/pay-new-tab.html'));
    expect((await shop.requests('POST', '/v1/store/cart/checkout')).length).toBe(1);
  });

  test('is closed when the shop refuses, and the shopper is told where they pressed', async ({
    page, shop, problems,
  }) => {
    problems.expectProblem(/status of 400/);
    await page.goto(shop.address('/pay-new-tab.html'));
    await addKey(page);
    await shop.faults({kind: 'status', status: 400, match: {method: 'POST', path: '/v1/store/cart/checkout'}});
    const opened = nextTab(page.context());
    await inlineCart(page).checkout.click();
    const tab = await opened;
    if (!tab.isClosed()) await tab.waitForEvent('close');
    await expect(page.locator('paynow-cart').getByRole('alert').filter({hasText: /\w/})).toBeVisible();
    expect(page.context().pages()).toHaveLength(1);
  });

  test('that the page keeps for itself does not stay empty', async ({page, shop}) => {
    await page.goto(shop.address('/pay-new-tab.html'));
    await addKey(page);
    for (const name of ['paynow-before-checkout', 'paynow-checkout']) {
      await page.evaluate(type => {
        document.addEventListener(type, event => event.preventDefault(), {once: true});
      }, name);
      const opened = nextTab(page.context());
      await inlineCart(page).checkout.click();
      const tab = await opened;
      if (!tab.isClosed()) await tab.waitForEvent('close');
    }
    expect(page.context().pages()).toHaveLength(1);
  });

  test('that is blocked opens in this window', async ({page, shop}) => {
    await page.goto(shop.address('/pay-new-tab.html'));
    await addKey(page);
    await page.evaluate(() => { window.open = () => null; });
    await inlineCart(page).checkout.click();
    await expect(page.getByRole('heading', {name: 'Your order'})).toBeVisible();
  });

  test('that is closed before the checkout is there leaves a link to it', async ({page, shop}) => {
    await page.goto(shop.address('/pay-new-tab.html'));
    await addKey(page);
    await shop.faults({kind: 'delay', ms: 800, match: {method: 'POST', path: '/v1/store/cart/checkout'}});
    const opened = nextTab(page.context());
    await inlineCart(page).checkout.click();
    await (await opened).close();
    const said = page.locator('paynow-cart').getByRole('alert').filter({hasText: 'You closed the tab'});
    const again = nextTab(page.context());
    await said.getByRole('link', {name: 'Open the checkout'}).click();
    await expect((await again).getByRole('heading', {name: 'Your order'})).toBeVisible();
  });

  test('of one product opens with the press, and of one that asks first with the press of the dialog', async ({
    page, shop,
  }) => {
    await page.goto(shop.address('/pay-new-tab.html'));
    const opened = nextTab(page.context());
    await page.getByRole('button', {name: 'Buy one now'}).click();
    await expect((await opened).getByRole('heading', {name: 'Your order'})).toBeVisible();

    await page.getByRole('button', {name: 'Buy the kit'}).click();
    const dialog = page.getByRole('dialog', {name: 'Starter Kit'});
    await dialog.getByRole('combobox', {name: 'Server'}).selectOption('Survival');
    expect(page.context().pages()).toHaveLength(2);
    const asked = nextTab(page.context());
    await dialog.getByRole('button', {name: 'Buy now'}).click();
    await expect((await asked).getByRole('heading', {name: 'Your order'})).toBeVisible();
    await expect(dialog).toBeHidden();
  });
});

test.describe('A checkout from inside a frame', () => {
  test('leaves the frame', async ({page, shop}) => {
    await page.goto(shop.address('/pay-frame.html'));
    const frame = page.frameLocator('iframe');
    await frame.getByRole('button', {name: 'Add to cart'}).click();
    await frame.getByRole('button', {name: 'Checkout'}).click();
    await expect(page.getByRole('heading', {name: 'Your order'})).toBeVisible();
  });

  test('opens a tab where the frame forbids that, and says so with a link', async ({page, shop, problems}) => {
    problems.expectProblem(/Unsafe attempt to initiate navigation|sandboxed/);
    await page.goto(shop.address('/pay-frame.html'));
    await page.locator('iframe').evaluate((frame: HTMLIFrameElement) => {
      frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox');
      frame.setAttribute('src', frame.src);
    });
    const frame = page.frameLocator('iframe');
    const opened = nextTab(page.context());
    await frame.getByRole('button', {name: 'Buy one now'}).click();
    await expect((await opened).getByRole('heading', {name: 'Your order'})).toBeVisible();
    await expect(frame.getByText('The checkout has opened in a new tab.')).toBeVisible();
    await expect(frame.getByRole('link', {name: 'Open the checkout'})).toHaveAttribute('rel', 'noopener');
    await expect(page.locator('h1')).toHaveText('Pay from inside a frame');
  });

  test('is a link where the frame forbids tabs too', async ({page, shop, problems}) => {
    problems.expectProblem(/Unsafe attempt to initiate navigation|sandboxed/);
    await page.goto(shop.address('/pay-frame.html'));
    await page.locator('iframe').evaluate((frame: HTMLIFrameElement) => {
      frame.setAttribute('sandbox', 'allow-scripts allow-same-origin');
      frame.setAttribute('src', frame.src);
    });
    const frame = page.frameLocator('iframe');
    await frame.getByRole('button', {name: 'Buy one now'}).click();
    await expect(frame.getByText('The checkout could not be opened from here.')).toBeVisible();
    await expect(frame.getByRole('link', {name: 'Open the checkout'})).toHaveAttribute('href', /\/checkout\//);
  });
});
