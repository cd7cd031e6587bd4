// What happens to the files that esbuild makes before they are written: files with nothing in them are taken away,
// what is left becomes smaller, and each gets a name that follows from all that it may load.
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs';
import {basename} from 'node:path';
import {minify} from 'terser';
import {staticClosure} from './closure.mjs';
import {root} from './sources.mjs';

const digest = text => createHash('sha256').update(text).digest();
const {version} = JSON.parse(readFileSync(`${root}node_modules/terser/package.json`, 'utf8'));
const cache = `${root}node_modules/.cache/paynow-elements/terser-${version}/`;
// Reading a property may do something, such as laying out the page; nobody here counts the parameters of a function.
const compress = {passes: 2, inline: 1, pure_getters: false, keep_fargs: false};

/** Smaller code that does the same. What stands alone, `isScript`, may be read in any encoding. */
export const squeeze = async (text, {isScript = false} = {}) => {
  const options = {ecma: 2022, module: !isScript, compress, format: {ascii_only: isScript}};
  // It takes seconds for all files, of which most are the same as in the last build.
  const kept = cache + digest(JSON.stringify([text, options])).toString('hex');
  if (existsSync(kept)) return readFileSync(kept, 'utf8');
  const {code} = await minify(text, options);
  mkdirSync(cache, {recursive: true});
  writeFileSync(`${kept}.${process.pid}`, `${code}\n`);
  renameSync(`${kept}.${process.pid}`, kept);
  return `${code}\n`;
};

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const short = bytes => [...bytes.subarray(0, 8)].map(byte => letters[byte % 32]).join('');
const importOf = name => `"./${basename(name)}"`;
const lastExport = /export\{([^{}]*)\};\s*$/;
const pairs = list => list.split(',').map(pair => [pair.split(' as ')[0], pair.split(' as ').at(-1)]);
const stub = /^(?:import(?:\{[^{}]*\}from)?"\.\/[^"]+";)*(?:export\{[^{}]*\};)?\s*$/;

// The names that a stub passes on, as [what its one source calls it, what the stub calls it], with that source.
const passedOn = (text, folder) => {
  const sources = [...text.matchAll(/import\{([^{}]*)\}from"\.\/([^"]+)"/g)];
  if (sources.length !== 1) return undefined;
  const [[, taken, file]] = sources;
  const outer = Object.fromEntries(pairs(taken).map(([outside, inside]) => [inside, outside]));
  const names = pairs(lastExport.exec(text)?.[1] ?? '').map(([inside, outside]) => [outer[inside], outside]);
  return {home: folder + file, names};
};

/**
 * esbuild makes a file of nothing but names for what is loaded by itself and shared too. Each such file is one more to
 * fetch: its names go to the file that has what they stand for. What such a file brings besides has to come with that
 * one too, unless it is `inert`: nothing happens when it is loaded, so that only who imports something of it needs it.
 */
export const foldStubs = ({outputs}, texts, inert = []) => {
  const isInert = file => Object.keys(outputs[file].inputs).some(input => inert.includes(input));
  for (const [name, text] of Object.entries(texts)) {
    const passed = stub.test(text) && passedOn(text, name.replace(/[^/]*$/, ''));
    if (!passed) continue;
    const {home, names} = passed;
    const given = Object.fromEntries(pairs(lastExport.exec(texts[home])[1]).map(([inner, outer]) => [outer, inner]));
    const brought = staticClosure({outputs}, home);
    const isSame = staticClosure({outputs}, name).every(file =>
      file === name || brought.includes(file) || isInert(file));
    const news = names.filter(([inside, outside]) => given[outside] !== given[inside]);
    if (!isSame || news.some(([, outside]) => outside in given)) continue;
    const more = news.map(([inside, outside]) => `${given[inside]} as ${outside}`);
    texts[home] = texts[home].replace(lastExport, (_, list) => `export{${[list, ...more].join(',')}};\n`);
    delete texts[name];
    for (const other of Object.keys(texts)) texts[other] = texts[other].replaceAll(importOf(name), importOf(home));
    for (const {imports} of Object.values(outputs)) {
      for (const one of imports) if (one.path === name) one.path = home;
    }
    const {entryPoint, entryPoints = [entryPoint]} = outputs[name];
    outputs[home].entryPoints = [...outputs[home].entryPoints ?? [outputs[home].entryPoint], ...entryPoints];
    delete outputs[name];
  }
};


/**
 * Lets files take from a place in the page what they would import from `core`, because the loader holds that already:
 * it cannot be imported, for nobody knows the whole address under which a page has it. `core` becomes a script that
 * leaves it there. @returns the place: only files of this build know it.
 */
export const shareCore = ({outputs}, texts, core) => {
  const [, more] = staticClosure({outputs}, core);
  if (more) throw new Error(`${core} imports ${more}: name what the loader needs of it in tools/chunks.mjs, in core.`);
  const place = `globalThis[Symbol.for("paynow.${short(digest(texts[core]))}")]`;
  const names = pairs(lastExport.exec(texts[core])[1]).map(([inside, outside]) => `${outside}:${inside}`);
  const taking = new RegExp(`import(?:\\{([^{}]*)\\}from)?${importOf(core)};`);
  for (const [name, text] of Object.entries(texts)) {
    texts[name] = text.replace(taking, (_, list) =>
      list ? `const{${pairs(list).map(([outside, inside]) => `${outside}:${inside}`).join(',')}}=${place};` : '');
    if (texts[name].includes(importOf(core))) throw new Error(`${name} takes ${core} in another way than is expected.`);
    outputs[name].imports = outputs[name].imports.filter(({path}) => path !== core);
  }
  texts[core] = texts[core].replace(lastExport, `${place}??={${names.join(',')}};`);
  return place;
};

/** Takes files away in which nothing is left. */
export const dropEmpty = ({outputs}, texts) => {
  for (const name of Object.keys(texts).filter(one => !texts[one].trim())) {
    delete texts[name];
    delete outputs[name];
    for (const other of Object.keys(texts)) texts[other] = texts[other].replace(`import${importOf(name)};`, '');
    for (const output of Object.values(outputs)) output.imports = output.imports.filter(({path}) => path !== name);
  }
};

/** The text of a file of `chunks/`, without what it exports, to stand in one that lies above. */
export const inlined = text => text.replace(lastExport, '').replaceAll(/"\.\/([A-Z0-9]{8}\.js")/g, '"./chunks/$1');

/** Names that hold for ever: another content, here or in anything that a file may load, is another name. */
export const rename = ({outputs}, texts) => {
  const own = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, digest(text).toString('hex')]));
  const reach = (name, found = new Set()) => {
    if (found.has(name) || !own[name]) return found;
    found.add(name);
    for (const {path} of outputs[name].imports) reach(path, found);
    return found;
  };
  const names = Object.fromEntries(Object.keys(texts).map(name => {
    const all = [...reach(name)].map(file => own[file]).sort();
    return [name, name.replace(/[^/]*$/, `${short(digest([own[name], ...all].join()))}.js`)];
  }));
  const bases = Object.fromEntries(Object.entries(names).map(([from, to]) => [importOf(from), importOf(to)]));
  for (const [from, to] of Object.entries(names)) {
    const text = texts[from].replaceAll(/"\.\/[A-Z0-9]{8}\.js"/g, found => bases[found] ?? found);
    const {imports, ...rest} = outputs[from];
    delete texts[from];
    delete outputs[from];
    texts[to] = text;
    outputs[to] = {...rest, bytes: text.length,
      imports: imports.map(one => ({...one, path: names[one.path] ?? one.path}))};
  }
};
