import {PaynowError} from '../api/errors.js';
import type {CheckoutSession} from '../api/index.js';
import {tidyCodes} from '../store/codes.js';
import type {CheckoutOptions, ElementEventMap} from '../store/events.js';
import {warnOnce} from '../store/registry.js';
import {wayOf} from './checkout-tab.js';
import type {CheckoutOpener, CheckoutTab} from './checkout-tab.js';
import type {PaynowElement} from './paynow-element.js';
import type {PayNowJs} from './paynow-js.js';
import {report} from './report.js';
import {toError} from './to-error.js';

const isLoopback = (host: string): boolean => /^(localhost|.+\.localhost|127\.0\.0\.1|\[::1\])$/.test(host);

/**
 * The address of a checkout, when it may be followed: over https, or over http on this very machine.
 * @throws {PaynowError} `configuration` for any other.
 */
export const safeAddress = (address: string): string => {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))) return url.href;
  throw new PaynowError('The address of the checkout is neither https: nor local, so it is not followed.', {
    kind: 'configuration',
    code: 'unsafe-checkout-url',
  });
};

/**
 * Where a checkout leads back to: what the shop says, else this page, else the page whose address a page without one of
 * its own inherits, as in a `srcdoc` frame. From a page that was opened as a file there is no way back.
 */
export const wayBack = (
  address: string | undefined, here = location.href, base = document.baseURI,
): string | undefined => {
  const page = here.replace(/#paynow-.*/, '');
  return [address || page, page, base]
    .map(one => URL.canParse(one, base) ? new URL(one, base).href : '')
    .find(one => /^https?:/.test(one));
};

const optionsOf = ({shop: {config}}: PaynowElement, promoCodes: string | null | undefined): CheckoutOptions => {
  const {affiliateCode, autoRedirect} = config;
  const codes = tidyCodes(promoCodes ?? config.promoCodes);
  const returnUrl = wayBack(config.returnUrl);
  return {
    ...(codes.length ? {promoCodes: codes} : {}),
    ...(affiliateCode ? {affiliateCode} : {}),
    ...(autoRedirect ? {autoRedirect: !!returnUrl} : {}),
    returnUrl,
    cancelUrl: wayBack(config.cancelUrl),
  };
};

/** What a checkout is of: the cart, or lines past it. */
type Subject = Omit<ElementEventMap['paynow-before-checkout']['detail'], 'options'>;

/** A checkout that a press has asked for. */
export interface Start {
  readonly element: CheckoutOpener;
  readonly promoCodes: string | null | undefined;
  readonly subject: Subject;
  readonly tab: CheckoutTab;
  readonly make: (options: CheckoutOptions) => Promise<CheckoutSession>;
}

// What a checkout beside this window needs is loaded while the session is made.
const loadDoor = () => import('./checkout-door.js');
const loadOverlay = () => import('./checkout-overlay.js');

/** PayNow.js, under way; nothing where it is not wanted or has no room. */
const preparing = async (element: CheckoutOpener): Promise<PayNowJs | undefined> => {
  if (wayOf(element).way !== 'overlay') return undefined;
  const {hasRoom, prepare} = await loadOverlay();
  return hasRoom() ? prepare(element, safeAddress) : undefined;
};

const overlaid = async (...args: Parameters<typeof import('./checkout-overlay.js').overlay>): Promise<boolean> => {
  try {
    return await (await loadOverlay()).overlay(...args);
  } catch {
    return false;
  }
};

const fill = (tab: Window, element: CheckoutOpener): void => {
  loadDoor().then(({fillTab}) => fillTab(tab, element), () => {});
};

const show = async (
  {element, tab, subject}: Start, session: CheckoutSession, payNow: Promise<PayNowJs | undefined>,
): Promise<string | Node> => {
  const {id} = session;
  const url = safeAddress(session.url);
  if (wayOf(element).way === 'overlay' && await overlaid(element, session, payNow)) return '';
  if (tab === undefined && window === window.top) location.assign(url);
  else {
    try {
      const {leave, useTab} = await loadDoor();
      return tab === undefined ? leave(element, url) : useTab(element, tab, {id, url, isCart: !subject.lines});
    } catch {
      tab?.close();
      location.assign(url);
    }
  }
  return '';
};

/**
 * Has a checkout made and takes the shopper there, with an event before each step.
 * @returns what there is to say to the shopper, if anything.
 * @throws {PaynowError} when the checkout could not be made, or its address cannot be followed.
 */
export const startCheckout = async (start: Start): Promise<string | Node> => {
  const {element, promoCodes, subject, make} = start;
  let {tab} = start;
  for (const error of wayOf(element).errors) {
    element.emit('paynow-error', {error});
    warnOnce(error.message);
  }
  if (tab) fill(tab, element);
  const payNow = preparing(element);
  // Why it failed is looked at once the session is there.
  payNow.catch(() => {});
  try {
    const options = optionsOf(element, promoCodes);
    if (element.emit('paynow-before-checkout', {...subject, options}, true)) {
      const session = await make(options).catch(async (thrown: unknown) => {
        if (toError(thrown).kind !== 'auth') throw thrown;
        tab?.close();
        const going = await (await import('./checkout-sign-in.js')).afterSignIn(start, toError(thrown), options);
        tab = going?.tab;
        return going?.session;
      });
      if (session && element.emit('paynow-checkout', session, true))
        return await show({...start, tab}, session, payNow);
    }
    tab?.close();
    return '';
  } catch (thrown) {
    tab?.close();
    throw thrown;
  }
};

/** Takes the cart of an element's shop to the checkout. @returns what there is to say to the shopper, if anything. */
export const checkOut = async (
  element: CheckoutOpener, tab: CheckoutTab, promoCodes?: string | null,
): Promise<string | Node> => {
  const {cart} = element.shop;
  try {
    const subject = {cart: cart.state.cart};
    const make = (options: CheckoutOptions): Promise<CheckoutSession> => cart.checkout(options);
    return await startCheckout({element, promoCodes, subject, tab, make});
  } catch (thrown) {
    return report(element, thrown);
  }
};
