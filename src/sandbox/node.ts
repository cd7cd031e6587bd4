/// <reference types="node" />
import {once} from 'node:events';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {Readable} from 'node:stream';
import {createSandbox} from './handler.js';
import type {SandboxData} from './seeds.js';

/** How a sandbox is served. `port` 0, the default, takes a free one. */
export interface ServeOptions {
  port?: number;
  host?: string;
  data?: SandboxData;
}

type Sandbox = ReturnType<typeof createSandbox>;

const requestOf = (incoming: IncomingMessage, origin: string, signal: AbortSignal): Request => {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const one of Array.isArray(value) ? value : [value ?? '']) headers.append(name, one);
  }
  const method = incoming.method ?? 'GET';
  const init: RequestInit & {duplex?: 'half'} = {method, headers, signal};
  if (method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS') {
    init.body = Readable.toWeb(incoming) as ReadableStream<Uint8Array>;
    init.duplex = 'half';
  }
  return new Request(new URL(incoming.url ?? '/', origin), init);
};

const send = async (response: Response, outgoing: ServerResponse, signal: AbortSignal): Promise<void> => {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (!response.body) {
    outgoing.end();
    return;
  }
  const reader = response.body.getReader();
  signal.addEventListener('abort', () => void reader.cancel(), {once: true});
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (signal.aborted) return;
    if (outgoing.write(part.value)) continue;
    await once(outgoing, 'drain', {signal}).catch(() => {});
  }
  outgoing.end();
};

/**
 * Serves the sandbox over http. A path that begins with `/w/NAME` has a world of its own for each NAME, made when it is
 * first used, so that tests beside each other share nothing. A dropped connection is a destroyed socket.
 */
export const serveSandbox = async (
  {port = 0, host = '127.0.0.1', data = {}}: ServeOptions = {},
): Promise<{url: string; close: () => Promise<void>}> => {
  const worlds = new Map<string, Sandbox>();
  const worldOf = (path: string): Sandbox => {
    const name = /^\/w\/([^/?]+)/.exec(path)?.[1] ?? '';
    const world = worlds.get(name) ?? createSandbox(data);
    worlds.set(name, world);
    return world;
  };
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const gone = new AbortController();
    outgoing.on('close', () => gone.abort());
    const origin = `http://${incoming.headers.host ?? `${host}:${port}`}`;
    const request = requestOf(incoming, origin, gone.signal);
    await send(await worldOf(incoming.url ?? '/')(request), outgoing, gone.signal);
  };
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch(() => incoming.socket.destroy());
  });
  // Browsers quietly repeat a request dropped on a connection that has answered before: no fault would be seen.
  server.maxRequestsPerSocket = 1;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://${host}:${address.port}`,
    close: () => new Promise(resolve => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
};
