// `npm ci` refuses a lock file that does not name a package's builds for every platform, and npm leaves those out that
// the registry in use does not carry. This writes the missing ones in from their exact versions; `npm run lock` after
// each `npm install`.
import {readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const file = fileURLToPath(new URL('../package-lock.json', import.meta.url));
const platform = /(aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|wasm32|win32)-([^-]+)-?(.*)$/;
const libcs = {gnu: ['glibc'], musl: ['musl']};

/** The entries that a parsed lock file lacks, by their key. */
export const missingEntries = lock => {
  const missing = {};
  for (const [key, {optionalDependencies = {}, license}] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const known = [`${key}/node_modules/${name}`, `node_modules/${name}`].some(place => place in lock.packages);
      const [, os, cpu, libc] = platform.exec(name) ?? [];
      if (known || !os || !/^\d/.test(version)) continue;
      missing[`node_modules/${name}`] = {
        version,
        cpu: [cpu],
        dev: true,
        ...(libc in libcs && {libc: libcs[libc]}),
        license,
        optional: true,
        os: [os],
      };
    }
  }
  return missing;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingEntries(lock);
  const sorted = Object.entries({...lock.packages, ...missing}).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify({...lock, packages: Object.fromEntries(sorted)}, null, 2);
  // An untouched file keeps its time, by which fresh.mjs judges.
  if (Object.keys(missing).length > 0) writeFileSync(file, `${text}\n`);
  console.log(`${Object.keys(missing).length} entries added to package-lock.json.`);
}
