import {readFile} from 'node:fs/promises';

const nav = new URL('parts/nav.html', import.meta.url);
const story = /^(?<indent> *)<!-- story -->\n(?<html>[\s\S]*?)^ *<!-- \/story -->/m;

const escape = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Puts values in the place of `{{name}}`. An attribute whose value is empty is left out, as a merchant would do. */
const fill = (text, values) =>
  text
    .replaceAll(/\s+[\w-]+="\{\{([\w-]+)\}\}"/g, (attribute, name) => (values[name] ? attribute : ''))
    .replaceAll(/\{\{([\w-]+)\}\}/g, (_, name) => escape(values[name] ?? ''));

const source = html => {
  const {indent = '', html: shown = ''} = story.exec(html)?.groups ?? {};
  return escape(shown.replaceAll(new RegExp(`^${indent}`, 'gm'), '').trim());
};

/**
 * A page as it is served: with the navigation between the stories, the values, and its own story and script once more
 * as text, so that the code which a page shows is the code which runs.
 */
export const renderPage = async (template, path, values) => {
  const links = (await readFile(nav, 'utf8')).replace(`href="${path}"`, link => `${link} aria-current="page"`);
  const html = fill(template.replace('<!-- nav -->', () => links.trim()), values);
  const script = /<!-- source of ([\w-]+\.js) -->/.exec(html)?.[1];
  const code = script && (await readFile(new URL(script, import.meta.url), 'utf8'));
  return html
    .replace('<!-- source -->', () => source(html))
    .replace(`<!-- source of ${script} -->`, () => escape(code.trim()));
};
