import {html} from 'lit/html.js';
import type {Product} from '../api/index.js';
import type {PaynowElement} from './paynow-element.js';
import {isPicture} from './safe-url.js';

const emblem = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path
  d="M4 8l8-4 8 4v8l-8 4-8-4zm0 0l8 4 8-4m-8 4v8M8 6l8 4"></path></svg>`;

// An address that once gave no picture gives none to the next product either.
const broken = new Set<string>();

/** The picture of a product, or an emblem where there is none that can be shown. The name beside it says what it is. */
export const picture = ({image_url: url}: Pick<Product, 'image_url'>, host: PaynowElement, isFirst: boolean) => {
  if (!isPicture(url) || broken.has(url)) return emblem;
  const fallBack = (): void => {
    broken.add(url);
    host.requestUpdate();
  };
  return html`<img src=${url} alt="" width="320" height="240" decoding="async" loading=${isFirst ? 'eager' : 'lazy'}
    @error=${fallBack}>`;
};
