import {registry} from './registry.js';
import type {Shop} from './shop.js';

/** The parameter of addresses that names a partner, of the shop's own or of the page's; empty when there is none. */
export const affiliateParameter = ({config}: Shop): string =>
  config.affiliateParameter ?? registry.page.config.affiliateParameter ?? 'ref';
