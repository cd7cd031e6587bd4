import type {ProductButton} from './product-button.js';

// A button that names its product and nothing else cannot be wrong. What checks the rest comes only when there is a
// rest.
const isPlain = ({key, quantity, customVariables, giftToId, giftToPlatform, attributes}: ProductButton): boolean =>
  !!key && quantity == null && !customVariables && !giftToId && !giftToPlatform && !('custom-variables' in attributes);

/** Asks for the product of a button that is on the page. @returns what is wrong with its attributes, if anything. */
export const prepare = async (button: ProductButton): Promise<string | Node> => {
  try {
    if (!isPlain(button)) (await import('./line-request.js')).lineOf(button);
    // Whether there is such a product is said when it is wanted; a page with a stale button is not broken.
    if (button.shop.id) button.shop.catalog.product(button.key).catch(() => {});
    return '';
  } catch (error) {
    return (await import('./report.js')).report(button, error);
  }
};
