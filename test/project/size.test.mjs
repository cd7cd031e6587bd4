import assert from 'node:assert/strict';
import {before, test} from 'node:test';
import {readFileSync} from 'node:fs';
import {sizes} from '../../tools/size.mjs';
import {elementNames, root} from '../../tools/sources.mjs';

let rows = [];

before(() => {
  rows = sizes();
});

test('every stage of a page stays under its limit', () => {
  for (const {name, brotli, limit, missing} of rows) {
    assert.deepEqual(missing, [], `${name}: not in the build`);
    assert.ok(brotli <= limit, `${name}: ${brotli} bytes of ${limit}`);
  }
});

test('the classic script is one file with every element that it promises', () => {
  const {inputs} = JSON.parse(readFileSync(`${root}dist/meta/classic.json`, 'utf8'));
  const later = ['options', 'sign-in'];
  const left = elementNames().filter(name => !later.includes(name) && !(`src/elements/${name}.ts` in inputs));
  assert.deepEqual(left, []);
});

test('before it is used nothing of it is loaded: no second language, no zod, no cart with the first buttons', () => {
  const {outputs} = JSON.parse(readFileSync(`${root}dist/meta/loader.json`, 'utf8'));
  const first = rows[0].files.flatMap(file => Object.keys(outputs[file].inputs));
  const late = /\/zod\/|elements\/(cart|options|sign-in)\.ts|i18n\/(?!en)[a-z]{2}\.ts|store\/engine/;
  assert.deepEqual(first.filter(file => late.test(file)), []);
});
