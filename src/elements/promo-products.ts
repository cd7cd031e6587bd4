import type {Product} from '../api/index.js';
import {limits} from '../i18n/en/limits.js';
import {supply} from '../i18n/messages.js';
import type {PaynowElement} from './paynow-element.js';

supply('', limits);

type Flags = Pick<Product, 'is_coupons_disabled' | 'is_gift_cards_disabled'>;

/** What is to be said beforehand of products for which codes do not count. */
export const promoLimits = (
  products: readonly (Flags & Pick<Product, 'name'>)[], {text, locale}: PaynowElement,
): string[] => {
  const names = (test: (product: Flags) => boolean): string =>
    new Intl.ListFormat(localeOr(locale)).format(new Set(products.filter(test).map(({name}) => name)));
  const said: [string, (names: string) => string][] = [
    [names(product => product.is_coupons_disabled && product.is_gift_cards_disabled), text.noCodes],
    [names(product => product.is_coupons_disabled && !product.is_gift_cards_disabled), text.noCoupons],
    [names(product => !product.is_coupons_disabled && product.is_gift_cards_disabled), text.noGiftCards],
  ];
  return said.filter(([list]) => list).map(([list, say]) => say(list));
};

// A `lang` that is none must not take an element down.
const localeOr = (lang: string): string => {
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? 'en';
  } catch {
    return 'en';
  }
};
