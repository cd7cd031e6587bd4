import {css} from '@lit/reactive-element';
import {commonStyles} from './common.styles.js';
import {tokens} from './tokens.styles.js';

const own = css`
  :host {
    display: inline-flex;
    gap: 0.625rem;
    align-items: center;
    max-width: 100%;
    min-height: 2.75rem;
    color: var(--paynow-text, inherit);
    line-height: 1.3;
    text-align: start;
  }
  [hidden] {
    display: none !important;
  }
  [part='avatar'] {
    display: grid;
    flex: none;
    place-items: center;
    width: 2.25rem;
    height: 2.25rem;
    overflow: clip;
    border-radius: var(--_radius);
    background: color-mix(in srgb, currentColor 12%, #0000);
    font-weight: 600;
    text-transform: uppercase;
  }
  img {
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  [part='name'] {
    min-width: 0;
    overflow: hidden;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  button {
    flex: none;
    min-height: 2.75rem;
    padding: 0.25rem 0.75rem;
    border-color: color-mix(in srgb, currentColor 24%, #0000);
    font-size: 0.9375em;
  }
  button:hover {
    border-color: currentColor;
  }
  .filled {
    padding-inline: 1.25rem;
    border-color: #0000;
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  .filled:hover {
    border-color: #0000;
    filter: brightness(1.1);
  }
  .ghost {
    display: flex;
    gap: 0.625rem;
    align-items: center;
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  .ghost i {
    width: 6rem;
    height: 1rem;
    border-radius: var(--_radius);
    background: color-mix(in srgb, currentColor 14%, #0000);
  }
  .ghost i:first-child {
    width: 2.25rem;
    height: 2.25rem;
  }
  [part='error'] {
    font-size: 0.9375em;
    overflow-wrap: anywhere;
  }
  @keyframes breathe {
    to {
      opacity: 0.5;
    }
  }
`;

/** How the element looks that shows who is signed in. */
export const customerStyles = [commonStyles, tokens, own];
