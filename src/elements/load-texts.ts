import {loadLanguage} from '../i18n/messages.js';

/**
 * Loads what a page is to say: ours in its language, and what it says itself. A text that could not be loaded is
 * English, which is better than no element.
 */
export const loadTexts = (lang: string): Promise<unknown> => Promise.allSettled([
  loadLanguage(lang), document.querySelector('[data-paynow-texts]') && import('./page-texts.js'),
]);
