// Finds the three engines on this machine and, on a fresh Debian, installs those that are missing.
// `node tools/browsers.mjs firefox webkit` makes sure of the engines it is given. CHROMIUM_PATH, FIREFOX_PATH
// and WEBKIT_PATH (a MiniBrowser) name a browser and win over everything else.
import {execFileSync} from 'node:child_process';
import {existsSync, readdirSync} from 'node:fs';
import {delimiter, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const packages = {
  chromium: ['chromium-headless-shell'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb'],
};

const onPath = (...names) => {
  for (const name of names) {
    for (const folder of [...(process.env.PATH ?? '').split(delimiter), '/usr/bin']) {
      const file = join(folder, name);
      if (existsSync(file)) return file;
    }
  }
  return undefined;
};

const fromEnvironment = name => {
  const path = process.env[name];
  if (path && !existsSync(path)) throw new Error(`${name} is ${path}, and there is no such file.`);
  return path || undefined;
};

const downloaded = async () => {
  const {chromium} = await import('playwright');
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
};

// Debian keeps MiniBrowser off the path, in a folder named after the architecture and the API's version.
const miniBrowser = () =>
  (existsSync('/usr/lib') ? readdirSync('/usr/lib') : [])
    .filter(name => name.endsWith('-linux-gnu'))
    .flatMap(name => ['4.1', '4.0'].map(version => `/usr/lib/${name}/webkit2gtk-${version}/MiniBrowser`))
    .find(existsSync);

const finders = {
  chromium: async () =>
    fromEnvironment('CHROMIUM_PATH') ??
    (await downloaded()) ??
    onPath('chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'),
  firefox: async () => fromEnvironment('FIREFOX_PATH') ?? onPath('firefox-esr'),
  webkit: async () => {
    const browser = fromEnvironment('WEBKIT_PATH') ?? miniBrowser();
    const [driver, display] = [onPath('WebKitWebDriver'), onPath('Xvfb')];
    return browser && driver && display ? {browser, driver, display} : undefined;
  },
};

const run = (command, args) => {
  console.log(`> ${command} ${args.join(' ')}`);
  try {
    execFileSync(command, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: 10 * 60_000,
      env: {...process.env, DEBIAN_FRONTEND: 'noninteractive'},
    });
    return true;
  } catch {
    return false;
  }
};

const isDebianAsRoot = () => process.getuid?.() === 0 && existsSync('/etc/debian_version');

const install = async engine => {
  // Playwright's own Firefox and WebKit are patched builds; the engines as shipped are what shoppers have.
  if (engine === 'chromium' && run('npx', ['playwright', 'install', 'chromium']) && (await finders[engine]())) return;
  if (isDebianAsRoot()) {
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages[engine]]);
  }
};

/** Where an engine is: a path, for WebKit three. Installs it when it can, else throws a sentence with the mend. */
export const ensureBrowser = async engine => {
  let found = await finders[engine]();
  if (!found) {
    await install(engine);
    found = await finders[engine]();
  }
  if (found) return found;
  throw new Error(
    `There is no ${engine} on this machine and it could not be installed: install ` +
      `${packages[engine].join(' and ')} (Debian's names) or set ${engine.toUpperCase()}_PATH to it.`,
  );
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const engines = process.argv.slice(2);
  for (const engine of engines.length > 0 ? engines : ['chromium']) {
    try {
      console.log(engine, await ensureBrowser(engine));
    } catch (error) {
      console.error(error.message);
      process.exitCode = 1;
    }
  }
}
