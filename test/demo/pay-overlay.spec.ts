import {createHash} from 'node:crypto';
import type {FrameLocator, Page} from '@playwright/test';
import {settled, thanksOn} from './cart.js';
import {expect, test} from './support.js';
import type {Shop} from './support.js';

test.skip(({viewport}) => (viewport?.width ?? 0) < 800, 'The overlay has no room in this window.');

interface Bought {
  checkoutId: string;
  orderId: string;
}

const path = '/pay-overlay.html';
const posts = async (shop: Shop, route = '/v1/store/cart/checkout'): Promise<number> =>
  (await shop.requests('POST', route)).length;
const frameOf = (page: Page): FrameLocator => page.getByRole('dialog', {name: 'Checkout'}).frameLocator('iframe');
const order = (page: Page) => page.getByRole('heading', {name: 'Your order'});
const buy = (page: Page) => page.getByRole('button', {name: 'Buy one now'});

/** The story with some of its settings or headers changed. */
const openChanged = async (
  page: Page, shop: Shop, change: (html: string) => string, headers: Record<string, string> = {},
): Promise<void> => {
  await page.route(shop.address(path), async route => {
    const response = await route.fetch();
    await route.fulfill({response, body: change(await response.text()), headers: {...response.headers(), ...headers}});
  });
  await page.goto(shop.address(path));
};

const hearPurchases = async (page: Page): Promise<Bought[]> => {
  const heard: Bought[] = [];
  await page.exposeFunction('heardPurchase', (detail: Bought) => void heard.push(detail));
  await page.addInitScript(() => document.addEventListener('paynow-purchase', ({detail}) =>
    (window as unknown as {heardPurchase(detail: unknown): void}).heardPurchase(detail)));
  return heard;
};

test('The overlay shows the checkout; once it is paid the page thanks and says the purchase', async ({page, shop}) => {
  const heard = await hearPurchases(page);
  await page.goto(shop.address(path));
  const scripts: string[] = [];
  page.on('request', request => void (request.url().endsWith('bundle.js') && scripts.push(request.url())));
  await page.getByRole('button', {name: 'Add to cart'}).first().click();
  await settled(page);
  expect(scripts).toHaveLength(0);
  await page.getByRole('dialog', {name: 'Cart'}).getByRole('button', {name: 'Checkout'}).click();
  await frameOf(page).getByRole('button', {name: /^Pay/}).click();
  await expect(thanksOn(page)).toBeVisible();
  await expect(page.locator('iframe')).toHaveCount(0);
  await expect(page).toHaveURL(shop.address(path));
  expect(heard).toHaveLength(1);
  expect(heard[0]!.orderId).toMatch(/^\d+$/);
  await expect(page.getByText(`Order ${heard[0]!.orderId}`)).toBeVisible();
  expect([scripts.length, await posts(shop), await shop.orders()]).toEqual([1, 1, 1]);
  await page.reload();
  await expect(page.getByRole('button', {name: 'Cart, 0 items'})).toBeVisible();
  expect(heard).toHaveLength(1);
});

test('The overlay is left with Escape, its own button or that of PayNow, and comes again as it was', async ({
  page, shop,
}) => {
  await page.goto(shop.address(path));
  const leave = [
    () => page.keyboard.press('Escape'),
    () => page.getByRole('button', {name: 'Close', exact: true}).click(),
    () => frameOf(page).getByRole('button', {name: 'Close'}).click(),
  ];
  for (const way of leave) {
    await buy(page).click();
    await expect(frameOf(page).getByRole('button', {name: /^Pay/})).toBeVisible();
    await way();
    await expect(page.locator('iframe')).toHaveCount(0);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(buy(page)).toBeFocused();
  }
  expect([await posts(shop, '/v1/checkouts'), await shop.orders()]).toEqual([1, 0]);
  await page.mouse.wheel(0, 400);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
});

