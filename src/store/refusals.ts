import {PaynowError} from '../api/errors.js';

/** Why a change of a customer who has left is not made. */
export const signedOut = (): PaynowError =>
  new PaynowError('Nobody is signed in any more.', {kind: 'auth', code: 'signed-out'});

/** Why a cart that is being paid is not changed unawares: the shopper is told, and may press again. */
export const checkoutOpen = (): PaynowError =>
  new PaynowError('A checkout of this cart has begun.', {kind: 'configuration', code: 'checkout-open'});
