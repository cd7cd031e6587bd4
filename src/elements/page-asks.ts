import {affiliateParameter} from '../store/affiliate-parameter.js';
import {registry} from '../store/registry.js';

/**
 * Whether the address of the page asks for something of ours: a partner's link, the cart, or something to add. Marks of
 * others, as of a campaign, are none of our business, and what looks after ours need not be loaded for them.
 */
export const isAsked = (): boolean => {
  const query = new URLSearchParams(location.search);
  const shops = [registry.page, ...registry.shops.values()];
  return location.hash.startsWith('#paynow-add=')
    || ['paynow-cart', ...shops.map(affiliateParameter)].some(name => name && query.has(name));
};
