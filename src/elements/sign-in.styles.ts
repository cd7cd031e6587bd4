import {css} from '@lit/reactive-element';
import {commonStyles} from './common.styles.js';
import {signInDialogStyles} from './sign-in-dialog.styles.js';
import {tokens} from './tokens.styles.js';

const own = css`
  :host {
    display: block;
    max-width: 26em;
  }
  :host > * {
    color: var(--_text);
  }
  :host([mode='dialog']) {
    display: inline-block;
    max-width: 100%;
  }
  * {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  h2,
  p {
    margin: 0;
    overflow-wrap: anywhere;
  }
  form,
  [part='form'] {
    display: grid;
    gap: 8px;
  }
  fieldset {
    min-width: 0;
    margin: 0 0 8px;
    padding: 0;
    border: 0;
  }
  legend,
  .label {
    padding: 0;
    font-weight: 600;
    font-size: 0.9375em;
  }
  .editions {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(9em, 100%), 1fr));
    gap: 8px;
    margin-block-start: 8px;
  }
  .edition {
    position: relative;
    display: grid;
    cursor: pointer;
  }
  .edition input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .edition span {
    display: grid;
    place-items: center;
    min-height: 44px;
    padding: 6px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    text-align: center;
    transition: border-color 0.15s;
  }
  .edition input:checked + span {
    padding: 5px;
    border: 2px solid var(--_accent);
    background: color-mix(in srgb, var(--_accent) 10%, var(--_surface));
  }
  .edition input:focus-visible + span {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  [part='input'] {
    width: 100%;
    min-height: 44px;
    padding: 8px 14px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    font-size: max(16px, 1em);
  }
  :host(:dir(rtl)) [dir='auto'] {
    text-align: right;
  }
  @media (hover) {
    .edition:hover input:not(:checked) + span,
    :hover:where([part='input']) {
      border-color: var(--_text);
    }
  }
  [part='input']:focus-visible {
    outline-offset: -1px;
  }
  [aria-invalid='true'] {
    outline-color: var(--_wrong);
    border-color: var(--_wrong);
    box-shadow: inset 0 0 0 1px var(--_wrong);
  }
  [part='error'] {
    padding: 8px 12px;
    border-inline-start: 3px solid var(--_danger);
    border-start-end-radius: calc(var(--_radius) / 2);
    border-end-end-radius: calc(var(--_radius) / 2);
    background: color-mix(in srgb, var(--_danger) 8%, var(--_surface));
    font-size: 0.9375em;
  }
  [part='error']:empty {
    display: none;
  }
  .note {
    color: var(--_muted);
  }
  .main {
    position: relative;
    display: grid;
    place-items: center;
    width: 100%;
    min-height: 44px;
    margin-block-start: 8px;
    padding: 8px 20px;
    border: 1px solid #0000;
    border-radius: var(--_radius);
    text-align: center;
    text-decoration: none;
  }
  :host([mode='dialog']) [part='open-button'] {
    margin: 0;
    color: var(--_on-accent);
  }
  .main i {
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
  [aria-disabled='true'] {
    cursor: progress;
  }
  [aria-disabled='true'] span {
    opacity: 0;
  }
  [aria-disabled='true'] i {
    visibility: visible;
    animation: turn 0.8s linear infinite;
  }
  .quiet {
    min-height: 44px;
    margin-block-start: 8px;
    padding: 6px 16px;
    border-color: var(--_line);
    font-weight: 600;
  }
  .ghost {
    display: grid;
    gap: 12px;
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  .ghost i {
    height: 44px;
    border-radius: var(--_radius);
    background: var(--_wait);
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  @keyframes breathe {
    to {
      opacity: 0.5;
    }
  }
`;

/** How signing in looks, in the page and in its dialog. */
export const signInStyles = [commonStyles, tokens, own, signInDialogStyles];
