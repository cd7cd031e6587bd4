import type {Messages} from './en.js';

/** Where the texts of each built-in language are; each is a file of its own, loaded when a page needs it. */
export const languages: Readonly<Record<string, () => Promise<{messages: Messages}>>> = {
  de: () => import('./de.js'),
};

/** The built-in language that serves a BCP 47 tag: `pt-BR` itself, else `pt`; nothing when there is none. */
export const builtIn = (lang: string): string | undefined => {
  const tag = lang.toLowerCase();
  const names = Object.keys(languages);
  return names.find(name => name.toLowerCase() === tag) ?? names.find(name => name === tag.split('-')[0]);
};
