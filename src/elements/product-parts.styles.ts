import {css} from '@lit/reactive-element';

/** How prices, stock and mistakes look wherever they stand. Forced colours leave of a bar nothing but its outline. */
export const productPartsStyles = css`
  :host {
    --_good: light-dark(#0b6b3a, #6fdc9c);
    --_warn: var(--paynow-danger, light-dark(#b42318, #ff9b8f));
  }
  [part='final'] {
    font-weight: 650;
  }
  [part='final'],
  [part='original'],
  [part='saving'] {
    font-variant-numeric: tabular-nums;
  }
  [part='original'],
  [part='interval'],
  [part='tax'] {
    color: var(--_muted);
    font-size: 0.875em;
  }
  [part='saving'] {
    display: inline-block;
    color: var(--_good);
    font-size: 0.875em;
    font-weight: 600;
  }
  [part='interval'],
  [part='saving'] {
    text-wrap: balance;
  }
  [part='status'] {
    font-size: 0.875em;
  }
  .in-stock {
    color: var(--_good);
  }
  .low {
    color: var(--_warn);
    font-weight: 600;
  }
  .sold-out {
    color: var(--_muted);
  }
  [part='error'] {
    font-size: 0.875em;
    overflow-wrap: anywhere;
  }
  [part='retry-button'] {
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
  .bar {
    display: inline-block;
    width: 4em;
    height: 0.875em;
    border-radius: calc(var(--_radius) / 2);
    background: var(--_wait);
    outline: 1px solid #0000;
    outline-offset: -1px;
    vertical-align: baseline;
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  [hidden] {
    display: none !important;
  }
  @keyframes breathe {
    to {
      opacity: 0.5;
    }
  }
`;
