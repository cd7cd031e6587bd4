// Makes the apps in `consumers` ready: installs their packages when those are missing or older than the lock file, and
// gives each app the packed package, as `npm pack` makes it. `node tools/consumers.mjs` does so after a build.
import {execFileSync} from 'node:child_process';
import {cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {root} from './sources.mjs';

export const consumers = `${root}consumers/`;
export const apps = readdirSync(`${consumers}apps`);
/** Where the packed package is kept for checks that want the file itself. */
export const tarball = `${consumers}node_modules/.cache/paynow-elements.tgz`;

const run = (command, args, folder = consumers) =>
  execFileSync(command, args, {cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit']});

const time = file => (existsSync(file) ? statSync(file).mtimeMs : 0);

const install = () => {
  if (time(`${consumers}node_modules/.package-lock.json`) >= time(`${consumers}package-lock.json`)) return;
  console.log('Installing the packages of the consumers: npm ci');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts']);
};

const pack = () => {
  const folder = mkdtempSync(join(tmpdir(), 'paynow-elements-'));
  run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], root);
  const [file] = readdirSync(folder);
  cpSync(join(folder, file), tarball, {force: true});
  run('tar', ['xzf', file], folder);
  for (const app of apps) {
    const target = `${consumers}apps/${app}/node_modules/paynow-elements`;
    rmSync(target, {recursive: true, force: true});
    cpSync(join(folder, 'package'), target, {recursive: true});
  }
  rmSync(folder, {recursive: true});
};

/** The folder of a package that the consumers have installed. */
export const packageFolder = (name, from = consumers) => {
  const places = createRequire(`${from}package.json`).resolve.paths(name);
  return places.map(place => join(place, name)).find(existsSync);
};

if (process.argv[1] === new URL(import.meta.url).pathname) {
  install();
  pack();
  console.log(`The packed package is in ${apps.length} apps: ${apps.join(', ')}.`);
}
