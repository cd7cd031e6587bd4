// Everything that is measured, in the order of the tables, and what cannot be, with the reason.
import {fileURLToPath} from 'node:url';
import {classic, floor, ours} from './own.mjs';
import {commerceLayer, minicart, tebex} from './others.mjs';
import {shopify, shopifyPlain} from './shopify.mjs';

const here = path => fileURLToPath(new URL(path, import.meta.url));

export const systems = {
  floor,
  ours,
  classic,
  minicart,
  tebex,
  'commerce-layer': commerceLayer,
  'shopify-plain': shopifyPlain,
  shopify,
};

/** First part of a path -> the folder that it is served from. */
export const folders = {
  ours: here('../../dist'),
  shopify: here('../node_modules/@shopify/buy-button-js/dist'),
  'commerce-layer': here('../node_modules/@commercelayer/drop-in.js/dist/drop-in'),
  minicart: here('../node_modules/minicart/dist'),
  tebex: here('../node_modules/@tebexio/tebex.js/dist'),
};

export const floorFile = here('./floor-page.js');

export const left = [
  ['PayNow.js', 'it is not on the npm registry, only on a server of PayNow'],
  ['Shopify hydrogen-react', 'a library for React applications, which a page cannot use by itself'],
  ['Adobe Commerce drop-ins', 'they need a page and a configuration service of Adobe\'s storefront around them'],
  ['Foxy elements', 'they have no add button and no cart, only forms that lead to a hosted page'],
];
