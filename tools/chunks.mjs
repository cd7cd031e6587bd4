// How the loader's code is cut into files. Left to itself esbuild makes a file for every set of entries that share a
// module, eleven for a page with one add button. Few larger files compress better and come sooner.
import {dirname, posix, relative} from 'node:path';
import {root} from './sources.mjs';

/** What every page has at once: what elements are made of. What these import belongs to it too. */
const core = [
  'src/elements/paynow-button.ts',
  'src/elements/store-controller.ts',
  'src/elements/make.ts',
  'src/elements/define.ts',
  'src/elements/after-paint.ts',
  'src/elements/open-cart.ts',
  'src/i18n/en/add.ts',
  'src/i18n/en/checkout.ts',
  'src/i18n/en/count.ts',
  'src/i18n/plural.ts',
];

/** What is loaded as one as soon as the first element asks its shop for something. */
const engine = ['src/store/engine.ts', 'src/elements/add-prepare.ts'];

/** What comes only after the engine, and so may count on all of it. */
const later = [
  'src/store/cart-writer.ts',
  'src/store/tabs-by-storage.ts',
  'src/store/auth-url.ts',
  'src/elements/add-action.ts',
  'src/elements/checkout-action.ts',
  'src/elements/cart.ts',
];

const groups = {core, engine};
const star = file => `export * from './${file}';`;
const sourceOf = (importer, path) =>
  posix.join(relative(root, dirname(importer)), path.replace(/\.js$/, '.ts'));

const contentsOf = file => [
  "import 'group:core';",
  ...(engine.includes(file) || later.includes(file) ? ["import 'group:engine';"] : []),
  ...(engine.includes(file) ? engine : [file]).map(star),
];

/** Modules come into one file when the same entries reach them: this makes every entry reach all of its groups. */
export const chunksPlugin = {
  name: 'chunks',
  setup: plugin => {
    const virtual = contents => ({contents: contents.join('\n'), resolveDir: root, loader: 'ts'});
    plugin.onResolve({filter: /^\.|^src\//}, ({kind, path, importer}) => {
      if (kind === 'entry-point') return {path, namespace: 'entry'};
      if (kind !== 'dynamic-import') return undefined;
      const file = sourceOf(importer, path);
      return {path: engine.includes(file) ? engine[0] : file, namespace: 'entry'};
    });
    plugin.onLoad({filter: /.*/, namespace: 'entry'}, ({path}) => virtual(contentsOf(path)));
    plugin.onResolve({filter: /^group:/}, ({path}) => ({path: path.slice('group:'.length), namespace: 'group'}));
    plugin.onLoad({filter: /.*/, namespace: 'group'}, ({path}) => virtual(groups[path].map(star)));
  },
};
