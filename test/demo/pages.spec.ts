import {faultsOf} from './axe.js';
import {expect, test} from './support.js';

// Each page of the demo, and how many of our elements on it come to life by themselves.
const pages = [
  '/index.html', '/catalogue.html', '/own-template.html', '/theming.html',
  '/same-product.html', '/options.html', '/gift.html',
  '/links.html', '/plain-html.html', '/analytics.html',
  '/inline-cart.html', '/two-stores.html', '/store-element.html',
  '/codes.html', '/sign-in-minecraft.html', '/sign-in-steam.html',
  '/pay.html', '/pay-overlay.html', '/pay-new-tab.html', '/pay-frame.html',
  '/javascript-api.html', '/dark.html',
  '/german.html', '/right-to-left.html', '/script-late.html', '/script-last.html', '/no-script.html',
  '/classic-script.html', '/strict-csp.html',
];
const asleep = ['/no-script.html', '/script-late.html'];

for (const path of pages) {
  test(`${path} comes to life, is accessible and fits its window`, async ({page, shop, problems, isMobile}) => {
    // The checker itself speaks to every frame as if it were of the page's own origin.
    if (path === '/pay-frame.html') problems.expectProblem(/Failed to execute 'postMessage'/);
    await page.emulateMedia({reducedMotion: 'reduce'});
    await page.goto(shop.guestAddress(path), {waitUntil: 'networkidle'});
    await expect(page.getByRole('heading', {level: 1})).toBeVisible();
    const ours = page.locator('paynow-add-button, paynow-cart-button');
    const alive = page.locator('paynow-add-button:defined, paynow-cart-button:defined');
    await expect(alive).toHaveCount(asleep.includes(path) ? 0 : await ours.count());
    // The colours are the same in every window; where things stand is not.
    for (const colorScheme of isMobile ? ['light'] as const : ['light', 'dark'] as const) {
      await page.emulateMedia({colorScheme});
      expect(await faultsOf(page), colorScheme).toEqual([]);
    }
    const [content, window] = await page.evaluate(() => {
      const {scrollWidth, clientWidth} = document.documentElement;
      return [scrollWidth, clientWidth];
    });
    expect(content).toBe(window);
  });
}

test('Every page of the demo is in the list of stories', async ({page, shop}) => {
  await page.goto(shop.address('/dark.html'));
  const links = await page.getByRole('navigation', {name: 'The stories'}).getByRole('link').all();
  const paths = await Promise.all(links.map(link => link.getAttribute('href')));
  expect(paths.toSorted()).toEqual(pages.toSorted());
});

test('The landing page shows its wares without script', async ({browser, demo}) => {
  const context = await browser.newContext({javaScriptEnabled: false});
  const page = await context.newPage();
  await page.goto(`${demo.url}/index.html`);
  const keys = page.getByRole('article').filter({has: page.getByRole('heading', {name: 'Ember Key', exact: true})});
  await expect(keys.getByRole('link', {name: 'Add to cart'})).toHaveAttribute('href', /\/shop\/ember-key$/);
  await expect(page.getByRole('button')).toHaveCount(0);
  await context.close();
});
