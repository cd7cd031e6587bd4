import {css} from '@lit/reactive-element';
import {commonStyles} from './common.styles.js';
import {tokens} from './tokens.styles.js';

const own = css`
  :host {
    display: contents;
  }
  * {
    box-sizing: border-box;
  }
  dialog {
    width: min(28em, 100% - 32px);
    max-width: none;
    max-height: min(46em, 100dvh - 32px);
    margin: auto;
    padding: 0;
    overflow: hidden;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.6);
    background: var(--_surface);
    box-shadow: 0 24px 64px #0005;
    color: var(--_text);
    font-size: medium;
    scrollbar-color: var(--_muted) #0000;
    transition: translate 0.25s cubic-bezier(0.2, 0.8, 0.2, 1), opacity 0.2s;
  }
  dialog[open] {
    display: flex;
  }
  dialog::backdrop {
    background: #0006;
    transition: opacity 0.25s;
  }
  @starting-style {
    dialog[open] {
      opacity: 0;
      translate: 0 12px;
    }
    dialog[open]::backdrop {
      opacity: 0;
    }
  }
  form {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-width: 0;
  }
  .head {
    display: flex;
    gap: var(--_gap);
    align-items: center;
    padding: var(--_gap) calc(var(--_gap) * 1.25);
    border-block-end: 1px solid var(--_border);
  }
  [part='image'] {
    display: grid;
    flex: none;
    place-items: center;
    width: 64px;
    height: 64px;
    overflow: clip;
    border-radius: var(--_radius);
    background: var(--_wait);
    color: var(--_muted);
  }
  img {
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .what {
    flex: 1;
    min-width: 0;
  }
  h2,
  p {
    margin: 0;
    overflow-wrap: anywhere;
  }
  h2 {
    font-size: 1.1875em;
    font-weight: 650;
    letter-spacing: -0.01em;
    line-height: 1.25;
  }
  h2:focus {
    outline: none;
  }
  [part='price'] {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .round {
    display: grid;
    flex: none;
    place-items: center;
    align-self: start;
    width: 36px;
    height: 36px;
    margin-inline-end: -8px;
    padding: 0;
  }
  @media (hover) {
    .round:hover {
      background: color-mix(in srgb, var(--_text) 8%, #0000);
    }
  }
  svg {
    width: 20px;
    height: 20px;
  }
  [part='image'] svg {
    width: 28px;
    height: 28px;
  }
  path {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .content {
    flex: 1;
    min-height: 0;
    padding: calc(var(--_gap) * 1.25);
    overflow: auto;
    overscroll-behavior: contain;
  }
  paynow-options::part(total) {
    display: none;
  }
  .foot {
    display: grid;
    gap: 0.75em;
    padding: var(--_gap) calc(var(--_gap) * 1.25);
    padding-block-end: max(var(--_gap), env(safe-area-inset-bottom));
    border-block-start: 1px solid var(--_border);
  }
  [part='message'] {
    padding: 0.5em 0.75em;
    border-inline-start: 3px solid var(--_danger);
    border-start-end-radius: calc(var(--_radius) / 2);
    border-end-end-radius: calc(var(--_radius) / 2);
    background: color-mix(in srgb, var(--_danger) 8%, var(--_surface));
    font-size: 0.875em;
  }
  [part='message']:empty {
    display: none;
  }
  a {
    color: inherit;
    font-weight: 600;
  }
  .main {
    position: relative;
    display: flex;
    gap: 0.25em 1em;
    align-items: center;
    justify-content: space-between;
    min-height: 48px;
    padding: 0.5em 1.25em;
  }
  .total {
    font-variant-numeric: tabular-nums;
    unicode-bidi: plaintext;
  }
  [aria-disabled='true'] {
    cursor: progress;
  }
  [aria-disabled='true'] > :not([part='spinner']) {
    opacity: 0;
  }
  [part='spinner'] {
    position: absolute;
    inset: 0;
    width: 1.2em;
    height: 1.2em;
    margin: auto;
    border: 0.15em solid;
    border-inline-end: 0.15em dotted #0000;
    border-radius: 50%;
    visibility: hidden;
  }
  [aria-disabled='true'] [part='spinner'] {
    visibility: visible;
    animation: turn 0.8s linear infinite;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  @media (max-width: 30rem) {
    dialog {
      inset: auto 0 0;
      width: 100%;
      max-height: calc(100dvh - 32px);
      margin: 0;
      border-width: 1px 0 0;
      border-end-start-radius: 0;
      border-end-end-radius: 0;
    }
    @starting-style {
      dialog[open] {
        opacity: 1;
        translate: 0 100%;
      }
    }
  }
  @media (max-height: 30rem) {
    dialog,
    .content {
      overflow: auto;
    }
    form {
      display: block;
    }
  }
  @media (pointer: coarse) {
    .round {
      width: 44px;
      height: 44px;
      margin-inline-end: -12px;
    }
  }
`;

/** How the dialog for options looks. */
export const optionsDialogStyles = [commonStyles, tokens, own];
