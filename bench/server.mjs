// Serves the pages on one origin and the stand-ins of the APIs on another, as it is in life, and counts what is asked.
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {extname, join, normalize} from 'node:path';
import {brotliCompressSync, constants, gzipSync} from 'node:zlib';
import {transform} from 'esbuild';
import {floorFile, folders, systems} from './systems/index.mjs';

const types = {'.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.jpg': 'image/jpeg'};
const weights = new Map();

const weigh = (name, raw) => {
  if (!weights.has(name)) {
    const params = {[constants.BROTLI_PARAM_QUALITY]: 11};
    weights.set(name, {name, body: raw, packed: brotliCompressSync(raw, {params}), raw: raw.length,
      gzip: gzipSync(raw, {level: 9}).length});
  }
  return weights.get(name);
};

const fileAt = async path => {
  if (weights.has(path)) return weights.get(path);
  if (path === '/floor/floor.js') {
    const {code} = await transform(await readFile(floorFile, 'utf8'), {minify: true, target: 'es2022'});
    return weigh(path, Buffer.from(code));
  }
  const [, first, ...rest] = normalize(path).split('/');
  return weigh(path, await readFile(join(folders[first], ...rest)));
};

// Addresses that are fixed in a library lead to its stand-in.
const redirect = (system, api) => system.hosts
  ? `<script>{const plain = fetch; const own = ${system.hosts}; window.fetch = (address, options) =>
      plain(address instanceof Request ? address : String(address).replace(own, '${api}'), options);}</script>`
  : '';

const pageOf = (system, count, api) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>
  <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
  ${redirect(system, api)}${system.head(api)}
  <body><h1>A page with a shop in it</h1>${system.body(count)}<p>What comes after the shop on this page.</p>`;

const read = async request => {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
};

const listen = async handler => {
  const server = createServer((request, response) => {
    handler(request, response).catch(error => response.writeHead(500).end(String(error)));
  });
  await new Promise(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {url: `http://127.0.0.1:${server.address().port}`, close: () => {
    server.closeAllConnections();
    server.close();
  }};
};

/** `{url, close, begin(id), log, delay, quiet(ms)}`: `begin` gives the system a fresh shop and empties the log. */
export const serve = async () => {
  const state = {log: [], delay: 0, pending: 0, last: 0, answer: undefined};
  const counted = handler => async (request, response) => {
    state.pending++;
    state.last = performance.now();
    response.once('close', () => {
      state.pending--;
      state.last = performance.now();
    });
    await handler(request, response);
  };
  const api = await listen(counted(async (request, response) => {
    const url = new URL(request.url, 'http://api');
    const headers = {'access-control-allow-origin': '*', 'access-control-allow-headers': '*, authorization',
      'access-control-allow-methods': '*', 'access-control-max-age': '600', 'content-type': 'application/json'};
    const isPreflight = request.method === 'OPTIONS';
    state.log.push({kind: isPreflight ? 'preflight' : 'api', name: `${request.method} ${request.url}`});
    if (isPreflight) return void response.writeHead(204, headers).end();
    const body = await read(request);
    if (state.delay) {
      await new Promise(resolve => {
        setTimeout(resolve, state.delay);
      });
    }
    const {status, json} = state.answer({method: request.method, url, body});
    response.writeHead(status, headers).end(json === undefined ? undefined : JSON.stringify(json));
  }));
  const site = await listen(counted(async (request, response) => {
    const {pathname} = new URL(request.url, 'http://site');
    if (pathname.startsWith('/page/')) {
      const [, , id, count] = pathname.split('/');
      state.log.push({kind: 'page', name: pathname});
      response.writeHead(200, {'content-type': 'text/html'});
      return void response.end(pageOf(systems[id], Number(count), api.url));
    }
    try {
      const file = await fileAt(pathname);
      state.log.push({kind: 'file', name: pathname});
      response.writeHead(200, {'content-type': types[extname(pathname)] ?? 'text/plain', 'content-encoding': 'br',
        'content-length': file.packed.length, 'cache-control': 'max-age=31536000, immutable'}).end(file.packed);
    } catch {
      state.log.push({kind: 'missing', name: pathname});
      response.writeHead(404).end();
    }
  }));
  return {
    url: site.url,
    state,
    begin: id => {
      state.log = [];
      state.answer = systems[id].createApi?.() ?? (() => ({status: 404}));
    },
    /** What the files of the log weigh. */
    bytes: () => {
      const names = [...new Set(state.log.filter(({kind}) => kind === 'file').map(({name}) => name))];
      const sum = key => names.reduce((total, name) => total + weights.get(name)[key], 0);
      return {files: names.length, raw: sum('raw'), gzip: sum('gzip'),
        brotli: names.reduce((total, name) => total + weights.get(name).packed.length, 0)};
    },
    /** Resolves when nothing was asked for so long. */
    quiet: async milliseconds => {
      while (state.pending || performance.now() - state.last < milliseconds) {
        await new Promise(resolve => {
          setTimeout(resolve, 20);
        });
      }
    },
    close: () => {
      site.close();
      api.close();
    },
  };
};
