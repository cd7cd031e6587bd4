import type {PaynowElement} from './paynow-element.js';

/** An element that can say for itself how the checkout opens. */
export type CheckoutOpener = PaynowElement & {readonly checkout?: string | null};

/** A tab for the checkout: null when the browser blocked it, nothing when the checkout opens otherwise. */
export type CheckoutTab = Window | null | undefined;

/** Opens the tab for the checkout. It has to happen in the press itself: browsers block a tab that comes later. */
export const openTab = ({checkout, shop}: CheckoutOpener): CheckoutTab =>
  (checkout || shop.config.checkout) === 'new-tab' ? open() : undefined;
