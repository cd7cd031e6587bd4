import {loadLanguage} from '../i18n/messages.js';

/** Loads what a page is to say: the texts that it gives itself, and ours in its language. It never rejects. */
export const loadTexts = async (lang: string): Promise<void> => {
  // A text that could not be loaded is English, which is better than no element.
  await Promise.allSettled([
    document.querySelector('[data-paynow-texts]')
      && import('./page-texts.js').then(({readPageTexts}) => readPageTexts()),
    loadLanguage(lang),
  ]);
};
