import type {Messages} from '../i18n/en.js';

/**
 * The texts of one group as an element speaks them, in English where its copy of the script lacks them: the classic
 * script fetches parts of the module build, which have texts of their own.
 */
export const wordsOf = <Group extends Partial<Messages>>(text: Messages, group: Group): Group =>
  new Proxy(group, {get: (_, key) => text[key as keyof Messages] ?? group[key as keyof Group]});
