import {getShop, registry} from '../store/registry.js';
import './link-dialog.js';
import type {Wanted} from './link-dialog.js';

/** As many products as a link can name. */
const most = 10;

const piece = /^(?<key>[\p{L}\p{N}._-]{1,100})(?:\*(?<quantity>[1-9]\d{0,2}))?$/u;

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
};

/** What a link such as `vip*2,ember-key` wants; nothing when it does not say that properly. */
export const wantedBy = (wish: string): Wanted[] | undefined => {
  const found = decode(wish).split(',', most + 1).map(part => piece.exec(part.trim())?.groups);
  if (found.length > most || found.some(groups => !groups)) return undefined;
  const sums = new Map<string, number>();
  for (const {key = '', quantity = '1'} of found as Record<string, string>[])
    sums.set(key, (sums.get(key) ?? 0) + Number(quantity));
  return [...sums].map(([key, quantity]) => ({key, quantity}));
};

/** Asks the shopper about what a link wants to add to the page's cart, once there is a shop. */
export const askToAdd = (wish: string): void => {
  if (!getShop().id) {
    registry.addEventListener('change', () => askToAdd(wish), {once: true});
    return;
  }
  const show = (): void => {
    for (const open of document.querySelectorAll('paynow-link-dialog')) open.remove();
    document.body.append(Object.assign(document.createElement('paynow-link-dialog'), {wanted: wantedBy(wish)}));
  };
  if (document.body) show();
  else document.addEventListener('DOMContentLoaded', show, {once: true});
};
