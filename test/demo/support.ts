import {test as base} from '@playwright/test';
import type {APIRequestContext, Page} from '@playwright/test';
import {startDemo} from '../../demo/start.mjs';
import type {Demo} from '../../demo/start.mjs';
import type {Fault, Seen} from '../support/sandbox.js';

export {expect} from '@playwright/test';

/** A shop of the test's own: a world of the sandbox, and the demo's pages as they show it. */
export interface Shop {
  apiUrl: string;
  /** The address of a page of the demo in this shop's world; the landing page knows the demo customer there. */
  address(path: string): string;
  /** The same for a visitor whom the landing page does not know. */
  guestAddress(path: string): string;
  /** The script tag of a merchant with this shop; a setting of `null` is left out. */
  script(settings?: Record<string, string | null>): string;
  /** Shows a page of the test's own, from the demo's origin. */
  show(page: Page, body: string, headers?: Record<string, string>): Promise<void>;
  faults(...list: Fault[]): Promise<void>;
  clearFaults(): Promise<void>;
  /** Every request that came in, preflights left out. */
  requests(method?: string, path?: string): Promise<Seen[]>;
  preflights(): Promise<number>;
  /** Changes a product: stock, price, `removed`. */
  product(patch: {slug: string} & Record<string, unknown>): Promise<void>;
  /** The quantities in the demo customer's cart as the server holds them, by the product's slug. */
  held(): Promise<Record<string, number>>;
  /** Pays the only open checkout behind the back of every page. */
  pay(): Promise<void>;
  /** How many orders were paid. */
  orders(): Promise<number>;
}

/** What a page must not do. A test that provokes one of these says so with `expectProblem` before it happens. */
export interface Problems {
  readonly seen: string[];
  expectProblem(pattern: RegExp): void;
}

interface State {
  products: {id: string; slug: string}[];
  carts: Record<string, {lines: {product_id: string; quantity: number}[]}>;
}

const createShop = (demo: Demo, name: string, request: APIRequestContext): Shop => {
  const apiUrl = `${demo.apiUrl}/w/${name}`;
  const control = async (method: string, route: string, data?: unknown): Promise<unknown> => {
    const body = data === undefined ? {} : {data};
    const response = await request.fetch(`${apiUrl}/__sandbox/${route}`, {method, ...body});
    if (!response.ok()) throw new Error(`Sandbox: ${method} ${route}: ${response.status()} ${await response.text()}`);
    return response.status() === 204 ? undefined : response.json();
  };
  const log = async () => (await control('GET', 'log')) as {requests: Seen[]; preflights: number};
  return {
    apiUrl,
    script: (settings = {}) => {
      const all = {
        'store-id': '411486491630370816', 'api-url': apiUrl, 'customer-token': 'demo-customer', ...settings,
      };
      const given = Object.entries(all).filter(([, value]) => value !== null);
      const attributes = given.map(([key, value]) => `data-${key}="${value}"`).join(' ');
      return `<script type="module" src="/dist/paynow.js" ${attributes}></script>`;
    },
    show: async (page, body, headers = {}) => {
      const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A shop</title><body>${body}`;
      const address = `${demo.url}/a-shop.html?world=${name}`;
      await page.route(address, route => route.fulfill({body: html, contentType: 'text/html', headers}));
      await page.goto(address);
    },
    address: path => `${demo.url}${path}?world=${name}&signed-in`,
    guestAddress: path => `${demo.url}${path}?world=${name}`,
    faults: async (...list) => void (await control('POST', 'faults', list)),
    clearFaults: async () => void (await control('DELETE', 'faults')),
    requests: async (method, path = '') =>
      (await log()).requests.filter(seen => (!method || seen.method === method) && seen.path.startsWith(path)),
    preflights: async () => (await log()).preflights,
    product: async patch => void (await control('POST', 'products', patch)),
    pay: async () => {
      const {checkouts} = (await control('GET', 'state')) as {checkouts: {id: string; status: string}[]};
      await control('POST', 'orders', {checkout: checkouts.find(({status}) => status === 'open')!.id});
    },
    orders: async () => ((await control('GET', 'orders')) as unknown[]).length,
    held: async () => {
      const {products, carts} = (await control('GET', 'state')) as State;
      const slugOf = (id: string): string => products.find(product => product.id === id)?.slug ?? id;
      const lines = Object.values(carts).flatMap(cart => cart.lines);
      return Object.fromEntries(lines.map(line => [slugOf(line.product_id), line.quantity]));
    },
  };
};

/** Collects errors, warnings and breaches of the page's policy; a page that is as it should be has none. */
const watch = async (page: Page, seen: string[]): Promise<void> => {
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type())) seen.push(message.text());
  });
  page.on('pageerror', error => seen.push(`${error.name}: ${error.message}`));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', event => {
      console.error(`Policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`);
    });
  });
};

let count = 0;

export const test = base.extend<{shop: Shop; problems: Problems}, {demo: Demo}>({
  demo: [
    async ({}, use) => {
      const demo = await startDemo({port: 0});
      await use(demo);
      await demo.close();
    },
    {scope: 'worker'},
  ],
  baseURL: async ({demo}, use) => use(demo.url),
  // A page that a test makes up comes from no address, and Chromium lets such a page ask this machine only when it may.
  permissions: ['local-network-access'],
  problems: async ({}, use) => {
    const seen: string[] = [];
    const expected: RegExp[] = [];
    await use({seen, expectProblem: pattern => void expected.push(pattern)});
    const surprises = seen.filter(text => !expected.some(pattern => pattern.test(text)));
    if (surprises.length > 0) throw new Error(`The page has problems:\n${surprises.join('\n')}`);
  },
  page: async ({page, problems}, use) => {
    await watch(page, problems.seen);
    await use(page);
  },
  shop: async ({demo, request}, use, {workerIndex}) => {
    count += 1;
    await use(createShop(demo, `w${workerIndex}-${count}`, request));
  },
});
