import type {Call} from './call.js';
import {canceledPage, openPage, type PageContext, paidPage} from './checkout-page.js';
import {Refusal} from './errors.js';
import {buyerOf, type Checkout, pay, soldOutLine} from './orders.js';

const looks = ['auto', 'light', 'dark'] as const;

const find = ({world, base, query}: Call, token: string): {checkout: Checkout; context: PageContext} => {
  const checkout = world.checkouts.get(token);
  if (!checkout) throw new Refusal(404, 'checkout-not-found', 'There is no such checkout.');
  const store = world.store(checkout.store_id);
  const customerName = buyerOf(world, checkout)?.name ?? 'a customer';
  const embed = looks.find(look => look === query.get('embed'));
  const logo = `${base}/images/${store.slug}.svg`;
  return {checkout, context: {storeName: store.name, customerName, logo, base, ...(embed && {embed})}};
};

const goTo = (location: string): Response => new Response(null, {status: 303, headers: {location}});

/** `GET /checkout/TOKEN` */
export const checkoutPage = (call: Call, token: string): Response => {
  const {checkout, context} = find(call, token);
  if (checkout.status === 'paid') return paidPage(context, checkout, true);
  return checkout.status === 'canceled' ? canceledPage(context, checkout) : openPage(context, checkout);
};

/** `POST /checkout/TOKEN/pay`: pays once, then goes to `return_url` as it was given, or stays in its frame. */
export const checkoutPay = (call: Call, token: string): Response => {
  const {checkout, context} = find(call, token);
  if (checkout.status === 'paid') return paidPage(context, checkout, true);
  if (checkout.status === 'canceled') return canceledPage(context, checkout);
  const gone = soldOutLine(call.world, checkout);
  if (gone) return openPage(context, checkout, `${gone.name} has been sold out meanwhile. Nothing was charged.`);
  pay(call.world, checkout);
  return checkout.return_url === undefined || context.embed
    ? paidPage(context, checkout, false)
    : goTo(checkout.return_url);
};

/** `POST /checkout/TOKEN/cancel`: gives the checkout up, then goes to `cancel_url` as it was given. */
export const checkoutCancel = (call: Call, token: string): Response => {
  const {checkout, context} = find(call, token);
  if (checkout.status === 'paid') return paidPage(context, checkout, true);
  checkout.status = 'canceled';
  return checkout.cancel_url === undefined ? canceledPage(context, checkout) : goTo(checkout.cancel_url);
};
