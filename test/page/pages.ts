import type {Shop} from '../../src/store/shop.js';
import {once, until} from '../support/dom.js';
import type {World} from '../support/sandbox.js';

type PageWindow = Window & typeof globalThis;

/** A page of a merchant, in a frame, with the script as it is shipped. */
export interface Page {
  readonly window: PageWindow;
  readonly document: Document;
  /** What the page must not do: errors, warnings, breaches of its policy. */
  readonly problems: string[];
  /** The page's shop, or that of a store, as the script holds it. */
  shop(storeId?: string): Shop;
  find<E extends HTMLElement = HTMLElement>(selector: string): E;
  /** The part of that name inside an element. */
  part<E extends HTMLElement = HTMLElement>(host: Element | string, name: string): E;
}

export interface PageOptions {
  readonly head?: string;
  readonly policy?: string;
  /** What stands behind the address: further parameters and a part behind the hash, as `&ref=ash#paynow-add=vip`. */
  readonly mark?: string;
  /** False for a page that has no script of ours. */
  readonly isScripted?: boolean;
}

const frames = new Set<HTMLIFrameElement>();
const patience = 90_000;

/** Waits like `until`, with the patience that a page which loads its scripts on a busy machine needs. */
export const soon: typeof until = (predicate, what) => until(predicate, what, patience);

/** A script tag as a merchant writes it. */
export const scriptTag = (
  world: World,
  settings: Record<string, string> = {},
  src = '/dist/paynow.js',
  how = 'type="module"',
): string => {
  const all = {'store-id': world.storeId, 'api-url': world.apiUrl, ...settings};
  const attributes = Object.entries(all).map(([name, value]) => `data-${name}="${value}"`);
  return `<script ${how} src="${src}" ${attributes.join(' ')}></script>`;
};

const watch = (window: PageWindow, problems: string[]): void => {
  for (const level of ['warn', 'error'] as const) {
    window.console[level] = (...words: unknown[]) => void problems.push(words.map(String).join(' '));
  }
  window.addEventListener('error', ({message}) => problems.push(message));
  window.addEventListener('unhandledrejection', ({reason}) => problems.push(String(reason)));
};

// A policy may be broken while the page is still being read: a script of the page keeps account from the start.
const watching = '<script src="/test/page/watch-policy.js"></script>';

interface Registry {
  readonly page: Shop;
  readonly shops: Map<string, Shop>;
}

/** Opens a page with this body; no script of the test runs in it. */
export const openPage = async (
  body: string,
  {head = '', policy, mark = '', isScripted = true}: PageOptions = {},
): Promise<Page> => {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width: 800px; height: 600px; border: 0';
  const problems: string[] = [];
  frame.src = `/a-page.html?${new URLSearchParams({head: watching + head, body, ...(policy ? {policy} : {})})}${mark}`;
  const loaded = once(frame, 'load');
  document.body.append(frame);
  frames.add(frame);
  await loaded;
  const window = frame.contentWindow as PageWindow & {brokenPolicies?: string[]};
  watch(window, problems);
  problems.push(...(window.brokenPolicies ?? []));
  window.brokenPolicies = problems;
  const place = window as unknown as Record<symbol, Registry | undefined>;
  const registry = (): Registry | undefined => place[Symbol.for('paynow.registry.1')];
  if (isScripted) await soon(registry, 'the script of the page');
  const page: Page = {
    window,
    document: window.document,
    problems,
    shop: storeId => (storeId ? registry()?.shops.get(storeId) : undefined) ?? registry()!.page,
    find: selector => {
      const found = window.document.querySelector(selector);
      if (!found) throw new Error(`The page has no ${selector}.`);
      return found as never;
    },
    part: (host, name) => {
      const element = typeof host === 'string' ? page.find(host) : host;
      const found = element.shadowRoot?.querySelector(`[part~="${name}"]`);
      if (!found) throw new Error(`${element.localName} has no part ${name}.`);
      return found as never;
    },
  };
  return page;
};

/** Waits until these elements are defined and drawn. */
export const drawn = async ({document, window}: Page, ...tags: string[]): Promise<void> => {
  for (const tag of tags) {
    await soon(() => window.customElements.get(tag), `${tag} to be defined`);
    for (const element of document.querySelectorAll(tag)) {
      await (element as unknown as {updateComplete: Promise<unknown>}).updateComplete;
    }
  }
};

/** Waits until the shop's cart has been read and nothing is under way. */
export const ready = (shop: Shop): Promise<true> =>
  soon(() => shop.cart.state.status === 'ready' && shop.cart.state.pending === 0, 'the cart');

afterEach(() => {
  for (const frame of frames) frame.remove();
  frames.clear();
  localStorage.clear();
  sessionStorage.clear();
});
