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

test('the classic script is one file with the elements of the main job, and fetches others from beside it', () => {
  const {inputs} = JSON.parse(readFileSync(`${root}dist/meta/classic.json`, 'utf8'));
  const held = elementNames().filter(name => `src/elements/${name}.ts` in inputs);
  const main = ['add-button', 'cart', 'cart-button', 'cart-count', 'cart-total', 'checkout-button', 'store'];
  assert.deepEqual(held.sort(), main);
});

test('before it is used nothing of it is loaded: no second language, no zod, no cart with the first buttons', () => {
  const {outputs} = JSON.parse(readFileSync(`${root}dist/meta/loader.json`, 'utf8'));
  const first = rows[0].files.flatMap(file => Object.keys(outputs[file].inputs));
  const late = /\/zod\/|elements\/(cart|options|sign-in)\.ts|i18n\/(?!en)[a-z]{2}\.ts|store\/engine/;
  assert.deepEqual(
    first.filter(file => late.test(file)),
    [],
  );
});
