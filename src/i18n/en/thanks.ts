/** What the cart says to whoever comes back from the checkout. */
export const thanks = {
  thanks: 'Thank you for your purchase!',
  thanksOrder: (id: string) => `Order ${id}`,
  thanksPending: 'Your payment is being confirmed.',
  thanksPendingNote: 'You need not wait here: it goes on by itself.',
  thanksDismiss: 'Continue',
};
