import type {Config} from '../../src/store/config.js';
import type {CartStore} from '../../src/store/cart-store.js';
import type * as Registry from '../../src/store/registry.js';
import type {Shop} from '../../src/store/shop.js';
import {once, until} from '../support/dom.js';
import type {World} from '../support/sandbox.js';

type FrameWindow = Window & typeof globalThis & {paynowPage?: typeof Registry};

/** A page of its own, of the same site: another document and another copy of the script, beside the test's. */
export interface Page extends Pick<typeof Registry, 'configure' | 'getShop' | 'registry'> {
  readonly window: FrameWindow;
  /** What the script said on the console, and what it threw that nobody caught, in order. */
  readonly said: string[];
  /** The facts that fired on the document, as `paynow-sign-out`, in order. */
  readonly facts: CustomEvent[];
  /** Leaves the page for good. */
  close(): void;
}

const facts = ['cart-change', 'sign-in', 'sign-out', 'cart-merge', 'purchase'];
const open = new Set<Page>();
// A page loads all of its files, and a busy machine compiles them first.
const patience = 15_000;

/** @param prepare runs in the page before the script does, for instance to take something away from the browser. */
export const openPage = async (prepare: (window: FrameWindow) => void = () => {}): Promise<Page> => {
  const frame = document.createElement('iframe');
  frame.srcdoc = '<!doctype html><title>A shop</title>';
  const loaded = once(frame, 'load');
  document.body.append(frame);
  await loaded;
  const window = frame.contentWindow as FrameWindow;
  const said: string[] = [];
  for (const level of ['warn', 'error', 'info', 'log'] as const) {
    window.console[level] = (...words: unknown[]) => void said.push(words.map(String).join(' '));
  }
  window.addEventListener('error', ({message}) => said.push(message));
  window.addEventListener('unhandledrejection', ({reason}) => said.push(String(reason)));
  const heard: CustomEvent[] = [];
  for (const fact of facts) {
    window.document.addEventListener(`paynow-${fact}`, event => heard.push(event as CustomEvent));
  }
  prepare(window);
  const script = window.document.createElement('script');
  script.type = 'module';
  script.src = '/test/store/page.ts';
  window.document.head.append(script);
  const {configure, getShop, registry} = await until(() => window.paynowPage, 'the script of the frame', patience);
  const close = (): void => {
    open.delete(page);
    frame.remove();
  };
  const page: Page = {window, said, facts: heard, configure, getShop, registry, close};
  open.add(page);
  return page;
};

/** A page that shows the cart of this world's shop. */
export const openShopPage = async (
  world: World,
  config: Config = {},
  prepare?: (window: FrameWindow) => void,
): Promise<{page: Page; shop: Shop}> => {
  const page = await openPage(prepare);
  const customerToken = 'customerToken' in config ? config.customerToken : await world.token();
  const shop = page.configure({storeId: world.storeId, apiUrl: world.apiUrl, ...config, customerToken});
  shop.cart.addEventListener('change', () => {});
  await until(
    () => shop.cart.state.status !== 'loading' && shop.cart.state.status !== 'unconfigured',
    'the cart',
    patience,
  );
  return {page, shop};
};

/** Resolves when the cart has nothing under way any more. */
export const calm = (cart: CartStore): Promise<true> =>
  until(() => cart.state.pending === 0, 'nothing pending', patience);

afterEach(() => {
  for (const page of open) page.close();
});

/** Times at which the API had a change in its hands. */
export const watchWrites = (page: Page, seen: {from: number; to: number}[]): void => {
  const real = page.window.fetch.bind(page.window);
  page.window.fetch = async (input, init) => {
    const isWrite = (input as Request).method !== 'GET';
    const entry = {from: performance.timeOrigin + performance.now(), to: Infinity};
    if (isWrite) seen.push(entry);
    const answer = await real(input, init);
    entry.to = performance.timeOrigin + performance.now();
    return answer;
  };
};
