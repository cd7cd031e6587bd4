// Which files of src are entries. The build, the size table and the house tests read the same list.
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const filesIn = folder => (existsSync(root + folder) ? readdirSync(root + folder).sort() : []);

const isElement = file => {
  const name = file.replace(/\.ts$/, '');
  // Base classes, styles and helpers live in the same folder; only an element puts its tag in the tag-name map.
  const source = readFileSync(`${root}src/elements/${file}`, 'utf8');
  return new RegExp(`HTMLElementTagNameMap \\{\\s*'paynow-${name}':`).test(source);
};

/** The tags without `paynow-`, each with a file of that name in src/elements. */
export const elementNames = () =>
  filesIn('src/elements')
    .filter(file => file.endsWith('.ts') && isElement(file))
    .map(file => file.replace(/\.ts$/, ''));

/** The languages that have a file in src/i18n. */
export const languages = () =>
  filesIn('src/i18n')
    .filter(file => /^[a-z]{2}(-[a-z]+)?\.ts$/i.test(file))
    .map(file => file.replace(/\.ts$/, ''));

/** Entry name in dist -> source file, for bundlers and Node. */
export const packageEntries = () => {
  const entries = {
    index: 'src/index.ts',
    shop: 'src/shop.ts',
    api: 'src/api/index.ts',
    sandbox: 'src/sandbox/index.ts',
    ...Object.fromEntries(elementNames().map(name => [`elements/${name}`, `src/elements/${name}.ts`])),
    ...Object.fromEntries(languages().map(name => [`i18n/${name}`, `src/i18n/${name}.ts`])),
  };
  return Object.fromEntries(Object.entries(entries).filter(([, source]) => existsSync(root + source)));
};