test('The overlay closes on a page without transitions, where PayNow.js alone would not', async ({page, shop}) => {
  await page.goto(shop.address(path));
  await page.addStyleTag({content: '* { transition: none !important }'});
  for (let time = 0; time < 2; time++) {
    await buy(page).click();
    await frameOf(page).getByRole('button', {name: 'Close'}).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page).toHaveURL(shop.address(path));
  }
  await buy(page).click();
  await frameOf(page).getByRole('button', {name: /^Pay/}).click();
  await expect(thanksOn(page)).toBeVisible();
});

test('The overlay stands above the cart, and gives the focus back to it', async ({page, shop}) => {
  await page.goto(shop.address(path));
  await page.getByRole('button', {name: 'Add to cart'}).first().click();
  const checkout = page.getByRole('dialog', {name: 'Cart'}).getByRole('button', {name: 'Checkout'});
  await checkout.click();
  await expect(frameOf(page).getByRole('button', {name: /^Pay/})).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('iframe')).toHaveCount(0);
  await expect(checkout).toBeFocused();
});

test('The overlay has the look of the page', async ({page, shop}) => {
  const looks = [['light', 'light'], ['dark', 'dark']] as const;
  for (const [theme, shown] of looks) {
    await openChanged(page, shop, html =>
      html.replace('data-paynow-js-url=', `data-theme="${theme}" data-paynow-js-url=`));
    await buy(page).click();
    await expect(page.getByRole('dialog', {name: 'Checkout'}).locator('iframe'))
      .toHaveAttribute('src', new RegExp(`embed=${shown}$`));
    await page.unroute(shop.address(path));
  }
});

