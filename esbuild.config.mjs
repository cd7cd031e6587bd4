// Builds dist: the loader for script tags with its own chunks, the one-file classic script, and the entries for
// bundlers and Node, which leave lit and zod to the application so that it has them once.
import {createHash} from 'node:crypto';
import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {basename} from 'node:path';
import {build} from 'esbuild';
import {chunksPlugin, sourceOf} from './tools/chunks.mjs';
import {outputOf, staticClosure} from './tools/closure.mjs';
import {librariesPlugin} from './tools/libraries.mjs';
import {templatesPlugin} from './tools/minify-templates.mjs';
import {packageEntries, root} from './tools/sources.mjs';

const {version} = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  // Modules are always read as UTF-8; the classic script is read as its page says.
  charset: 'utf8',
  target: 'es2022',
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  outdir: 'dist',
  plugins: [templatesPlugin],
  define: {__VERSION__: JSON.stringify(version)},
};

const buildPackage = () =>
  build({
    ...common,
    entryPoints: packageEntries(),
    format: 'esm',
    splitting: true,
    packages: 'external',
    chunkNames: 'shared/[name]-[hash]',
  });

const loaderSource = 'src/paynow.ts';
const baseSource = 'src/base.ts';
const loaderText = readFileSync(root + loaderSource, 'utf8');
const loaded = [...loaderText.matchAll(/'paynow-([\w-]+)': \(\) => import/g)].map(([, name]) => name);
// What the loader brings without any element of ours.
const further = ['src/elements/page-arrival.ts', 'src/elements/page-acts.ts'];
const below = file => file.replace('dist/', '');

const filesOf = (metafile, source) => staticClosure(metafile, outputOf(metafile, source));
const namesOf = files => JSON.stringify(files.map(file => basename(file, '.js')).join(' '));

// What every element is built on is asked for before any of them, what talks to the shop beside each.
const engineOf = metafile => {
  const atHand = filesOf(metafile, baseSource);
  return filesOf(metafile, 'src/store/engine.ts').filter(file => !atHand.includes(file));
};

// Of an element that others bring too, esbuild makes a file with nothing in it but an import of the one that has it.
// The loader does not need it.
const skipStub = ({outputs}, source) => {
  const stub = outputOf({outputs}, source);
  const home = Object.keys(outputs).find(name => outputs[name].inputs[source]?.bytesInOutput);
  const isAsked = Object.values(outputs).some(({imports}) => imports.some(({path}) => path === stub));
  if (home === stub || isAsked) return stub;
  outputs[home].entryPoint = outputs[stub].entryPoint;
  delete outputs[stub];
  rmSync(root + stub);
  return home;
};

const writeFiles = (metafile, text) => {
  const before = [...filesOf(metafile, baseSource), ...engineOf(metafile)];
  const places = loaded.map(name => `()=>import("./${below(outputOf(metafile, `src/elements/${name}.ts`))}")`);
  for (const name of loaded) skipStub(metafile, `src/elements/${name}.ts`);
  const lists = loaded.map(name =>
    filesOf(metafile, `src/elements/${name}.ts`).filter(file => !before.includes(file)));
  // In one order in all lists, so that they compress to little more than one of them.
  const uses = file => lists.filter(list => list.includes(file)).length;
  const byUse = (one, other) => uses(one) - uses(other) || (one < other ? -1 : 1);
  return loaded.reduce((done, name, index) => {
    if (!done.includes(places[index])) throw new Error(`The loader does not import ${name} as the build expects.`);
    const [own, ...rest] = lists[index];
    return done.replace(places[index], namesOf([own, ...rest.sort(byUse)]));
  }, text);
};

// esbuild makes a file of nothing but names for what is loaded by itself and shared too. The loader can do without:
// it takes the names from the file that has them.
const skipBase = (metafile, text) => {
  const base = outputOf(metafile, baseSource);
  const form = /^import\{([^}]*)\}from"\.\/([^"]+)";export\{([^}]*)\};\s*$/;
  const [, taken, file, given] = form.exec(readFileSync(root + base, 'utf8')) ?? [];
  const pairs = list => list.split(',').map(pair => [pair.split(' as ')[0], pair.split(' as ').at(-1)]);
  const parts = text.split(`import("./${below(base)}")`);
  if (!file || parts.length !== 2) throw new Error(`The file of ${baseSource} is not what the build expects of it.`);
  const inner = Object.fromEntries(pairs(taken).map(([outside, inside]) => [inside, outside]));
  const names = pairs(given).map(([inside, outside]) => `${outside}:m.${inner[inside]}`);
  rmSync(root + base);
  delete metafile.outputs[base];
  return parts.join(`import("./chunks/${file}").then(m=>({${names}}))`);
};

const toFiles = metafile => ({
  name: 'to-files',
  setup: plugin => {
    plugin.onResolve({filter: /^\./}, ({kind, path, importer}) => kind === 'dynamic-import'
      ? {path: `./${below(outputOf(metafile, sourceOf(importer, path)))}`, external: true} : undefined);
  },
});

