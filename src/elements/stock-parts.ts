import {html} from 'lit/html.js';
import type {Product} from '../api/index.js';
import type {PaynowElement} from './paynow-element.js';
import {leftOf} from './product-facts.js';

/** How much of a product there is. */
export type StockLevel = 'in-stock' | 'low' | 'sold-out';

/** At and below this number there is little left. */
const usualLow = 5;

/** How much there is of a product. @param low from which number on it counts as little; 5 when it is none. */
export const levelOf = (product: Product, low?: number | null): StockLevel => {
  const left = leftOf(product);
  if (left === undefined) return 'in-stock';
  if (left <= 0) return 'sold-out';
  return left <= (low != null && low >= 0 ? low : usualLow) ? 'low' : 'in-stock';
};

/** What there is to say about how much is left; nothing where there is no limit. */
export const stockWords = (product: Product, level: StockLevel, {text}: PaynowElement): string => {
  const left = leftOf(product);
  if (level === 'sold-out') return text.soldOut;
  if (left === undefined) return '';
  return level === 'low' ? text.left(left) : text.inStock;
};

/** The words beside a product's button, which says itself that nothing is left. @param isFull tells of plenty too. */
export const stockLine = (product: Product, host: PaynowElement, isFull: boolean) => {
  const level = levelOf(product);
  const words = level === 'low' || (isFull && level === 'in-stock') ? stockWords(product, level, host) : '';
  return words ? html`<span part="status" class=${level}>${words}</span>` : '';
};
