import {readFileSync} from 'node:fs';
import {chromium} from 'playwright';
import {startDemo} from '../../demo/start.mjs';
import {ensureBrowser} from '../../tools/browsers.mjs';
import {root} from '../../tools/sources.mjs';

let worlds = 0;

/** A browser and a shop for a file of tests; `close` ends both. */
export const startShop = async () => {
  const demo = await startDemo({port: 0});
  const browser = await chromium.launch({
    executablePath: await ensureBrowser('chromium'),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  return {
    /** Opens a page with this body in a world of its own; `before` runs with the page before it is shown. */
    open: async (body, before = () => {}) => {
      const apiUrl = `${demo.apiUrl}/w/leaks-${(worlds += 1)}`;
      const context = await browser.newContext({permissions: ['local-network-access']});
      const page = await context.newPage();
      const script = `<script type="module" src="/dist/paynow.js" data-store-id="411486491630370816"
        data-api-url="${apiUrl}" data-customer-token="demo-customer"></script>`;
      const html = `<!doctype html><html lang="en"><title>A shop</title><body>${script}${body}`;
      await page.route('**/a-shop.html', route => route.fulfill({body: html, contentType: 'text/html'}));
      await before(page);
      await page.goto(`${demo.url}/a-shop.html`);
      return {page, context, log: () => fetch(`${apiUrl}/__sandbox/log`).then(answer => answer.json()), apiUrl};
    },
    close: async () => {
      await browser.close();
      await demo.close();
    },
  };
};

/** Every element that the script brings, by its tag. */
export const allTags = JSON.parse(readFileSync(`${root}custom-elements.json`, 'utf8'))
  .modules.flatMap(({declarations = []}) => declarations.flatMap(({tagName}) => tagName ?? []))
  .filter(tag => !tag.endsWith('-dialog'));
