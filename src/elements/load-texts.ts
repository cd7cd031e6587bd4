import {loadLanguage, registerMessages} from '../i18n/messages.js';

const loadPageTexts = async (): Promise<void> => {
  if (document.querySelector('[data-paynow-texts]'))
    (await import('./page-texts.js')).readPageTexts(registerMessages);
};

/**
 * Loads what a page is to say: ours in its language, and what it says itself. A text that could not be loaded is
 * English, which is better than no element.
 */
export const loadTexts = (lang: string): Promise<unknown> => Promise.allSettled([loadLanguage(lang), loadPageTexts()]);
