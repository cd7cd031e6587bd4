/** What an add button says. */
export const add = {
  addToCart: 'Add to cart',
  added: 'Added to cart',
  soldOut: 'Sold out',
  signIn: 'Sign in',
  /** For when the sentences about errors could not be loaded either. */
  failed: 'There is no connection. Please try again.',
};
