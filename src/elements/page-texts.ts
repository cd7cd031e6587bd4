import {en} from '../i18n/en.js';
import type {Messages} from '../i18n/en.js';
import type {registerMessages} from '../i18n/messages.js';
import {plural} from '../i18n/plural.js';
import type {Forms} from '../i18n/plural.js';
import {warnOnce} from '../store/registry.js';

type Text = Messages[keyof Messages];

const isForms = (given: unknown): given is Forms =>
  typeof given === 'object' && given !== null && Object.values(given).every(form => typeof form === 'string')
    && 'other' in given;

// `{1}` and `{2}` stand for what a text is given, in the order in which the English text is given it.
const fill = (text: string) => (...given: unknown[]): string =>
  text.replace(/\{([1-9])\}|#/g, (mark, place: string | undefined) =>
    String(place ? given[Number(place) - 1] ?? '' : typeof given[0] === 'number' ? given[0] : mark));

/** A text of a page in the shape that the elements call it in; nothing when it cannot be one. */
const textOf = (lang: string, key: string, given: unknown): Text | undefined => {
  if (!Object.hasOwn(en, key)) return undefined;
  const isFunction = typeof en[key as keyof Messages] === 'function';
  if (typeof given === 'string') return (isFunction ? fill(given) : given) as Text;
  return isFunction && isForms(given) ? plural(lang)(given) as Text : undefined;
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

type Register = typeof registerMessages;

// A block at which the parser is still at work is not whole yet; it has something after it, or the page is through.
const isWhole = (script: Element): boolean => {
  for (let node: Node | null = script; node; node = node.parentNode) if (node.nextSibling) return true;
  return document.readyState !== 'loading';
};

const read = (script: Element, register: Register): void => {
  const lang = script.getAttribute('data-paynow-texts')?.trim() ?? '';
  const where = `The script with data-paynow-texts="${lang.slice(0, 20)}"`;
  const given = parse(script.textContent ?? '');
  // `plural` below throws for what is no language tag.
  const isLanguage = /^[a-z]{2,8}(-[a-z\d]{1,8})*$/i.test(lang);
  if (!isLanguage || typeof given !== 'object' || given === null || Array.isArray(given)) {
    warnOnce(`${where} cannot be used: ${isLanguage
      ? 'write a JSON object of texts into it, such as {"checkout": "Pay now"}.'
      : 'write the language into the attribute, such as data-paynow-texts="de".'}`);
    return;
  }
  const texts: Record<string, Text> = {};
  for (const [key, value] of Object.entries(given)) {
    const text = textOf(lang, key, value);
    if (text === undefined) warnOnce(`${where}: "${key.slice(0, 40)}" is ${Object.hasOwn(en, key)
      ? 'to be a text, or {"one": "…", "other": "…"} where it has a number in it.' : 'none of the texts.'}`);
    else texts[key] = text;
  }
  register(lang, texts);
};

/** Those who show texts: each copy of the script on the page has its own, and what it has read. */
const readers = new Map<Register, WeakSet<Element>>();

const readAll = (): void => {
  for (const script of document.querySelectorAll('script[data-paynow-texts]')) {
    // Whoever makes one may write into it later.
    if (!script.textContent || !isWhole(script)) continue;
    for (const [register, seen] of readers) {
      if (!seen.has(script)) read(script, register);
      seen.add(script);
    }
  }
};

/**
 * Takes over the texts that the page gives as JSON in a script element with `data-paynow-texts="LANGUAGE"`, now and
 * whenever such an element comes later. In texts with names or amounts `{1}`, `{2}` stand for these; texts with a
 * number take an object of plural forms, with `#`.
 */
export const readPageTexts = (register: Register): void => {
  if (!readers.size) {
    new MutationObserver(readAll).observe(document, {childList: true, subtree: true});
    document.addEventListener('DOMContentLoaded', readAll);
  }
  if (!readers.has(register)) readers.set(register, new WeakSet());
  readAll();
};
