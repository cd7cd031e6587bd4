import type {Fault} from '../support/sandbox.js';
import type {State} from './stage.js';
import {press, see} from './shopper.js';

const soldOut = {status: 409, code: 'out-of-stock', message: 'Sold out.'};
const products = '/v1/store/products';
const hangs: readonly Fault[] = [{kind: 'hang', times: -1, match: {method: 'GET', path: products}}];
const fails: readonly Fault[] = [{kind: 'status', status: 403, times: -1, match: {method: 'GET', path: products}}];
const picture = 'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 16 10%22%3E'
  + '%3Cpath fill=%22%23c90%22 d=%22M1 9V2l4 3 3-4 3 4 4-3v7z%22/%3E%3C/svg%3E';
const one = (tag: string, attributes: string, inner = ''): string => `<${tag} ${attributes}>${inner}</${tag}>`;

const price: readonly State[] = ([
  ['price-plain', 'product-id="vip"', '[part=final]'],
  ['price-sale', 'product-id="frost-key"', '[part=saving]'],
  ['price-renewing', 'product-id="vip-plus" interval', '[part=interval]'],
  ['price-taxed', 'product-id="vip" tax-note', '[part=tax]'],
  ['price-missing', '', '[part=error]'],
  ['price-unknown', 'product-id="nowhere"', '[part=error]'],
] as const).map(([name, attributes, shown]) => ({
  name, of: 'paynow-price', markup: `<p>${one('paynow-price', attributes)}</p>`, shows: `paynow-price >> ${shown}`,
  config: {country: 'DE'},
}));

const stock: readonly State[] = ([
  ['stock-plenty', 'product-id="ember-key-bundle" low="2"', '.in-stock'],
  ['stock-low', 'product-id="ember-coins"', '.low'],
  ['stock-none', 'product-id="dragon-egg"', '.sold-out'],
  ['stock-unknown', 'product-id="nowhere"', '[part=error]'],
] as const).map(([name, attributes, shown]) => ({
  name, of: 'paynow-stock', markup: `<p>${one('paynow-stock', attributes)}</p>`, shows: `paynow-stock >> ${shown}`,
}));

const waiting: readonly State[] = [
  {
    name: 'price-loading', of: 'paynow-price', markup: `<p>${one('paynow-price', 'product-id="vip"')}</p>`,
    faults: hangs, shows: 'paynow-price >> .bar',
  },
  {
    name: 'price-failed', of: 'paynow-price', markup: `<p>${one('paynow-price', 'product-id="vip"')}</p>`,
    faults: fails, shows: 'paynow-price:state(failed) >> [part=retry-button]',
  },
  {
    name: 'price-fallback', of: 'paynow-price',
    markup: `<p>${one('paynow-price', 'product-id="vip"', '4.99 euro')}</p>`,
    faults: hangs, shows: 'paynow-price',
  },
  {
    name: 'product-loading', of: 'paynow-product', markup: one('paynow-product', 'product-id="vip"'), faults: hangs,
    shows: 'paynow-product:state(busy)',
  },
  {
    name: 'product-failed', of: 'paynow-product', markup: one('paynow-product', 'product-id="vip"'), faults: fails,
    shows: 'paynow-product:state(failed) >> [part=retry-button]',
  },
  {
    name: 'product-unconfigured', of: 'paynow-product', markup: one('paynow-product', 'product-id="vip"'),
    store: 'none', shows: 'paynow-product >> [part=error]',
  },
  {
    name: 'products-loading', of: 'paynow-products', markup: one('paynow-products', ''), faults: hangs,
    shows: 'paynow-products:state(busy)',
  },
  {
    name: 'products-failed', of: 'paynow-products', markup: one('paynow-products', ''), faults: fails,
    shows: 'paynow-products:state(failed) >> [part=retry-button]',
  },
];

