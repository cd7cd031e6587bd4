// Gives each app in `consumers` the packed package, as `npm pack` makes it: `node tools/consumers.mjs`, after a build.
import {execFileSync} from 'node:child_process';
import {cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {root} from './sources.mjs';

export const consumers = `${root}consumers/`;
export const apps = readdirSync(`${consumers}apps`);
/** Where the packed package is kept for checks that want the file itself. */
export const tarball = `${consumers}node_modules/.cache/paynow-elements.tgz`;

const run = (command, args, folder = consumers) =>
  execFileSync(command, args, {cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit']});

const pack = () => {
  const folder = mkdtempSync(join(tmpdir(), 'paynow-elements-'));
  run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], root);
  const [file] = readdirSync(folder);
  mkdirSync(dirname(tarball), {recursive: true});
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
  pack();
  console.log(`The packed package is in ${apps.length} apps: ${apps.join(', ')}.`);
}
