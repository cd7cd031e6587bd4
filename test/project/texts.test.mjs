import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {test} from 'node:test';
import {languages, root} from '../../tools/sources.mjs';

const read = file => readFileSync(root + file, 'utf8');
const under = folder =>
  readdirSync(root + folder, {recursive: true}).filter(name => name.endsWith('.ts')).map(name => `${folder}/${name}`);

const english = under('src/i18n/en').map(read).join('\n');
const keys = [...english.matchAll(/^ {2}(?:(\w+)|'([\w.-]+)'):/gm)].map(([, plain, quoted]) => plain ?? quoted);
const spoken = languages().filter(name => name !== 'en');
const code = ['src/api', 'src/store', 'src/elements'].flatMap(under).map(read).join('\n')
  + read('src/i18n/explain.ts') + read('src/i18n/words.ts');

// Texts of errors are chosen by codes, of which some come from the API: those stand in the sandbox, as the API says
// them, and in the families of explain.ts.
const codes = (code + under('src/sandbox').map(read).join('\n')).replaceAll('_', '-');

const isUsed = key => {
  const [, group, rest] = /^(error|undone)\.(.+)$/.exec(key) ?? [];
  const taken = `\\{[^{}]*\\b${key}\\b[^{}]*\\} = ((this\\.)?text|wordsOf)`;
  const forms = [`\\.${key}\\b`, `'${key}'`, taken, `[(|]${key}[|)]`];
  if (!group) return new RegExp(forms.join('|')).test(code);
  return group === 'undone' ? code.includes('`undone.${action}`') : new RegExp(`['.]${rest}'`).test(codes);
};

test('every text is said somewhere', () => {
  assert.ok(keys.length > 100, `Only ${keys.length} texts were found.`);
  assert.deepEqual(keys.filter(key => !isUsed(key)), []);
});

test('every language says the same texts, none of them twice', () => {
  for (const name of spoken) {
    const own = [...read(`src/i18n/${name}.ts`).matchAll(/^ {2}(?:(\w+)|'([\w.-]+)'):/gm)].map(
      ([, plain, quoted]) => plain ?? quoted,
    );
    assert.deepEqual(own.filter((key, index) => own.indexOf(key) !== index), [], `${name}: said twice`);
    assert.deepEqual([...new Set(keys)].filter(key => !own.includes(key)), [], `${name}: missing`);
    assert.deepEqual(own.filter(key => !keys.includes(key)), [], `${name}: English does not have it`);
  }
});

test('texts with numbers have every form that whole numbers need in their language', () => {
  for (const name of spoken) {
    const rules = new Intl.PluralRules(name);
    const needed = new Set(Array.from({length: 1001}, (_, count) => rules.select(count)));
    for (const [, body] of read(`src/i18n/${name}.ts`).matchAll(/forms\(\{([^}]*)\}\)/g)) {
      const own = [...body.matchAll(/(\w+): '/g)].map(([, form]) => form);
      // A text that is the same for every number has the one form.
      if (own.length === 1) continue;
      const isOneForAll = !needed.has('one') || own.includes('1');
      const missing = [...needed].filter(
        form => !own.includes(form) && form !== 'zero' && !(form === 'one' && isOneForAll),
      );
      assert.deepEqual(missing, [], `${name}: ${body.trim()}`);
    }
  }
});

test('each language has its own words', () => {
  for (const name of spoken) {
    assert.match(read(`src/i18n/${name}.ts`), new RegExp(`plural\\('${name}'\\)`), `${name}: plural rules of another`);
    const same = [...read(`src/i18n/${name}.ts`).matchAll(/^ {2}('?[\w.-]+'?): '([^']+)',$/gm)].filter(
      ([line]) => english.includes(line.slice(2)) && !/Minecraft|^ {2}(server|total|trial|subtotal):/.test(line),
    );
    assert.ok(same.length < 6, `${name}: still English? ${same.map(([line]) => line.trim()).join(' ')}`);
  }
});
