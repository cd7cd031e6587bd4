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
    min-width: 44px;
    min-height: 44px;
    padding: 8px;
    transition: background 0.15s;
  }
  @media (hover) {
    button:hover {
      background: color-mix(in srgb, currentColor 10%, #0000);
    }
  }
  svg {
    display: block;
    width: 24px;
    height: 24px;
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
    inset-block-start: 2px;
    inset-inline-start: 58%;
    box-sizing: border-box;
    min-width: 20px;
    padding: 0 5.6px;
    border: 1px solid #0000;
    border-radius: var(--_radius);
    background: var(--_accent);
    box-shadow: 0 0 0 2px var(--paynow-surface, Canvas);
    color: var(--_on-accent);
    font-size: 12px;
    font-weight: 600;
    line-height: 18px;
    font-variant-numeric: tabular-nums;
    text-align: center;
  }
  .labelled {
    gap: 0.5em;
    padding-inline: 12px;
  }
  .labelled [part='badge'] {
    position: static;
    box-shadow: none;
  }
  [part='badge']:empty {
    display: none;
  }
`;
