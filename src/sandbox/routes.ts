import type {Call} from './call.js';
import {clearCart, getCart, putLine} from './cart.js';
import {checkoutCart, checkoutLines} from './checkout.js';
import {checkoutPage, checkoutPay, checkoutCancel} from './checkout-routes.js';
import {Refusal} from './errors.js';
import {createCustomer, createToken, invalidateTokens, lookUpCustomer, readCustomer} from './management.js';
import {getOrders} from './order-routes.js';
import {paynowJs} from './paynow-js-routes.js';
import {avatar, picture} from './picture-routes.js';
import {getProduct, getProducts} from './products.js';
import {checkAssertion, chooseAccount, steamPage} from './steam-routes.js';
import {getCustomer, getNavlinks, getStore, getTags, signIn} from './store-routes.js';

type Run = (call: Call, part: string, second: string) => Response | Promise<Response>;

/** Every route: a path with at most two variable parts, and what answers each method. */
const routes: [path: RegExp, methods: Record<string, Run>][] = [
  [/^\/v1\/store$/, {GET: getStore}],
  [/^\/v1\/store\/products$/, {GET: getProducts}],
  [/^\/v1\/store\/products\/([^/]+)$/, {GET: getProduct}],
  [/^\/v1\/store\/tags$/, {GET: getTags}],
  [/^\/v1\/store\/navlinks$/, {GET: getNavlinks}],
  [/^\/v1\/store\/cart$/, {GET: getCart, DELETE: clearCart}],
  [/^\/v1\/store\/cart\/lines$/, {PUT: putLine}],
  [/^\/v1\/store\/cart\/checkout$/, {POST: checkoutCart}],
  [/^\/v1\/checkouts$/, {POST: checkoutLines}],
  [/^\/v1\/store\/customer\/auth$/, {POST: signIn}],
  [/^\/v1\/store\/customer$/, {GET: getCustomer}],
  [/^\/v1\/stores\/([^/]+)\/customers$/, {POST: createCustomer}],
  [/^\/v1\/stores\/([^/]+)\/customers\/lookup$/, {GET: lookUpCustomer}],
  [/^\/v1\/stores\/([^/]+)\/customers\/([^/]+)$/, {GET: readCustomer}],
  [/^\/v1\/stores\/([^/]+)\/customers\/([^/]+)\/tokens$/, {POST: createToken, DELETE: invalidateTokens}],
  [/^\/openid\/login$/, {GET: steamPage, POST: checkAssertion}],
  [/^\/openid\/choice$/, {POST: chooseAccount}],
  [/^\/v1\/store\/customer\/orders$/, {GET: getOrders}],
  [/^\/checkout\/([^/]+)$/, {GET: checkoutPage}],
  [/^\/checkout\/([^/]+)\/pay$/, {POST: checkoutPay}],
  [/^\/checkout\/([^/]+)\/cancel$/, {POST: checkoutCancel}],
  [/^\/paynow-js\/(bundle|frame)\.js$/, {GET: paynowJs}],
  [/^\/images\/([^/]+)\.svg$/, {GET: picture}],
  [/^\/avatars\/([^/]+)\.svg$/, {GET: avatar}],
];

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** Runs the route of a call. Throws 404 for an unknown path, 405 for a known one with another method. */
export const runRoute = async (call: Call): Promise<Response> => {
  const {method} = call.request;
  for (const [pattern, methods] of routes) {
    const match = pattern.exec(call.path);
    if (!match) continue;
    const run = methods[method];
    if (run) return run(call, decoded(match[1] ?? ''), decoded(match[2] ?? ''));
    const allow = Object.keys(methods).join(', ');
    throw new Refusal(405, 'method-not-allowed', `${call.path} takes ${allow}, not ${method}.`, [], {allow});
  }
  throw new Refusal(404, 'not-found', `There is no route ${call.path}.`);
};
