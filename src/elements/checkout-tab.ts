import type {PaynowElement} from './paynow-element.js';

/** An element that can say for itself how the checkout opens. */
export type CheckoutOpener = PaynowElement & {readonly checkout?: string | null};

/** A tab for the checkout: null when the browser blocked it, nothing when the checkout opens otherwise. */
export type CheckoutTab = Window | null | undefined;

/**
 * Opens the tab for the checkout, if it opens in one. It has to happen in a press: browsers block a tab that comes
 * later. Who has to sign in first does so in this tab.
 */
export const openTab = ({checkout, shop: {config, cart}}: CheckoutOpener): CheckoutTab =>
  (checkout || config.checkout) === 'new-tab' && cart.state.status !== 'signed-out' ? open() : undefined;
