// The public surface of the elements, read from their class comments and properties.
import {readFileSync} from 'node:fs';
import {cli} from '@custom-elements-manifest/analyzer/cli.js';
import {elementNames, root} from './sources.mjs';
import {mentions, surfaceOf} from './surface.mjs';

const kept = ({privacy, kind, description, static: isStatic}) =>
  privacy !== 'private' && privacy !== 'protected' && !isStatic && description !== undefined &&
  (kind === 'field' || kind === 'method');

// Where an inherited thing was written is of no use to who reads the manifest: the base class is not exported.
const plain = list => (list ?? []).map(({inheritedFrom, ...rest}) => rest);

// A base class documents what its elements have in common; each of them lists what it really uses of that.
const used = (list, code) => plain(list?.filter(({name, inheritedFrom}) => !inheritedFrom || mentions(code, name)));

const elementOf = (name, declarations) => {
  const element = declarations.find(({kind, name: className}) => kind === 'class' && className.startsWith('Paynow'));
  if (!element) throw new Error(`src/elements/${name}.ts declares no class whose name begins with Paynow.`);
  const {members, events, superclass, mixins, ...rest} = element;
  const {code} = surfaceOf(name);
  return {
    ...rest,
    tagName: `paynow-${name}`,
    customElement: true,
    attributes: plain(rest.attributes),
    members: plain(members?.filter(kept)),
    slots: used(rest.slots, code),
    // The analyzer also finds the variable in the base class by which every event is dispatched.
    events: used(events?.filter(({name: event}) => event?.startsWith('paynow-')), code),
    cssParts: used(rest.cssParts, code),
    cssProperties: used(rest.cssProperties, code),
    cssStates: used(rest.cssStates, code),
  };
};

/** The custom elements manifest, with the files as the package exports them. */
export const createManifest = async () => {
  const manifest = await cli({
    argv: ['analyze', '--globs', 'src/elements/*.ts', '--litelement', '--quiet'],
    cwd: root,
    noWrite: true,
  });
  const modules = elementNames().map(name => {
    const {declarations} = manifest.modules.find(({path}) => path === `src/elements/${name}.ts`);
    const element = elementOf(name, declarations);
    const path = `dist/elements/${name}.js`;
    const declaration = {name: element.name, module: path};
    return {
      kind: 'javascript-module',
      path,
      declarations: [element],
      exports: [
        {kind: 'js', name: element.name, declaration},
        {kind: 'custom-element-definition', name: element.tagName, declaration},
      ],
    };
  });
  return {schemaVersion: manifest.schemaVersion, readme: 'README.md', modules};
};

/** The elements of a manifest, in the order of its modules. */
export const elementsOf = manifest => manifest.modules.map(({declarations}) => declarations[0]);

/** The text of a file of the project, or nothing. */
export const textOf = file => {
  try {
    return readFileSync(root + file, 'utf8');
  } catch {
    return undefined;
  }
};
