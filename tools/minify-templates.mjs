import {readFile} from 'node:fs/promises';

/** A stylesheet without comments and without the whitespace that means nothing. Selectors keep theirs. */
export const minifyCss = css =>
  css
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,]) ?/g, '$1')
    .replaceAll(/: /g, ':')
    .replaceAll(';}', '}')
    .replaceAll(/(?<![\w.#-])0(?=\.\d)/g, '')
    .replaceAll(/=(['"])([a-z][a-z-]*)\1\]/g, '=$2]')
    .trim();

/**
 * Source text with smaller templates: stylesheets without expressions minified, indentation taken away. A line break
 * in HTML stays, because it may be the space between two words; outside of templates indentation has no meaning.
 */
export const minifyTemplates = source =>
  source
    .replaceAll(/\bcss`((?:[^`\\$]|\$(?!\{))*)`/g, (_, css) => `css\`${minifyCss(css)}\``)
    .replaceAll(/\n[ \t]+/g, '\n');

/** esbuild does not look into templates; this does, in the files of the elements. */
export const templatesPlugin = {
  name: 'minify-templates',
  setup: plugin => {
    plugin.onLoad({filter: /[\\/]src[\\/]elements[\\/].*\.ts$/}, async ({path}) => ({
      contents: minifyTemplates(await readFile(path, 'utf8')),
      loader: 'ts',
    }));
  },
};
