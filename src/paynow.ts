/**
 * The script for script tags: sets up the page's shop from its own tag, and loads each element when it appears in the
 * document or in an open shadow root.
 */
import {watchPresses} from './elements/plain-press.js';

// Once it is built this file stands alone, with both of these imports and the add button in it, so that the first
// buttons are there with one request, and asks for whatever else the page needs side by side. On a phone each further
// step is half a second. What it holds it leaves to the other files in a place that only they know.
const base = import('./base.js');

// The names of the files of what talks to the shop, which the build puts in.
declare const __ENGINE__: string;
const engine = typeof __ENGINE__ === 'string' ? __ENGINE__ : '';

// In place of each import the build puts the names of the files that the element needs, its own first: so they are
// fetched side by side, and each name stands here once.
const elements: Readonly<Record<string, string | (() => Promise<unknown>)>> = {
  'paynow-store': () => import('./elements/store.js'),
  'paynow-add-button': () => import('./elements/add-button.js'),
  'paynow-buy-button': () => import('./elements/buy-button.js'),
  'paynow-cart': () => import('./elements/cart.js'),
  'paynow-cart-button': () => import('./elements/cart-button.js'),
  'paynow-cart-count': () => import('./elements/cart-count.js'),
  'paynow-cart-total': () => import('./elements/cart-total.js'),
  'paynow-checkout-button': () => import('./elements/checkout-button.js'),
  'paynow-customer': () => import('./elements/customer.js'),
  'paynow-currency': () => import('./elements/currency.js'),
  'paynow-nav': () => import('./elements/nav.js'),
  'paynow-options': () => import('./elements/options.js'),
  'paynow-price': () => import('./elements/price.js'),
  'paynow-promo-code': () => import('./elements/promo-code.js'),
  'paynow-sign-in': () => import('./elements/sign-in.js'),
  'paynow-stock': () => import('./elements/stock.js'),
  'paynow-product': () => import('./elements/product.js'),
  'paynow-products': () => import('./elements/products.js'),
  '?': () => import('./elements/page-arrival.js'),
  '*': () => import('./elements/plain-html.js'),
};

const own = [...document.scripts].find(({src}) => src === import.meta.url);
const script = own ?? document.querySelector<HTMLScriptElement>('script[data-store-id]');
const ready = base.then(({configure, isAsked, loadTexts, readConfig, registry}) => {
  // Settings may bring a wish to measure or a partner's mark, whoever makes them, and a link may lead to a mark.
  const arrive = (): void => {
    // The way to the API is opened while the rest is still on its way to the page.
    for (const {id, config} of [registry.page, ...registry.shops.values()])
      if (id) hint('preconnect', config.apiUrl ?? 'https://api.paynow.gg');
    if (registry.page.config.analytics || isAsked()) void load('?');
  };
  registry.addEventListener('change', arrive);
  addEventListener('hashchange', arrive);
  // The tag of another script was read by that one, and its page may have changed its mind since.
  if (script && (own || !registry.page.id)) configure(readConfig(script.dataset), {where: 'the script tag'});
  arrive();
  return loadTexts(script?.getAttribute('data-lang') || document.documentElement.lang || 'en');
})
  // Defining an element makes all of its kind on the page. They have a task of their own: together with this script and
  // the end of the page's loading it would be so long that a press has to wait.
  .then(() => new Promise(resolve => { setTimeout(resolve); }));

// Addresses that are hinted at, tags with what they load, and names of elements of others that are waited for.
const known: Record<string, unknown> = {};

const hint = (rel: string, href: string): string => {
  // Without credentials, as every request of ours: a connection for one kind does not serve the other.
  const link = Object.assign(document.createElement('link'), {rel, crossOrigin: '', href});
  if (!known[href]) document.head.append(link);
  known[href] = href;
  return href;
};

/** Fetches files, without running them. @returns the address of the first. */
const preload = (names: string): string =>
  names.split(' ').map(name => hint('modulepreload', new URL(`chunks/${name}.js`, import.meta.url).href))[0]!;

const bring = async (tag: string): Promise<unknown> => {
  const part = elements[tag]!;
  const file = typeof part === 'string' ? preload(part) : '';
  // Every element asks its shop for something once it is drawn; what it is drawn with comes first.
  if (engine) preload(engine);
  try {
    await ready;
    return await (typeof part === 'string' ? import(file) : part());
  } catch (error) {
    delete known[tag];
    console.error(`${tag} could not be loaded: is the whole folder dist beside paynow.js?`, error);
    return undefined;
  }
};

const load = (tag: string): unknown => known[tag] ??= bring(tag);

// A drawer that nobody has opened is not drawn, so it costs nothing and must not show its contents either.
const hidden = new CSSStyleSheet();
hidden.replaceSync('paynow-cart:not(:defined,[mode=inline]){display:none}');

const meet = (element: Element): void => {
  const {localName, shadowRoot} = element;
  if (element.matches('[data-paynow]')) for (const part of '?*') void load(part);
  // Texts of the page that the parser has come to after this script.
  if (element.matches('[data-paynow-texts]')) base.then(({loadTexts}) => loadTexts('en'), () => {});
  if (shadowRoot) watch(shadowRoot);
  else if (elements[localName]) {
    if (localName !== 'paynow-cart' || element.matches('[open],[mode=inline]')) void load(localName);
  } else if (element.matches(':not(:defined)') && !known[localName]) {
    // Somebody else's elements may draw ours into their shadow roots as soon as they are defined, which may be never.
    known[localName] = localName;
    customElements.whenDefined(localName).then(() => scan(document), () => {});
  }
};

const scan = (root: ParentNode): void => root.querySelectorAll('*').forEach(meet);

const observer = new MutationObserver(records => {
  for (const {target, addedNodes} of records) {
    if (!addedNodes.length && target instanceof Element) meet(target);
    for (const node of addedNodes) {
      if (!(node instanceof Element)) continue;
      meet(node);
      scan(node);
    }
  }
});

const watch = (root: Document | ShadowRoot): void => {
  observer.observe(root, {childList: true, subtree: true, attributeFilter: ['open', 'mode']});
  // An element that was moved comes here again.
  if (!root.adoptedStyleSheets.includes(hidden)) root.adoptedStyleSheets.push(hidden);
  scan(root);
};

watch(document);
watchPresses(() => load('?') as Promise<typeof import('./elements/page-arrival.js') | undefined>);

for (const intent of ['pointerover', 'focusin']) {
  document.addEventListener(intent, event => {
    const path = event.composedPath() as Partial<Element>[];
    if (path.find(node => node.matches?.('paynow-cart-button,[open-cart]'))) void load('paynow-cart');
  });
}

export const {configure, getShop, loadLanguage, registerMessages} = await base;
