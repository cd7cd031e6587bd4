import {pay} from '../i18n/en/pay.js';
import {make} from './make.js';
import {wordsOf} from './own-words.js';
import type {PaynowElement} from './paynow-element.js';

const styles = `
  :root { color-scheme: light dark; }
  body { box-sizing: border-box; min-height: 100vh; margin: 0; padding: 2rem; display: grid; place-content: center;
    gap: 0.5rem; text-align: center; font: 1.125rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
  p { margin: 0; max-width: 26rem; }
  p + p { opacity: 0.75; font-size: 0.9375rem; }
  i { width: 2.25rem; height: 2.25rem; box-sizing: border-box; margin: 0 auto 1rem; border-radius: 50%;
    border: 3px solid color-mix(in srgb, currentColor 20%, transparent); border-block-start-color: currentColor;
    animation: turn 1s linear infinite; }
  @keyframes turn { to { rotate: 1turn; } }
  @media (prefers-reduced-motion: reduce) { i { animation: none; } }
`;

/**
 * Says in an empty tab that the checkout is on its way, with nothing but DOM calls, which every policy of a page lets
 * through. The tab knows nothing of this page: what it goes to later must not reach back.
 */
export const showWaiting = (tab: Window, {text, locale, shop}: PaynowElement, dir: string): void => {
  tab.opener = null;
  const {document} = tab;
  const {payWaiting, payWaitingNote} = wordsOf(text, pay);
  document.title = text.checkout;
  Object.assign(document.documentElement, {lang: locale, dir});
  const Sheet = (tab as Window & typeof globalThis).CSSStyleSheet;
  const sheet = new Sheet();
  const {theme = 'auto'} = shop.config;
  sheet.replaceSync(theme === 'auto' ? styles : `${styles}:root { color-scheme: ${theme}; }`);
  document.adoptedStyleSheets = [sheet];
  document.body.replaceChildren(
    make('i', {}), make('p', {textContent: payWaiting}), make('p', {textContent: payWaitingNote}));
};
