import assert from 'node:assert/strict';
import {test} from 'node:test';
import {outputOf} from '../../tools/closure.mjs';
import {dropEmpty, foldStubs, inlined, rename, shareCore, squeeze} from '../../tools/pack.mjs';

const file = (entryPoint, ...imports) => ({
  entryPoint, inputs: {},
  imports: imports.map(([path, kind = 'import-statement']) => ({path: `dist/${path}.js`, kind})),
});
const build = shapes => ({outputs: Object.fromEntries(Object.entries(shapes).map(([name, one]) =>
  [`dist/${name}.js`, one]))});
const textsOf = list => Object.fromEntries(Object.entries(list).map(([name, text]) => [`dist/${name}.js`, text]));

test('a file of nothing but names goes, and who asked for it asks for what it stood for', () => {
  const metafile = build({
    HOMEHOME: file(undefined, ['COREFILE']), COREFILE: file(),
    STUBSTUB: file('entry:src/a.ts', ['HOMEHOME'], ['COREFILE']),
    ASKERASK: file('src/b.ts', ['STUBSTUB', 'dynamic-import']),
  });
  const texts = textsOf({
    HOMEHOME: 'import"./COREFILE.js";var x=1,y=2;export{x as a,y as b};', COREFILE: 'var c=1;export{c as a};',
    STUBSTUB: 'import{b as n}from"./HOMEHOME.js";import"./COREFILE.js";export{n as answer};',
    ASKERASK: 'import("./STUBSTUB.js").then(({answer:a})=>a);',
  });
  foldStubs(metafile, texts);
  assert.deepEqual(texts, textsOf({
    HOMEHOME: 'import"./COREFILE.js";var x=1,y=2;export{x as a,y as b,y as answer};\n',
    COREFILE: 'var c=1;export{c as a};',
    ASKERASK: 'import("./HOMEHOME.js").then(({answer:a})=>a);',
  }));
  assert.equal(outputOf(metafile, 'src/a.ts'), 'dist/HOMEHOME.js');
  assert.deepEqual(metafile.outputs['dist/ASKERASK.js'].imports[0].path, 'dist/HOMEHOME.js');
});

test('a file stays that brings more than what it names, or whose name means something else there', () => {
  const metafile = build({
    HOMEHOME: file(), MOREMORE: file(),
    BRINGSIT: file('src/a.ts', ['HOMEHOME'], ['MOREMORE']), OTHERONE: file('src/b.ts', ['HOMEHOME']),
  });
  const texts = textsOf({
    HOMEHOME: 'var x=1,y=2;export{x as a,y as b};', MOREMORE: 'document.title="";',
    BRINGSIT: 'import{a as n}from"./HOMEHOME.js";import"./MOREMORE.js";export{n as answer};',
    OTHERONE: 'import{a as n}from"./HOMEHOME.js";export{n as b};',
  });
  const before = structuredClone(texts);
  metafile.outputs['dist/MOREMORE.js'].inputs = {'src/more.ts': {}};
  foldStubs(metafile, texts, ['src/others.ts']);
  assert.deepEqual(texts, before);
  // Unless nothing happens when that is loaded.
  foldStubs(metafile, texts, ['src/more.ts']);
  assert.deepEqual(Object.keys(before).filter(name => !(name in texts)), ['dist/BRINGSIT.js']);
  assert.equal(outputOf(metafile, 'src/a.ts'), 'dist/HOMEHOME.js');
});

test('a file with nothing in it goes, and nobody asks for it', () => {
  const metafile = build({EMPTYEMP: file(), ASKERASK: file('src/a.ts', ['EMPTYEMP'])});
  const texts = textsOf({EMPTYEMP: '\n', ASKERASK: 'import"./EMPTYEMP.js";0;'});
  dropEmpty(metafile, texts);
  assert.deepEqual(texts, textsOf({ASKERASK: '0;'}));
  assert.deepEqual(metafile.outputs, build({ASKERASK: file('src/a.ts')}).outputs);
});

test('what the loader holds is taken from where it leaves it, and from nowhere else', () => {
  const metafile = build({
    COREFILE: file('src/base.ts'), ASKERASK: file('src/a.ts', ['COREFILE']), BAREBARE: file('src/b.ts', ['COREFILE']),
  });
  const texts = textsOf({
    COREFILE: 'var x=import("./ASKERASK.js");export{x as a,x as base};',
    ASKERASK: 'import{a as n}from"./COREFILE.js";n();', BAREBARE: 'import"./COREFILE.js";0;',
  });
  const place = shareCore(metafile, texts, 'dist/COREFILE.js');
  assert.deepEqual(texts, textsOf({
    COREFILE: `var x=import("./ASKERASK.js");${place}??={a:x,base:x};`,
    ASKERASK: `const{a:n}=${place};n();`, BAREBARE: '0;',
  }));
  assert.equal(inlined(texts['dist/COREFILE.js']), `var x=import("./chunks/ASKERASK.js");${place}??={a:x,base:x};`);
  assert.deepEqual(Object.values(metafile.outputs).flatMap(({imports}) => imports), []);
  const asking = textsOf({COREFILE: 'export{x as a};', ASKERASK: 'import("./COREFILE.js");'});
  const other = build({COREFILE: file(), ASKERASK: file()});
  assert.throws(() => shareCore(other, asking, 'dist/COREFILE.js'), /another way/);
});

test('a file has another name when it, or anything that it may load, is another one, and only then', () => {
  const namesFor = (last, first = '') => {
    // The two load each other, as the engine and what comes after it do.
    const metafile = build({
      ONEONEON: file('src/one.ts', ['TWOTWOTW', 'dynamic-import']), TWOTWOTW: file('src/two.ts', ['ONEONEON']),
      LASTLAST: file('src/last.ts'), FIRSTFIR: file('src/first.ts', ['ONEONEON'], ['LASTLAST', 'dynamic-import']),
    });
    const texts = textsOf({
      ONEONEON: 'import("./TWOTWOTW.js")', TWOTWOTW: 'import"./ONEONEON.js";', LASTLAST: last,
      FIRSTFIR: `${first}import"./ONEONEON.js";import("./LASTLAST.js")`,
    });
    rename(metafile, texts);
    const named = ['one', 'two', 'last', 'first'].map(name => [name, outputOf(metafile, `src/${name}.ts`)]);
    const names = Object.fromEntries(named);
    for (const [, path] of texts[names.first].matchAll(/"\.\/([^"]+)"/g)) assert.ok(`dist/${path}` in texts, path);
    assert.deepEqual(Object.keys(metafile.outputs).toSorted(), Object.keys(texts).toSorted());
    return names;
  };
  const before = namesFor('var a=1;');
  assert.deepEqual(namesFor('var a=1;'), before);
  const after = namesFor('var a=2;');
  assert.equal(after.one, before.one);
  assert.notEqual(after.last, before.last);
  assert.notEqual(after.first, before.first);
  assert.equal(namesFor('var a=1;', '0;').last, before.last);
});

test('smaller code does the same: what only reads stays, and a classic script holds nothing but ASCII', async () => {
  assert.match(await squeeze('const box=document.body;box.offsetWidth;export{box}'), /offsetWidth/);
  assert.match(await squeeze('console.log("…")', {isScript: true}), /^console\.log\("\\u2026"\);\n$/);
});
