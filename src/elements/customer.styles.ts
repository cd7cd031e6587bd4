import {css} from '@lit/reactive-element';
import {commonStyles} from './common.styles.js';
import {tokens} from './tokens.styles.js';

const own = css`
  :host {
    display: inline-flex;
    gap: 10px;
    flex-wrap: wrap;
    align-items: center;
    max-width: 100%;
    min-height: 44px;
  }
  :host > * {
    color: var(--paynow-text, inherit);
  }
  [hidden] {
    display: none !important;
  }
  [part='avatar'] {
    display: grid;
    flex: none;
    place-items: center;
    width: 36px;
    height: 36px;
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
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  button {
    flex: none;
    min-height: 44px;
    padding: 4px 16px;
    border-color: color-mix(in srgb, currentColor 52%, #0000);
    font-weight: 600;
    font-size: 0.9375em;
  }
  @media (hover) {
    button:hover {
      border-color: currentColor;
    }
  }
  .main.main {
    padding-inline: 20px;
    border-color: #0000;
  }
  .ghost {
    display: flex;
    gap: 10px;
    align-items: center;
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  .ghost i {
    width: 96px;
    height: 16px;
    border-radius: var(--_radius);
    background: var(--_wait);
  }
  .ghost i:first-child {
    width: 36px;
    height: 36px;
  }
  [part='error'] {
    font-size: 0.875em;
    line-height: 1.45;
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
