import {css} from '@lit/reactive-element';
import {productStyles} from './product.styles.js';

const lists = css`
  ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, var(--_column, 15em)), 1fr));
    gap: calc(var(--_gap) * 1.25);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  ul:empty {
    display: none;
  }
  ul.rows {
    --_column: 28em;
    gap: calc(var(--_gap) * 0.75);
  }
  ul.details {
    --_column: 100%;
    gap: calc(var(--_gap) * 3);
  }
  li {
    min-width: 0;
  }
  li:focus-visible {
    border-radius: calc(var(--_radius) * 1.6);
  }
  [part='item'] > paynow-product {
    height: 100%;
  }
  [part='more-button'] {
    display: block;
    min-height: 44px;
    margin: calc(var(--_gap) * 1.5) auto 0;
    padding: 0.5em 1.5em;
    border-color: var(--_line);
    background: var(--_surface);
    color: var(--_text);
    font-weight: 600;
  }
  @media (hover) {
    [part='more-button']:hover {
      background: color-mix(in srgb, var(--_text) 6%, var(--_surface));
    }
  }
  .still:not([part]) {
    margin: 0;
    padding: calc(var(--_gap) * 2) var(--_gap);
    border: 1px dashed var(--_border);
    border-radius: calc(var(--_radius) * 1.6);
    background: var(--_surface);
    color: var(--_muted);
    text-align: center;
  }
  .still p {
    margin: 0;
    color: var(--_text);
  }
`;

/** How a list of products looks. */
export const productsStyles = [...productStyles, lists];