// The loader is built by itself, and stands alone: it runs before anything else is there. The names of the chunks are
// known only then, and only its own file, whose name has no hash, holds the list of them.
const buildLoader = async () => {
  const {metafile} = await build({
    ...common,
    entryPoints: [baseSource, ...further, ...loaded.map(name => `src/elements/${name}.ts`)],
    entryNames: 'chunks/[hash]',
    chunkNames: 'chunks/[hash]',
    format: 'esm',
    splitting: true,
    plugins: [templatesPlugin, librariesPlugin, chunksPlugin],
  });
  const loader = await build({
    ...common,
    entryPoints: {paynow: loaderSource},
    format: 'esm',
    plugins: [templatesPlugin, toFiles(metafile)],
    define: {...common.define, __ENGINE__: namesOf(engineOf(metafile))},
    write: false,
  });
  const text = writeFiles(metafile, loader.outputFiles[0].text);
  writeFileSync(`${root}dist/paynow.js`, skipBase(metafile, text));
  Object.assign(metafile.outputs, loader.metafile.outputs);
  Object.assign(metafile.inputs, loader.metafile.inputs);
  return {metafile};
};

// What the classic script holds itself; everything else that is loaded on use is fetched from beside it, from the files
// of the module build. A cross-origin classic script has no base URL of its own, so the address comes from the script's
// element while it runs.
const inside = [
  'src/elements/cart-promo.ts',
  'src/store/engine.ts', 'src/store/cart-writer.ts', 'src/store/purchases.ts', 'src/store/renewal.ts',
  'src/elements/add-prepare.ts', 'src/elements/add-action.ts',
  'src/elements/checkout-action.ts', 'src/elements/report.ts', 'src/elements/line-request.ts',
];

const beside = loader => ({
  name: 'beside',
  setup: plugin => {
    plugin.onLoad({filter: /.*/, namespace: 'none'}, () => ({contents: 'export const keepWarm = () => {};'}));
    plugin.onResolve({filter: /^\./}, ({kind, path, importer}) => {
      const source = sourceOf(importer, path);
      if (kind !== 'dynamic-import' || inside.includes(source)) return undefined;
      // It would bring the whole module build for what a page can do without.
      if (source === 'src/store/warm.ts') return {path: source, namespace: 'none'};
      const file = outputOf(loader, source) ?? (source === 'src/paynow.ts' ? 'dist/paynow.js' : undefined);
      if (!file) throw new Error(`The loader has no file for ${source}.`);
      return {path: `beside:${file.replace('dist/', '')}`, external: true};
    });
  },
});

const buildClassic = async loader => {
  const result = await build({
    ...common,
    entryPoints: {'paynow.classic': 'src/classic.ts'},
    format: 'iife',
    charset: 'ascii',
    plugins: [templatesPlugin, librariesPlugin, beside(loader)],
    write: false,
  });
  const text = result.outputFiles[0].text.replaceAll(/import\("beside:([^"]+)"\)/g, 'import($beside+"$1")');
  const here = '((document.currentScript||{}).src||"").replace(/[^/]*$/,"")';
  writeFileSync(`${root}dist/paynow.classic.js`, `(()=>{const $beside=${here};${text.trimEnd()}})();\n`);
  return result;
};

const integrity = () =>
  Object.fromEntries(
    readdirSync(`${root}dist`, {recursive: true})
      .filter(name => /\.(js|css)$/.test(name))
      .sort()
      .map(name => {
        const hash = createHash('sha384').update(readFileSync(`${root}dist/${name}`)).digest('base64');
        return [name, `sha384-${hash}`];
      }),
  );

// Old chunks go last, so that a page that is being served keeps its files while a build runs.
const sweep = kept => {
  for (const name of readdirSync(`${root}dist`, {recursive: true})) {
    if (name.endsWith('.js') && !kept.has(`dist/${name}`)) rmSync(`${root}dist/${name}`);
  }
};

/** The stylesheets for pages: one for those that want nothing to move, one with ready looks. */
const buildStyles = () => build({
  ...common, entryPoints: {paynow: 'src/paynow.css', 'paynow.themes': 'src/paynow.themes.css'}, plugins: [],
});

mkdirSync(`${root}dist/meta`, {recursive: true});
const made = new Set();
const make = async (name, run) => {
  const {metafile} = await run();
  for (const file of Object.keys(metafile.outputs)) made.add(file);
  writeFileSync(`${root}dist/meta/${name}.json`, JSON.stringify(metafile));
  return metafile;
};
await Promise.all([
  make('package', buildPackage),
  make('styles', buildStyles),
  make('loader', buildLoader).then(loader => make('classic', () => buildClassic(loader))),
]);
sweep(made);
writeFileSync(`${root}dist/integrity.json`, `${JSON.stringify(integrity(), null, 2)}\n`);
