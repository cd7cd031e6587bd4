/** The button that goes to the checkout. */
export const checkout = {
  checkout: 'Checkout',
  buyNow: 'Buy now',
};
