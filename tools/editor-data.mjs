// What editors show while somebody types a tag: VS Code's custom data, and the web-types of JetBrains' editors.
import {kindOf, literalsOf} from './attributes.mjs';

const withSlots = ({description, slots}) => {
  const lines = slots.map(({name, description: text}) => `- ${name ? `\`${name}\`` : 'default'}: ${text}`);
  return lines.length > 0 ? `${description}\n\n**Slots**\n${lines.join('\n')}` : description;
};

/** For `html.customData` of VS Code's settings. */
export const vscodeData = elements => ({
  $schema: 'https://raw.githubusercontent.com/microsoft/vscode-html-languageservice/main/docs/customData.schema.json',
  version: 1.1,
  tags: elements.map(element => ({
    name: element.tagName,
    description: {kind: 'markdown', value: withSlots(element)},
    attributes: element.attributes.map(attribute => {
      const values = literalsOf(attribute)?.map(name => ({name}));
      return {
        name: attribute.name,
        description: attribute.description,
        ...(values ? {values} : kindOf(attribute) === 'flag' ? {valueSet: 'v'} : {}),
      };
    }),
  })),
});

const typeOf = attribute => {
  const literals = literalsOf(attribute);
  if (literals) return literals.map(word => `'${word}'`).join(' | ');
  return {flag: 'boolean', number: 'number', text: 'string'}[kindOf(attribute)];
};

const named = list => (list ?? []).map(({name, description}) => ({name, description}));

/** For the field `web-types` of package.json. */
export const webTypes = (elements, {name, version}) => ({
  $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
  name,
  version,
  'js-types-syntax': 'typescript',
  'description-markup': 'markdown',
  contributions: {
    html: {
      elements: elements.map(element => ({
        name: element.tagName,
        description: element.description,
        source: {module: name, symbol: element.name},
        attributes: element.attributes.map(attribute => ({
          name: attribute.name,
          description: attribute.description,
          value: kindOf(attribute) === 'flag' ? {kind: 'no-value', type: 'boolean'} : {type: typeOf(attribute)},
        })),
        slots: named(element.slots),
        js: {
          properties: element.members
            .filter(({kind, type}) => kind === 'field' && type)
            .map(({name: property, type, description}) => ({name: property, type: type.text, description})),
          events: named(element.events),
        },
        css: {parts: named(element.cssParts), properties: named(element.cssProperties)},
      })),
    },
  },
});
