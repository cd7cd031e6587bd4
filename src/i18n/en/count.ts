import {plural} from '../plural.js';

const forms = plural('en');

/** What the cart button and the counter say. */
export const count = {
  cart: 'Cart',
  items: forms({one: '# item', other: '# items'}),
};
