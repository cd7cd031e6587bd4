import {css} from '@lit/reactive-element';

/** How the merchant's own words about a product look. */
export const descriptionStyles = css`
  [part='description'] {
    width: 100%;
    line-height: 1.6;
  }
  [part='description'] > :first-child {
    margin-block-start: 0;
  }
  [part='description'] > :last-child {
    margin-block-end: 0;
  }
  [part='description'] :is(p, ul, ol, dl, pre, table, blockquote, figure) {
    margin: 0.75em 0;
  }
  [part='description'] :is(h1, h2, h3, h4, h5, h6) {
    margin: 1.25em 0 0.4em;
    font-size: 1.0625em;
    line-height: 1.3;
  }
  [part='description'] :is(ul, ol) {
    padding-inline-start: 1.25em;
  }
  [part='description'] li + li {
    margin-block-start: 0.25em;
  }
  [part='description'] li::marker {
    color: var(--_muted);
  }
  [part='description'] a {
    color: inherit;
    text-decoration-color: var(--_accent);
    text-decoration-thickness: 0.125em;
    text-underline-offset: 0.2em;
  }
  [part='description'] img {
    max-width: 100%;
    height: auto;
    border-radius: var(--_radius);
  }
  [part='description'] :is(code, kbd, samp) {
    padding: 0.125em 0.375em;
    border-radius: min(0.25em, var(--_radius));
    background: color-mix(in srgb, var(--_text) 10%, #0000);
    font: 0.9em ui-monospace, Menlo, Consolas, monospace;
  }
  [part='description'] pre {
    padding: 0.75em 1em;
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_text) 10%, #0000);
    white-space: pre-wrap;
  }
  [part='description'] pre code {
    padding: 0;
    background: none;
  }
  [part='description'] table {
    width: 100%;
    table-layout: fixed;
    border-collapse: collapse;
    font-size: 0.9375em;
  }
  [part='description'] :is(th, td) {
    padding: 0.5em;
    border-block-end: 1px solid var(--_border);
    text-align: start;
  }
  [part='description'] :is(th, td):first-child {
    padding-inline-start: 0;
  }
  [part='description'] th {
    font-weight: 650;
  }
  [part='description'] blockquote {
    padding-inline-start: 1em;
    border-inline-start: 3px solid var(--_border);
    color: var(--_muted);
  }
`;
