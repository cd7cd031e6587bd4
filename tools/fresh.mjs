// Makes a fresh clone ready: installs the packages when they are missing or older than the lock file. Imports none.
// `node tools/fresh.mjs bench` does so in that folder.
import {spawnSync} from 'node:child_process';
import {existsSync, statSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL(`../${process.argv[2] ? `${process.argv[2]}/` : ''}`, import.meta.url));
const time = file => (existsSync(root + file) ? statSync(root + file).mtimeMs : 0);

if (time('node_modules/.package-lock.json') < time('package-lock.json')) {
  console.log('Installing the packages: npm ci');
  const {status} = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('npm ci failed: look at what it says above, then run the command again.');
    process.exit(1);
  }
}
