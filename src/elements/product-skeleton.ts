import {html} from 'lit/html.js';
import type {CardHost} from './product-card.js';

/** What keeps the place of a product that is being read. @param image what is there of its picture already. */
export const skeletonCard = (
  {text, shape}: Pick<CardHost, 'text' | 'shape'>, image?: unknown,
) => html`<div part="card"
  class="${shape} skeleton">
  <div part="image">${image ?? ''}</div>
  <div class="body">
    <span class="unseen">${text.productLoading}</span>
    <div part="name"><span class="bar wide"></span></div>
    <div part="price"><span part="final"><span class="bar"></span></span></div>
    ${shape === 'row' ? '' : html`<div class="buy"><span class="bar block"></span></div>`}
  </div>
  ${shape === 'row' ? html`<div class="buy"><span class="bar block"></span></div>` : ''}
</div>`;
