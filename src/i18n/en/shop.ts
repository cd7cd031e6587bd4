/** What the navigation and the choice of a currency say. */
export const shop = {
  categories: 'Categories',
  everything: 'All products',
  linksLoading: 'Loading the categories',
  currency: 'Currency',
  pricesIn: (currency: string) => `Prices are now in ${currency}.`,
};
