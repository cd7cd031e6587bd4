import {warnOnce} from '../store/registry.js';
import {make} from './make.js';
import type {PaynowElement} from './paynow-element.js';
import {sentence} from './sentence.js';
import {signInAddress} from './sign-in-address.js';
import {toError} from './to-error.js';

/**
 * Tells the page what went wrong.
 * @returns what to show the shopper; nothing when the page signs them in itself.
 */
export const report = async (element: PaynowElement, thrown: unknown): Promise<string | Node> => {
  const error = toError(thrown);
  const {shop, text} = element;
  const isAuth = error.kind === 'auth';
  const detail = {storeId: shop.id, reason: error.code ?? 'signed-out'};
  if (isAuth && !element.emit('paynow-auth-required', detail, true)) return '';
  element.emit('paynow-error', {error});
  if (error.kind === 'configuration') warnOnce(error.message);
  const said = await sentence(error, element);
  const href = isAuth && signInAddress(shop);
  if (!href) return said;
  const message = document.createDocumentFragment();
  message.append(`${said} `, make('a', {href, textContent: text.signIn}));
  return message;
};
