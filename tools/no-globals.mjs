import {readFile} from 'node:fs/promises';

const rewrites = [
  // zod keeps its settings there; in a page that is not ours they stay inside the file.
  [
    /[\\/]zod[\\/]v4[\\/]core[\\/]core\.js$/,
    code => `const kept = {};\n${code.replaceAll('globalThis', 'kept')}`,
  ],
  // Nor is there a register of schemas unless somebody asks for it.
  [
    /[\\/]zod[\\/]v4[\\/]core[\\/]registries\.js$/,
    code => code
      .replace(/^.*globalThis.*__zod_globalRegistry = .*$/m, '')
      .replace('globalThis.__zod_globalRegistry', '/* @__PURE__ */ registry()'),
  ],
  // Lit counts its copies there, for a warning that only its development build gives, and keeps what standard
  // decorators of several copies share.
  [
    /[\\/](lit-html|reactive-element|lit-element)\.js$/,
    code =>
      `const litPropertyMetadata = new WeakMap();\n${code}`
        .replace(/\(\w+\.(litHtml|litElement|reactiveElement)Versions\?\?=\[\]\)/, '[]')
        .replace(/,\w+\.litPropertyMetadata\?\?=new WeakMap/, ''),
  ],
];

/** Keeps what libraries would leave on `globalThis` out of the pages that embed the scripts. */
export const noGlobalsPlugin = {
  name: 'no-globals',
  setup: plugin => {
    for (const [filter, rewrite] of rewrites) {
      plugin.onLoad({filter}, async ({path}) => ({contents: rewrite(await readFile(path, 'utf8')), loader: 'js'}));
    }
  },
};
