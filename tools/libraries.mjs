import {readFile} from 'node:fs/promises';
import {leanLit} from './lean-lit.mjs';
import {leanZod} from './lean-zod.mjs';

const lean = [...leanLit, ...leanZod];

// An edit that finds nothing means another version of the library, which has to be looked at.
const make = (text, path, [found, instead]) => {
  const next = text.replace(found, instead);
  if (next === text) throw new Error(`${path} has no ${found}`);
  return next;
};

/** The text of a library's file as the scripts for pages hold it; undefined for all other files. */
export const leanText = (path, text) => {
  const edits = lean.find(([filter]) => filter.test(path))?.[1];
  if (typeof edits === 'function') return edits(text);
  return edits?.reduce((next, edit) => make(next, path, edit), text);
};

/** Keeps what libraries leave on `globalThis`, and what nobody here asks them for, out of the scripts for pages. */
export const librariesPlugin = {
  name: 'libraries',
  setup: plugin => {
    for (const [filter] of lean) {
      plugin.onLoad({filter}, async ({path}) => ({
        contents: leanText(path, await readFile(path, 'utf8')),
        loader: 'js',
      }));
    }
  },
};
