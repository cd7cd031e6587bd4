// The apps in `consumers` compile against the packed package, and their marked mistakes do not.
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {test} from 'node:test';
import {apps, consumers, tarball} from '../../tools/consumers.mjs';

const run = (tool, ...args) =>
  new Promise(resolve => {
    const child = spawn(process.execPath, [`${consumers}node_modules/.bin/${tool}`, ...args], {cwd: consumers});
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', text => (output += text));
    child.on('close', code => resolve({code, output}));
  });

const svelteCheck = folder =>
  run('svelte-check', '--workspace', folder, '--tsconfig', './tsconfig.json', '--output', 'machine');

for (const app of apps.filter(name => !['astro', 'import-map', 'svelte', 'vue'].includes(name))) {
  test(`${app} compiles`, async () => {
    assert.ok(existsSync(`${consumers}apps/${app}/tsconfig.json`));
    assert.deepEqual(await run('tsc', '-p', `apps/${app}`), {code: 0, output: ''});
  });
}

test('vue compiles, its templates too', async () => {
  assert.deepEqual(await run('vue-tsc', '-p', 'apps/vue'), {code: 0, output: ''});
});

test('svelte compiles, its templates too', async () => {
  const {code, output} = await svelteCheck('apps/svelte');
  assert.equal(code, 0, output);
});

test('in templates of Svelte each mistake is found in its line, and nothing else', async () => {
  const lines = readFileSync(`${consumers}apps/svelte/wrong/Wrong.svelte`, 'utf8').trimEnd().split('\n');
  const mark = lines.findIndex(line => line.startsWith('<!-- From here on'));
  const expected = lines.map((_, index) => index + 1).slice(mark + 1);
  const {output} = await svelteCheck('apps/svelte/wrong');
  assert.deepEqual([...output.matchAll(/ ERROR "Wrong\.svelte" (\d+):/g)].map(([, line]) => Number(line)), expected);
});

test('are-the-types-wrong has nothing to say', async () => {
  // A stylesheet has no types.
  const styles = ['--exclude-entrypoints', 'paynow.css', 'paynow.themes.css'];
  const {code, output} = await run('attw', tarball, '--profile', 'esm-only', '--no-emoji', ...styles);
  assert.equal(code, 0, output);
});

test('publint has nothing to say about the tarball', async () => {
  const {publint} = await import('publint');
  const file = readFileSync(tarball);
  const bytes = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
  const {messages} = await publint({pack: {tarball: bytes}, strict: true});
  assert.deepEqual(messages.map(({code, args}) => ({code, args})), []);
});
