import {Refusal, problem} from './errors.js';
import type {World} from './world.js';

/** What goes wrong. `drop-before` loses the request, `drop-after` does the work and loses the answer. */
export type FaultKind = (typeof kinds)[number];

const kinds = [
  'status', 'delay', 'drop-before', 'drop-after', 'malformed', 'html', 'wrong-shape', 'endless', 'hang',
] as const;

/** Whether a value is one of the kinds; throws nothing, for it may come over the wire. */
export const isFaultKind = (value: unknown): value is FaultKind => kinds.some(kind => kind === value);

/** All kinds as a list to read. */
export const faultKinds = kinds.join(', ');

/** A fault for the next requests that match. */
export interface Fault {
  kind: FaultKind;
  /** Missing: any API request. `path` is a prefix, without the base path. `OPTIONS` hits preflights. */
  match?: {method?: string; path?: string};
  /** How many requests it hits, 1 by default; -1 for all. */
  times?: number;
  /** For `status` and `html`. */
  status?: number;
  /** Seconds, for the header Retry-After. */
  retryAfter?: number;
  /** Wait this many milliseconds first; works with every kind. */
  ms?: number;
  /** Answer this instead of the usual body: a text as it is, anything else as JSON. */
  body?: unknown;
}

/** One API request that the sandbox saw. `status` is 0 where no answer was given. */
export interface LogEntry {
  method: string;
  path: string;
  /** A key that was sent several times has a list. */
  query: Record<string, string | string[]>;
  headers: Record<string, string>;
  body?: string;
  status: number;
  fault?: FaultKind;
}

/** The connection broke. In process this is what `fetch` rejects with; behind node:http the socket is destroyed. */
export const dropped = (): TypeError => new TypeError('Failed to fetch');

const matches = ({match}: Fault, method: string, path: string): boolean => {
  if (match?.method === undefined ? method === 'OPTIONS' : match.method.toUpperCase() !== method) return false;
  return path.startsWith(match?.path ?? '/v1/');
};

/**
 * The faults that hit this request: every standing delay (`times: -1`) and the first other one. Those that hit are used
 * up, so that a list of faults plays in order, one a request.
 */
export const takeFaults = (world: World, method: string, path: string): Fault[] => {
  const hits = world.faults.filter(fault => matches(fault, method, path));
  const standing = hits.filter(({kind, times}) => kind === 'delay' && times === -1);
  const first = hits.find(fault => !standing.includes(fault));
  if (first && first.times !== -1) {
    first.times = (first.times ?? 1) - 1;
    if (first.times <= 0) world.faults = world.faults.filter(fault => fault !== first);
  }
  return first ? [...standing, first] : standing;
};

/** Waits; rejects as `fetch` does when the request is aborted meanwhile. */
export const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason);
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, {once: true});
    if (ms === Infinity) return;
    setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
  });

const textOf = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body));

const statusAnswer = ({status = 500, retryAfter, body}: Fault): Response => {
  const headers = {...(retryAfter !== undefined && {'retry-after': String(retryAfter)})};
  if (body !== undefined) {
    return new Response(textOf(body), {status, headers: {...headers, 'content-type': 'application/json'}});
  }
  if ([204, 205, 304].includes(status)) return new Response(null, {status, headers});
  const code = status === 429 ? 'rate-limited' : status >= 500 ? 'internal-error' : 'refused-by-sandbox';
  return problem(new Refusal(status, code, 'The sandbox was told to refuse this request.', [], headers));
};

const endless = (): Response => {
  const chunk = new TextEncoder().encode(`{"sandbox":"${'endless '.repeat(8000)}"},`);
  const stream = new ReadableStream<Uint8Array>({
    start: controller => controller.enqueue(new TextEncoder().encode('{"lines":[')),
    // A task between the chunks leaves the reader's own timers and aborts a chance in a single thread.
    pull: async controller => {
      await new Promise(resolve => setTimeout(resolve));
      controller.enqueue(chunk);
    },
  });
  return new Response(stream, {headers: {'content-type': 'application/json'}});
};

const page = '<!doctype html><title>502 Bad Gateway</title><h1>Bad Gateway</h1><p>A proxy speaks, not PayNow.</p>';

/** Plays one fault around `work`, the request's usual course. */
export const playFault = async (
  fault: Fault, signal: AbortSignal, work: () => Promise<Response>,
): Promise<Response> => {
  if (fault.ms !== undefined) await wait(fault.ms, signal);
  switch (fault.kind) {
    case 'delay': return work();
    case 'status': return statusAnswer(fault);
    case 'html': return new Response(fault.body === undefined ? page : textOf(fault.body), {
      status: fault.status ?? 200, headers: {'content-type': 'text/html; charset=utf-8'},
    });
    case 'drop-before': throw dropped();
    case 'drop-after': {
      await work();
      throw dropped();
    }
    case 'hang': {
      await wait(Infinity, signal);
      throw dropped();
    }
    case 'endless': {
      await work();
      return endless();
    }
    case 'malformed': {
      const text = await (await work()).text();
      const broken = fault.body === undefined ? `${text.slice(0, text.length / 2)}{"` : textOf(fault.body);
      return new Response(broken, {headers: {'content-type': 'application/json'}});
    }
    case 'wrong-shape': {
      await work();
      return Response.json(fault.body ?? {unexpected: 'shape', lines: 'none', pricing: null});
    }
  }
};
