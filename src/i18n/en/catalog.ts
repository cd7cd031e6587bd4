import {plural} from '../plural.js';

const forms = plural('en');

/** What prices, stock and products say. */
export const catalog = {
  /** In front of the price without the sale, for those who do not see that it is struck through. */
  was: 'was',
  save: (amount: string, percent: string) => `Save ${amount} (${percent})`,
  until: (moment: string) => `until ${moment}`,
  taxIncluded: (percent: string, name: string) => `incl. ${percent} ${name}`,
  everyDay: forms({one: 'every day', other: 'every # days'}),
  everyWeek: forms({one: 'every week', other: 'every # weeks'}),
  everyMonth: forms({one: 'every month', other: 'every # months'}),
  everyYear: forms({one: 'every year', other: 'every # years'}),
  renewing: 'as a subscription',
  afterTrial: (rhythm: string, duration: string) => `${rhythm} after ${duration} free`,
  onceOr: (rhythm: string) => `once, or ${rhythm}`,
  inStock: 'In stock',
  left: forms({one: 'Only # left for you', other: 'Only # left for you'}),
  productLoading: 'Loading the product',
  productsLoading: 'Loading the products',
  noProducts: 'There is nothing here at the moment.',
  /** How many a search has found. */
  products: forms({one: '# product', other: '# products'}),
  showMore: 'Show more',
  /** The cart says this too. */
  retry: 'Try again',
};
