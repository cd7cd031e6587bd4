import {createClient, getStore, isPaynowError} from '../../src/api/index.js';
import type {Cart, CartLine, Client, ClientOptions, PaynowError, Product} from '../../src/api/index.js';

export const storeId = '411486491630370816';

/** A request as it left the client, with its body read. */
export interface Sent {
  method: string;
  url: URL;
  headers: Headers;
  body: string;
  request: Request;
}

export type Answer = (request: Request) => Response | Promise<Response>;

export const json = (value: unknown, init?: ResponseInit): Response => new Response(JSON.stringify(value), init);

/** A client whose requests go no further than `sent`; each is answered by `answer`. */
export const wired = (answer: Answer, options: Partial<ClientOptions> = {}): {client: Client; sent: Sent[]} => {
  const sent: Sent[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    const {method, headers} = request;
    sent.push({method, headers, request, url: new URL(request.url), body: await request.clone().text()});
    return answer(request);
  };
  return {client: createClient({storeId, token: 'secret-token', fetch, ...options}), sent};
};

/** A client that is always answered with this value as JSON. */
export const answered = (value: unknown, options?: Partial<ClientOptions>): {client: Client; sent: Sent[]} =>
  wired(() => json(value), options);

/** The error with which the promise is rejected; fails when there is none or when it is not a PaynowError. */
export const failure = async (promise: Promise<unknown>): Promise<PaynowError> => {
  try {
    await promise;
  } catch (error) {
    if (isPaynowError(error)) return error;
    throw error;
  }
  throw new Error('The promise was fulfilled, but a PaynowError was expected.');
};

/** The error that the function throws at once. */
export const thrown = async (work: () => unknown): Promise<PaynowError> => failure((async () => work())());

/** No answer, ever. */
export const never = (): Promise<Response> => new Promise(() => {});

/** What the API says when it refuses. */
export const problem = (status: number, more: object = {}, headers?: HeadersInit): Response =>
  json({status, code: 'out-of-stock', message: 'Nothing left', ...more}, {status, ...headers && {headers}});

/** The error of a request for the store that is answered so. */
export const storeFailure = (answer: () => Response | Promise<Response>): Promise<PaynowError> =>
  failure(getStore(wired(answer).client));

/** A body that breaks, hangs or never ends, piece by piece. */
export const streamed = (pull: UnderlyingDefaultSource<Uint8Array>['pull'], status = 200): Response =>
  new Response(new ReadableStream<Uint8Array>({...pull && {pull}}), {status});

export const pricing = {price_original: 1999, price_final: 1499};

export const aLine = (more: Partial<CartLine> = {}): CartLine => ({
  line_key: 'k1',
  product_id: '411486491630370817',
  name: 'VIP',
  slug: 'vip',
  price: 1499,
  pricing,
  quantity: 1,
  subscription: false,
  trial: false,
  custom_variables: [],
  ...more,
});

export const aCart = (more: Partial<Cart> = {}): Cart =>
  ({store_id: storeId, customer_id: '1', lines: [aLine()], total: 1499, currency: 'eur', ...more});

export const aProduct = (more: Partial<Product> = {}): Product => ({
  id: '411486491630370817',
  slug: 'vip',
  name: 'VIP',
  description: '<p>Very important</p>',
  hidden: false,
  sort_order: 1,
  price: 1999,
  currency: 'eur',
  pricing,
  stock: {available_to_purchase: true, customer_available: 3},
  trial: {enabled: false, eligible: false, period_value: 1, period_scale: 'day'},
  allow_one_time_purchase: true,
  allow_subscription: false,
  subscription_interval_value: 1,
  subscription_interval_scale: 'month',
  is_gifting_disabled: false, is_coupons_disabled: false, is_gift_cards_disabled: false,
  single_game_server_only: true,
  gameservers: [{id: '7', name: 'Survival', enabled: true}],
  custom_variables: [{
    identifier: 'colour', name: 'Colour', description: '', type: 'dropdown',
    options: [{name: 'Red', value: 'red', price: 100, is_default: true, sort_order: 1}],
  }],
  tags: [{id: '9', slug: 'ranks', name: 'Ranks'}],
  ...more,
});

export const aStore = {
  id: storeId, slug: 'emberfall', name: 'Emberfall', platform: 'minecraft', game: 'minecraft', currency: 'eur',
  live_mode: true,
};

export const aSession = {id: '5', token: 'tok', url: 'https://checkout.paynow.gg/tok'};
