// The scripts for pages hold a part of zod. Thousands of answers, many of them odd somewhere, are read with that part
// and with all of zod, and both have to say the same.
import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {before, test} from 'node:test';
import {build} from 'esbuild';
import * as fc from 'fast-check';
import {librariesPlugin} from '../../tools/libraries.mjs';
import {root} from '../../tools/sources.mjs';

const files = readdirSync(`${root}src/api/schemas`);
const entry = [
  "import * as z from 'zod/mini';",
  "export {safeParse} from 'zod/mini';",
  'export const Free = z.catchall(z.object({id: z.optional(z.string())}), z.unknown());',
  "export {listOf, one} from './src/api/shape.ts';",
  ...files.map(name => `export * from './src/api/schemas/${name}';`),
].join('\n');

const load = async plugins => {
  const {outputFiles} = await build({
    stdin: {contents: entry, resolveDir: root},
    bundle: true,
    write: false,
    format: 'esm',
    plugins,
    absWorkingDir: root,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
};

let whole = {};
let lean = {};
let names = [];

before(async () => {
  [whole, lean] = await Promise.all([load([]), load([librariesPlugin])]);
  names = Object.keys(whole).filter(name => whole[name]._zod);
});

const odd = fc.oneof(
  fc.jsonValue({maxDepth: 2}),
  fc.constantFrom(null, true, '', 0, -0, 1.5, 2 ** 53, -(2 ** 53), 1e308, 'NaN', [], {}, [null]),
);
const oddKey = fc.oneof(fc.constantFrom('__proto__', 'toString', 'constructor', 'hasOwnProperty', ''), fc.string());

/** Answers as a schema wants them, but with something else here and there. */
const answersOf = ({_zod: {def}}, depth = 0) => {
  if (depth > 12) return odd;
  const inside = schema => answersOf(schema, depth + 1);
  const kinds = {
    string: () => fc.string(),
    number: () => fc.oneof(fc.maxSafeInteger(), fc.double({noNaN: true, noDefaultInfinity: true})),
    boolean: () => fc.boolean(),
    unknown: () => odd,
    array: () => fc.array(inside(def.element), {maxLength: 3}),
    nullable: () => fc.option(inside(def.innerType)),
    optional: () => fc.option(inside(def.innerType), {nil: undefined}),
    object: () => {
      const fields = Object.fromEntries(Object.entries(def.shape).map(([key, schema]) => [key, inside(schema)]));
      const more = fc.dictionary(oddKey, odd, {maxKeys: 2});
      return fc.tuple(fc.record(fields), more).map(([known, others]) => ({...others, ...known}));
    },
  };
  return fc.oneof({weight: 60, arbitrary: kinds[def.type]()}, {weight: 1, arbitrary: odd});
};

const sent = answer => JSON.parse(JSON.stringify(answer) ?? 'null');

const verdict = ({safeParse}, schema, json) => {
  const {success, data, error} = safeParse(schema, json);
  return {success, data, issues: error?.issues.map(({path, code, expected}) => ({path, code, expected}))};
};

const thrown = (kind, message) => Object.assign(new Error(message), {kind});

const told = (read, json) => {
  try {
    return {data: read(json, thrown)};
  } catch ({kind, message}) {
    return {kind, message};
  }
};

const both = (name, check) => {
  const property = fc.property(answersOf(whole[name]), answer => check(sent(answer)));
  fc.assert(property, {numRuns: 120});
};

test('the part of zod in the scripts for pages reads every answer as all of zod does', () => {
  let good = 0;
  let bad = 0;
  for (const name of names) {
    both(name, json => {
      const expected = verdict(whole, whole[name], json);
      assert.deepStrictEqual(verdict(lean, lean[name], json), expected, name);
      if (expected.success) good++;
      else bad++;
    });
  }
  assert.ok(good > 100 && bad > 100, `${good} good and ${bad} bad answers`);
});

test('what is said about a wrong answer, and which items of a list are left out, is the same', () => {
  for (const name of names) {
    both(name, json => {
      const [warned, alsoWarned] = [[], []];
      assert.deepStrictEqual(told(lean.one(lean[name]), json), told(whole.one(whole[name]), json), name);
      const ours = told(lean.listOf(lean[name], ({message}) => warned.push(message)), [json, json]);
      const theirs = told(whole.listOf(whole[name], ({message}) => alsoWarned.push(message)), [json, json]);
      assert.deepStrictEqual([ours, warned], [theirs, alsoWarned], name);
    });
  }
});

test('an answer that is nested too deep for one is too deep for the other', () => {
  let deep = {};
  for (let level = 0; level < 50_000; level++) deep = {children: [deep]};
  const problem = told(whole.one(whole.Navlink), deep);
  assert.match(problem.message, /nested too deep/);
  assert.deepStrictEqual(told(lean.one(lean.Navlink), deep), problem);
});

test('answers are described and read only with what that part of zod has', () => {
  const schema = /^z\.(string\(\)|number\(\)|boolean\(\)|unknown\(\)|(array|object|nullish|optional|catchall)\()/;
  const other = /^z\.(infer<|ZodMiniType<|safeParse\()/;
  const sources = readdirSync(`${root}src/api`, {recursive: true}).filter(name => name.endsWith('.ts'));
  const text = sources.map(name => readFileSync(`${root}src/api/${name}`, 'utf8')).join();
  const used = text.replaceAll(/\/\*[^]*?\*\//g, '').match(/\bz\.\w+[<(]\)?|(?<!JSON|Date|\bz)\.(safeP|p)arse\w*\(/g);
  assert.deepEqual(used.filter(word => !schema.test(word) && !other.test(word)), []);
});
