// Serves the page of the states beside a sandbox. By hand: node test/states/serve.mjs, then open the address with
// ?state=NAME&theme=dark&dir=rtl&lang=ar.
import {once} from 'node:events';
import {createServer} from 'node:http';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import {startSandbox} from '../../tools/sandbox.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

const html = sandbox => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A shop</title>
<meta name="viewport" content="width=device-width"><meta name="sandbox-url" content="${sandbox}">
<link rel="icon" href="data:,"></head><body><script type="module" src="/page.js"></script></body></html>`;

const bundle = async () => {
  const {outputFiles} = await build({
    absWorkingDir: root, entryPoints: ['test/states/page.ts'], outdir: 'dist', write: false, bundle: true,
    // In one file, so that what is loaded on use is there at once: a state is not looked at halfway.
    splitting: false, format: 'esm', target: 'es2022', conditions: ['browser'], logLevel: 'warning',
    define: {__VERSION__: '"0"'},
    // Helpers of the browser tests clean up after each test; here nothing is one.
    banner: {js: 'globalThis.afterEach ??= () => {};'},
  });
  return new Map(outputFiles.map(({path, contents}) => [`/${path.split('/dist/').at(-1)}`, contents]));
};

/** `{url, close}` of the page. */
export const startStates = async ({port = 0} = {}) => {
  const [files, sandbox] = await Promise.all([bundle(), startSandbox()]);
  const server = createServer(({url}, response) => {
    const {pathname} = new URL(url, 'http://localhost');
    const script = files.get(pathname);
    const type = script ? 'text/javascript' : 'text/html';
    const status = script || pathname === '/' ? 200 : 404;
    response.writeHead(status, {'content-type': `${type}; charset=utf-8`}).end(script ?? html(sandbox.url));
  });
  await once(server.listen(port, '127.0.0.1'), 'listening');
  const close = async () => {
    server.closeAllConnections();
    await Promise.all([once(server.close(), 'close'), sandbox.close()]);
  };
  return {url: `http://localhost:${server.address().port}`, close};
};

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log((await startStates({port: 4180})).url);
