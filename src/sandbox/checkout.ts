import {customerOf} from './auth.js';
import {audienceOf, bodyOf, type Call, onlyKeys} from './call.js';
import {linesOf, wireLine} from './cart.js';
import {invalid, malformed} from './errors.js';
import {identityOf, lineKeyOf} from './identity.js';
import {isFlakeId, randomHex} from './ids.js';
import {checkLine} from './line-rules.js';
import {wishOfBody} from './line-wish.js';
import type {Checkout, CheckoutLine} from './orders.js';
import type {Audience} from './pricing.js';
import {findProduct} from './products.js';
import {type PromoWish, rebatesOf} from './promos.js';
import {taxOf} from './tax.js';
import type {Line} from './world.js';

const options = ['coupon_id', 'promo_codes', 'affiliate_code', 'return_url', 'cancel_url', 'auto_redirect'];
/** The affiliates of every store in the sandbox; other codes are ignored, as PayNow does. */
const affiliates = ['BLAZE', 'CINDER'];

type Body = Record<string, unknown>;

const textOf = (body: Body, key: string): string | undefined => {
  const value = body[key] ?? undefined;
  if (value === undefined || typeof value === 'string') return value;
  throw malformed(key, `${key} has to be a text.`, 'type');
};

const flagOf = (body: Body, key: string): boolean => {
  const value = body[key] ?? false;
  if (typeof value === 'boolean') return value;
  throw malformed(key, `${key} has to be true or false.`, 'type');
};

const addressOf = (body: Body, key: string): string | undefined => {
  const value = textOf(body, key);
  if (value === undefined) return undefined;
  const parsed = URL.canParse(value) ? new URL(value) : undefined;
  if (parsed?.protocol === 'https:' || parsed?.protocol === 'http:') return value;
  throw invalid(key, 'invalid-url', `${key} has to be an absolute http or https address.`, 'url');
};

const promosOf = (body: Body): PromoWish[] => {
  const codes = body['promo_codes'] ?? [];
  if (!Array.isArray(codes)) throw malformed('promo_codes', 'promo_codes has to be a list of texts.', 'type');
  const wishes = codes.map((code: unknown, index): PromoWish => {
    const path = `promo_codes[${index}]`;
    if (typeof code !== 'string') throw malformed(path, `${path} has to be a text.`, 'type');
    return {path, code};
  });
  const coupon = textOf(body, 'coupon_id');
  if (coupon === undefined) return wishes;
  if (!isFlakeId(coupon)) throw malformed('coupon_id', 'coupon_id is not an id.', 'flake-id');
  return [...wishes, {path: 'coupon_id', id: coupon}];
};

const toCheckoutLine = (call: Call, line: Line, audience: Audience): CheckoutLine => {
  const {price, name, image_url, custom_variables, selected_gameserver, gift_to_customer} =
    wireLine(call.world, line, audience, call.base);
  const choices = custom_variables.map(({name: label, value, selected_option}) =>
    `${label}: ${selected_option?.name ?? value}`);
  if (selected_gameserver) choices.push(selected_gameserver.name);
  if (gift_to_customer) choices.push(`Gift for ${gift_to_customer.name}`);
  if (line.trial) choices.push('Free trial');
  else if (line.subscription) choices.push('Subscription');
  const {line_key, product_id, quantity, subscription, trial} = line;
  return {
    line_key, product_id, name, choices, unit: price, quantity, subscription, trial,
    ...(image_url !== undefined && {image_url}),
  };
};

/** Checks every line, also those of a cart: the shop may have changed since they were put in it. */
const checkAll = (call: Call, lines: Line[], placeOf: (index: number) => string): void => {
  const {customer, store} = customerOf(call);
  lines.forEach((line, index) => {
    const product = findProduct(call.world, line.product_id, store);
    const others = lines.slice(0, index);
    checkLine({
      world: call.world, customer, product, line, quantity: line.quantity, others, at: placeOf(index),
      gameserverField: 'selected_gameserver_id',
    });
  });
};

const open = (call: Call, body: Body, lines: Line[], fromCart: boolean): Response => {
  const {world, base} = call;
  const {customer, store} = customerOf(call);
  // A checkout is in the store's own currency: no field of the request says another one.
  const audience = {...audienceOf(call, store), currency: store.currency};
  const return_url = addressOf(body, 'return_url');
  const cancel_url = addressOf(body, 'cancel_url');
  const auto_redirect = flagOf(body, 'auto_redirect');
  if (auto_redirect && return_url === undefined) {
    throw invalid('return_url', 'return-url-required', 'auto_redirect needs a return_url.', 'required');
  }
  const affiliate = textOf(body, 'affiliate_code')?.toUpperCase();
  const wishes = promosOf(body);
  const bought = lines.map(line => toCheckoutLine(call, line, audience));
  const rebates = rebatesOf(world, store, bought, wishes);
  const subtotal = bought.reduce((sum, line) => sum + line.unit * line.quantity, 0);
  const tax = taxOf(audience.country);
  const token = randomHex(48);
  const checkout: Checkout = {
    id: world.newId(),
    token,
    url: `${base}/checkout/${token}`,
    store_id: store.id,
    customer_id: customer.id,
    lines: bought,
    currency: store.currency,
    subtotal,
    rebates,
    total: subtotal - rebates.reduce((sum, {amount}) => sum + amount, 0),
    ...(tax && {tax: {name: tax.vat_abbreviation, percentage: tax.percentage}}),
    ...(affiliate !== undefined && affiliates.includes(affiliate) && {affiliate_code: affiliate}),
    ...(return_url !== undefined && {return_url}),
    ...(cancel_url !== undefined && {cancel_url}),
    auto_redirect,
    from_cart: fromCart,
    status: 'open',
  };
  world.checkouts.set(token, checkout);
  return Response.json({id: checkout.id, token, url: checkout.url});
};

/** `POST /v1/store/cart/checkout` */
export const checkoutCart = async (call: Call): Promise<Response> => {
  const {customer} = customerOf(call);
  const body = await bodyOf(call);
  onlyKeys(body, options);
  const lines = linesOf(call.world, customer);
  if (lines.length === 0) throw invalid('lines', 'cart-empty', 'The cart is empty.', 'required');
  checkAll(call, lines, index => `lines[${index}].`);
  return open(call, body, lines, true);
};

/** `POST /v1/checkouts` */
export const checkoutLines = async (call: Call): Promise<Response> => {
  const {world} = call;
  const {store} = customerOf(call);
  const body = await bodyOf(call);
  onlyKeys(body, ['lines', ...options]);
  const wanted = body['lines'];
  if (!Array.isArray(wanted) || wanted.length === 0) {
    throw malformed('lines', 'lines needs at least one line.', 'required');
  }
  const lines = wanted.map((value: unknown, index): Line => {
    const wish = wishOfBody(value, `lines[${index}].`);
    const identity = identityOf(world, store, findProduct(world, wish.product_id, store), wish);
    return {...identity, line_key: lineKeyOf(identity), quantity: wish.quantity};
  });
  checkAll(call, lines, index => `lines[${index}].`);
  return open(call, body, lines, false);
};
