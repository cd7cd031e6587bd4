import type {Messages} from './en.js';

/** A shopper's language changed its words: texts were loaded or registered. Fires `change`. */
export const texts = new EventTarget();

// The empty name holds the built-in English, so that a merchant's own English words lie over it, whatever comes first.
const catalogues = new Map<string, Messages>([['', {} as Messages]]);

/**
 * The texts of a language. What it lacks comes from the language without its region, then from English:
 * `de-CH` falls back to `de`, then to `en`. The object stays the same while texts are added to it.
 * @param lang a BCP 47 tag in any case.
 */
export const messages = (lang: string): Messages => {
  const name = lang.toLowerCase();
  let found = catalogues.get(name);
  if (!found) {
    const parent = name === 'en' ? '' : name.replace(/(^|-)[^-]*$/, '') || 'en';
    catalogues.set(name, found = Object.create(messages(parent)) as Messages);
  }
  return found;
};

/** Adds built-in texts; those that the page has registered for the language stay in force. `''` is the English root. */
export const supply = (lang: string, given: Partial<Messages>): void => {
  const target = messages(lang);
  Object.assign(target, given, {...target});
};

/**
 * Replaces texts of a language, or adds a language of your own. Elements on the page redraw.
 * @param lang a BCP 47 tag such as `de` or `pt-BR`.
 * @param given some or all of the texts; what is missing falls back.
 */
export const registerMessages = (lang: string, given: Partial<Messages>): void => {
  Object.assign(messages(lang), given);
  texts.dispatchEvent(new Event('change'));
};

const loads = new Map<string, Promise<void>>();

const load = async (lang: string): Promise<void> => {
  const {builtIn, languages} = await import('./languages.js');
  const name = builtIn(lang);
  if (!name) return;
  supply(name, (await languages[name]!()).messages);
  registerMessages(name, {});
};

/**
 * Loads the built-in texts of a language, so that nothing is drawn in English first. Does nothing for English and for
 * languages without built-in texts; a load that failed is tried again by the next call.
 */
export const loadLanguage = (lang: string): Promise<void> => {
  let loading = loads.get(lang);
  if (!loading) {
    loads.set(lang, loading = /^en\b/i.test(lang) ? Promise.resolve() : load(lang));
    loading.catch(() => loads.delete(lang));
  }
  return loading;
};
