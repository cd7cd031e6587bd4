/**
 * The script for pages that take no modules: one file with the elements in it, set up from its own tag, and the global
 * `PayNowElements`. Further languages are fetched from beside it when a page speaks them.
 */
import {PaynowError} from './api/errors.js';
import {registerMessages} from './i18n/messages.js';
import {readConfig} from './store/config.js';
import {configure, getShop, registry, warnOnce} from './store/registry.js';
import './elements/come-back.js';
import {loadTexts} from './elements/load-texts.js';
import {isAsked} from './elements/page-asks.js';
import {watchPresses} from './elements/plain-press.js';
import './elements/store.js';
import './elements/add-button.js';
import './elements/cart.js';
import './elements/cart-button.js';
import './elements/cart-count.js';
import './elements/cart-total.js';
import './elements/checkout-button.js';

// The build writes the version of package.json here.
declare const __VERSION__: string;

const api = {configure, getShop, registerMessages, PaynowError, version: __VERSION__};

declare global {
  interface Window {
    /** What the classic script offers to other scripts on the page. */
    PayNowElements?: typeof api;
  }
}

// Of two copies on a page the first one wins, as it does for the elements.
window.PayNowElements ??= api;

const script = document.currentScript ?? document.querySelector<HTMLScriptElement>('script[data-store-id]');
if (script) configure(readConfig(script.dataset), {where: 'the script tag'});

// Elements that are not in this file come from the module build beside it, once one of them is on the page.
let isBrought = false;
let hasTexts = false;
const look = (): void => {
  if (!hasTexts && (hasTexts = !!document.querySelector('[data-paynow-texts]'))) void loadTexts('en');
  const isWanted = !isBrought && (document.querySelector('[data-paynow]')
    ?? [...document.querySelectorAll(':not(:defined)')].find(({localName}) => localName.startsWith('paynow-')));
  if (!isWanted) return;
  isBrought = true;
  import('./paynow.js').catch(() => warnOnce('The elements that are not in paynow.classic.js come from paynow.js '
    + 'beside it, which could not be loaded: copy the whole folder dist.'));
};
new MutationObserver(look).observe(document, {childList: true, subtree: true});
look();

// Presses of plain elements and what the address asks for are looked after by the same files. They are fetched for
// marks that mean something to us, and for a press that comes before them.
const loadActs = () => import('./elements/page-acts.js');
watchPresses(loadActs);
const arrive = (): void => {
  if (isAsked()) loadActs().then(acts => acts.arrive()).catch(() => {});
};
// What a page sets up later counts as well.
const settle = (): void => {
  arrive();
  if (registry.page.config.analytics) loadActs().then(acts => acts.measure()).catch(() => {});
};
settle();
addEventListener('hashchange', arrive);
registry.addEventListener('change', settle);

void loadTexts(script?.getAttribute('data-lang') || document.documentElement.lang || 'en');
