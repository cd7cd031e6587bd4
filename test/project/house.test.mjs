import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {homedir} from 'node:os';
import {test} from 'node:test';
import {missingEntries} from '../../tools/lock.mjs';
import {root} from '../../tools/sources.mjs';

// Files that git knows or would take, so that the rules hold before the commit and not after it.
const run = (...command) =>
  execFileSync(command[0], command.slice(1), {cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']});
const files = run('git', 'ls-files', '--cached', '--others', '--exclude-standard')
  .split('\n')
  .filter(file => file && existsSync(root + file));
const under = (...folders) => files.filter(file => folders.some(folder => file.startsWith(`${folder}/`)));
const read = file => readFileSync(root + file, 'utf8');
const codeOf = file => read(file).replaceAll(/\/\*[\s\S]*?\*\/|\/\/ .*$/gm, '');
const lines = file => read(file).split('\n').length - 1;
const sum = list => list.reduce((total, file) => total + lines(file), 0);
const found = (list, pattern, text = read) =>
  list.filter(file => pattern.test(text(file))).map(file => `${file}: ${pattern.exec(text(file))[0]}`);

const code = under('src').filter(file => file.endsWith('.ts'));
const tests = under('test').filter(file => /\.(ts|mjs)$/.test(file));
const locks = files.filter(file => file.endsWith('package-lock.json'));
const bench = under('bench').filter(file => /\.m?js$/.test(file));
const tools = [...under('tools'), ...bench, 'esbuild.config.mjs', 'web-test-runner.config.mjs', 'playwright.config.ts'];
const examples = under('examples').filter(file => /\.(mjs|php)$/.test(file));

test('no file is longer than 250 lines', () => {
  const long = [...code, ...tests, ...tools, ...under('demo', 'examples').filter(file => /\.m?js$/.test(file))].filter(
    file => lines(file) > 250,
  );
  assert.deepEqual(long, []);
});

test('half of the files have fewer than 80 lines', () => {
  const sorted = code.map(lines).sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  assert.ok(median < 80, `The median file has ${median} lines.`);
});

test('there are more lines of test than of code', () => {
  // The texts of a language are no code: another test compares all of them with English.
  const written = code.filter(file => !/^src\/i18n\/[a-z]{2}(-[A-Z]{2})?\.ts$/.test(file));
  assert.ok(sum(tests) > sum(written), `${sum(tests)} lines of test, ${sum(written)} lines of code`);
});

test('lines have at most 120 characters in what we write by hand', () => {
  const wide = [...code, ...tests, ...tools, ...examples]
    .filter(file => !file.startsWith('src/sandbox/images/'))
    .flatMap(file => read(file).split('\n').map((line, index) => [`${file}:${index + 1}`, line.length]))
    .filter(([, width]) => width > 120)
    .map(([place]) => place);
  assert.deepEqual(wide, []);
});

test('the code has no way round the Trusted Types, no eval, no full zod', () => {
  const unsafe = /\b(innerHTML|outerHTML|insertAdjacentHTML|unsafeHTML|unsafeSVG)\b|\beval\(|new Function\b/;
  assert.deepEqual(found(code, unsafe, codeOf), []);
  assert.deepEqual(found(code, /from ['"]zod['"]/), []);
  assert.deepEqual(found(code, /\bz\.config\(/), []);
});

test('the code has no any, no default export, no enum, no switched-off check', () => {
  assert.deepEqual(found(code, /: any\b|\bas any\b|<any>/, codeOf), []);
  assert.deepEqual(found(code, /@ts-(ignore|expect-error|nocheck)|(eslint|oxlint)-disable/), []);
  assert.deepEqual(found(code, /^export default\b|^\s*(export )?(const )?enum\b/m), []);
});

test('tests are whole and do not sleep', () => {
  const others = tests.filter(file => file !== 'test/project/house.test.mjs');
  assert.deepEqual(found(others, /\.only\(|\bdebugger;|\bx(it|describe)\(/), []);
  assert.deepEqual(found(others, /\baTimeout\(|waitForTimeout\(|setTimeout\(r(es(olve)?)?\b/), []);
});

test('nothing is left for later', () => {
  const all = [...code, ...tests, ...tools, ...examples, ...under('demo')];
  const others = all.filter(file => file !== 'test/project/house.test.mjs');
  assert.deepEqual(found(others, /\b(TODO|FIXME|XXX)\b/), []);
});

test('no file names this machine', () => {
  const registry = run('npm', 'config', 'get', 'registry');
  const host = URL.canParse(registry.trim()) ? new URL(registry.trim()).host : '';
  // A clone may lie in a folder that has the same name everywhere.
  const common = ['/', '/tmp/', '/home/', '/usr/src/'];
  const places = [root, root.replace(/[^/]+\/$/, ''), `${homedir()}/`, host].filter(
    place => place && !common.includes(place),
  );
  const wrong = files.filter(file => places.some(place => read(file).includes(place)));
  assert.deepEqual(wrong, []);
  assert.deepEqual(found(locks, /"resolved": "\w+:/), []);
});

test('the lock files serve every platform', () => {
  for (const lock of locks) assert.deepEqual(Object.keys(missingEntries(JSON.parse(read(lock)))), [], lock);
});
