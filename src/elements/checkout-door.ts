import {pay} from '../i18n/en/pay.js';
import {supply} from '../i18n/messages.js';
import {announce} from './announcer.js';
import type {CheckoutTab} from './checkout-tab.js';
import {make} from './make.js';
import {openCart} from './open-cart.js';
import {wordsOf} from './own-words.js';
import type {PaynowElement} from './paynow-element.js';
import {showWaiting} from './waiting-tab.js';

supply('', pay);

/** A sentence, and a link to the checkout for whoever does not get there without. */
const withLink = (sentence: string, {text}: PaynowElement, href: string): Node => {
  const message = document.createDocumentFragment();
  const {payOpen: textContent} = wordsOf(text, pay);
  message.append(`${sentence} `, make('a', {href, target: '_blank', rel: 'noopener', textContent}));
  return message;
};

/** Fills the tab that a press has opened for as long as the checkout is on its way. */
export const fillTab = (tab: Window, element: PaynowElement): void => {
  try {
    showWaiting(tab, element, getComputedStyle(element).direction);
  } catch {
    // The shopper has gone elsewhere in it, or closed it: what becomes of it shows when the checkout is there.
  }
};

const goTo = (tab: Window, url: string): void => {
  tab.opener = null;
  tab.location.replace(url);
};

/**
 * Takes this window to the checkout; out of a frame, the window around it: nobody should pay in a page whose address
 * they cannot see. Where the frame may not do that, a tab opens.
 */
export const leave = (element: PaynowElement, url: string, sentence?: string): Node | '' => {
  const text = wordsOf(element.text, pay);
  if (window === window.top) {
    location.assign(url);
    return sentence ? withLink(sentence, element, url) : '';
  }
  try {
    window.top!.location.href = url;
    // Some browsers refuse without a word.
    return withLink(sentence ?? text.payFrame, element, url);
  } catch {
    const tab = open();
    if (tab) goTo(tab, url);
    return withLink(tab ? text.payTab : text.payKept, element, url);
  }
};

/**
 * Looks after the checkout in a tab whenever this page is looked at again: whoever has paid need not follow the link
 * that leads back, and whoever has closed the tab may want to buy the same once more.
 */
const watchTab = (element: PaynowElement, tab: Window, {id, isCart}: Passage): void => {
  const {shop} = element;
  const stop = new AbortController();
  const look = async (): Promise<void> => {
    const returns = await (await shop.writer()).returns();
    await returns.check();
    const isPaid = shop.cart.state.purchase?.checkoutId === id;
    if (tab.closed && !isCart) returns.leave(id);
    if (tab.closed || isPaid) stop.abort();
    if (isPaid) openCart(element);
  };
  for (const [target, type] of [[window, 'focus'], [document, 'visibilitychange']] as const) {
    target.addEventListener(type, () => {
      if (document.visibilityState === 'visible') look().catch(() => {});
    }, {signal: stop.signal});
  }
};

/** A checkout that is ready to be shown. */
export interface Passage {
  /** Id of the session. */
  readonly id: string;
  /** Whether the cart is paid; else lines past it. */
  readonly isCart: boolean;
  readonly url: string;
}

/** Shows the checkout in the tab that the press has opened. */
export const useTab = (element: PaynowElement, tab: Exclude<CheckoutTab, undefined>, passage: Passage): Node | '' => {
  const text = wordsOf(element.text, pay);
  const {url} = passage;
  if (!tab) return leave(element, url, text.payBlocked);
  if (tab.closed) return withLink(text.payLeft, element, url);
  goTo(tab, url);
  watchTab(element, tab, passage);
  announce(text.payTab);
  return '';
};
