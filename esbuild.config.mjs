// Builds dist: the loader for script tags with its own chunks, the one-file classic script, and the entries for
// bundlers and Node, which leave lit and zod to the application so that it has them once.
import {createHash} from 'node:crypto';
import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {basename, relative} from 'node:path';
import {build} from 'esbuild';
import {chunksPlugin, inert, sourceOf} from './tools/chunks.mjs';
import {outputOf, staticClosure} from './tools/closure.mjs';
import {librariesPlugin} from './tools/libraries.mjs';
import {minifyTemplates, templatesPlugin} from './tools/minify-templates.mjs';
import {dropEmpty, foldStubs, inlined, rename, shareCore, squeeze} from './tools/pack.mjs';
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
// Almost every page has one, so it comes within the loader.
const firstSource = 'src/elements/add-button.ts';
// What the loader brings without any element of ours.
const further = ['src/elements/page-arrival.ts', 'src/elements/page-acts.ts'];
const below = file => file.replace('dist/', '');

const filesOf = (metafile, source) => staticClosure(metafile, outputOf(metafile, source));
const namesOf = files => JSON.stringify(files.map(file => basename(file, '.js')).join(' '));

const writeFiles = (metafile, texts, text) => {
  const before = filesOf(metafile, 'src/store/engine.ts');
  const places = loaded.map(name => `()=>import("./${below(outputOf(metafile, `src/elements/${name}.ts`))}")`);
  const lists = loaded.map(name =>
    filesOf(metafile, `src/elements/${name}.ts`).filter(file => !before.includes(file)));
  // In one order in all lists, so that they compress to little more than one of them.
  const uses = file => lists.filter(list => list.includes(file)).length;
  const byUse = (one, other) => uses(one) - uses(other) || (one < other ? -1 : 1);
  return loaded.reduce((done, name, index) => {
    if (!done.includes(places[index])) throw new Error(`The loader does not import ${name} as the build expects.`);
    const [own, ...rest] = lists[index];
    const isFirst = firstSource.endsWith(`/${name}.ts`);
    if (isFirst && rest.length) throw new Error(`${firstSource} is in more than one file.`);
    const part = isFirst ? `()=>{${inlined(texts[own])}}` : namesOf([own, ...rest.sort(byUse)]);
    return done.replace(places[index], () => part);
  }, text);
};

// What every element is built on stands in the loader: it and the first buttons are there with one request.
const writeLoader = (metafile, texts, place, text) => {
  const core = outputOf(metafile, baseSource);
  const parts = writeFiles(metafile, texts, text).split(`import("./${below(core)}")`);
  if (parts.length !== 2) throw new Error(`The loader does not import ${baseSource} as the build expects.`);
  return `(()=>{${inlined(texts[core])}})();${parts.join(`Promise.resolve(${place})`)}`;
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
  const {metafile, outputFiles} = await build({
    ...common,
    entryPoints: [baseSource, ...further, ...loaded.map(name => `src/elements/${name}.ts`)],
    entryNames: 'chunks/[hash]',
    chunkNames: 'chunks/[hash]',
    format: 'esm',
    splitting: true,
    plugins: [templatesPlugin, librariesPlugin, chunksPlugin],
    write: false,
  });
  const texts = Object.fromEntries(outputFiles.map(({path, text}) => [relative(root, path), text]));
  foldStubs(metafile, texts, inert);
  const place = shareCore(metafile, texts, outputOf(metafile, baseSource));
  dropEmpty(metafile, texts);
  for (const name of Object.keys(texts)) texts[name] = await squeeze(texts[name]);
  rename(metafile, texts);
  const loader = await build({
    ...common,
    entryPoints: {paynow: loaderSource},
    format: 'esm',
    plugins: [templatesPlugin, toFiles(metafile)],
    define: {...common.define, __ENGINE__: namesOf(filesOf(metafile, 'src/store/engine.ts'))},
    write: false,
  });
  texts['dist/paynow.js'] = await squeeze(writeLoader(metafile, texts, place, loader.outputFiles[0].text));
  mkdirSync(`${root}dist/chunks`, {recursive: true});
  for (const [name, text] of Object.entries(texts)) writeFileSync(root + name, text);
  const [[name, whole]] = Object.entries(loader.metafile.outputs);
  for (const source of [baseSource, firstSource]) {
    Object.assign(whole.inputs, metafile.outputs[outputOf(metafile, source)].inputs);
  }
  metafile.outputs[outputOf(metafile, firstSource)].entryPoints = [];
  metafile.outputs[name] = {...whole, entryPoints: [loaderSource, firstSource]};
  Object.assign(metafile.inputs, loader.metafile.inputs);
  return {metafile};
};

// What the classic script holds itself; everything else that is loaded on use is fetched from beside it, from the files
// of the module build. A cross-origin classic script has no base URL of its own, so the address comes from the script's
// element while it runs.
const inside = [
  'src/elements/cart-promo.ts',
  'src/store/engine.ts', 'src/store/warm.ts', 'src/store/cart-writer.ts', 'src/store/purchases.ts',
  'src/store/renewal.ts',
  'src/elements/add-prepare.ts', 'src/elements/add-action.ts',
  'src/elements/checkout-action.ts', 'src/elements/report.ts', 'src/elements/line-request.ts',
];

// What is loaded on use and is in the same file is there already: written as an import at the top, it needs no function
// around each of the modules behind it that runs them when they are asked for.
const withInside = (text, path) => {
  const tops = [];
  const own = text.replaceAll(/(?<!typeof )import\('([^']+)'\)/g, (asked, name) => {
    const index = inside.indexOf(sourceOf(path, name));
    if (index < 0) return asked;
    tops.push(`import * as $inside${index} from '${name}';`);
    return `Promise.resolve($inside${index})`;
  });
  return [...new Set(tops), own].join('');
};

const beside = loader => ({
  name: 'beside',
  setup: plugin => {
    plugin.onLoad({filter: /[\\/]src[\\/].*\.ts$/}, async ({path}) => ({
      contents: withInside(minifyTemplates(await readFile(path, 'utf8')), path),
      loader: 'ts',
    }));
    plugin.onResolve({filter: /^\./}, ({kind, path, importer}) => {
      const source = sourceOf(importer, path);
      if (kind !== 'dynamic-import' || inside.includes(source)) return undefined;
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
    // Nothing is exported, and what a function of its own would add stands for `require`, which no page has.
    format: 'esm',
    charset: 'ascii',
    plugins: [librariesPlugin, beside(loader)],
    write: false,
  });
  // The loader, which holds what every element is built on, may not be on the page.
  const core = below(outputOf(loader, baseSource));
  const text = result.outputFiles[0].text.replaceAll(/import\("beside:([^"]+)"\)/g, (_, file) =>
    file === 'paynow.js' ? `import($beside+"${file}")` : `$after("${file}")`);
  const here = '((document.currentScript||{}).src||"").replace(/[^/]*$/,"")';
  const after = `file=>import($beside+"${core}").then(()=>import($beside+file))`;
  const whole = `(()=>{const $beside=${here},$after=${after};${text}})()`;
  writeFileSync(`${root}dist/paynow.classic.js`, await squeeze(whole, {isScript: true}));
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
