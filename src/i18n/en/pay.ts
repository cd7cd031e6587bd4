/** What is said on the way to the checkout when it does not simply open in this window. */
export const pay = {
  payWaiting: 'Your checkout is being prepared.',
  payWaitingNote: 'This tab goes on by itself in a moment.',
  payClose: 'Close',
  payOpen: 'Open the checkout',
  payTab: 'The checkout has opened in a new tab.',
  payBlocked: 'Your browser has blocked the new tab, so the checkout opens here.',
  payLeft: 'You closed the tab of the checkout.',
  payFrame: 'The checkout opens in place of this page.',
  payKept: 'The checkout could not be opened from here.',
};
