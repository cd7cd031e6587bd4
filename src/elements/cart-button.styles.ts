import {css} from '@lit/reactive-element';

/** A quiet button in the colours of the page around it; only the badge has the accent. */
export const cartButtonStyles = css`
  :host {
    display: inline-block;
    font-family: var(--paynow-font, inherit);
  }
  :host([hidden]),
  :host([hide-when-empty]:state(empty)) {
    display: none;
  }
  :host(:state(light)) {
    color-scheme: light;
  }
  :host(:state(dark)) {
    color-scheme: dark;
  }
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-width: 2.75rem;
    min-height: 2.75rem;
    padding: 0.5rem;
    border: 1px solid #0000;
    border-radius: var(--paynow-radius, 0.625rem);
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
    transition: background 0.15s;
  }
  button:hover {
    background: color-mix(in srgb, currentColor 10%, #0000);
  }
  button:focus-visible {
    outline: 2px solid;
    outline-offset: 2px;
  }
  [part='icon'] {
    display: grid;
    position: relative;
  }
  svg {
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
    --_accent: var(--paynow-accent, #2b5ce6);
    --_bw: calc((0.18 - y) * 9999);
    position: absolute;
    inset-block-start: -0.5rem;
    inset-inline-start: 55%;
    box-sizing: border-box;
    min-width: 1.25rem;
    padding: 0 0.35rem;
    border: 1px solid #0000;
    border-radius: 1rem;
    background: var(--_accent);
    color: var(--paynow-on-accent, color(from var(--_accent) xyz var(--_bw) var(--_bw) var(--_bw)));
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
  .labelled [part='icon'] {
    display: contents;
  }
  .labelled [part='badge'] {
    position: static;
    order: 1;
  }
  [part='badge']:empty {
    display: none;
  }
  @media (prefers-reduced-motion: reduce) {
    button {
      transition: none;
    }
  }
`;
