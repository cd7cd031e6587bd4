import {css} from '@lit/reactive-element';
import {commonStyles} from './common.styles.js';
import {tokens} from './tokens.styles.js';

const own = css`
  :host {
    display: block;
  }
  ul {
    display: grid;
    gap: 2px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li > ul {
    margin-block: 2px 4px;
    margin-inline-start: 14px;
    padding-inline-start: 8px;
    border-inline-start: 1px solid color-mix(in srgb, currentColor 18%, #0000);
  }
  a {
    display: flex;
    position: relative;
    align-items: center;
    min-height: 36px;
    padding: 4px 12px;
    border-radius: var(--_radius);
    color: inherit;
    text-decoration: none;
    overflow-wrap: anywhere;
  }
  @media (hover) {
    a:hover {
      background: color-mix(in srgb, currentColor 8%, #0000);
    }
  }
  a[aria-current] {
    background: color-mix(in srgb, var(--_accent) 14%, #0000);
    font-weight: 600;
  }
  a[aria-current]::before {
    content: '' / '';
    position: absolute;
    inset-block: 9px;
    inset-inline-start: 4px;
    width: 3px;
    border-radius: 2px;
    background: var(--_accent);
  }
  [aria-current]:not(:focus-visible) {
    outline: 2px solid #0000;
    outline-offset: -2px;
  }
  p {
    margin: 0;
    overflow-wrap: anywhere;
  }
  button {
    min-height: 44px;
    padding: 0;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  @media (hover) {
    button:hover {
      text-decoration-thickness: 2px;
    }
  }
  [hidden] {
    display: none !important;
  }
  .ghost {
    display: grid;
    gap: 8px;
  }
  i {
    height: 32px;
    border-radius: var(--_radius);
    background: var(--_wait);
  }
  @media (pointer: coarse) {
    a {
      min-height: 44px;
    }
  }
`;

/** How the categories look. Where a browser forces its colours, the outline without one is seen. */
export const navStyles = [commonStyles, tokens, own];
