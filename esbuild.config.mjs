// Builds dist: the loader for script tags with its own chunks, the one-file classic script, and the entries for
// bundlers and Node, which leave lit and zod to the application so that it has them once.
import {createHash} from 'node:crypto';
import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {build} from 'esbuild';
import {chunksPlugin, sourceOf} from './tools/chunks.mjs';
import {outputOf, staticClosure} from './tools/closure.mjs';
import {librariesPlugin} from './tools/libraries.mjs';
import {templatesPlugin} from './tools/minify-templates.mjs';
import {elementNames, packageEntries, root} from './tools/sources.mjs';

const {version} = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
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

/** Tag -> the files that it needs, relative to the loader, so that they are asked for at once and not in turn. */
const preloadsFrom = metafile => {
  const atHand = new Set(staticClosure(metafile, 'dist/paynow.js'));
  const loaderText = readFileSync(`${root}src/paynow.ts`, 'utf8');
  const tags = elementNames().filter(name => loaderText.includes(`'paynow-${name}':`));
  const rows = tags.map(name => {
    const file = outputOf(metafile, `src/elements/${name}.ts`);
    const needed = file ? staticClosure(metafile, file).filter(other => !atHand.has(other)) : [];
    return [`paynow-${name}`, needed.map(other => other.replace('dist/', ''))];
  });
  return Object.fromEntries(rows.filter(([, files]) => files.length > 0));
};

// The names of the chunks are known only now, and only the loader's own file, whose name has no hash, holds the list.
// esbuild leaves the undeclared name alone.
const writePreloads = ({metafile}) => {
  const file = `${root}dist/paynow.js`;
  const text = readFileSync(file, 'utf8');
  const list = JSON.stringify(preloadsFrom(metafile));
  writeFileSync(file, text.replaceAll('typeof __PRELOADS__', '"object"').replaceAll('__PRELOADS__', () => list));
};

const buildLoader = async () => {
  const result = await build({
    ...common,
    entryPoints: {paynow: 'src/paynow.ts'},
    format: 'esm',
    splitting: true,
    chunkNames: 'chunks/[hash]',
    plugins: [templatesPlugin, librariesPlugin, chunksPlugin],
  });
  writePreloads(result);
  return result;
};

// What the classic script holds itself; everything else that is loaded on use is fetched from beside it, from the files
// of the module build. A cross-origin classic script has no base URL of its own, so the address comes from the script's
// element while it runs.
const inside = [
  'src/store/engine.ts', 'src/store/cart-writer.ts', 'src/elements/add-prepare.ts', 'src/elements/add-action.ts',
  'src/elements/checkout-action.ts', 'src/elements/report.ts', 'src/elements/line-request.ts',
];

const beside = loader => ({
  name: 'beside',
  setup: plugin => {
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
    format: 'iife',
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
      .filter(name => name.endsWith('.js'))
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
  make('loader', buildLoader).then(loader => make('classic', () => buildClassic(loader))),
]);
sweep(made);
writeFileSync(`${root}dist/integrity.json`, `${JSON.stringify(integrity(), null, 2)}\n`);
