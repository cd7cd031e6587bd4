import {css} from '@lit/reactive-element';
import {checkStyles} from './check.styles.js';
import {commonStyles} from './common.styles.js';
import {fieldStyles} from './field.styles.js';
import {tokens} from './tokens.styles.js';

const own = css`
  :host {
    display: block;
  }
  :host > * {
    color: var(--_text);
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .fields,
  .receiver {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_gap) * 1.125);
  }
  [part='field'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.375em;
  }
  p {
    margin: 0;
  }
  [part='label'],
  .hint,
  [part='error'] {
    overflow-wrap: anywhere;
  }
  .hint {
    color: var(--_muted);
    font-size: 0.875em;
  }
  [part='error'] {
    display: flex;
    gap: 0.5em;
    align-items: baseline;
    color: var(--_wrong);
    font-weight: 500;
    font-size: 0.875em;
    line-height: 1.45;
  }
  [part='error']::before {
    content: '!' / '';
    flex: none;
    width: 1.3em;
    border-radius: 50%;
    background: var(--_wrong);
    color: var(--_surface);
    font-weight: 700;
    line-height: 1.3;
    text-align: center;
  }
  span[part='error'],
  span[part='error']::before {
    display: inline-block;
    margin-inline-end: 0.5em;
  }
  .modes {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow: clip;
  }
  .mode {
    display: flex;
    gap: 0.75em;
    align-items: center;
    min-height: 44px;
    padding: 0.5em 0.875em;
    cursor: pointer;
  }
  .mode + .mode {
    border-block-start: 1px solid var(--_border);
  }
  @media (hover) {
    .mode:hover {
      background: color-mix(in srgb, var(--_text) 5%, #0000);
    }
  }
  .mode:has(:checked) {
    outline: 2px solid #0000;
    outline-offset: -2px;
    background: color-mix(in srgb, var(--_accent) 9%, #0000);
  }
  .mode > span:first-of-type {
    flex: 1;
    min-width: 0;
  }
  .mode:has(:checked),
  .mode .price {
    font-weight: 600;
  }
  small {
    display: block;
    color: var(--_muted);
    font-weight: 400;
    font-size: 0.875em;
  }
  .price,
  output {
    font-variant-numeric: tabular-nums;
    unicode-bidi: plaintext;
  }
  .receiver {
    padding-inline-start: calc(var(--_gap) * 0.875);
    border-inline-start: 2px solid var(--_border);
  }
  .row.row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375em 0.75em;
    align-items: center;
    justify-content: space-between;
  }
  .row [part='error'] {
    flex: 1 0 100%;
  }
  .stepper {
    display: inline-flex;
    max-width: 100%;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .stepper:has([aria-invalid='true']) {
    outline: 1px solid var(--_wrong);
    border-color: var(--_wrong);
  }
  .stepper button {
    display: grid;
    flex: none;
    place-items: center;
    width: 44px;
    padding: 0;
  }
  @media (hover) {
    .stepper button:hover:enabled {
      background: color-mix(in srgb, var(--_text) 8%, #0000);
    }
  }
  .stepper svg {
    width: 16px;
    height: 16px;
  }
  .stepper input {
    width: 3.25em;
    min-width: 1.5em;
    padding: 0;
    border-color: #0000;
    border-radius: min(6px, var(--_radius));
    background: none;
    box-shadow: none;
    outline-offset: -5px;
    font-variant-numeric: tabular-nums;
    text-align: center;
  }
  [part='total'] {
    padding-block-start: calc(var(--_gap) * 0.75);
    border-block-start: 1px solid var(--_border);
    font-weight: 650;
  }
  [hidden] {
    display: none !important;
  }
  [part='retry-button'] {
    flex: none;
    min-width: 44px;
    min-height: 44px;
    margin-block: -12px;
    padding: 0;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  @media (hover) {
    [part='retry-button']:hover {
      text-decoration-thickness: 2px;
    }
  }
  .ghost {
    display: grid;
    gap: calc(var(--_gap) * 1.125);
  }
  i {
    height: 44px;
    border-radius: var(--_radius);
    background: var(--_wait);
    animation: wait 1.6s ease-in-out infinite alternate;
  }
  @keyframes wait {
    to {
      opacity: 0.5;
    }
  }
`;

/** How the options of a product look. Where a browser forces its colours, the outline without one is seen. */
export const optionsStyles = [commonStyles, tokens, fieldStyles, checkStyles, own];
