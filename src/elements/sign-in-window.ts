import type {Shop} from '../store/shop.js';

/** What the merchant's page tells the window that has opened it, with `postMessage`. */
interface Message {
  readonly type: 'paynow-sign-in';
  readonly customer_token?: string;
  readonly expires_at?: unknown;
  readonly store_id?: string;
}

const isMessage = (data: unknown, shop: Shop): data is Message => {
  const {type, customer_token: token, store_id: store = shop.id} = (data ?? {}) as Partial<Record<string, unknown>>;
  return type === 'paynow-sign-in' && store === shop.id && (token === undefined || typeof token === 'string');
};

/** Opens the merchant's page in a window of its own. It has to happen in the press itself. */
export const openSignIn = (address: string): Window | null => {
  const url = new URL(address);
  url.searchParams.set('popup', '1');
  return window.open(url, 'paynow-sign-in', 'popup,width=480,height=720');
};

// A window that has come back to this page has done what it was opened for.
const isBack = (beside: Window): boolean => {
  try {
    return beside.location.href.replace(/#.*/, '') === location.href.replace(/#.*/, '');
  } catch {
    return false;
  }
};

/**
 * Follows the window until it has reported, came back or was closed, and then takes over what it has brought: the
 * token in the message, else what the site answers now. Nobody but that window, at the origin of the merchant's page,
 * is listened to.
 * @returns nothing; whether somebody is signed in shows in the session.
 * @throws {PaynowError} when the token is not one of this store's.
 */
export const followSignIn = async (beside: Window, address: string, shop: Shop, signal: AbortSignal): Promise<void> => {
  const {origin} = new URL(address);
  const stop = new AbortController();
  const account = async () => (await import('../store/account.js')).accountOf(shop);
  try {
    const message = await new Promise<Message | undefined>(resolve => {
      const listening = {signal: stop.signal};
      signal.addEventListener('abort', () => resolve(undefined), listening);
      addEventListener('message', event => {
        if (event.source === beside && event.origin === origin && isMessage(event.data, shop)) resolve(event.data);
      }, listening);
      // Nothing tells that a window was closed but the window itself.
      const timer = setInterval(() => {
        if (beside.closed || isBack(beside)) resolve(undefined);
      }, 250);
      stop.signal.addEventListener('abort', () => clearInterval(timer));
    });
    if (signal.aborted) return;
    const {customer_token: token, expires_at: expires} = message ?? {};
    if (token) await (await account()).useHandedOver(token, expires);
    else if (shop.config.authUrl || shop.config.customerToken) await (await account()).look();
    beside.close();
  } finally {
    stop.abort();
  }
};
