// The sign-in as a Node server: PAYNOW_STORE_ID=… PAYNOW_API_KEY=… SITE_URL=… node node.mjs
import {createServer} from 'node:http';
import {pathToFileURL} from 'node:url';
import {createAuth} from './core.mjs';
import {readSettings} from './settings.mjs';

const notFound = outgoing => outgoing.writeHead(404).end('There is no such page.');

const requestOf = ({originalUrl, url = '/', method, headers}, origin) => {
  // A framework may have cut off the path that this is mounted on.
  const path = originalUrl ?? url;
  const single = Object.entries(headers).filter(([, value]) => typeof value === 'string');
  return new Request(new URL(origin + (path.startsWith('/') ? path : '/')), {method, headers: single});
};

const send = async (response, outgoing) => {
  for (const [name, value] of response.headers) if (name !== 'set-cookie') outgoing.setHeader(name, value);
  outgoing.setHeader('set-cookie', response.headers.getSetCookie());
  outgoing.writeHead(response.status).end(await response.text());
};

/**
 * A listener for node:http, and a middleware for Express and its like: what is not for it goes to `next`.
 * `settings` come from readSettings(process.env); `options` are those of createAuth.
 */
export const createAuthListener = (settings, options) => {
  const auth = createAuth(settings, options);
  const {origin} = new URL(settings.authUrl);
  return async (incoming, outgoing, next = () => notFound(outgoing)) => {
    try {
      const response = await auth(requestOf(incoming, origin));
      if (response) await send(response, outgoing);
      else next();
    } catch {
      // A request that is none, such as one with a method that browsers do not know.
      if (!outgoing.headersSent) outgoing.writeHead(400);
      outgoing.end();
    }
  };
};

const isProgram = process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href;
if (isProgram) {
  try {
    const settings = readSettings(process.env);
    const server = createServer(createAuthListener(settings));
    server.listen(Number(process.env.PORT || 8787), () => {
      console.log(`Signing in works at ${settings.authUrl}; this server listens on port ${server.address().port}.`);
    });
  } catch (error) {
    console.error(error.message);
    process.exitCode = 2;
  }
}
