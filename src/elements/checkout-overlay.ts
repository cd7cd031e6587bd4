import type {CheckoutSession} from '../api/index.js';
import {pay} from '../i18n/en/pay.js';
import {supply} from '../i18n/messages.js';
import {warnOnce} from '../store/registry.js';
import {announceInside} from './announcer.js';
import type {CheckoutOpener} from './checkout-tab.js';
import {closest} from './closest.js';
import {holdPage} from './hold-page.js';
import {openCart} from './open-cart.js';
import {wordsOf} from './own-words.js';
import {OverlayStage} from './overlay-stage.js';
import {payNow} from './paynow-js.js';
import type {PayNowJs} from './paynow-js.js';
import {toError} from './to-error.js';

supply('', pay);

/** Times in milliseconds. Tests shorten them; nothing else changes them. */
export const overlayTiming = {
  /** How long PayNow.js is given to load, and its frame to be ready. */
  load: 10_000,
  ready: 20_000,
};

/** PayNow.js leaves for the checkout by itself in windows that are narrower than this. */
const least = 800;

// In a frame of another site nobody sees where they pay, and PayNow's own frame in it may neither take every way of
// paying nor be let in.
const isForeign = (): boolean => {
  try {
    return !window.top!.document;
  } catch {
    return true;
  }
};

/** Whether there is room for the overlay. */
export const hasRoom = (): boolean => innerWidth >= least && !isForeign();

const themeOf = (element: Element): 'auto' | 'light' | 'dark' => {
  const {colorScheme} = getComputedStyle(element);
  const [light, dark] = ['light', 'dark'].map(name => colorScheme.includes(name));
  return dark ? (light ? 'auto' : 'dark') : 'light';
};

/** Loads what the overlay needs while the session is made. */
export const prepare = async ({shop}: CheckoutOpener, safe: (address: string) => string): Promise<PayNowJs> =>
  payNow(shop.config, safe, overlayTiming.load);

const afterwards = async (element: CheckoutOpener, {id}: CheckoutSession, orderId?: string): Promise<void> => {
  const {shop} = element;
  const returns = await (await shop.writer()).returns();
  if (orderId === undefined) await returns.shut(id);
  else if (await returns.complete(id, orderId)) openCart(element);
};

/** Shows the checkout in PayNow.js. Resolves when it is to be seen. @throws whatever keeps it from being shown. */
const show = (element: CheckoutOpener, {checkout}: PayNowJs, session: CheckoutSession): Promise<void> =>
  new Promise((resolve, reject) => {
    const {shop, text} = element;
    const stage = new OverlayStage(text.checkout, wordsOf(text, pay).payClose, () => checkout.close());
    let isReady = false;
    let orderId: string | undefined;
    const listeners = {
      ready: () => {
        // An older PayNow.js takes no place to draw in: its own one lies below every dialog.
        if (stage.isEmpty && closest(element, 'dialog:modal')) return fail(new Error('It is below a dialog.'));
        if (stage.isEmpty) stage.remove();
        isReady = true;
        clearTimeout(timer);
        stage.nameFrames();
        stage.isReady = true;
        resolve();
      },
      completed: (detail: {orderId?: string} | undefined) => {
        orderId = detail?.orderId ?? '';
        stage.close();
      },
      closed: () => {
        if (!isReady && !stage.isLeft) return fail(new Error('It was closed before it was ready.'));
        end();
        resolve();
        afterwards(element, session, orderId).catch(() => {});
      },
    };
    // Another tab, or the frame itself, may have come back from this checkout.
    const look = (): void => {
      if (shop.cart.state.purchase?.checkoutId === session.id) stage.close();
    };
    const end = (): void => {
      clearTimeout(timer);
      for (const [name, listener] of Object.entries(listeners)) checkout.off(name, listener);
      shop.cart.removeEventListener('change', look);
      holdPage(stage, false);
      announceInside(stage.dialog, false);
      stage.remove();
    };
    const fail = (reason: unknown): void => {
      end();
      reject(reason as Error);
    };
    stage.gaveUp = listeners.closed;
    const timer = setTimeout(() => {
      end();
      checkout.close();
      stage.help();
      reject(new Error('It did not get ready.'));
    }, overlayTiming.ready);
    for (const [name, listener] of Object.entries(listeners)) checkout.on(name, listener);
    holdPage(stage, true);
    stage.show();
    announceInside(stage.dialog, true);
    shop.cart.addEventListener('change', look);
    try {
      checkout.open({token: session.token, theme: themeOf(element), renderTo: {element: stage.place}});
      stage.nameFrames();
    } catch (error) {
      fail(error);
    }
  });

/** Shows the checkout over the page. @returns whether that worked; else the shopper has to get there otherwise. */
export const overlay = async (
  element: CheckoutOpener, session: CheckoutSession, loading: Promise<PayNowJs | undefined>,
): Promise<boolean> => {
  try {
    const loaded = await loading;
    if (!loaded || !hasRoom()) return false;
    await show(element, loaded, session);
    return true;
  } catch (thrown) {
    const {code, message} = toError(thrown);
    warnOnce(code === 'paynow-js' ? message : 'PayNow.js could not show the checkout, so it redirects instead.');
    return false;
  }
};
