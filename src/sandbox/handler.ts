import type {Call} from './call.js';
import {control} from './control.js';
import {allowAnySite, preflight} from './cors.js';
import {problem, Refusal} from './errors.js';
import {type LogEntry, playFault, takeFaults} from './faults.js';
import {runRoute} from './routes.js';
import type {SandboxData} from './seeds.js';
import {createWorld, type World} from './world.js';

/** Where the sandbox's own paths begin; what stands before them is the base path. */
const ownPath = /\/(v1|__sandbox|checkout|images|avatars|openid|paynow-js)(\/|$)/;

const callOf = (world: World, request: Request): Call => {
  const url = new URL(request.url);
  const {basePath, publicUrl} = world.data;
  const start = basePath?.length ?? Math.max(0, url.pathname.search(ownPath));
  const base = publicUrl ?? `${url.origin}${url.pathname.slice(0, start)}`;
  return {world, request, path: url.pathname.slice(start), query: url.searchParams, base};
};

const guarded = async (work: () => Response | Promise<Response>): Promise<Response> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return problem(error);
    const message = error instanceof Error ? error.message : String(error);
    return problem(new Refusal(500, 'internal-error', `The sandbox itself failed: ${message}`));
  }
};

const queryOf = (query: URLSearchParams): LogEntry['query'] =>
  Object.fromEntries([...new Set(query.keys())].map(key => {
    const values = query.getAll(key);
    return [key, values.length > 1 ? values : values[0] ?? ''];
  }));

/** Writes a request down before it is worked on, so that one that is never answered is seen too. */
const noted = async (world: World, {request, path, query}: Call): Promise<LogEntry> => {
  const headers = Object.fromEntries(request.headers);
  if (headers['authorization'] !== undefined) {
    headers['authorization'] = headers['authorization'].replace(/ .*/, ' …');
  }
  const entry: LogEntry = {method: request.method, path, query: queryOf(query), headers, status: 0};
  world.log.push(entry);
  const body = request.body === null && request.method === 'GET' ? '' : await request.clone().text();
  if (body !== '') entry.body = body;
  return entry;
};

const answer = async (call: Call): Promise<Response> => {
  const {world, request, path} = call;
  const entry = path.startsWith('/v1/') ? await noted(world, call) : undefined;
  const work = (): Promise<Response> => guarded(() => runRoute(call));
  const faults = takeFaults(world, request.method, path);
  const last = faults.at(-1);
  if (entry && last) entry.fault = last.kind;
  const played = faults.reduceRight<() => Promise<Response>>(
    (next, fault) => () => playFault(fault, request.signal, next), work);
  const response = await played();
  if (entry) entry.status = response.status;
  return response;
};

/**
 * A complete fake of PayNow's Storefront API, kept in memory: give it a request, get PayNow's answer, CORS and
 * preflights included. Beside it are the routes of the Management API that sign customers in, and a pretend Steam. It
 * needs no network and no Node, so the same function serves as `fetch` in tests, behind a server, and in a service
 * worker. Rejects with a TypeError where it was told to drop the connection, as `fetch` does, and with the signal's
 * reason where the request was aborted.
 */
export const createSandbox = (data: SandboxData = {}): ((request: Request) => Promise<Response>) => {
  const world = createWorld(data);
  return async request => {
    request.signal.throwIfAborted();
    const call = callOf(world, request);
    const isControl = call.path.startsWith('/__sandbox/');
    if (request.method === 'OPTIONS') {
      if (isControl) return preflight();
      world.preflights += 1;
      const fault = takeFaults(world, 'OPTIONS', call.path).at(-1);
      return fault ? allowAnySite(await playFault(fault, request.signal, async () => preflight())) : preflight();
    }
    return allowAnySite(isControl ? await guarded(() => control(call)) : await answer(call));
  };
};
