import {PaynowError} from '../api/errors.js';
import type {Config} from '../store/config.js';
import {make} from './make.js';

/** As much of PayNow.js as is used here. */
export interface PayNowJs {
  readonly checkout: {
    open(options: {token: string; theme: 'auto' | 'light' | 'dark'; renderTo: {element: HTMLElement}}): void;
    close(): void;
    on(event: string, listener: (detail: {orderId?: string} | undefined) => void): void;
    off(event: string, listener: (detail: {orderId?: string} | undefined) => void): void;
  };
}

type Policy = {createScriptURL(url: string): string};

const usual = 'https://cdn.paynow.gg/paynow-js/bundle.js';

const failed = (why: string): PaynowError => new PaynowError(`PayNow.js ${why}, so the checkout redirects instead.`, {
  kind: 'configuration', code: 'paynow-js',
});

// Which PayNow.js the elements have brought, by whichever copy of the script, and what each had to hash to.
const key = Symbol.for('paynow.js.1');
const place = globalThis as {PayNow?: Partial<PayNowJs>; [key]?: WeakMap<object, string>};
const brought = (place[key] ??= new WeakMap());

/**
 * The PayNow.js on the page. What is pinned is never another one that was brought for somebody who asked for less; the
 * page's own is the page's to answer for.
 */
const atHand = (integrity = ''): PayNowJs | undefined => {
  const found = place.PayNow;
  if (typeof found?.checkout?.open !== 'function') return undefined;
  return !integrity || (brought.get(found) ?? integrity) === integrity ? found as PayNowJs : undefined;
};

let policy: Policy | undefined;
let wanted = '';

// Where the page requires Trusted Types, an address of a script is only taken from a policy; this one lets through what
// is about to be loaded and nothing else.
const trusted = (url: string): string => {
  const {trustedTypes} = globalThis as {trustedTypes?: {createPolicy(name: string, rules: Policy): Policy}};
  try {
    policy ??= trustedTypes?.createPolicy('paynow-js', {
      createScriptURL: given => {
        if (given !== wanted) throw new TypeError('This is not the address of PayNow.js.');
        return given;
      },
    });
  } catch {
    throw failed('needs the Trusted Types policy name paynow-js in the policy of the page');
  }
  wanted = url;
  return policy?.createScriptURL(url) ?? url;
};

const loads = new Map<string, Promise<PayNowJs>>();

const load = (url: string, integrity: string | undefined, patience: number): Promise<PayNowJs> =>
  new Promise((resolve, reject) => {
    const script = make('script', {
      async: true,
      // A policy may ask for the page's own nonce.
      nonce: document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '',
      ...(integrity ? {integrity, crossOrigin: 'anonymous'} : {}),
      onload: () => {
        // It has just run: what is there now is its own, unless it leaves alone what was there before it.
        const found = atHand(integrity);
        if (!found) return reject(failed(atHand() ? 'keeps to one on the page that was not pinned like it'
          : 'is not at paynow-js-url'));
        if (!brought.has(found)) brought.set(found, integrity ?? '');
        resolve(found);
      },
      onerror: () => reject(failed('could not be loaded: look at paynow-js-url, paynow-js-integrity and script-src')),
    });
    setTimeout(() => reject(failed('took too long to load')), patience);
    script.src = trusted(url);
    document.head.append(script);
  });

/**
 * PayNow.js: the page's own, else loaded from where the shop says it is, once.
 * @throws {PaynowError} when it cannot be had; the next call tries again.
 */
export const payNow = async (
  {paynowJsUrl = usual, paynowJsIntegrity: integrity}: Config, safe: (address: string) => string, patience: number,
): Promise<PayNowJs> => {
  const found = atHand(integrity);
  if (found) return found;
  // Browsers pass over a hash that they cannot read, and run what they get.
  if (integrity && !/^\s*sha(256|384|512)-[\w+/]+=*\s*$/.test(integrity))
    throw failed('is pinned with a paynow-js-integrity that is no hash, such as sha384-…');
  const url = safe(new URL(paynowJsUrl, document.baseURI).href);
  const name = JSON.stringify([url, integrity]);
  let loading = loads.get(name);
  if (!loading) {
    loads.set(name, loading = load(url, integrity, patience));
    loading.catch(() => loads.delete(name));
  }
  return loading;
};
