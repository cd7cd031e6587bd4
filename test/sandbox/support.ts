import {expect} from '@open-wc/testing';
import type {Cart, Product} from '../../src/api/index.js';
import {createSandbox, type SandboxData} from '../../src/sandbox/index.js';

export const emberfall = '411486491630370816';
export const rustborn = '522597502741481927';

/** Where the sandbox believes to be: a base path is always in front, for nothing may depend on there being none. */
export const base = 'https://fake.example/base';

/** Ids of the products that the tests name, by slug. */
export const id = {
  vip: '413011874223058944',
  vipPlus: '413012260862308352',
  legend: '413012615725584384',
  emberKey: '413120560942743552',
  keyBundle: '413120911133638656',
  frostKey: '413121240973213696',
  dragonEgg: '413121588613877760',
  mysteryBox: '413121946220236800',
  coins: '413122304850006016',
  starterKit: '413240118730985472',
  island: '413240455026089984',
  land: '413240807117152256',
  boost: '413241162408464384',
  founders: '413241520753807360',
  relic: '413241879266091008',
  nameColour: '413355609337565184',
  chatPrefix: '413355964817301504',
  petFox: '413356322176442368',
  wings: '413356680856518656',
  rustVip: '522930748116058112',
  queueSkip: '522931022046040064',
} as const;

export const survival = '412870043179978752';
export const skyblock = '412870291654344704';
export const creative = '412870558021988352';

/** PayNow's error, as the sandbox sends it. */
export interface Problem {
  status: number;
  code: string;
  message: string;
  trace_id: string;
  errors?: {code: string; message: string; path: string; validation: string}[];
}

/** An answer, read. */
export interface Answer<T> {
  status: number;
  headers: Headers;
  text: string;
  json: T;
}

/** What a request of a test may say besides method and path. Null leaves a header out. */
export interface Wish {
  token?: string | null;
  store?: string | null;
  country?: string;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

type Query = Record<string, string | number | boolean>;

/** A sandbox of one's own, spoken to as the demo customer of Emberfall unless a wish says otherwise. */
export class Shop {
  readonly fetch: (request: Request) => Promise<Response>;

  constructor(data: SandboxData = {}) {
    this.fetch = createSandbox(data);
  }

  async call<T = Problem>(method: string, path: string, wish: Wish = {}): Promise<Answer<T>> {
    const {token = 'demo-customer', store = emberfall, country, body, signal} = wish;
    const headers = new Headers(wish.headers);
    if (token !== null) headers.set('authorization', `Customer ${token}`);
    if (store !== null) headers.set('x-paynow-store-id', store);
    if (country !== undefined) headers.set('x-paynow-customer-countrycode', country);
    if (body !== undefined && !headers.has('content-type')) headers.set('content-type', 'application/json');
    const response = await this.fetch(new Request(base + path, {
      method, headers, ...(body !== undefined && {body: typeof body === 'string' ? body : JSON.stringify(body)}),
      ...(signal && {signal}),
    }));
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
    return {status: response.status, headers: response.headers, text, json: (isJson ? JSON.parse(text) : {}) as T};
  }

  get<T = Problem>(path: string, wish?: Wish): Promise<Answer<T>> {
    return this.call<T>('GET', path, wish);
  }

  post<T = Problem>(path: string, body?: unknown, wish?: Wish): Promise<Answer<T>> {
    return this.call<T>('POST', path, {...wish, ...(body !== undefined && {body})});
  }

  /** `PUT /v1/store/cart/lines` */
  put(query: Query, wish?: Wish): Promise<Answer<Problem>> {
    const params = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]));
    return this.call('PUT', `/v1/store/cart/lines?${params}`, wish);
  }

  /** Puts a line and fails unless it was taken. */
  async add(query: Query, wish?: Wish): Promise<void> {
    const {status, text} = await this.put(query, wish);
    expect(status, text).to.equal(204);
    expect(text).to.equal('');
  }

  async cart(wish?: Wish, query = ''): Promise<Cart> {
    const {status, json, text} = await this.get<Cart>(`/v1/store/cart${query}`, wish);
    expect(status, text).to.equal(200);
    return json;
  }

  /** The quantities in the cart, by product and mode. */
  async quantities(wish?: Wish): Promise<string[]> {
    return (await this.cart(wish)).lines.map(({slug, quantity}) => `${slug} ${quantity}`);
  }

  async product(idOrSlug: string, wish?: Wish, query = ''): Promise<Product> {
    const {status, json, text} = await this.get<Product>(`/v1/store/products/${idOrSlug}${query}`, wish);
    expect(status, text).to.equal(200);
    return json;
  }

  async control<T = Problem>(method: string, route: string, body?: unknown): Promise<Answer<T>> {
    return this.call<T>(method, `/__sandbox/${route}`, {token: null, store: null, ...(body !== undefined && {body})});
  }

  /** A checkout of these lines, past the cart. */
  async checkout(body: object, wish?: Wish): Promise<{id: string; token: string; url: string; path: string}> {
    const {status, json, text} =
      await this.post<{id: string; token: string; url: string}>('/v1/checkouts', body, wish);
    expect(status, text).to.equal(200);
    return {...json, path: json.url.slice(base.length)};
  }
}

/** Fails unless the answer is PayNow's error with this status and code, and, if one is given, this path. */
export const expectProblem = ({status, json}: Answer<Problem>, wanted: number, code: string, path?: string): void => {
  expect([status, json.code]).to.deep.equal([wanted, code]);
  expect(json.status).to.equal(wanted);
  expect(json.message).to.be.a('string').and.not.equal('');
  expect(json.trace_id).to.match(/^[0-9a-f]{32}$/);
  if (path !== undefined) expect(json.errors?.[0]?.path).to.equal(path);
};
