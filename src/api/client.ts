import {readText} from './body.js';
import * as check from './check.js';
import {withDeadline} from './deadline.js';
import {isPaynowError, PaynowError} from './errors.js';
import type {PaynowErrorInfo, PaynowErrorKind} from './errors.js';
import {toError} from './problem.js';

/** For which request a token is wanted. */
export interface TokenCall {
  method: string;
  path: string;
  /** Aborted when nobody waits for the token any more. */
  signal: AbortSignal;
}

/** How to reach a store. */
export interface ClientOptions {
  /** The PayNow store's id: a string of digits. */
  storeId: string;
  /** Defaults to `https://api.paynow.gg`; a path in it is kept. */
  baseUrl?: string | undefined;
  /** The customer's token, or a function that is asked for it before each request; `undefined` means signed out. */
  token?: string | ((call: TokenCall) => string | undefined | Promise<string | undefined>) | undefined;
  /** The customer's ISO 3166-1 alpha-2 country in capitals; makes taxes and regional prices right. */
  country?: string | undefined;
  /** Only for servers, which call on behalf of a customer with this IPv4 or IPv6 address. */
  customerIp?: string | undefined;
  /** Milliseconds that a request may take, body included; 15,000 by default. */
  timeout?: number | undefined;
  /** Stands in for the global `fetch`. */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Hears of answers that could be used only in part, such as a list with an odd product in it. It must not throw. */
  onWarning?: ((error: PaynowError) => void) | undefined;
}

/** What can be set for a single request. */
export interface CallOptions {
  signal?: AbortSignal | undefined;
  /** Milliseconds, in place of the client's. */
  timeout?: number | undefined;
  /** In place of the client's token; an empty one sends the request without. */
  token?: string | undefined;
}

/** Makes an error about the request at hand. */
export type Fail = (kind: PaynowErrorKind, why: string, info?: Omit<PaynowErrorInfo, 'kind'>) => PaynowError;

/** One request of the API and how its answer is read. */
export interface Route<T> {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** With its parts percent-encoded. */
  path: string;
  /** Entries without a value are left out; each item of a list becomes an entry of its own. */
  query?: Record<string, string | number | boolean | string[] | undefined>;
  /** Sent as JSON. */
  body?: object;
  /** Whether the customer's token has to go along, goes along when there is one, or stays away. */
  auth: 'required' | 'optional' | 'none';
  /** What a customer typed: kept out of error messages. */
  hide?: string[];
  /** Left out where the API answers without a body. */
  read?: (json: unknown, fail: Fail) => T | Promise<T>;
}

/** Reaches one store; the functions of the API take it as their first argument. */
export interface Client {
  readonly storeId: string;
  /** Sends one request. Throws nothing but PaynowError. */
  request<T = void>(route: Route<T>, call?: CallOptions): Promise<T>;
  warn(error: PaynowError): void;
}

const baseOf = (baseUrl: string): string => {
  const {origin, pathname, username, search, hash} = new URL(check.url('baseUrl', baseUrl));
  if (username || search || hash) throw check.wrong('baseUrl', 'must have no user, query or fragment; leave them out');
  return origin + pathname.replace(/\/+$/, '');
};

const queryOf = (query: Route<unknown>['query'] = {}): string => {
  const entries = Object.entries(query).flatMap(([name, value]) =>
    [value ?? []].flat().map(item => [name, String(item)]),
  );
  // A plus means a space only to readers of forms, %20 does so to everybody.
  return entries.length ? `?${new URLSearchParams(entries)}`.replaceAll('+', '%20') : '';
};

/**
 * Makes a client for one store. Nothing is sent yet.
 * Throws a PaynowError `configuration` that names the option that is wrong.
 */
export const createClient = (options: ClientOptions): Client => {
  const storeId = check.id('storeId', options.storeId);
  const base = baseOf(options.baseUrl ?? 'https://api.paynow.gg');
  const always: Record<string, string> = {accept: 'application/json', 'x-paynow-store-id': storeId};
  const country = check.maybe(check.country, 'country', options.country);
  const ip = check.maybe(check.ip, 'customerIp', options.customerIp);
  if (country) always['x-paynow-customer-countrycode'] = country;
  if (ip) always['x-paynow-customer-ip'] = ip;
  const patience = check.milliseconds('timeout', options.timeout ?? 15_000);

  /** The global is looked up at each call, so that whoever replaces it later is heard. */
  const send = async (request: Request): Promise<Response> => (options.fetch ?? globalThis.fetch)(request);

  const tokenFor = async (call: TokenCall, own: string | undefined, fail: Fail): Promise<string | undefined> => {
    try {
      const given = own ?? (typeof options.token === 'function' ? await options.token(call) : options.token);
      const token = given?.trim();
      return token ? check.token('token', token) : undefined;
    } catch (cause) {
      throw isPaynowError(cause) ? cause : fail('auth', 'the token could not be fetched', {cause});
    }
  };

  const exchange = async <T>(route: Route<T>, own: string | undefined, signal: AbortSignal, fail: Fail): Promise<T> => {
    const {method, path, auth, body} = route;
    const token = auth === 'none' ? undefined : await tokenFor({method, path, signal}, own, fail);
    if (auth === 'required' && !token) throw fail('auth', 'needs a customer token; nothing was sent');
    const headers = new Headers(always);
    if (token) headers.set('authorization', `Customer ${token}`);
    if (body) headers.set('content-type', 'application/json');
    const request = new Request(base + path + queryOf(route.query), {
      method,
      headers,
      signal,
      credentials: 'omit',
      // The address says neither whose answer it is nor of which store, so a cached one must at least be asked about.
      cache: token ? 'no-store' : 'no-cache',
      ...(body && {body: JSON.stringify(body)}),
    });

    const lost = (cause: unknown): PaynowError => fail('network', 'no answer', {cause});
    // The token may have come too late: what the caller was told to be over must not be sent after all.
    signal.throwIfAborted();
    const response = await send(request).catch(cause => {
      throw lost(cause);
    });
    const {status, ok} = response;
    if (!status) throw lost(undefined);
    if (ok && !route.read) {
      response.body?.cancel().catch(() => {});
      // A page comes from somebody who stands between, and nobody knows what became of the request.
      if (response.headers.get('content-type')?.startsWith('text/html'))
        throw fail('schema', 'the answer is a page', {status});
      return undefined as T;
    }
    const text = await readText(response, signal).catch(cause => {
      // The status of an error says enough without its body.
      if (!ok) return '';
      throw cause instanceof RangeError ? fail('schema', cause.message, {status, cause}) : lost(cause);
    });
    if (!ok) throw toError(response, text, [token ?? '', ...(route.hide ?? [])], fail);
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      // The parser's own error would quote the answer.
      throw fail('schema', 'the answer is not JSON', {status});
    }
    return route.read!(json, fail);
  };

  return {
    storeId,
    warn: error => options.onWarning?.(error),
    request: async (route, {signal, timeout, token} = {}) => {
      const {method, path} = route;
      const fail: Fail = (kind, why, info) =>
        new PaynowError(`${method} ${path}: ${why}`, {...info, kind, method, path});
      const ms = check.milliseconds('timeout', timeout ?? patience);
      return withDeadline(inner => exchange(route, token, inner, fail), {ms, signal, fail});
    },
  };
};
