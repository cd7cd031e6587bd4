// Reads the build: `npm run test:project` makes one first.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, readFileSync} from 'node:fs';
import {before, test} from 'node:test';
import {elementNames, languages, packageEntries, root} from '../../tools/sources.mjs';

const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
let packed = new Set();

before(() => {
  const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const answer = JSON.parse(output);
  // Newer versions of npm answer with an object by package name, older ones with a list.
  const {files} = Array.isArray(answer) ? answer[0] : Object.values(answer)[0];
  packed = new Set(files.map(({path}) => path));
});

const targets = Object.entries(manifest.exports).flatMap(([name, target]) => {
  const files = typeof target === 'string' ? [target] : Object.values(target);
  const stars = name.startsWith('./elements') ? elementNames() : name.startsWith('./i18n') ? languages() : [''];
  return stars.flatMap(star => files.map(file => [name.replace('*', star), file.replace('*', star).replace('./', '')]));
});

for (const [name, file] of targets) {
  test(`${name} leads to ${file}, which is packed`, () => {
    assert.ok(existsSync(root + file), `${file} is not built`);
    assert.ok(packed.has(file), `${file} is not in the package`);
  });
}

test('the package has the build, its types, the examples and its papers, and nothing else', () => {
  const papers = new Set(['README.md', 'LICENSE', 'CHANGELOG.md', 'package.json', 'custom-elements.json',
    'web-types.json', 'vscode.html-custom-data.json', 'dist/integrity.json', 'dist/paynow.css',
    'dist/paynow.themes.css']);
  const parts = /^dist\/(?!meta\/).+\.(js|d\.ts)$|^examples\/auth\/[\w-]+\.(mjs|php|md)$/i;
  const wrong = [...packed].filter(file => !papers.has(file) && !parts.test(file));
  assert.deepEqual(wrong, []);
  assert.ok(packed.has('LICENSE') && packed.has('README.md') && packed.has('examples/auth/README.md'));
});

const importInNode = name => {
  const script = `
    const before = new Set(Object.getOwnPropertyNames(globalThis));
    globalThis.fetch = () => { throw new Error('a request on import') };
    const module = await import(${JSON.stringify(name)});
    const news = Object.getOwnPropertyNames(globalThis).filter(key => !before.has(key));
    console.log(JSON.stringify({names: Object.keys(module), news}));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: root,
    encoding: 'utf8',
    timeout: 20_000,
  });
  return JSON.parse(output);
};

// What the libraries bring: Lit's shim for servers, and zod's settings. The files for script tags leave neither.
const theirs = /^(lit[A-Z]\w+|reactiveElementVersions|__zod_\w+|customElements|CSSStyleSheet)$/;

for (const [entry, expected] of [
  ['.', ['configure', 'getShop', 'PaynowError']],
  ['./shop', ['configure', 'getShop', 'registerMessages']],
  ['./api', ['createClient', 'getCart', 'PaynowError']],
  ['./sandbox', ['createSandbox']],
]) {
  test(`importing ${entry} in Node asks for nothing, leaves no global and ends by itself`, () => {
    const {names, news} = importInNode(`paynow-elements${entry.slice(1)}`);
    assert.deepEqual(news.filter(name => !theirs.test(name)), []);
    assert.deepEqual(expected.filter(name => !names.includes(name)), []);
  });
}

test('every file that defines an element is said to have effects', () => {
  const pattern = glob => new RegExp(`^${glob.replaceAll('.', '\\.').replaceAll('*', '[^/]+')}$`);
  const kept = manifest.sideEffects.map(pattern);
  const defining = [...packed].filter(
    file => file.endsWith('.js') && /customElements\.define|\.define\("paynow-/.test(readFileSync(root + file, 'utf8')),
  );
  assert.deepEqual(defining.filter(file => !kept.some(glob => glob.test(`./${file}`))), []);
});

test('the hashes in integrity.json are those of the files', () => {
  const integrity = JSON.parse(readFileSync(`${root}dist/integrity.json`, 'utf8'));
  for (const [file, hash] of Object.entries(integrity)) {
    const digest = createHash('sha384').update(readFileSync(`${root}dist/${file}`)).digest('base64');
    assert.equal(hash, `sha384-${digest}`, file);
  }
  assert.ok('paynow.css' in integrity);
  for (const name of ['paynow', 'paynow.classic', ...Object.keys(packageEntries())]) {
    assert.ok(`${name}.js` in integrity, `${name}.js has no hash`);
  }
});

test('what the loader fetches later has a hash in its name, or is a language', () => {
  const {outputs} = JSON.parse(readFileSync(`${root}dist/meta/loader.json`, 'utf8'));
  const plain = Object.keys(outputs).filter(file => !/^dist\/chunks\/([\w.-]+-)?[A-Z0-9]{8}\.js$/.test(file));
  assert.deepEqual(plain, ['dist/paynow.js']);
});

test('the loader knows which files each element needs, and each of them exists', () => {
  const text = readFileSync(`${root}dist/paynow.js`, 'utf8');
  assert.ok(!text.includes('__ENGINE__'));
  const hinted = [...text.matchAll(/"((?:[A-Z0-9]{8} ?)+)"/g)].flatMap(([, names]) => names.split(' '));
  assert.ok(hinted.length > 20);
  for (const name of hinted) assert.ok(existsSync(`${root}dist/chunks/${name}.js`), name);
  for (const [file] of text.matchAll(/chunks\/[\w.-]+\.js/g)) assert.ok(existsSync(`${root}dist/${file}`), file);
});

test('publint has nothing to say', async () => {
  const {publint} = await import('publint');
  const {messages} = await publint({pkgDir: root, pack: false});
  assert.deepEqual(messages.filter(({type}) => type !== 'suggestion').map(({code, args}) => ({code, args})), []);
});
