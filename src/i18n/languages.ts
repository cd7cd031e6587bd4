import type {Messages} from './en.js';

/** Where the texts of each built-in language are; each is a file of its own, loaded when a page needs it. */
export const languages: Readonly<Record<string, () => Promise<{messages: Messages}>>> = {
  ar: () => import('./ar.js'),
  cs: () => import('./cs.js'),
  de: () => import('./de.js'),
  es: () => import('./es.js'),
  fr: () => import('./fr.js'),
  it: () => import('./it.js'),
  ja: () => import('./ja.js'),
  ko: () => import('./ko.js'),
  nl: () => import('./nl.js'),
  pl: () => import('./pl.js'),
  'pt-BR': () => import('./pt-BR.js'),
  ru: () => import('./ru.js'),
  tr: () => import('./tr.js'),
  uk: () => import('./uk.js'),
  'zh-CN': () => import('./zh-CN.js'),
};

/**
 * The built-in language that serves a BCP 47 tag: `pt-BR` itself, else the language without its region, else one of
 * another region, so that `pt` and `zh-TW` are read by their speakers rather than English. Nothing when there is none.
 */
export const builtIn = (lang: string): string | undefined => {
  const tag = lang.toLowerCase();
  const [language] = tag.split('-');
  const names = Object.keys(languages);
  return names.find(name => name.toLowerCase() === tag) ?? names.find(name => name.split('-')[0] === language);
};
