import {lookOf} from './look-of.js';
import {shopOf} from './paynow-element.js';
import type {PaynowElement} from './paynow-element.js';
import {leaveWith} from './resume-mark.js';
import type {Resume} from './resume-mark.js';

const inPage = ({shop}: PaynowElement) =>
  [...document.querySelectorAll('paynow-sign-in')].find(found => found.mode === 'dialog' && shopOf(found) === shop);

const makeDialog = (element: PaynowElement) => {
  const {shop, locale} = element;
  const made = Object.assign(document.createElement('paynow-sign-in'), {isBare: true, mode: 'dialog'});
  Object.assign(made, {storeId: shop.id, lang: locale});
  document.body.append(made);
  made.shadowRoot?.adoptedStyleSheets.push(lookOf(element));
  return made;
};

/**
 * Opens the page's dialog to sign in, or one of our own.
 * @param then goes on by itself when the shopper comes back from another page.
 * @returns whether somebody is signed in now.
 */
export const ask = async (element: PaynowElement, then?: Resume): Promise<boolean> => {
  const {shop} = element;
  await import('./sign-in.js');
  const own = inPage(element);
  const dialog = own ?? makeDialog(element);
  try {
    return await dialog.ask(() => leaveWith(shop, then));
  } finally {
    if (!own) dialog.remove();
  }
};

/** The same, unless the page signs the shopper in itself: it hears of it first. */
export const askToSignIn = async (element: PaynowElement, reason = 'signed-out', then?: Resume): Promise<boolean> =>
  element.emit('paynow-auth-required', {storeId: element.shop.id, reason}, true) && ask(element, then);
