/** What an add button shows before anything else is loaded. */
export const add = {
  addToCart: 'Add to cart',
  soldOut: 'Sold out',
  /** Last resort, when the sentences for errors could not be loaded either. */
  failed: 'That did not work. Please try again.',
};
