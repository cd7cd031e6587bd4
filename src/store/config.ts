import {PaynowError} from '../api/errors.js';

/** A customer token, or a function that fetches a fresh one (`null` or `undefined`: signed out). */
export type TokenSource = string | (() => string | null | undefined | Promise<string | null | undefined>);

/** How a shop is set up. The same names stand as `data-*` on the script tag and as attributes of `<paynow-store>`. */
export interface Config {
  /** The PayNow store: digits in a string. */
  storeId?: string | undefined;
  /** Base URL of the Storefront API; a path in it is kept. */
  apiUrl?: string | undefined;
  /** Prices in this ISO 4217 currency, any case; else the store's own. */
  currency?: string | undefined;
  /** The customer's ISO 3166-1 alpha-2 country, any case; else not sent. */
  country?: string | undefined;
  /** BCP 47 language of the texts; else the nearest `lang`. */
  lang?: string | undefined;
  /** A token that the merchant's server put in the page, or a function that fetches one. Stays in memory. */
  customerToken?: TokenSource | undefined;
  /** URL on the merchant's site that answers `{customer_token, expires_at?}`. */
  authUrl?: string | undefined;
  /** Page that signs shoppers in; gets `return_to`. */
  signInUrl?: string | undefined;
  checkout?: 'redirect' | 'overlay' | 'new-tab' | undefined;
  returnUrl?: string | undefined;
  cancelUrl?: string | undefined;
  autoRedirect?: boolean | undefined;
  affiliateCode?: string | undefined;
  /** Parameter of the page's address in which a partner's link brings their code; empty for none. */
  affiliateParameter?: string | undefined;
  /** For how many days that code is remembered; 30 when left out. */
  affiliateDays?: string | number | undefined;
  /** Whom purchases are measured for. */
  analytics?: 'ga4' | undefined;
  /** Whether measuring waits until the page says that the shopper agrees. */
  analyticsConsent?: 'required' | undefined;
  /** Codes, or one string with commas between them. */
  promoCodes?: string | readonly string[] | undefined;
  /** Where PayNow.js is for the overlay; else at PayNow's own address. */
  paynowJsUrl?: string | undefined;
  /** What PayNow.js has to hash to, as `sha384-…`; anything else is not run. */
  paynowJsIntegrity?: string | undefined;
  /** Where what the elements themselves have to keep is kept. */
  persist?: 'local' | 'session' | 'none' | undefined;
  theme?: 'auto' | 'light' | 'dark' | undefined;
  /** Stands in for the global `fetch`; for tests and pages without a network. */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
}

/** What each configuration attribute is called in `Config`, in the order of the documentation. */
export const attributeNames = [
  'store-id',
  'api-url',
  'currency',
  'country',
  'lang',
  'customer-token',
  'auth-url',
  'sign-in-url',
  'checkout',
  'return-url',
  'cancel-url',
  'auto-redirect',
  'affiliate-code',
  'promo-codes',
  'persist',
  'theme',
  'paynow-js-url',
  'paynow-js-integrity',
] as const;

const address = [/^(https?:\/\/|\/|\.|\?|[\w-]+$)/i, 'an address'] as const;
const rules: Partial<Record<keyof Config, readonly [RegExp, string]>> = {
  storeId: [/^\d{1,20}$/, 'the digits of your PayNow store'],
  apiUrl: [/^https?:\/\/./i, 'an https:// address'],
  currency: [/^[a-z]{3}$/i, 'three letters, such as EUR'],
  country: [/^[a-z]{2}$/i, 'two letters, such as DE'],
  authUrl: address,
  signInUrl: address,
  returnUrl: address,
  cancelUrl: address,
  paynowJsUrl: address,
  checkout: [/^(redirect|overlay|new-tab)$/, 'redirect, overlay or new-tab'],
  persist: [/^(local|session|none)$/, 'local, session or none'],
  theme: [/^(auto|light|dark)$/, 'auto, light or dark'],
};

/** `store-id` becomes `storeId`. */
export const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/**
 * Leaves out of `config` what cannot be right, and says each such value in a sentence with the mend.
 * @param where names the place for the reader of the console, as `<paynow-store>`.
 */
export const checkConfig = (config: Config, where: string): {config: Config; errors: PaynowError[]} => {
  const checked: Record<string, unknown> = {...config};
  const errors: PaynowError[] = [];
  for (const [key, [pattern, mend]] of Object.entries(rules)) {
    const given = checked[key];
    const value = typeof given === 'string' ? given.trim() : given;
    if (value !== undefined) checked[key] = value;
    if (value === undefined || (typeof value === 'string' && pattern.test(value))) continue;
    delete checked[key];
    const shown = String(value).slice(0, 60);
    errors.push(
      new PaynowError(`${key} "${shown}" on ${where} cannot be used: write ${mend}.`, {kind: 'configuration'}),
    );
  }
  return {config: checked as Config, errors};
};

/**
 * Reads a configuration from attributes: `attribute` answers the value of one name or null.
 * An `auto-redirect` without a value is true; `"false"` is false.
 */
export const readConfig = (attribute: (name: string) => string | null): Config => {
  const config: Record<string, unknown> = {};
  for (const name of attributeNames) {
    const value = attribute(name)?.trim();
    if (value === undefined) continue;
    if (name === 'auto-redirect') config['autoRedirect'] = value !== 'false';
    else if (value !== '') config[camel(name)] = value;
  }
  return config as Config;
};
