import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {before, describe, test} from 'node:test';
import {madeFromCode} from '../../tools/docs.mjs';
import {createManifest, elementsOf, textOf} from '../../tools/manifest.mjs';
import {elementNames, root} from '../../tools/sources.mjs';
import {mentions, surfaceOf} from '../../tools/surface.mjs';

const names = list => (list ?? []).map(({name}) => name);
const without = (list, others) => list.filter(name => !others.includes(name));
const isSentence = text => text?.endsWith('.') ?? false;
const elements = new Map();

before(async () => {
  for (const element of elementsOf(await createManifest())) elements.set(element.tagName, element);
});

for (const name of elementNames()) {
  describe(`paynow-${name}`, () => {
    const element = () => elements.get(`paynow-${name}`);
    const surface = surfaceOf(name);

    for (const [what, found, documented] of [
      ['slot', surface.slots, () => element().slots],
      ['part', surface.parts, () => element().cssParts],
      ['state', surface.states, () => element().cssStates],
      ['custom property', surface.properties, () => element().cssProperties],
      ['event', surface.events, () => element().events],
    ]) {
      test(`every ${what} in the code is in the class comment`, () => {
        assert.deepEqual(without(found, names(documented())), []);
      });

      test(`every ${what} in the class comment is in the code, with a sentence`, () => {
        for (const {name: documentedName, description} of documented()) {
          const isThere = found.includes(documentedName) || (documentedName && mentions(surface.code, documentedName));
          assert.ok(isThere, `${what} "${documentedName}" is nowhere in the code`);
          assert.ok(isSentence(description), `${what} "${documentedName}" has no sentence`);
        }
      });
    }

    test('every attribute has a sentence', () => {
      const silent = element().attributes.filter(({description}) => !isSentence(description));
      assert.deepEqual(names(silent), []);
    });

    test('the class comment begins with one sentence that says what it is', () => {
      assert.match(element().description ?? '', /^[A-Z].*\.$/s);
    });
  });
}

test('what is made from the code is current (npm run docs)', async () => {
  for (const [file, text] of Object.entries(await madeFromCode())) assert.equal(textOf(file), text, file);
  assert.match(textOf('README.md') ?? '', /<!-- elements:/, 'README.md has no place for the table');
});

test('editors offer the values of an attribute that has a closed list of them', () => {
  const read = file => JSON.parse(readFileSync(root + file, 'utf8'));
  const {tags} = read('vscode.html-custom-data.json');
  const side = tags.find(({name}) => name === 'paynow-cart').attributes.find(({name}) => name === 'side');
  assert.deepEqual(side.values, [{name: 'end'}, {name: 'start'}]);
  const {contributions, version} = read(read('package.json')['web-types']);
  assert.equal(version, read('package.json').version);
  const store = contributions.html.elements.find(({name}) => name === 'paynow-store');
  assert.equal(store.attributes.find(({name}) => name === 'theme').value.type, "'auto' | 'light' | 'dark'");
  assert.deepEqual(contributions.html.elements.map(({name}) => name), tags.map(({name}) => name));
});

test('the examples for frameworks in README.md are those of the apps that are tested', () => {
  const [, section = ''] = /^## With a framework\n([\s\S]*?)^## /m.exec(textOf('README.md')) ?? [];
  const apps = readdirSync(`${root}consumers/apps`).flatMap(app =>
    readdirSync(`${root}consumers/apps/${app}`)
      .filter(file => /\.(tsx?|vue|svelte|mjs)$/.test(file))
      .map(file => readFileSync(`${root}consumers/apps/${app}/${file}`, 'utf8')),
  );
  const blocks = [...section.matchAll(/^```\w+\n([\s\S]*?)^```/gm)].map(([, code]) => code);
  assert.ok(blocks.length > 0);
  const plain = text => text.replaceAll(/^\s+/gm, '');
  for (const block of blocks) assert.ok(apps.some(text => plain(text).includes(plain(block))), block);
});

const contract = textOf('../shared/CONTRACT.md');

describe('the contract', {skip: contract === undefined && 'it is not beside the project'}, () => {
  const sectionOf = number => contract?.split(/^## /m).find(text => text.startsWith(`${number}.`)) ?? '';
  const rowsOf = number =>
    sectionOf(number)
      .split('\n')
      .filter(line => line.startsWith('| `'))
      .map(line => line.split('|').slice(1, -1).map(text => text.trim()));
  // What stands in brackets are the values of the word before.
  const wordsOf = text => [...text.replaceAll(/\([^)]*\)/g, '').matchAll(/`([^`]+)`/g)].map(([, word]) => word);
  const rows = rowsOf(3);

  for (const [index, [tags, attributes, slots, parts]] of rows.entries()) {
    for (const tag of wordsOf(tags)) {
      const expected = [
        ...wordsOf(attributes),
        ...(attributes.startsWith('as above') ? wordsOf(rows[index - 1][1]) : []),
        ...(attributes.startsWith('all of section 2') ? rowsOf(2).flatMap(([name]) => wordsOf(name)) : []),
        'store-id',
      ];
      const missing = !elementNames().includes(tag.replace('paynow-', '')) && 'it is not built yet';
      test(`${tag} has every attribute, slot and part`, {skip: missing}, () => {
        const element = elements.get(tag);
        assert.deepEqual(without(expected, names(element.attributes)), [], 'attributes');
        assert.deepEqual(without(wordsOf(slots), names(element.slots)), [], 'slots');
        assert.equal(!slots.startsWith('default') || names(element.slots).includes(''), true, 'the default slot');
        assert.deepEqual(without(wordsOf(parts), names(element.cssParts)), [], 'parts');
      });
    }
  }

  test('no element fires an event that the contract does not name', () => {
    const known = rowsOf(4).flatMap(([events]) => wordsOf(events));
    const fired = [...elements.values()].flatMap(({events}) => names(events));
    assert.deepEqual(without([...new Set(fired)], known), []);
  });
});

test('the reference names nothing that only this machine knows', () => {
  for (const file of ['custom-elements.json', 'docs/elements.md']) {
    assert.ok(!readFileSync(root + file, 'utf8').includes(root), file);
  }
});
