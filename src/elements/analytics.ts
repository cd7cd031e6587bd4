import {affiliateOf} from '../store/affiliate.js';
import type {ElementEventMap, LineRequest} from '../store/events.js';
import {listCodes, tidyCodes} from '../store/codes.js';
import {getShop, registry} from '../store/registry.js';
import type {Shop} from '../store/shop.js';
import {watchViews} from './analytics-views.js';
import {couponOf, lineOf, ofCart, ofLines} from './analytics-items.js';
import type {Ecommerce} from './analytics-items.js';
import {begun, forgetBegun, rememberBegun} from './analytics-trips.js';
import {facts} from './analytics-facts.js';
import type {Fact} from './analytics-facts.js';
import {push, requireConsent} from './analytics-queue.js';
export {consent} from './analytics-queue.js';
import {shopOf} from './paynow-element.js';

type Before = ElementEventMap['paynow-before-checkout']['detail'];

const shopAt = ({target}: Pick<Event, 'target'>): Shop => {
  const element = target as HTMLElement;
  const id = element.dataset?.['storeId'];
  return id ? getShop(id) : element instanceof Element ? shopOf(element) : registry.page;
};

const together = async (lines: readonly LineRequest[], shop: Shop): Promise<Ecommerce> => {
  const found = await Promise.all(lines.map(async wish => {
    const product = await shop.catalog.product(wish.productId);
    return {line: lineOf(wish, product), currency: product.currency};
  }));
  return ofLines(found.map(({line}) => line), found[0]?.currency ?? '', shop);
};

// What is known is said in this very turn: after a checkout the page is left.
const togetherNow = (lines: readonly LineRequest[], shop: Shop): Ecommerce | undefined => {
  const products = lines.map(({productId}) => shop.catalog.peek(productId)?.product);
  if (products.some(product => !product)) return undefined;
  return ofLines(lines.map((wish, index) => lineOf(wish, products[index]!)), products[0]?.currency ?? '', shop);
};

type Of<Name extends keyof ElementEventMap> = Pick<ElementEventMap[Name], 'target' | 'detail'>;

const added = async (event: Of<'paynow-add'>): Promise<void> => {
  const shop = shopAt(event);
  const {line} = event.detail;
  push('add_to_cart', togetherNow([line], shop) ?? await together([line], shop));
};

const removed = (event: Of<'paynow-remove'>): void => {
  const {line, cart} = event.detail;
  const shop = shopAt(event);
  push('remove_from_cart', ofLines([line], cart?.currency ?? shop.cart.state.cart?.currency ?? '', shop));
};

const opened = (event: Of<'paynow-cart-open'>): void => {
  const shop = shopAt(event);
  const {cart} = shop.cart.state;
  if (cart?.lines.length) push('view_cart', ofCart(cart, shop));
};

let before: Before | undefined;

const checkedOut = (event: Of<'paynow-checkout'>): void => {
  const shop = shopAt(event);
  const {cart, lines, options} = before ?? {cart: shop.cart.state.cart};
  before = undefined;
  const whole = lines ? togetherNow(lines, shop) : cart && ofCart(cart, shop);
  if (!whole) return;
  const coupon = couponOf(tidyCodes([...options?.promoCodes ?? [], ...listCodes(shop)]));
  const affiliation = options?.affiliateCode ?? affiliateOf(shop);
  const items = whole.items.map(item => ({...item, ...affiliation ? {affiliation} : {}}));
  const ecommerce = {...whole, items, ...coupon ? {coupon} : {}};
  push('begin_checkout', ecommerce);
  rememberBegun(shop, event.detail.id, ecommerce);
};

const purchased = ({detail: {checkoutId, orderId}}: {detail: {checkoutId: string; orderId: string}}): void => {
  for (const shop of new Set([registry.page, ...registry.shops.values()])) {
    const ecommerce = begun(shop, checkoutId);
    if (!ecommerce) continue;
    push('purchase', {transaction_id: orderId || checkoutId, ...ecommerce});
    forgetBegun(shop, checkoutId);
    return;
  }
};

const measures = {
  'paynow-add': (event: Of<'paynow-add'>) => void added(event).catch(() => {}),
  'paynow-remove': removed,
  'paynow-cart-open': opened,
  'paynow-before-checkout': ({detail}: Of<'paynow-before-checkout'>) => { before = detail; },
  'paynow-checkout': checkedOut,
  'paynow-purchase': purchased,
};

const measure = (fact: Fact): void =>
  (measures as Record<string, (fact: Fact) => void>)[fact.type]?.(fact);

/**
 * Begins to measure: pushes the ecommerce events of Google Analytics 4 for what happens on the page.
 * @param early what has happened while this was on its way.
 */
export const begin = (early: readonly Fact[] = []): void => {
  const {analytics, analyticsConsent} = registry.page.config;
  if (!analytics) return;
  if (analyticsConsent) requireConsent();
  // Another copy of the script may be at it.
  if (registry.said.has(analytics)) return;
  registry.said.add(analytics);
  early.forEach(measure);
  for (const name of facts) document.addEventListener(name, measure);
  watchViews();
};
