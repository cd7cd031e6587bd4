import {css} from '@lit/reactive-element';
import {optionsDialogStyles} from './options-dialog.styles.js';

const own = css`
  dialog {
    flex-direction: column;
  }
  h2 {
    padding: calc(var(--_gap) * 1.25) calc(var(--_gap) * 1.25) var(--_gap);
  }
  ul {
    margin: 0;
    padding: 0 calc(var(--_gap) * 1.25);
    overflow: auto;
    overscroll-behavior: contain;
    list-style: none;
  }
  [hidden] {
    display: none;
  }
  [part='line'] {
    display: flex;
    gap: var(--_gap);
    align-items: center;
    padding-block: 12px;
    border-block-start: 1px solid var(--_border);
  }
  [part='image'] {
    width: 52px;
    height: 52px;
  }
  [part='image'] svg {
    width: 24px;
    height: 24px;
  }
  .what {
    display: grid;
    gap: 4px;
    justify-items: start;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .muted {
    color: var(--_muted);
    font-weight: 400;
    font-size: 0.875em;
  }
  [part='message'] {
    font-weight: 400;
  }
  [part='price']:empty {
    display: none;
  }
  [part='price'] {
    flex: none;
    color: var(--_text);
  }
  .foot {
    grid-auto-columns: 1fr;
  }
  .main {
    justify-content: center;
  }
  .second {
    min-height: 48px;
    border-color: var(--_line);
    font-weight: 600;
  }
  @media (hover) {
    .second:hover {
      background: color-mix(in srgb, var(--_text) 8%, #0000);
    }
  }
`;

/** How the dialog looks that asks before a link adds something. */
export const linkDialogStyles = [optionsDialogStyles, own];
