import {css} from '@lit/reactive-element';

/** A quiet button in the colours of the page around it; only the badge has the accent. */
export const cartButtonStyles = css`
  :host {
    --_focus: currentColor;
    display: inline-block;
  }
  :host([hide-when-empty]:state(empty)) {
    display: none;
  }
  button {
    display: inline-flex;
    position: relative;
    align-items: center;
    justify-content: center;
    min-width: 2.75rem;
    min-height: 2.75rem;
    padding: 0.5rem;
    transition: background 0.15s;
  }
  button:hover {
    background: color-mix(in srgb, currentColor 10%, #0000);
  }
  svg {
    display: block;
    width: 1.5rem;
    height: 1.5rem;
  }
  path {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  [part='badge'] {
    position: absolute;
    inset-block-start: 0.125rem;
    inset-inline-start: 50%;
    box-sizing: border-box;
    min-width: 1.25rem;
    padding: 0 0.35rem;
    border: 1px solid #0000;
    border-radius: 1rem;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 0.75rem;
    font-weight: 600;
    line-height: 1.125rem;
    font-variant-numeric: tabular-nums;
    text-align: center;
  }
  .labelled {
    gap: 0.5em;
    padding-inline: 0.75rem;
  }
  .labelled [part='badge'] {
    position: static;
  }
  [part='badge']:empty {
    display: none;
  }
`;
