import {PaynowError} from '../api/errors.js';
import type {LineRequest} from '../store/events.js';
import type {ProductButton} from './product-button.js';

const wrong = ({localName}: Element, code: string, sentence: string): PaynowError =>
  new PaynowError(`<${localName}> ${sentence}`, {kind: 'configuration', code});

const quantityOf = (button: ProductButton): number | undefined => {
  // A framework that sets properties hands on what stands in its template: a string.
  const quantity = button.quantity == null ? undefined : Number(button.quantity);
  if (quantity === undefined || (Number.isInteger(quantity) && quantity > 0 && quantity < 2 ** 31)) return quantity;
  const given = button.getAttribute('quantity') ?? button.quantity;
  throw wrong(button, 'invalid-quantity', `quantity="${given}" cannot be used: write a whole number above 0.`);
};

const variablesOf = (button: ProductButton): Record<string, string> | undefined => {
  const {customVariables} = button;
  const isMissing = customVariables == null;
  if (isMissing && !button.hasAttribute('custom-variables')) return undefined;
  const pairs = Object.entries(customVariables ?? {});
  if (isMissing || typeof customVariables !== 'object' || Array.isArray(customVariables)
    || !pairs.every(([, value]) => typeof value === 'string' || typeof value === 'number')) {
    throw wrong(button, 'invalid-custom-variables',
      'custom-variables cannot be used: write a JSON object such as {"color":"red"}.');
  }
  return Object.fromEntries(pairs.map(([identifier, value]) => [identifier, String(value)]));
};

const giftOf = (button: ProductButton) => {
  const {giftToCustomerId, giftToPlatform: platform, giftToId: id} = button;
  if (!platform && !id) return {giftToCustomerId: giftToCustomerId || undefined};
  if (giftToCustomerId) {
    throw wrong(button, 'ambiguous-gift',
      'has two receivers for one gift: write gift-to-customer-id, or gift-to-platform with gift-to-id.');
  }
  if (!platform || !id) throw wrong(button, 'incomplete-gift', 'needs both gift-to-platform and gift-to-id.');
  return {giftTo: {platform, id}};
};

/**
 * What the attributes of a button ask for.
 * @throws {PaynowError} `configuration`, with a code and a sentence for the author of the page.
 */
export const lineOf = (button: ProductButton): LineRequest => {
  const {productId, subscription, trial, gameserverId} = button;
  if (!productId?.trim()) {
    throw wrong(button, 'missing-product-id', 'needs a product-id: the id or the slug of the product.');
  }
  const line = {
    productId: productId.trim(),
    quantity: quantityOf(button),
    subscription: subscription || trial || undefined,
    trial: trial || undefined,
    gameserverId: gameserverId || undefined,
    customVariables: variablesOf(button),
    ...giftOf(button),
  };
  return Object.fromEntries(Object.entries(line).filter(([, value]) => value !== undefined)) as unknown as LineRequest;
};
