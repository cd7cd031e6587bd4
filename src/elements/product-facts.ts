import type {Product} from '../api/index.js';
import {modesOf, serversOf} from './choice.js';

/** What a product costs, in the smallest unit of its currency. */
export interface Cost {
  readonly currency: string;
  readonly final: number;
  /** Higher than `final` when the product is on sale. */
  readonly original: number;
  readonly saving: number;
  /** The saving in per cent of the original; 100 only for what is free. */
  readonly percent: number;
}

/** What one unit of a product costs this customer. */
export const costOf = ({currency, price, pricing}: Product): Cost => {
  const {price_final: final = price, price_original: original = price} = pricing ?? {};
  const saving = Math.max(0, original - final);
  const percent = saving && Math.min(Math.round((saving / original) * 100), final > 0 ? 99 : 100);
  return {currency, final, original, saving, percent};
};

/** How many this customer may still buy; nothing when there is no limit. */
export const leftOf = ({stock}: Product): number | undefined => {
  if (!stock) return undefined;
  return stock.available_to_purchase ? stock.customer_available ?? undefined : 0;
};

/** Whether this customer cannot buy any of it now. */
export const isSoldOut = (product: Product): boolean => (leftOf(product) ?? 1) <= 0;

/** Whether a free trial is on offer to this customer. */
export const hasTrial = (product: Product): boolean => modesOf(product).includes('trial');

/** Whether there is something that the shopper has to decide before buying. */
export const asksForChoice = (product: Product): boolean =>
  modesOf(product).length > 1 || serversOf(product).length > 1 || product.custom_variables.length > 0;
