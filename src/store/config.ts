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
  affiliateParameter: [/^[\w.-]{0,40}$/, 'the name of a parameter, such as ref'],
  affiliateDays: [/^\d{1,4}$/, 'a number of days, such as 30'],
  analytics: [/^ga4$/, 'ga4'],
  analyticsConsent: [/^required$/, 'required'],
  persist: [/^(local|session|none)$/, 'local, session or none'],
  theme: [/^(auto|light|dark)$/, 'auto, light or dark'],
};

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
    // An id is too long for a number.
    const isText = typeof value === 'string' || key === 'affiliateDays';
    if (value === undefined || (isText && pattern.test(value as string))) continue;
    delete checked[key];
    // Whoever writes anything there wants consent, whatever the word.
    if (key === 'analyticsConsent') checked[key] = 'required';
    const shown = String(value).slice(0, 60);
    errors.push(
      new PaynowError(`${key} "${shown}" on ${where} cannot be used: write ${mend}.`, {kind: 'configuration'}),
    );
  }
  return {config: checked as Config, errors};
};

/**
 * Reads a configuration from what stands on a tag: texts by the names of the settings, as in the `dataset` of a script.
 * An `autoRedirect` without a value is true; `"false"` is false. What is empty is not set, but for a parameter that is
 * switched off so.
 */
export const readConfig = (given: Readonly<Record<string, string | undefined>>): Config => {
  const config: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(given)) {
    const value = text!.trim();
    if (name === 'autoRedirect') config[name] = value !== 'false';
    // Only a script can say how to fetch.
    else if (name !== 'fetch' && (value || name === 'affiliateParameter')) config[name] = value;
  }
  return config as Config;
};
