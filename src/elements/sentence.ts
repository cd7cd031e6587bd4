import type {PaynowError} from '../api/errors.js';
import type {PaynowElement} from './paynow-element.js';

let explain: typeof import('../i18n/explain.js').explain | undefined;

// The sentences come with the first error. When they do not come, the reason is the connection, and that one is at
// hand.
const load = async (): Promise<void> => {
  explain ??= (await import('../i18n/explain.js')).explain;
};

/** What to say about an error right now; the element draws once more when there is something better to say. */
export const sentenceNow = (error: PaynowError, element: PaynowElement): string => {
  if (!explain)
    load().then(
      () => element.requestUpdate(),
      () => {},
    );
  return explain?.(error, element.text) ?? element.text.failed;
};

/** What to say about an error. */
export const sentence = async (error: PaynowError, element: PaynowElement): Promise<string> => {
  await load().catch(() => {});
  return sentenceNow(error, element);
};
