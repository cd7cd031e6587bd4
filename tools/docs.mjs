// `npm run docs` writes custom-elements.json, the data for editors, docs/elements.md and the table in README.md from
// the code.
import {mkdirSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';
import {fileURLToPath} from 'node:url';
import {vscodeData, webTypes} from './editor-data.mjs';
import {createManifest, elementsOf, textOf} from './manifest.mjs';
import {root} from './sources.mjs';

const [start, end] = ['<!-- elements: made by npm run docs -->', '<!-- /elements -->'];

const json = value => `${JSON.stringify(value, null, 2)}\n`;

const cell = text => (text ?? '').replaceAll('|', '\\|').replaceAll(/\s+/g, ' ').trim();
const code = name => `\`${cell(name)}\``;
const first = text => /^.*?[.!?](?=\s|$)/s.exec(text ?? '')?.[0] ?? text;

const overview = elements =>
  [
    '| element | what it is | attributes |',
    '| --- | --- | --- |',
    ...elements.map(({tagName, description, attributes}) => {
      const names = attributes.filter(({name}) => name !== 'store-id').map(({name}) => code(name));
      return `| [${code(tagName)}](docs/elements.md#${tagName}) | ${cell(first(description))} | ${names.join(' ')} |`;
    }),
  ].join('\n');

const section = (title, rows) =>
  rows.length > 0
    ? [`\n| ${title} | |\n| --- | --- |`, ...rows.map(([name, text]) => `| ${name} | ${cell(text)} |`)].join('\n')
    : undefined;

const describe = list => (list ?? []).map(({name, description}) => [code(name), description]);

const reference = element =>
  [
    `## ${element.tagName}\n\n${cell(element.description)}`,
    section('attribute', describe(element.attributes)),
    section('slot', element.slots.map(({name, description}) => [name ? code(name) : 'default', description])),
    section('event', describe(element.events)),
    section('part', describe(element.cssParts)),
    section('state', element.cssStates.map(({name, description}) => [code(`:state(${name})`), description])),
    section('custom property', describe(element.cssProperties)),
  ]
    .filter(Boolean)
    .join('\n');

/** File -> text, of everything that is made from the class comments. */
export const madeFromCode = async () => {
  const manifest = await createManifest();
  const elements = elementsOf(manifest);
  const readme = textOf('README.md');
  const [before, rest] = readme?.split(start) ?? [];
  const after = rest?.split(end)[1];
  return {
    'custom-elements.json': json(manifest),
    'vscode.html-custom-data.json': json(vscodeData(elements)),
    'web-types.json': json(webTypes(elements, JSON.parse(textOf('package.json')))),
    'docs/elements.md':
      '# The elements\n\nMade from the code by `npm run docs`. Every element works by keyboard.\n\n' +
      `${elements.map(reference).join('\n\n')}\n`,
    ...(after !== undefined && {'README.md': `${before}${start}\n${overview(elements)}\n${end}${after}`}),
  };
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = await madeFromCode();
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(root + file), {recursive: true});
    writeFileSync(root + file, text);
  }
  console.log(`Written: ${Object.keys(files).join(', ')}`);
  if (!('README.md' in files)) console.log(`README.md has no table: put ${start} and ${end} where it belongs.`);
}
