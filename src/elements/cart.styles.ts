import {css} from '@lit/reactive-element';
import {drawerStyles} from './drawer.styles.js';
import {cartLineStyles} from './cart-line.styles.js';
import {cartStatesStyles} from './cart-states.styles.js';
import {commonStyles} from './common.styles.js';
import {tokens} from './tokens.styles.js';

const frame = css`
  :host([mode='inline']) {
    display: block;
  }
  * {
    box-sizing: border-box;
  }
  .panel {
    flex-direction: column;
    overflow: hidden;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.6);
    background: var(--_surface);
    color: var(--_text);
    font-size: medium;
    scrollbar-color: var(--_muted) #0000;
    font-variant-numeric: tabular-nums;
  }
  section,
  dialog[open] {
    display: flex;
  }
  [part='header'],
  .foot {
    padding: var(--_gap) calc(var(--_gap) * 1.25);
  }
  [part='header'],
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.75em;
    align-items: center;
    justify-content: space-between;
  }
  h2,
  p,
  ul {
    margin: 0;
  }
  h2 {
    font-size: 1.1875em;
    font-weight: 650;
    letter-spacing: -0.01em;
  }
  h2:focus {
    outline: none;
  }
  .content {
    flex: 1;
    min-height: 0;
    overflow: auto;
    overscroll-behavior: contain;
    border-block-start: 1px solid var(--_border);
  }
  .foot {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.375em;
    border-block-start: 1px solid var(--_border);
  }
  .foot .row {
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .foot .row :last-child,
  s {
    unicode-bidi: plaintext;
  }
  .foot [part='total'] {
    color: var(--_text);
    font-size: 1.125em;
    font-weight: 650;
  }
  [hidden] {
    display: none !important;
  }
  .round,
  [part='quantity'] button {
    display: grid;
    place-items: center;
    width: 36px;
    height: 36px;
    padding: 0;
  }
  .round {
    margin: -8px;
  }
  .main {
    min-height: 48px !important;
    margin-block-start: 8px;
    padding: 0.5em 1.25em;
  }
  .main[aria-disabled='true'] {
    position: relative;
    cursor: progress;
    & slot {
      display: block;
      opacity: 0;
    }
    &::after {
      content: '';
      position: absolute;
      inset: 0;
      width: 1em;
      height: 1em;
      margin: auto;
      border: 0.15em solid var(--_on-accent);
      border-inline-end: 0.15em dotted #0000;
      border-radius: 50%;
      animation: turn 0.8s linear infinite;
    }
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  .quiet {
    min-height: 32px;
    padding: 0;
    color: var(--_muted);
    font-size: 0.875em;
    text-align: start;
    text-decoration: underline;
    text-decoration-color: var(--_line);
    text-underline-offset: 0.2em;
  }
  @media (hover) {
    .quiet:hover {
      color: var(--_text);
      text-decoration-color: currentColor;
    }
    .round:hover,
    .still .quiet:hover,
    [part='quantity'] button:hover {
      background: color-mix(in srgb, var(--_text) 8%, #0000);
    }
  }
  a {
    color: inherit;
    font-weight: 600;
    text-underline-offset: 0.2em;
  }
  svg {
    width: 20px;
    height: 20px;
  }
  path {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .message {
    display: flex;
    gap: 0.5em;
    font-size: 0.875em;
    overflow-wrap: anywhere;
  }
  .message:empty {
    display: none;
  }
  .message::before {
    content: '!' / '';
    flex: none;
    width: 1.3em;
    height: 1.3em;
    border-radius: 50%;
    background: var(--_danger);
    color: var(--_surface);
    font-weight: 700;
    line-height: 1.3;
    text-align: center;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (pointer: coarse) {
    button,
    input {
      min-height: 44px !important;
    }
    button {
      min-width: 44px;
    }
    .round {
      margin: -12px;
    }
  }
`;

/** How the cart looks. */
export const cartStyles = [commonStyles, tokens, frame, cartLineStyles, cartStatesStyles, drawerStyles];
