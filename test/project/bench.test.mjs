import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {test} from 'node:test';
import {withResults} from '../../bench/readme.mjs';
import {root} from '../../tools/sources.mjs';

test('the README shows what the benchmark found, to the letter, and its charts are there', () => {
  const [readme, results] = ['README.md', 'bench/RESULTS.md'].map(name => readFileSync(root + name, 'utf8'));
  assert.equal(withResults(readme, results), readme, 'write it anew with node bench/run.mjs --readme');
  const charts = [...readme.matchAll(/!\[[^\]]*\]\((bench\/\w+\.svg)\)/g)].map(([, file]) => file);
  assert.equal(charts.length, 2);
  for (const file of charts) assert.ok(existsSync(root + file), file);
});
