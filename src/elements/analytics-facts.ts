/** Events of ours that are measured. */
export const facts = [
  'paynow-add', 'paynow-remove', 'paynow-cart-open', 'paynow-before-checkout', 'paynow-checkout', 'paynow-purchase',
] as const;

/** One of them, as it is known when it is over: an event that came out of a shadow root forgets its target then. */
export interface Fact {
  readonly type: string;
  readonly target: EventTarget | null;
  readonly detail: unknown;
}