const product: readonly State[] = ([
  ['product-card', 'product-id="vip"', ''],
  ['product-card-sale', 'product-id="frost-key" product-url="/shop/{slug}"', ''],
  ['product-card-few', 'product-id="ember-coins"', ''],
  ['product-card-renewing', 'product-id="vip-plus"', ''],
  ['product-card-plain', 'product-id="builders-relic" heading-level="2"',
    '<p slot="before">New</p><p slot="after">Ask us.</p>'],
  ['product-row', 'product-id="frost-key" layout="row"', ''],
  ['product-detail', 'product-id="legend" layout="detail"', ''],
  ['product-detail-options', 'product-id="pet-fox" layout="detail"', ''],
  ['product-own-image', 'product-id="vip"', `<img slot="image" src="${picture}" alt="A crown">`],
  ['product-template', 'product-id="vip"', '<template><h3 data-text="name"></h3><p data-text="price"></p></template>'],
] as const).map(([name, attributes, inner]) => ({
  name, of: 'paynow-product', markup: one('paynow-product', attributes, inner),
  shows: name === 'product-template' ? 'paynow-product h3' : 'paynow-product >> article',
}));

const more: readonly State[] = [
  {
    name: 'product-sold-out', of: 'paynow-product', markup: one('paynow-product', 'product-id="dragon-egg"'),
    shows: 'paynow-product:state(sold-out)',
  },
  {
    name: 'product-added', of: 'paynow-product', markup: one('paynow-product', 'product-id="ember-key"'),
    play: () => press('paynow-product >> paynow-add-button >> button'), isTransient: true,
    shows: 'paynow-product >> paynow-add-button:state(added)',
  },
  {
    name: 'product-refused', of: 'paynow-product', markup: one('paynow-product', 'product-id="ember-key"'),
    faults: [{kind: 'status', status: 409, times: -1, match: {method: 'PUT'}, body: soldOut}],
    play: () => press('paynow-product >> paynow-add-button >> button'),
    shows: 'paynow-product >> paynow-add-button >> [part=message]:not(:empty)',
  },
  {
    name: 'products-grid', of: 'paynow-products', markup: one('paynow-products', 'page-size="6"'),
    shows: 'paynow-products >> [part=more-button]',
  },
  {
    name: 'products-rows', of: 'paynow-products', markup: one('paynow-products', 'layout="row" tag="crates"'),
    shows: 'paynow-products >> [part=item]',
  },
  {
    name: 'products-empty', of: 'paynow-products', markup: one('paynow-products', 'search="nothing at all"'),
    shows: 'paynow-products:state(empty)',
  },
  {
    name: 'products-more', of: 'paynow-products', markup: one('paynow-products', 'page-size="2" tag="kits"'),
    play: async () => {
      await press('paynow-products >> [part=more-button]');
      await see('paynow-products >> [part=item]:nth-child(4)');
    },
    shows: 'paynow-products >> [part=item]:nth-child(4)',
  },
];

const links = {method: 'GET', path: '/v1/store/navlinks'};
const nav: readonly State[] = [
  {name: 'nav-idle', of: 'paynow-nav', markup: one('paynow-nav', ''), shows: 'paynow-nav >> [part=nav]'},
  {
    name: 'nav-current', of: 'paynow-nav', markup: one('paynow-nav', 'current="monthly"'),
    shows: 'paynow-nav >> [aria-current]',
  },
  {
    name: 'nav-loading', of: 'paynow-nav', markup: one('paynow-nav', ''), faults: [{kind: 'hang', match: links}],
    shows: 'paynow-nav:state(busy)',
  },
  {
    name: 'nav-failed', of: 'paynow-nav', markup: one('paynow-nav', ''),
    faults: [{kind: 'status', status: 403, times: -1, match: links}],
    shows: 'paynow-nav:state(failed) >> [part=retry-button]',
  },
  {
    name: 'nav-unconfigured', of: 'paynow-nav', markup: one('paynow-nav', ''), store: 'none',
    shows: 'paynow-nav:state(failed)',
  },
];

/** The states of everything that shows what is on offer. */
export const catalogueStates = [...price, ...stock, ...waiting, ...product, ...more, ...nav];
