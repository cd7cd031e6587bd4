import {lineOf} from './line-request.js';
import type {ProductButton} from './product-button.js';

/** Asks for the product of a button that is on the page. @returns what is wrong with its attributes, if anything. */
export const prepare = async (button: ProductButton): Promise<string | Node> => {
  try {
    const {productId} = lineOf(button);
    // Whether there is such a product is said when it is wanted; a page with a stale button is not broken.
    if (button.shop.id) button.shop.catalog.product(productId).catch(() => {});
    return '';
  } catch (error) {
    return (await import('./report.js')).report(button, error);
  }
};
