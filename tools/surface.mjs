// What an element's code shows to the page, found in its source: the other side of its class comment.
import {existsSync, readFileSync} from 'node:fs';
import {posix} from 'node:path';
import {elementNames, root} from './sources.mjs';

const read = file => readFileSync(root + file, 'utf8');

/**
 * The files that draw an element: its own and what it imports in src/elements. Other elements are left out, and helpers
 * with a shadow root of their own.
 */
export const filesOf = name => {
  const elements = new Set(elementNames().map(other => `src/elements/${other}.ts`));
  const own = `src/elements/${name}.ts`;
  const found = new Set();
  const visit = file => {
    const isOther = elements.has(file) && file !== own;
    if (found.has(file) || isOther || !file.startsWith('src/elements/') || !existsSync(root + file)) return;
    if (read(file).includes('attachShadow(')) return;
    found.add(file);
    const code = read(file).replaceAll(/^(import|export) type [^;]+;/gm, '');
    for (const [, path] of code.matchAll(/(?:from|import\(|import) ?'(\.[^']+)\.js'/g)) {
      visit(`${posix.join(posix.dirname(file), path)}.ts`);
    }
  };
  visit(own);
  return [...found];
};

// Comments name parts and events too; only code counts.
const codeOf = files => files.map(file => read(file).replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')).join('\n');

const all = (code, pattern) => [...new Set([...code.matchAll(pattern)].map(match => match[1]))];
const words = list => [...new Set(list.flatMap(text => text.split(/\s+/)))].filter(Boolean);

/** Whether the code has that whole word: a name that is put together at run time is at least mentioned. */
export const mentions = (code, name) => new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(code);

/** `{slots, parts, properties, states, events}` that occur in the code of an element, and the code itself. */
export const surfaceOf = name => {
  const code = codeOf(filesOf(name));
  const tags = [...code.matchAll(/<slot(?=[\s>])[^>]*/g)];
  const made = [...code.matchAll(/make\(\s*'slot'(?:,\s*\{[^}]*)?/g)];
  const slots = [...tags, ...made].map(([tag]) => /name(?:=|: )["']([^"'$]+)["']/.exec(tag)?.[1] ?? '');
  return {
    code,
    slots: [...new Set(slots)],
    parts: words([...all(code, /[\s"'`]part="([^"$]+)"/g), ...all(code, /(?<![#.\w])part: '([^']+)'\s*[,}]/g)]),
    properties: all(code, /var\(\s*(--paynow-[\w-]+)/g),
    states: all(code, /(?:toggleState|states\.add)\(\s*'([\w-]+)'/g),
    events: all(code, /(?:emit\w*|new CustomEvent|new \w+Event)(?:<[^(]*>)?\(\s*'(paynow-[\w-]+)'/g),
  };
};
