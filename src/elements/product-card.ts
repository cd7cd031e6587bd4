import {html} from 'lit/html.js';
import type {Product} from '../api/index.js';
import {modesOf, serversOf} from './choice.js';
import type {PaynowElement} from './paynow-element.js';
import {priceParts} from './price-parts.js';
import {asksForChoice} from './product-facts.js';
import {picture} from './product-picture.js';
import {promoLimits} from './promo-products.js';
import {pageOf} from './safe-url.js';
import {stockLine} from './stock-parts.js';

/** How a product is laid out. */
export type Layout = 'card' | 'row' | 'detail';

/** The element that draws a product. */
export interface CardHost extends PaynowElement {
  readonly shape: Layout;
  readonly headingLevel?: number | null;
  readonly productUrl?: string | null;
}

/** The level of the heading: 1 to 6, 3 when the given one is none. */
export const levelOfHeading = ({headingLevel: level}: Pick<CardHost, 'headingLevel'>): number =>
  level != null && level >= 1 && level <= 6 ? Math.floor(level) : 3;

const nameOf = (product: Product, host: CardHost) => {
  const url = pageOf(host.productUrl, product);
  // A name in a script of its own direction must not mix with what is around it.
  const name = html`<bdi>${product.name}</bdi>`;
  return html`<div part="name" role="heading" aria-level=${levelOfHeading(host)}>${
    url ? html`<a part="link" href=${url}>${name}</a>` : name}</div>`;
};

/** Says before anybody has put it into the cart that codes do not count for it. */
const codesNote = (product: Product, host: CardHost) =>
  promoLimits([product], host).map(sentence => html`<span part="codes-note">${sentence}</span>`);

// A product of which there is only one kind goes straight into the cart. Where there is a choice, the options say it.
const button = (product: Product, {storeId}: CardHost) => {
  const servers = serversOf(product);
  return html`<paynow-add-button exportparts="button, spinner" product-id=${product.id} .storeId=${storeId}
    ?subscription=${modesOf(product)[0] === 'subscription'}
    .gameserverId=${servers.length === 1 ? servers[0]!.id : null}></paynow-add-button>`;
};

const choices = (product: Product, {shape, storeId}: CardHost) => shape === 'detail' && asksForChoice(product)
  ? html`<paynow-options part="options" product-id=${product.id} .storeId=${storeId}></paynow-options>` : '';

/** A product as the shopper sees it. @param description the cleaned words about it, where they are shown. */
export const productCard = (product: Product, host: CardHost, description?: Node) => {
  const {shape} = host;
  const isDetail = shape === 'detail';
  const buy = html`<div class="buy">${choices(product, host)}${button(product, host)}<slot name="after"></slot></div>`;
  return html`<article part="card" class=${shape}>
    <div part="image"><slot name="image">${picture(product, host, isDetail)}</slot></div>
    <div class="body">
      <slot name="before"></slot>
      ${product.label ? html`<span part="label">${product.label}</span>` : ''}
      ${nameOf(product, host)}
      <div part="price">${priceParts(product, host, {interval: true, taxNote: isDetail})}</div>
      ${stockLine(product, host, isDetail)}
      ${codesNote(product, host)}
      ${description ?? ''}
      ${shape === 'row' ? '' : buy}
    </div>
    ${shape === 'row' ? buy : ''}
  </article>`;
};
