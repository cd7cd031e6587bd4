// Writes dist/frameworks: what each element takes, as types made from the manifest, beside the hand-written files that
// tell React, Preact, Solid, Vue and Svelte of it. At run time there is nothing to import, which one empty module says.
import {copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {kindOf, literalsOf} from './attributes.mjs';
import {root} from './sources.mjs';

const comment = text => `  /** ${text.replaceAll(/\s+/g, ' ').replaceAll('*/', '*\\/')} */`;

const valueOf = attribute => {
  const literals = literalsOf(attribute);
  if (literals) return literals.map(word => `'${word}'`).join(' | ');
  const kind = kindOf(attribute);
  if (kind === 'flag') return attribute.name.includes('-') ? 'DashedFlag' : 'Flag';
  return kind === 'number' ? 'number | `${number}`' : 'string';
};

const nameOf = name => (/^\w+$/.test(name) ? name : `'${name}'`);
const interfaceOf = element => `${element.name}Attributes`;

const attributesOf = element => [
  `/** What \`<${element.tagName}>\` takes in markup. */`,
  `export interface ${interfaceOf(element)}<Flag = boolean, DashedFlag = Flag> {`,
  ...element.attributes.flatMap(attribute => [
    comment(attribute.description),
    `  ${nameOf(attribute.name)}?: ${valueOf(attribute)} | undefined;`,
  ]),
  '}',
];

const propertyNames = element => {
  const names = element.attributes
    .filter(({name, fieldName}) => fieldName && fieldName !== name)
    .map(({fieldName}) => `'${fieldName}'`);
  return `  '${element.tagName}': ${names.join(' | ') || 'never'};`;
};

/** The text of dist/frameworks/elements.d.ts for these elements of the manifest. */
export const typesOf = elements => `// Made from custom-elements.json by tools/framework-types.mjs.
import type {ElementEventMap} from '../types/store/events.js';
import '../types/index.js';

${elements.flatMap(attributesOf).join('\n')}

/**
 * Tag -> attributes. \`Flag\` is what an attribute takes that is there or not, \`DashedFlag\` the same where its name
 * has a dash: some frameworks write \`false\` into those, which counts as being there.
 */
export interface PaynowAttributes<Flag = boolean, DashedFlag = Flag> {
${elements.map(element => `  '${element.tagName}': ${interfaceOf(element)}<Flag, DashedFlag>;`).join('\n')}
}

/** Tag -> the names of the properties that are called otherwise than their attributes. */
export interface PaynowPropertyNames {
${elements.map(propertyNames).join('\n')}
}

export type PaynowTag = keyof PaynowAttributes;

/** The class of an element. */
export type PaynowClass<Tag extends PaynowTag> = HTMLElementTagNameMap[Tag];

/** The properties of an element that are called otherwise than their attributes. */
export type PaynowProperties<Tag extends PaynowTag> = {
  [Name in PaynowPropertyNames[Tag] & keyof PaynowClass<Tag>]?: PaynowClass<Tag>[Name] | undefined;
};

/** An event as a listener at this element gets it. */
export type PaynowEvent<Name extends keyof ElementEventMap, Tag extends PaynowTag> = ElementEventMap[Name] & {
  readonly currentTarget: PaynowClass<Tag>;
};

/** \`\${Prefix}paynow-add\` and so on. Every event bubbles, so that each may be heard at any element around its own. */
export type PaynowListeners<Prefix extends string, Tag extends PaynowTag> = {
  [Name in keyof ElementEventMap as \`\${Prefix}\${Name}\`]?:
    | ((event: PaynowEvent<Name, Tag>) => void)
    | null
    | undefined;
};
`;

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const {modules} = JSON.parse(readFileSync(`${root}custom-elements.json`, 'utf8'));
  const target = `${root}dist/frameworks/`;
  rmSync(target, {recursive: true, force: true});
  mkdirSync(target, {recursive: true});
  writeFileSync(`${target}elements.d.ts`, typesOf(modules.map(({declarations}) => declarations[0])));
  writeFileSync(`${target}none.js`, 'export {};\n');
  for (const file of readdirSync(`${root}frameworks`)) copyFileSync(`${root}frameworks/${file}`, target + file);
}
