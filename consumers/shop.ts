/** The shop of every app in this folder: the one that the address of the page names. */
export const shop = () => ({
  storeId: '411486491630370816',
  apiUrl: new URLSearchParams(location.search).get('api') ?? undefined,
  customerToken: 'demo-customer',
});
