import {select} from './graphql.mjs';

// Buy Button JS makes one request for each product; in its usual form each button is a frame of its own.
const gid = (kind, id) => `gid://shopify/${kind}/${id}`;
const edges = nodes => ({edges: nodes.map(node => ({cursor: node.id, node})),
  pageInfo: {hasNextPage: false, hasPreviousPage: false}});
const usd = amount => ({amount: amount.toFixed(2), currencyCode: 'USD'});

const variant = id => ({
  __typename: 'ProductVariant', id: gid('ProductVariant', id), title: 'Default Title', price: usd(4.99),
  priceV2: usd(4.99), weight: 0, available: true, availableForSale: true, sku: `sku-${id}`, compareAtPrice: null,
  compareAtPriceV2: null, image: null, selectedOptions: [{name: 'Title', value: 'Default Title'}], unitPrice: null,
  unitPriceMeasurement: null, quantityAvailable: 100,
});

const product = id => ({
  __typename: 'Product', id: gid('Product', id), availableForSale: true, createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z', descriptionHtml: '', description: '', handle: `product-${id}`, productType: '',
  title: `Product ${id}`, vendor: 'Bench', publishedAt: '2026-01-01T00:00:00Z', onlineStoreUrl: null,
  options: [{id: gid('ProductOption', id), name: 'Title', values: ['Default Title']}], images: edges([]),
  requiresSellingPlan: false, variants: {edges: [{cursor: 'a', node: variant(id)}],
    pageInfo: {hasNextPage: false, hasPreviousPage: false}},
});

const cartOf = lines => ({
  __typename: 'Cart', id: gid('Cart', '1'), createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z',
  lines: edges(lines.map(({merchandiseId, quantity}, index) => ({
    __typename: 'CartLine', id: gid('CartLine', index), quantity, attributes: [], discountAllocations: [],
    merchandise: {...variant(merchandiseId.split('/').at(-1)), product: product(merchandiseId.split('/').at(-1))},
    cost: {totalAmount: usd(4.99 * quantity), subtotalAmount: usd(4.99 * quantity), amountPerQuantity: usd(4.99),
      compareAtAmountPerQuantity: null},
    sellingPlanAllocation: null,
  }))),
  attributes: [], discountCodes: [], discountAllocations: [], note: null, appliedGiftCards: [],
  deliveryGroups: edges([]),
  checkoutUrl: 'https://bench.invalid/checkout', totalQuantity: lines.reduce((sum, {quantity}) => sum + quantity, 0),
  buyerIdentity: {countryCode: 'US', preferences: null, email: null, phone: null, customer: null,
    deliveryAddressPreferences: []},
  cost: {checkoutChargeAmount: usd(4.99), subtotalAmount: usd(4.99), subtotalAmountEstimated: false,
    totalAmount: usd(4.99), totalAmountEstimated: false, totalDutyAmount: null, totalTaxAmount: null},
});

const createShopify = () => {
  let lines = [];
  return ({body}) => {
    const {query, variables = {}} = JSON.parse(body || '{}');
    const answer = data => ({status: 200, json: {data: select(query, data)}});
    if (/\bshop\s*\{/.test(query)) return answer({shop: {name: 'Bench', currencyCode: 'USD',
      paymentSettings: {enabledPresentmentCurrencies: ['USD']}, description: '', moneyFormat: '${{amount}}',
      primaryDomain: {host: 'bench', sslEnabled: true, url: 'https://bench'}}});
    if (query.includes('cartCreate')) {
      lines = variables.input?.lines ?? [];
      return answer({cartCreate: {userErrors: [], warnings: [], cart: cartOf(lines)}});
    }
    if (query.includes('cartLinesAdd')) {
      lines = [...lines, ...variables.lines];
      return answer({cartLinesAdd: {userErrors: [], warnings: [], cart: cartOf(lines)}});
    }
    if (/nodes\s*\(/.test(query)) {
      return answer({nodes: variables.ids.map(id => product(id.split('/').at(-1)))});
    }
    if (/cart\s*\(/.test(query)) return answer({cart: cartOf(lines)});
    return answer({node: product(String(variables.id).split('/').at(-1))});
  };
};

const body = (count, framed) => {
  const places = Array.from({length: count}, (_, index) => `<p id="p${index}"></p>`).join('');
  return `<div id="cart"></div>${places}<script>addEventListener('DOMContentLoaded', () => {
    const client = ShopifyBuy.buildClient({domain: 'bench.myshopify.com', storefrontAccessToken: 'bench'});
    const ui = ShopifyBuy.UI.init(client);
    for (let index = 0; index < ${count}; index++) {
      ui.createComponent('product', {id: String(1000 + index), node: document.getElementById('p' + index),
        moneyFormat: '%24%7B%7Bamount%7D%7D', options: {product: {iframe: ${framed},
          contents: {img: false, title: false, price: false}}, cart: {iframe: ${framed}},
          toggle: {iframe: ${framed}}}});
    }
  });</script>`;
};

export const shopify = {
  name: 'Shopify Buy Button JS',
  about: 'as it comes, each button in a frame',
  package: '@shopify/buy-button-js',
  hosts: /^https:\/\/bench\.myshopify\.com/,
  createApi: createShopify,
  head: () => '<script defer src="/shopify/buybutton.min.js"></script>',
  body: count => body(count, true),
  button: `index => document.querySelector('#p' + index + ' iframe')?.contentDocument
    ?.querySelector('.shopify-buy__btn') ?? null`,
};

export const shopifyPlain = {
  ...shopify,
  name: 'Shopify Buy Button JS, no frames',
  about: 'with `iframe: false`',
  body: count => body(count, false),
  button: `index => document.querySelector('#p' + index + ' .shopify-buy__btn')`,
};
