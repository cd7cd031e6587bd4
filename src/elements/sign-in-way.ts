import type {Shop} from '../store/shop.js';
import {signInAddress} from './sign-in-address.js';

/** How shoppers sign in: by name, in a page of the merchant's site (its address), or not at all. */
export type SignInWay = {readonly kind: 'name' | 'none'} | {readonly kind: 'page'; readonly address: string};

/**
 * How the shoppers of a shop sign in. The merchant's own page comes first; without one, the store's platform decides.
 * @throws {PaynowError} when the store could not be read.
 */
export const wayOf = async (shop: Shop): Promise<SignInWay> => {
  const address = signInAddress(shop);
  if (address) return {kind: 'page', address};
  // PayNow lets browsers claim the names of Minecraft players, who prove themselves in the game, and no others.
  return {kind: /^minecraft/i.test((await shop.catalog.store()).platform) ? 'name' : 'none'};
};
