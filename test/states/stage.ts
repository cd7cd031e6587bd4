import '../../src/index.js';
import {loadLanguage} from '../../src/i18n/messages.js';
import {demoData} from '../../src/sandbox/data/demo.js';
import type {Config} from '../../src/store/config.js';
import {reassign, registry} from '../../src/store/registry.js';
import {returnTiming} from '../../src/store/returns.js';
import {timing} from '../../src/store/retry.js';
import {Shop} from '../../src/store/shop.js';
import {settled, until} from '../support/dom.js';
import {sandboxWorld} from '../support/sandbox.js';
import type {Fault, World} from '../support/sandbox.js';
import {animations, deepAll, see} from './shopper.js';

/** One line of the customer's cart: a slug, how many, and what else the route for lines takes. */
export type Line = readonly [slug: string, quantity?: number, wish?: Readonly<Record<string, string>>];

/** A state that an element can be in, and how the page gets there. */
export interface State {
  /** Short and unique: words with hyphens. */
  readonly name: string;
  /** The tag of the element that it is a state of. */
  readonly of: string;
  /** What the merchant has written. */
  readonly markup: string;
  /** Settings beyond those of a signed-in customer; a `customerToken` of undefined is a visitor. */
  readonly config?: Config | ((world: World) => Config);
  /** The store: Emberfall, for Minecraft, when left out; `rust` for Rustborn, `none` for a page without a store. */
  readonly store?: 'rust' | 'none';
  /** What lies in the customer's cart from before. */
  readonly cart?: readonly Line[];
  /** What goes wrong, from the first request of the page on. */
  readonly faults?: readonly Fault[];
  /** What happens on the server before the page is opened. */
  readonly prepare?: (world: World) => Promise<unknown>;
  /** What the shopper does, or what happens meanwhile. */
  readonly play?: (stage: Stage) => Promise<unknown>;
  /** What is to be seen then: selectors through shadow roots, see `see`. */
  readonly shows: string;
  /** Where it exists only in windows that are at least so wide. */
  readonly leastWidth?: number;
  /** Set where it passes by itself, or can be told from another state by movement alone. */
  readonly isTransient?: boolean;
}

/** A page that shows a state. */
export interface Stage {
  readonly world: World;
  readonly shop: Shop;
  /** The element that the state is of, or the first one like it. */
  readonly element: HTMLElement;
}

/** How a state is looked at. */
export interface View {
  readonly theme?: 'light' | 'dark';
  readonly dir?: 'ltr' | 'rtl';
  readonly lang?: string;
}

const stores = {minecraft: demoData.stores[0]!.id, rust: demoData.stores[1]!.id};
const idOf = (slug: string): string => demoData.products.find(product => product.slug === slug)!.id;

const putLines = async ({apiUrl}: World, lines: readonly Line[]): Promise<void> => {
  for (const [slug, quantity = 1, wish = {}] of lines) {
    const query = new URLSearchParams({product_id: idOf(slug), quantity: String(quantity), ...wish});
    const headers = {authorization: 'Customer demo-customer', 'x-paynow-store-id': stores.minecraft};
    const {ok} = await fetch(`${apiUrl}/v1/store/cart/lines?${query}`, {method: 'PUT', headers});
    if (!ok) throw new Error(`The sandbox did not take ${slug} into the cart.`);
  }
};

const cartTags = 'paynow-cart, paynow-cart-button, paynow-cart-count, paynow-cart-total, paynow-checkout-button, '
  + 'paynow-promo-code';

let count = 0;
let life = new AbortController();
let open = 0;

// The page calls each of its shops by an id of its own, so that the shop of a state before, whose channel to other tabs
// nobody closes, hears nothing of this one; the sandbox knows them by their real ids.
const fetchFrom = (storeId: string, faults: readonly Fault[] = []) => {
  const {signal} = life;
  const isHung = ({method, url}: Request): boolean => faults.some(({kind, match = {}}) =>
    kind === 'hang' && (match.method ?? method) === method && url.includes(match.path ?? ''));
  return async (request: Request): Promise<Response> => {
    if (signal.aborted) return new Promise(() => {});
    const headers = new Headers(request.headers);
    headers.set('x-paynow-store-id', storeId);
    const own = AbortSignal.any([request.signal, signal]);
    const counted = isHung(request) ? 0 : 1;
    open += counted;
    try {
      return await fetch(new Request(request, {headers, signal: own}));
    } finally {
      open -= counted;
    }
  };
};

