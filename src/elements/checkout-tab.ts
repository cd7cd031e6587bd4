import type {PaynowError} from '../api/errors.js';
import {checkConfig} from '../store/config.js';
import type {Config} from '../store/config.js';
import type {PaynowElement} from './paynow-element.js';

/** An element that can say for itself how the checkout opens. */
export type CheckoutOpener = PaynowElement & {readonly checkout?: string | null};

/** A tab for the checkout: null when the browser blocked it, nothing when the checkout opens otherwise. */
export type CheckoutTab = Window | null | undefined;

/** How the checkout opens: as the element says, else as the shop is set up; and what is wrong with what it says. */
export const wayOf = (
  {checkout, localName, shop}: CheckoutOpener,
): {way: Config['checkout']; errors: readonly PaynowError[]} => {
  const {config, errors} = checkConfig({checkout: checkout || undefined} as Config, `<${localName}>`);
  return {way: config.checkout ?? shop.config.checkout, errors};
};

/**
 * Opens the tab for the checkout, if it opens in one. It has to happen in a press: browsers block a tab that comes
 * later. Who has to sign in first does so in this tab.
 */
export const openTab = (opener: CheckoutOpener): CheckoutTab =>
  wayOf(opener).way === 'new-tab' && opener.shop.cart.state.status !== 'signed-out' ? open() : undefined;
