import {warnOnce} from '../store/registry.js';
import type {PaynowElement} from './paynow-element.js';
import {sentence} from './sentence.js';
import {toError} from './to-error.js';

const signIn = async (element: PaynowElement): Promise<boolean> => {
  try {
    return await (await import('./sign-in-ask.js')).ask(element);
  } catch {
    return false;
  }
};

/**
 * Tells the page what went wrong, and asks whoever has to be signed in.
 * @returns what to show the shopper; nothing when the page signs them in itself, or once they have signed in.
 */
export const report = async (element: PaynowElement, thrown: unknown): Promise<string> => {
  const error = toError(thrown);
  const isAuth = error.kind === 'auth';
  const detail = {storeId: element.shop.id, reason: error.code ?? 'signed-out'};
  if (isAuth && !element.emit('paynow-auth-required', detail, true)) return '';
  element.emit('paynow-error', {error});
  if (error.kind === 'configuration') warnOnce(error.message);
  return isAuth && await signIn(element) ? '' : sentence(error, element);
};
