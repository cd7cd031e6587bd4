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

const atHand = (): PayNowJs | undefined => {
  const found = (globalThis as {PayNow?: Partial<PayNowJs>}).PayNow;
  return typeof found?.checkout?.open === 'function' ? found as PayNowJs : undefined;
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
        const found = atHand();
        if (found) resolve(found);
        else reject(failed('is not at paynow-js-url'));
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
  const found = atHand();
  if (found) return found;
  // Browsers pass over a hash that they cannot read, and run what they get.
  if (integrity && !/^\s*sha(256|384|512)-[\w+/]+=*\s*$/.test(integrity))
    throw failed('is pinned with a paynow-js-integrity that is no hash, such as sha384-…');
  const url = safe(new URL(paynowJsUrl, document.baseURI).href);
  let loading = loads.get(url);
  if (!loading) {
    loads.set(url, loading = load(url, integrity, patience));
    loading.catch(() => loads.delete(url));
  }
  return loading;
};
