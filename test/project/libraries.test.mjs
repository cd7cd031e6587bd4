import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {test} from 'node:test';
import {leanText} from '../../tools/libraries.mjs';
import {root} from '../../tools/sources.mjs';

const folder = `${root}src/elements/`;
const elements = readdirSync(folder).map(name => readFileSync(folder + name, 'utf8'));
const found = pattern => elements.flatMap(text => [...text.matchAll(pattern)].map(([whole]) => whole));

test('properties ask only for what Lit still has in the scripts for pages', () => {
  const option = /^(attribute: '[a-z-]+'|type: (Boolean|Number|Object)|reflect: true)$/;
  const options = found(/@property\(.*?\)/g).map(text => /^@property\(\{(.*)\}\)$/.exec(text)?.[1].split(', ') ?? text);
  assert.deepEqual(options.flat().filter(text => text !== '@property()' && !option.test(text)), []);
  assert.deepEqual(found(/reflect: true, type: (Number|Object)|type: (Number|Object), reflect: true/g), []);
});

test('no stylesheet has an expression in it', () => {
  assert.deepEqual(found(/\bcss`[^`]*\$\{/g), []);
});

test('templates ask only for what Lit still has in the scripts for pages', () => {
  const names = found(/import \{.*?\} from 'lit\/html\.js'/g).flatMap(line => line.match(/\{(.*)\}/)[1].split(', '));
  assert.deepEqual([...new Set(names)].sort(), ['html', 'nothing', 'render']);
  assert.deepEqual(found(/from 'lit\/(?!html\.js).*|from 'lit-html.*/g), []);
  // Comments, text that is no markup, values in the place of an attribute.
  assert.deepEqual(found(/<!--|<(textarea|title|style|script)\b[^`]*>|<[a-z][\w-]*\s+(?:[^`>]*\s)?\$\{/g), []);
});

test('a library in another version than the one that was looked at stops the build', () => {
  const path = 'node_modules/@lit/reactive-element/reactive-element.js';
  assert.throws(() => leanText(path, 'export class ReactiveElement {}'), /reactive-element\.js has no/);
});

test('files of others are left alone', () => {
  assert.equal(leanText('node_modules/dompurify/dist/purify.es.mjs', 'x'), undefined);
});
