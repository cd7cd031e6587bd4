import {type Markup, markup} from './markup.js';
import {moneyText} from './money.js';
import type {Checkout, CheckoutLine} from './orders.js';
import {pageOf} from './page.js';

/** What the pages need to know besides the checkout. */
export interface PageContext {
  storeName: string;
  customerName: string;
  logo: string;
  /** The look in which PayNow.js shows the page in its frame; nothing in a window of its own. */
  embed?: 'auto' | 'light' | 'dark';
  /** Where the page inside a frame has its script. */
  base: string;
}

const frame = (context: PageContext, title: string, body: Markup, orderId = ''): Response => pageOf({
  title, name: context.storeName, logo: context.logo, kind: 'Sandbox checkout', theme: context.embed, orderId,
  script: context.embed && `${context.base}/paynow-js/frame.js`,
  foot: 'No money moves here: this page belongs to the sandbox of paynow-elements.',
}, body);

const row = (line: CheckoutLine, currency: string): Markup => {
  const price = line.trial ? 'Free' : moneyText(line.unit * line.quantity, currency);
  const picture = line.image_url === undefined
    ? markup`<span class="blank"></span>` : markup`<img src="${line.image_url}" alt="" width="64" height="64">`;
  const choices = line.choices.map(choice => markup`<li>${choice}</li>`);
  return markup`<li class="line">${picture}<div><h2>${line.name}</h2><ul>${choices}</ul></div>
<span class="quantity">${line.quantity} ×</span><span class="price">${price}</span></li>`;
};

const sums = ({subtotal, rebates, total, currency, tax}: Checkout): Markup => {
  const entry = (term: string, text: string): Markup => markup`<div><dt>${term}</dt><dd>${text}</dd></div>`;
  const taken = rebates.map(({code, amount, gift_card}) =>
    entry(`${gift_card ? 'Gift card' : 'Discount'} ${code}`, `−${moneyText(amount, currency)}`));
  const between = taken.length > 0
    ? markup`${entry('Subtotal', moneyText(subtotal, currency))}${taken}` : '';
  const note = tax ? markup`<p class="note">incl. ${tax.percentage}% ${tax.name}</p>` : '';
  return markup`<dl>${between}
<div class="total"><dt>Total</dt><dd>${moneyText(total, currency)}</dd></div></dl>${note}`;
};

/** The page of an open checkout: what is bought, what it costs, Pay and Cancel. */
export const openPage = (context: PageContext, checkout: Checkout, notice = ''): Response => {
  const {lines, currency, total} = checkout;
  const {embed} = context;
  const action = (step: string): string => `${checkout.url}/${step}${embed ? `?embed=${embed}` : ''}`;
  // The frame is closed and the checkout stays open: PayNow.js has no way to give it up.
  const cancel = embed ? markup`<div><button class="quiet" type="button" data-close>Close</button></div>`
    : markup`<form method="post" action="${action('cancel')}"><button class="quiet">Cancel</button></form>`;
  return frame(context, 'Checkout', markup`<h1>Your order</h1>
<p class="for">For <strong>${context.customerName}</strong></p>
${notice === '' ? '' : markup`<p class="notice" role="alert">${notice}</p>`}
<ul class="lines">${lines.map(line => row(line, currency))}</ul>
${sums(checkout)}
<div class="actions">
${cancel}
<form method="post" action="${action('pay')}"><button>Pay ${moneyText(total, currency)}</button></form>
</div>`);
};

const link = (href: string | undefined, text: string): Markup | '' =>
  href === undefined ? '' : markup`<p><a class="button" href="${href}">${text}</a></p>`;

/** The page of a paid checkout. `again` says that it had been paid before. */
export const paidPage = (context: PageContext, {order_id = '', return_url}: Checkout, again: boolean): Response =>
  frame(context, again ? 'Already paid' : 'Thank you', markup`<div class="done">
<span class="tick" aria-hidden="true">✓</span>
<h1>${again ? 'This order is already paid' : `Thank you, ${context.customerName}`}</h1>
<p>${again ? 'Nothing was charged a second time.' : 'Your order is on its way to the server.'}</p>
<p class="note">Order ${order_id}</p>
${context.embed ? markup`<p><button type="button" data-close>Close</button></p>`
    : link(return_url, 'Back to the shop')}</div>`, order_id);

/** The page of a checkout that was cancelled. */
export const canceledPage = (context: PageContext, {cancel_url}: Checkout): Response =>
  frame(context, 'Cancelled', markup`<div class="done"><h1>The checkout was cancelled</h1>
<p>Nothing was charged. Your cart is as you left it.</p>
${link(cancel_url, 'Back to the shop')}</div>`);