test.describe('The same checkout opens in place of the page', () => {
  const expectRedirect = async (page: Page, shop: Shop): Promise<void> => {
    await buy(page).click();
    await expect(order(page)).toBeVisible({timeout: 15_000});
    expect(new URL(page.url()).pathname).toContain('/checkout/');
    expect(new URL(page.url()).search).toBe('');
    expect(await posts(shop, '/v1/checkouts')).toBe(1);
  };

  test('in a narrow window, for which PayNow.js is not even loaded', async ({page, shop}) => {
    await page.setViewportSize({width: 799, height: 800});
    await page.goto(shop.address(path));
    const scripts: string[] = [];
    page.on('request', request => void (request.url().endsWith('bundle.js') && scripts.push(request.url())));
    await expectRedirect(page, shop);
    expect(scripts).toEqual([]);
  });

  test('when the script does not load', async ({page, shop, problems}) => {
    problems.expectProblem(/status of 500|PayNow\.js could not be loaded/);
    await shop.faults({kind: 'status', status: 500, match: {path: '/paynow-js/bundle.js'}});
    await page.goto(shop.address(path));
    await expectRedirect(page, shop);
  });

  test('when the script is something else', async ({page, shop, problems}) => {
    problems.expectProblem(/PayNow\.js is not at paynow-js-url/);
    await openChanged(page, shop, html => html.replace('bundle.js', 'frame.js'));
    await expectRedirect(page, shop);
  });

  test('when the script is not the one that was pinned', async ({page, shop, problems}) => {
    problems.expectProblem(/integrity|PayNow\.js could not be loaded/);
    const wrong = `sha384-${createHash('sha384').update('other').digest('base64')}`;
    await openChanged(page, shop, html =>
      html.replace('data-paynow-js-url=', `data-paynow-js-integrity="${wrong}" data-paynow-js-url=`));
    await expectRedirect(page, shop);
  });

  test('when the address of the script is not a safe one', async ({page, shop, problems}) => {
    problems.expectProblem(/could not show the checkout/);
    await openChanged(page, shop, html =>
      html.replace(/data-paynow-js-url="[^"]*"/, 'data-paynow-js-url="http://elsewhere.test/bundle.js"'));
    await expectRedirect(page, shop);
  });

  test('when the policy of the page forbids the script', async ({page, shop, problems}) => {
    problems.expectProblem(/Content Security Policy|Policy: script-src|PayNow\.js could not be loaded/);
    await openChanged(page, shop, html => html, {'content-security-policy': "script-src 'self'"});
    await expectRedirect(page, shop);
  });

  test('when the policy of the page forbids the name', async ({page, shop, problems}) => {
    problems.expectProblem(/Trusted|trusted-types|Trusted Types policy name paynow-js/);
    await openChanged(page, shop, html => html, {
      'content-security-policy': "require-trusted-types-for 'script'; trusted-types lit-html",
    });
    await expectRedirect(page, shop);
  });

  test('when its frame never gets ready', async ({page, shop, problems}) => {
    problems.expectProblem(/could not show the checkout/);
    await shop.faults({kind: 'hang', times: -1, match: {path: '/paynow-js/frame.js'}});
    await page.clock.install();
    await page.goto(shop.address(path));
    await buy(page).click();
    await expect(page.locator('iframe')).toBeVisible();
    await page.clock.fastForward(25_000);
    await expect(order(page)).toBeVisible();
    expect(await posts(shop, '/v1/checkouts')).toBe(1);
  });

  test('when a checkout of the page is open already', async ({page, shop, problems}) => {
    problems.expectProblem(/could not show the checkout|status of 404/);
    await page.goto(shop.address(path));
    await page.addScriptTag({url: `${shop.apiUrl}/paynow-js/bundle.js`});
    await page.evaluate(() => {
      const place = Object.assign(document.createElement('div'), {id: 'own'});
      place.style.cssText = 'width: 800px; height: 760px';
      document.body.append(place);
      (window as unknown as {PayNow: {checkout: {open(options: object): void}}}).PayNow.checkout
        .open({token: 'x', renderTo: {element: place}});
    });
    await expectRedirect(page, shop);
  });
});

test('In a frame of another site the checkout leaves the frame, and PayNow.js is not even loaded', async ({
  page, shop,
}) => {
  await page.route('**/framed-shop.html*', async route => {
    // Node does not know the name that is this very machine to browsers.
    const response = await route.fetch({url: shop.address('/framed-shop.html')});
    const settings = `type="module" data-checkout="overlay" data-paynow-js-url="${shop.apiUrl}/paynow-js/bundle.js"`;
    await route.fulfill({response, body: (await response.text()).replace('type="module"', settings)});
  });
  await page.goto(shop.address('/pay-frame.html'));
  await page.locator('iframe').evaluate((frame: HTMLIFrameElement) => { frame.style.minWidth = '900px'; });
  const scripts: string[] = [];
  page.on('request', request => void (request.url().endsWith('bundle.js') && scripts.push(request.url())));
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', {name: 'Buy one now'}).click();
  await expect(order(page)).toBeVisible({timeout: 15_000});
  expect([await posts(shop, '/v1/checkouts'), scripts]).toEqual([1, []]);
});

test('A pinned script and a page with a strict policy show the overlay', async ({page, shop, request, problems}) => {
  // The one thing that PayNow.js does which no policy without inline styles lets through: its spinner does not turn.
  problems.expectProblem(/style-src/);
  const script = await (await request.get(`${shop.apiUrl}/paynow-js/bundle.js`)).text();
  const hash = `sha384-${createHash('sha384').update(script).digest('base64')}`;
  const api = new URL(shop.apiUrl).origin;
  await openChanged(page, shop, html =>
    html.replace('data-paynow-js-url=', `data-paynow-js-integrity="${hash}" data-paynow-js-url=`), {
    'content-security-policy': `default-src 'none'; script-src 'self' ${api}/w/; connect-src ${api}; frame-src ${api}; `
      + `img-src https: 'self' ${api}; style-src 'self'; require-trusted-types-for 'script'; `
      + 'trusted-types lit-html paynow-js',
  });
  await buy(page).click();
  await frameOf(page).getByRole('button', {name: /^Pay/}).click();
  await expect(thanksOn(page)).toBeVisible();
});

test('The PayNow.js of the page is used where it has its own', async ({page, shop}) => {
  await openChanged(page, shop, html => html.replace(/data-paynow-js-url="[^"]*"/, 'data-paynow-js-url="/nowhere.js"'));
  await page.addScriptTag({url: `${shop.apiUrl}/paynow-js/bundle.js`});
  await buy(page).click();
  await expect(frameOf(page).getByRole('button', {name: /^Pay/})).toBeVisible();
});
