import type {Cart} from '../../src/api/index.js';

/** A fault that the sandbox commits on the next matching requests; `times` defaults to 1. */
export interface Fault {
  match?: {method?: string; path?: string};
  times?: number;
  kind:
    | 'status'
    | 'delay'
    | 'drop-before'
    | 'drop-after'
    | 'malformed'
    | 'html'
    | 'wrong-shape'
    | 'endless'
    | 'hang';
  status?: number;
  /** Seconds, as in the header. */
  retryAfter?: number;
  /** Milliseconds of a delay. */
  ms?: number;
  body?: unknown;
}

/** A request that the sandbox saw, preflights left out. */
export interface Seen {
  method: string;
  path: string;
  query: Record<string, unknown>;
  headers: Record<string, string>;
  status: number;
  fault?: string;
}

/** What the fake PayNow holds. */
export interface State {
  /** By customer id, as the API would answer. */
  carts: Record<string, Cart>;
  customers: {id: string; name?: string}[];
  checkouts: {id: string; token: string; status: string}[];
  orders: {id: string}[];
  products: {id: string; slug: string; stock?: unknown; removed?: boolean}[];
}

/** A fake PayNow of one's own: nothing that another test does shows in it. */
export interface World {
  /** The base URL to configure: another origin than the test page's, with a path. */
  apiUrl: string;
  /** The store that the default data holds first. */
  storeId: string;
  faults(list: Fault[]): Promise<void>;
  clearFaults(): Promise<void>;
  /** Every API request that came in, preflights left out. */
  log(): Promise<Seen[]>;
  /** How many preflights the browser sent. */
  preflights(): Promise<number>;
  clearLog(): Promise<void>;
  state(): Promise<State>;
  /** A fresh token of the store's first customer, or of one with this id or player's name; `expires_in` in seconds. */
  token(wish?: {customer?: string; store?: string; expires_in?: number}): Promise<string>;
  /** Any other control route, for instance `control('POST', 'products', {…})`. */
  control(method: string, route: string, body?: unknown): Promise<unknown>;
  reset(): Promise<void>;
}

const address = (): string => {
  const url = document.querySelector<HTMLMetaElement>('meta[name="sandbox-url"]')?.content;
  if (!url) throw new Error('No sandbox runs beside this test page: src/sandbox/node.ts did not start.');
  return url.replace(/\/$/, '');
};

/** A fresh world, of the one sandbox server that runs beside the test runner. */
export const sandboxWorld = async (): Promise<World> => {
  const apiUrl = `${address()}/w/${crypto.randomUUID()}`;
  const control = async (method: string, route: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${apiUrl}/__sandbox/${route}`, {
      method,
      ...(body === undefined ? {} : {body: JSON.stringify(body), headers: {'content-type': 'application/json'}}),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`Sandbox: ${method} ${route}: ${response.status} ${text}`);
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  };
  const seen = async () => (await control('GET', 'log')) as {requests: Seen[]; preflights: number};
  return {
    apiUrl,
    storeId: '411486491630370816',
    control,
    faults: async list => void (await control('POST', 'faults', list)),
    clearFaults: async () => void (await control('DELETE', 'faults')),
    log: async () => (await seen()).requests,
    preflights: async () => (await seen()).preflights,
    clearLog: async () => void (await control('DELETE', 'log')),
    state: async () => (await control('GET', 'state')) as State,
    token: async (wish = {}) => ((await control('POST', 'tokens', wish)) as {customer_token: string}).customer_token,
    reset: async () => void (await control('POST', 'reset')),
  };
};
