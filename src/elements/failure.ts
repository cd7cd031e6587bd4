import {PaynowError, isPaynowError} from '../api/errors.js';
import {explain} from '../i18n/explain.js';
import {warnOnce} from '../store/registry.js';
import type {Shop} from '../store/shop.js';
import {make} from './make.js';
import type {PaynowElement} from './paynow-element.js';

/** An error of ours for whatever was thrown; a part of the script that did not arrive counts as the network's fault. */
export const toError = (thrown: unknown): PaynowError =>
  isPaynowError(thrown) ? thrown : new PaynowError(String(thrown), {kind: 'network', cause: thrown});

/** Where shoppers sign in and come back from; nothing when the shop names no such page, or none that can be followed. */
export const signInAddress = ({config: {signInUrl}}: Shop): string | undefined => {
  const url = signInUrl && URL.canParse(signInUrl, document.baseURI) ? new URL(signInUrl, document.baseURI) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  url.searchParams.set('return_to', location.href);
  return url.href;
};

/**
 * Tells the page what went wrong.
 * @returns what to show the shopper; nothing when the page signs them in itself.
 */
export const report = (element: PaynowElement, thrown: unknown): string | Node => {
  const error = toError(thrown);
  const {shop, text} = element;
  const isAuth = error.kind === 'auth';
  const detail = {storeId: shop.id, reason: error.code ?? 'signed-out'};
  if (isAuth && !element.emit('paynow-auth-required', detail, true)) return '';
  element.emit('paynow-error', {error});
  if (error.kind === 'configuration') warnOnce(error.message);
  const sentence = explain(error, text);
  const href = isAuth && signInAddress(shop);
  if (!href) return sentence;
  const message = document.createDocumentFragment();
  message.append(`${sentence} `, make('a', {href, textContent: text.signIn}));
  return message;
};
