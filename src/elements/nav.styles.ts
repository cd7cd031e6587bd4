import {css} from '@lit/reactive-element';
import {commonStyles} from './common.styles.js';
import {tokens} from './tokens.styles.js';

const own = css`
  :host {
    display: block;
    line-height: 1.4;
    text-align: start;
  }
  ul {
    display: grid;
    gap: 0.125rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li > ul {
    margin-block: 0.125rem 0.25rem;
    margin-inline-start: 0.875rem;
    padding-inline-start: 0.5rem;
    border-inline-start: 1px solid color-mix(in srgb, currentColor 18%, #0000);
  }
  a {
    display: flex;
    align-items: center;
    min-height: 2.25rem;
    padding: 0.25rem 0.75rem;
    border-radius: var(--_radius);
    color: inherit;
    text-decoration: none;
    overflow-wrap: anywhere;
  }
  a:hover {
    background: color-mix(in srgb, currentColor 8%, #0000);
  }
  [aria-current] {
    background: color-mix(in srgb, var(--_accent) 14%, #0000);
    box-shadow: inset 3px 0 var(--_accent);
    font-weight: 600;
  }
  [aria-current]:dir(rtl) {
    box-shadow: inset -3px 0 var(--_accent);
  }
  p {
    margin: 0;
  }
  button {
    min-height: 2.75rem;
    padding: 0;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  [hidden] {
    display: none !important;
  }
  .ghost {
    display: grid;
    gap: 0.5rem;
  }
  i {
    height: 2rem;
    border-radius: var(--_radius);
    background: color-mix(in srgb, currentColor 9%, #0000);
  }
  @media (pointer: coarse) {
    a {
      min-height: 2.75rem;
    }
  }
  @media (forced-colors: active) {
    [aria-current] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;

/** How the categories look. */
export const navStyles = [commonStyles, tokens, own];
