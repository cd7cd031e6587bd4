// Builds what is missing or old, then serves the demo beside a shop of its own: npm start
// A real store instead of the sandbox: npm start -- --store-id 411486491630370816 [--customer-token TOKEN]
import {spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {readdirSync, statSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {startSandbox} from '../tools/sandbox.mjs';
import {createDemoAuth} from './auth.mjs';
import {readOptions} from './options.mjs';
import {createDemoServer} from './server.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const emberfall = {
  'store-id': '411486491630370816', 'customer-token': 'demo-customer',
  'second-store-id': '522597502741481927', 'second-customer-token': 'demo-rust',
};

const listen = async (server, port, tries) => {
  try {
    await once(server.listen(port, '127.0.0.1'), 'listening');
  } catch (error) {
    if (error.code !== 'EADDRINUSE' || tries < 1) throw error;
    await listen(server, port + 1, tries - 1);
  }
};

/**
 * Serves the demo's pages and `/dist/`. Without a `store-id` it starts the sandbox on a second port as the shop.
 * Takes the options of the command line; `port` is the first one to try, 0 any free one.
 * @returns `{url, apiUrl, close}`.
 */
export const startDemo = async ({port = 4173, ...options} = {}) => {
  const sandbox = options['store-id'] ? undefined : await startSandbox();
  const apiUrl = (sandbox?.url ?? options['api-url'] ?? 'https://api.paynow.gg').replace(/\/+$/, '');
  const shop = sandbox && {...emberfall, pictures: `${apiUrl}/images`};
  const values = {...shop, ...options, 'visitor-token': options['customer-token'], 'api-url': apiUrl};
  const server = createDemoServer(values, sandbox && createDemoAuth(apiUrl, shop['second-store-id']));
  await listen(server, Number(port), 20);
  const close = async () => {
    server.closeAllConnections();
    await Promise.all([once(server.close(), 'close'), sandbox?.close()]);
  };
  return {url: `http://localhost:${server.address().port}`, apiUrl, close};
};

/** The tag with which any page on this machine sells from the shop, also one that is opened as a file. */
const scriptTag = (url, apiUrl, {'store-id': id = emberfall['store-id']}) =>
  `<script type="module" src="${url}/dist/paynow.js" data-store-id="${id}" data-api-url="${apiUrl}"></script>`;

const changed = file => statSync(root + file, {throwIfNoEntry: false})?.mtimeMs ?? 0;
const isStale = () => readdirSync(`${root}src`, {recursive: true})
  .some(file => changed(`src/${file}`) > changed('dist/paynow.js'));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const {values, errors} = readOptions(process.argv.slice(2));
  for (const error of errors) console.error(error);
  if (errors.length > 0) process.exit(2);
  if (isStale() && spawnSync('npm run build', {cwd: root, stdio: 'inherit', shell: true}).status !== 0) process.exit(1);
  const {url, apiUrl} = await startDemo(values);
  console.log(`The demo is at ${url}\nThe shop's API is at ${apiUrl}`);
  console.log(`To try a page of your own, take this tag for the script:\n${scriptTag(url, apiUrl, values)}`);
}
