// The three ways in which the sign-in is served, each as a real HTTP server of its own.
import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {copyFileSync, mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {freePort} from '../../tools/free-port.mjs';

const folder = fileURLToPath(new URL('../../examples/auth/', import.meta.url));

/** Which part of an address belongs to which route, for the servers with a path each and for the one with a query. */
const byPath = {steam: '/steam', callback: '/steam/callback', token: '/token', 'sign-out': '/sign-out'};

const program = async (command, args, env, url) => {
  const child = spawn(command, args, {
    // Nothing of this machine's environment takes part, proxies least of all.
    env: {PATH: process.env.PATH, ...env},
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that PHP's further processes end together with the first.
    detached: true,
  });
  const said = {text: ''};
  child.stdout.on('data', text => (said.text += text));
  child.stderr.on('data', text => (said.text += text));
  const kill = () => process.kill(-child.pid, 'SIGKILL');
  process.once('exit', kill);
  const ended = once(child, 'exit').then(() => process.off('exit', kill));
  for (let isReady = false; !isReady;) {
    if (child.exitCode !== null) throw new Error(`${command} has ended: ${said.text}`);
    isReady = await fetch(url).then(() => true, () => false);
  }
  const stop = async () => {
    kill();
    await ended;
  };
  return {said, stop};
};

const routesOf = (origin, base) => (name, query = '') => `${origin}${base}${byPath[name]}${query && `?${query}`}`;

/** `node node.mjs` */
const node = {
  base: '/auth',
  sayWrong: async env => {
    const all = {PATH: process.env.PATH, PORT: '0', ...env};
    const child = spawn(process.execPath, [join(folder, 'node.mjs')], {env: all});
    const said = {text: ''};
    for (const stream of [child.stdout, child.stderr]) stream.on('data', text => (said.text += text));
    // A server that starts says where it is; one that cannot ends by itself.
    await Promise.race([once(child, 'close'), once(child.stdout, 'data')]);
    child.kill();
    return {said: said.text};
  },
  start: async (env, port) => {
    const origin = `http://127.0.0.1:${port}`;
    const running = await program(process.execPath, [join(folder, 'node.mjs')], {...env, PORT: String(port)}, origin);
    return {...running, route: routesOf(origin, '/auth')};
  },
};

/** What a server with these settings says in its log, and what it shows to whoever asks it. */
const answerWith = async (kind, env) => {
  const running = await kind.start(env, await freePort());
  const response = await fetch(running.route('token'), {headers: {origin: 'https://shop.example'}});
  const shown = [response.status, await response.text()];
  await running.stop();
  return {said: running.said.text, ...(response.status !== 204 && {shown})};
};

let copies = 0;

const sorry = 'Signing in is not set up yet. The reason is in the log of this server.';

/** The fetch handler, in a few lines of node:http that stand for the platform. */
const worker = {
  base: '/auth',
  sorry,
  sayWrong: env => answerWith(worker, env),
  start: async (env, port) => {
    const origin = `http://127.0.0.1:${port}`;
    copies += 1;
    // A module of its own for each server, as each deployment has one.
    const {default: handler} = await import(`${pathToFileURL(join(folder, 'worker.mjs')).href}?copy=${copies}`);
    const said = {text: ''};
    const server = createServer(async (incoming, outgoing) => {
      const {error} = console;
      console.error = text => (said.text += `${text}\n`);
      const request = new Request(origin + incoming.url, {method: incoming.method, headers: incoming.headers});
      const response = await handler.fetch(request, env).finally(() => (console.error = error));
      for (const [name, value] of response.headers) if (name !== 'set-cookie') outgoing.setHeader(name, value);
      outgoing.setHeader('set-cookie', response.headers.getSetCookie());
      outgoing.writeHead(response.status).end(await response.text());
    });
    await once(server.listen(port, '127.0.0.1'), 'listening');
    const stop = async () => {
      server.closeAllConnections();
      await once(server.close(), 'close');
    };
    return {said, stop, route: routesOf(origin, '/auth')};
  },
};

/** The PHP file, alone in the folder of a site, behind PHP's own server with several processes. */
const php = {
  base: '/paynow-auth.php',
  sorry,
  sayWrong: env => answerWith(php, env),
  start: async (env, port) => {
    const home = mkdtempSync(join(tmpdir(), 'paynow-auth-'));
    mkdirSync(join(home, 'site'));
    mkdirSync(join(home, 'tmp'));
    copyFileSync(join(folder, 'paynow-auth.php'), join(home, 'site/paynow-auth.php'));
    const ini = ['-d', `sys_temp_dir=${home}/tmp`, '-d', 'error_log='];
    const args = [...ini, '-S', `127.0.0.1:${port}`, '-t', `${home}/site`];
    const origin = `http://127.0.0.1:${port}`;
    const running = await program('php', args, {...env, PHP_CLI_SERVER_WORKERS: '4'}, origin);
    const stop = async () => {
      await running.stop();
      rmSync(home, {recursive: true, force: true});
    };
    const route = (name, query = '') => `${origin}/paynow-auth.php?action=${name}${query && `&${query}`}`;
    return {...running, home, stop, route};
  },
};

export const servers = {node, worker, php};

/** Why the PHP file cannot be tried on this machine; nothing when it can. */
export const whyNoPhp = () => {
  const {stdout, status} = spawnSync('php', ['-r', 'echo PHP_VERSION_ID, " ", (int) function_exists("curl_init");'],
    {encoding: 'utf8'});
  if (status !== 0) return 'there is no php on this machine';
  const [version, hasCurl] = stdout.split(' ').map(Number);
  if (version < 80_100) return 'the php of this machine is older than 8.1';
  return hasCurl ? false : 'the php of this machine has no curl';
};

/** The settings of a site on the server's own address, beside a fake PayNow and a fake Steam. */
export const settingsFor = (sandboxUrl, origin, base, more = {}) => ({
  PAYNOW_STORE_ID: '522597502741481927',
  PAYNOW_API_KEY: 'demo-rustborn-key',
  SITE_URL: origin,
  AUTH_URL: origin + base,
  PAYNOW_API_URL: sandboxUrl,
  STEAM_URL: `${sandboxUrl}/openid/login`,
  ...more,
});

/** Starts one of the servers beside a world of the sandbox. */
export const startServer = async (kind, sandboxUrl, more = {}) => {
  const port = await freePort();
  const settings = settingsFor(sandboxUrl, `http://127.0.0.1:${port}`, kind.base, more);
  return {...await kind.start(settings, port), settings};
};
