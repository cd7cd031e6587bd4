import {css} from '@lit/reactive-element';

/** How labels, texts, choices and what is wrong in them look. */
export const fieldStyles = css`
  * {
    box-sizing: border-box;
  }
  [part='label'] {
    font-weight: 600;
    font-size: 0.9375em;
  }
  input,
  select {
    width: 100%;
    min-height: 44px;
    padding: 0.5em 0.875em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    text-overflow: ellipsis;
    transition: border-color 0.15s;
  }
  @media (hover) {
    :is(input, select):hover:enabled {
      border-color: var(--_text);
    }
  }
  :is(input, select):focus-visible {
    outline-offset: -1px;
    border-color: var(--_focus);
  }
  [aria-invalid='true']:is(input, select) {
    border-color: var(--_wrong);
    box-shadow: inset 0 0 0 1px var(--_wrong);
    outline-color: var(--_wrong);
  }
  :host(:dir(rtl)) [dir='auto'] {
    text-align: right;
  }
  select {
    appearance: none;
    overflow: hidden;
    padding-inline-end: 2.5em;
    cursor: pointer;
  }
  option {
    background: var(--_surface);
    color: var(--_text);
  }
  .select {
    display: grid;
    align-items: center;
  }
  .select > * {
    grid-area: 1 / 1;
  }
  .select svg {
    justify-self: end;
    margin-inline-end: 0.75em;
    pointer-events: none;
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
  :disabled {
    cursor: not-allowed;
  }
  :disabled:is(input, select, button) {
    opacity: 0.6;
  }
`;
