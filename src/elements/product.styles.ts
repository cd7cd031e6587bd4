import {css} from '@lit/reactive-element';
import {commonStyles} from './common.styles.js';
import {descriptionStyles} from './description.styles.js';
import {productPartsStyles} from './product-parts.styles.js';
import {tokens} from './tokens.styles.js';

const frame = css`
  :host {
    display: block;
    min-width: 0;
  }
  * {
    box-sizing: border-box;
  }
  [part='card'] {
    position: relative;
    display: flex;
    flex-direction: column;
    height: 100%;
    overflow: clip;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.6);
    background: var(--_surface);
    color: var(--_text);
  }
  [part='image'] {
    position: relative;
    display: grid;
    flex: none;
    place-items: center;
    aspect-ratio: 4 / 3;
    overflow: clip;
    background: color-mix(in srgb, var(--_text) 6%, var(--_surface));
    color: var(--_muted);
    object-fit: cover;
  }
  [part='image'] slot {
    object-fit: inherit;
  }
  [part='image'] img,
  [part='image'] ::slotted(*) {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    object-fit: inherit;
  }
  [part='image'] svg {
    width: 30%;
    max-width: 80px;
    opacity: 0.5;
  }
  path {
    fill: none;
    stroke: currentColor;
    stroke-width: 1;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .body {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: calc(var(--_gap) * 0.375);
    align-items: flex-start;
    min-width: 0;
    padding: var(--_gap);
    overflow-wrap: anywhere;
  }
  [part='name'] {
    font-size: 1.0625em;
    font-weight: 650;
    line-height: 1.3;
    letter-spacing: -0.005em;
    text-wrap: balance;
  }
  [part='link'] {
    color: inherit;
    text-decoration: none;
  }
  @media (hover) {
    [part='link']:hover {
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }
  }
  [part='link']::after {
    position: absolute;
    inset: 0;
    content: '' / '';
  }
  [part='label'] {
    padding: 0.1875em 0.625em;
    border-radius: calc(var(--_radius) * 0.6);
    background: color-mix(in srgb, var(--_text) 9%, var(--_surface));
    color: var(--_text);
    font-size: 0.75em;
    font-weight: 650;
    line-height: 1.4;
  }
  [part='price'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5em;
    align-items: baseline;
  }
  [part='price'] [part='final'] {
    font-size: 1.1875em;
  }
  [part='price'] :is([part='saving'], [part='tax']) {
    flex-basis: 100%;
  }
  [part='codes-note'] {
    color: var(--_muted);
    font-size: 0.8125em;
    line-height: 1.4;
  }
  .buy {
    position: relative;
    z-index: 1;
    display: grid;
    gap: var(--_gap);
    width: 100%;
    margin-block-start: auto;
    padding-block-start: calc(var(--_gap) * 0.5);
  }
  :host(:state(sold-out)) [part='image'] img {
    opacity: 0.5;
    filter: saturate(0.4);
  }
  [part='card'].still {
    gap: 0.5em;
    align-items: flex-start;
    justify-content: center;
    padding: var(--_gap);
    height: auto;
    border-style: dashed;
  }
`;

const card = css`
  .card {
    min-height: var(--paynow-card-room, 0);
  }
  .card [part='label'] {
    position: absolute;
    inset-block-start: calc(var(--_gap) * 0.75);
    inset-inline-start: calc(var(--_gap) * 0.75);
    max-width: calc(100% - var(--_gap) * 1.5);
    background: color-mix(in srgb, var(--_surface) 92%, #0000);
    box-shadow: 0 1px 3px #0003;
  }
`;

const row = css`
  .row {
    flex-flow: row wrap;
    gap: calc(var(--_gap) * 0.75) var(--_gap);
    align-items: center;
    padding: calc(var(--_gap) * 0.75);
  }
  .row [part='image'] {
    width: 80px;
    aspect-ratio: 1;
    border-radius: var(--_radius);
  }
  .row .body {
    flex: 1 1 10em;
    gap: 0.125em;
    padding: 0;
  }
  .row .body > [part='label'] {
    margin-block-end: 0.25em;
  }
  .row .buy {
    flex: 0 1 auto;
    width: auto;
    margin: 0;
    padding: 0;
  }
`;

const detail = css`
  .detail {
    flex-flow: row wrap;
    align-items: flex-start;
    gap: calc(var(--_gap) * 2);
    overflow: visible;
    border: 0;
    border-radius: 0;
    background: none;
  }
  .detail [part='image'] {
    flex: 1 1 18em;
    min-width: 0;
    border-radius: calc(var(--_radius) * 1.6);
  }
  .detail .body {
    flex: 1 1 20em;
    gap: calc(var(--_gap) * 0.75);
    padding: 0;
  }
  .detail [part='name'] {
    font-size: 1.75em;
    line-height: 1.15;
    letter-spacing: -0.015em;
  }
  .detail [part='final'] {
    font-size: 1.5em;
  }
  .detail .buy {
    max-width: 28em;
    margin: 0;
  }
  .detail [part='link']::after {
    content: none;
  }
  /* What the button says in a tint of its own stands on the card and not on the page. */
  paynow-add-button {
    --paynow-surface: var(--_surface);
  }
`;

const skeleton = css`
  .skeleton [part='image'] {
    background: var(--_wait);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  .skeleton .bar {
    max-width: 100%;
  }
  .skeleton .wide {
    width: 9em;
  }
  .skeleton .block {
    width: 100%;
    height: 44px;
    border-radius: var(--_radius);
  }
  .row.skeleton .block {
    width: 128px;
  }
`;

/** How a product looks: as a card, as a row and in detail. */
export const productStyles = [
  commonStyles, tokens, productPartsStyles, frame, card, row, detail, descriptionStyles, skeleton,
];
