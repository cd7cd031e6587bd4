import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {before, test} from 'node:test';
import {build} from 'esbuild';
import {root} from '../../tools/sources.mjs';

// What each room may import from. Type imports do not count: esbuild drops them, as every bundler does.
const allowed = {
  api: ['api'],
  store: ['store', 'api'],
  i18n: ['i18n', 'api'],
  elements: ['elements', 'store', 'i18n', 'api'],
  sandbox: ['sandbox'],
  entry: ['entry', 'elements', 'store', 'i18n', 'api'],
};

const room = file => /^src\/([^/]+)\//.exec(file)?.[1] ?? 'entry';
const sources = () =>
  readdirSync(`${root}src`, {recursive: true})
    .filter(name => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map(name => `src/${name}`);

const read = file => readFileSync(root + file, 'utf8');
let edges = [];

before(async () => {
  const {metafile} = await build({
    absWorkingDir: root,
    entryPoints: sources(),
    bundle: true,
    write: false,
    packages: 'external',
    format: 'esm',
    platform: 'neutral',
    outdir: 'out',
    metafile: true,
    logLevel: 'silent',
    external: ['node:*'],
  });
  edges = Object.entries(metafile.inputs).flatMap(([from, {imports}]) =>
    imports.map(({path, kind, external}) => ({from, to: path, kind, external: external ?? false})),
  );
});

test('imports go down only', () => {
  const wrong = edges
    .filter(({external}) => !external)
    .filter(({from, to}) => !(allowed[room(from)] ?? []).includes(room(to)))
    .map(({from, to}) => `${from} imports ${to}`);
  assert.deepEqual(wrong, []);
});

test('no two files import each other, directly or round a corner', () => {
  const next = new Map();
  for (const {from, to, kind, external} of edges) {
    if (!external && kind === 'import-statement') next.set(from, [...(next.get(from) ?? []), to]);
  }
  const done = new Set();
  const rounds = [];
  const visit = (file, path) => {
    if (path.includes(file)) rounds.push([...path.slice(path.indexOf(file)), file].join(' -> '));
    if (path.includes(file) || done.has(file)) return;
    for (const other of next.get(file) ?? []) visit(other, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  assert.deepEqual(rounds, []);
});

test('only the libraries of package.json are used, each in its room', () => {
  const {dependencies} = JSON.parse(read('package.json'));
  const drawn = ['elements', 'entry'];
  const rooms = {lit: drawn, '@lit/reactive-element': drawn, zod: ['api', 'store'], dompurify: ['elements']};
  const nameOf = path => /^(@[^/]+\/)?[^/]+/.exec(path)[0];
  const wrong = edges
    .filter(({external, to}) => external && !/^(node:|<)/.test(to))
    .filter(({from, to}) => !(nameOf(to) in dependencies && rooms[nameOf(to)]?.includes(room(from))))
    .map(({from, to}) => `${from} imports ${to}`);
  assert.deepEqual(wrong, []);
});

test('Node is needed only where the sandbox is served', () => {
  const wrong = edges.filter(({from, to}) => to.startsWith('node:') && from !== 'src/sandbox/node.ts');
  assert.deepEqual(wrong.map(({from, to}) => `${from} imports ${to}`), []);
});

test('the network is touched in two places: the API client, and the session asking the page\'s own auth-url', () => {
  const callers = sources()
    .filter(file => !file.startsWith('src/sandbox/'))
    .filter(file => /globalThis\.fetch|window\.fetch|(?<![.\w#])fetch\(|XMLHttpRequest|sendBeacon/.test(read(file)));
  assert.deepEqual(callers.sort(), ['src/api/client.ts', 'src/store/auth-url.ts']);
});