// What shows for a moment only stays for as long as it is looked at.
const setTimer = window.setTimeout;
const moment = 1500;
const holdMoments = (isHeld: boolean): void => {
  const held = ((act: () => void, ms?: number, ...rest: unknown[]) =>
    setTimer(act, ms === moment ? 2 ** 31 - 1 : ms, ...rest)) as typeof setTimeout;
  window.setTimeout = isHeld ? held : setTimer;
};

/** Ends what moves, and holds what would move for ever where it begins. */
export const stopMotion = (): void => {
  for (const animation of animations()) {
    const {endTime = 0} = animation.effect?.getComputedTiming() ?? {};
    if (endTime === Infinity) {
      animation.pause();
      animation.currentTime = 0;
    } else animation.finish();
  }
};

/** Takes everything off the page again that a state has put there. */
export const clear = (): void => {
  life.abort();
  life = new AbortController();
  holdMoments(false);
  for (const dialog of deepAll('dialog[open]')) (dialog as HTMLDialogElement).close();
  // The region that is read out lives on, and what it has said belongs to the state before.
  for (const region of deepAll('[aria-live]')) region.textContent = '';
  for (const child of document.querySelectorAll('body > :not(script)')) child.remove();
  localStorage.clear();
  sessionStorage.clear();
};

const openShop = ({store, config, faults}: State, world: World): Shop => {
  const id = store === 'none' ? '' : String(7_000_000 + ++count);
  const shop = new Shop(id, () => ({}));
  shop.configure({
    ...(id ? {storeId: id} : {}), apiUrl: world.apiUrl,
    fetch: fetchFrom(stores[store === 'rust' ? 'rust' : 'minecraft'], faults),
    customerToken: store === 'rust' ? 'demo-rust' : 'demo-customer',
    ...(typeof config === 'function' ? config(world) : config),
  });
  registry.page = shop;
  if (id) registry.shops.set(id, shop);
  reassign();
  return shop;
};

/** Brings the page into a state, looked at in that way, and resolves when nothing moves any more. */
export const show = async (state: State, {theme = 'light', dir = 'ltr', lang = 'en'}: View = {}): Promise<Stage> => {
  clear();
  Object.assign(timing, {tries: 2, firstDelay: 10, quiet: 0, late: 0});
  returnTiming.waits = [60_000];
  const root = document.documentElement;
  Object.assign(root, {dir, lang});
  document.title = 'A shop';
  // Checkers of contrast read the background of the page, and take one that nobody has set for white.
  Object.assign(root.style, {colorScheme: theme, background: 'Canvas', color: 'CanvasText'});
  await loadLanguage(lang);
  holdMoments(true);
  const world = await sandboxWorld();
  if (state.cart) await putLines(world, state.cart);
  await state.prepare?.(world);
  if (state.faults) await world.faults([...state.faults]);
  const shop = openShop(state, world);
  const page = document.createElement('main');
  page.append(document.createRange().createContextualFragment(`<h1>A shop</h1><h2>On offer</h2>${state.markup}`));
  document.body.append(page);
  const element = page.querySelector<HTMLElement>(state.of) ?? page;
  await settled(document.body);
  await state.play?.({world, shop, element});
  await see(state.shows);
  const isHeld = state.faults?.some(({kind}) => kind === 'hang');
  // Requests begin some turns after what asks for them is drawn.
  const hasCart = shop.id && page.querySelector(cartTags);
  const isRead = (): boolean => !hasCart || !/unconfigured|loading/.test(shop.cart.state.status);
  await until(() => open === 0 && (isHeld || isRead()), `the requests of ${state.name} to be answered`);
  await settled(document.body);
  if (!matchMedia('(prefers-reduced-motion: reduce)').matches) stopMotion();
  return {world, shop, element: document.querySelector<HTMLElement>(state.of) ?? element};
};
