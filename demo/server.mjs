import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {extname} from 'node:path';
import {renderPage} from './pages.mjs';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};
const demo = new URL('./', import.meta.url);
const dist = new URL('../dist/', import.meta.url);

// Every part of a path begins with a letter or a digit, so no address leads out of the two folders.
const plainPath = /^(\/[a-z\d][\w.-]*)+$/i;
const plainWorld = /^[\w-]{1,64}$/;

// What the elements promise to run under, and the two lines that the page itself needs for its stylesheet and pictures.
const strictPolicy = api =>
  `default-src 'none'; script-src 'self'; connect-src ${api}; img-src https: 'self' ${api}; style-src 'self'; ` +
  `require-trusted-types-for 'script'`;

const notFound = '<!doctype html><html lang="en"><title>Not found</title><h1>There is no such page</h1></html>';

// The same demo under another name, which is another origin and still this very machine.
const framedShop = (host, search) => `http://framed.localhost:${host.split(':').at(-1)}/framed-shop.html${search}`;

const answer = async (path, query, values) => {
  const type = types[extname(path)];
  if (!type || !plainPath.test(path) || path.startsWith('/parts/')) throw new Error('There is no such file.');
  const body = await readFile(path.startsWith('/dist/') ? new URL(path.slice(6), dist) : new URL(path.slice(1), demo));
  const headers = {'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff'};
  // A module from another origin needs this, and so does one in a page that is opened as a file.
  if (path.startsWith('/dist/')) headers['access-control-allow-origin'] = '*';
  const api = new URL(values['api-url']).origin;
  if (path === '/strict-csp.html') headers['content-security-policy'] = strictPolicy(api);
  if (!/\.(html|json)$/.test(path)) return {headers, body};
  const world = query.get('world') ?? '';
  const base = plainWorld.test(world) ? `/w/${world}` : '';
  const apiUrl = `${values['api-url']}${base}`;
  const own = {
    ...values,
    'api-url': apiUrl,
    // A real store has PayNow's own script, at its own address.
    'paynow-js-url': values.pictures ? `${apiUrl}/paynow-js/bundle.js` : '',
    auth: `${base}/auth`,
    'visitor-token': query.has('signed-in') ? values['customer-token'] : values['visitor-token'],
  };
  return {headers, body: await renderPage(body.toString(), path, own)};
};

/**
 * The demo's HTTP server, not yet listening. `values` are what the placeholders in the pages stand for.
 * `?world=NAME` gives a page a shop of its own on the sandbox, `?signed-in` shows the landing page to somebody who has
 * signed in before. `auth` answers what belongs to the sign-in server, if there is one.
 */
export const createDemoServer = (values, auth = async () => false) =>
  createServer(async (request, response) => {
    const {url, headers: {host = ''}} = request;
    try {
      if (await auth(request, response)) return;
      const {pathname, search, searchParams} = new URL(url, 'http://localhost');
      const path = pathname === '/' ? '/index.html' : pathname;
      const pageValues = {...values, 'framed-shop': framedShop(host, search)};
      const {headers, body} = await answer(path, searchParams, pageValues);
      response.writeHead(200, headers).end(body);
    } catch {
      response.writeHead(404, {'content-type': types['.html']}).end(notFound);
    }
  });
