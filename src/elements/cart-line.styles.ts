import {css} from '@lit/reactive-element';

/** How a line of the cart looks. */
export const cartLineStyles = css`
  ul {
    padding: 0;
    list-style: none;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap);
    padding: var(--_gap) calc(var(--_gap) * 1.25);
  }
  .line + .line {
    border-block-start: 1px solid var(--_border);
  }
  .long .line {
    content-visibility: auto;
    contain-intrinsic-size: auto 112px;
  }
  .image {
    display: grid;
    place-items: center;
    width: 64px;
    height: 64px;
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_text) 6%, var(--_surface));
    color: var(--_muted);
    object-fit: cover;
  }
  .image svg {
    width: 28px;
    height: 28px;
  }
  .what {
    flex: 1 1 10em;
    min-width: 0;
  }
  .what > .row:first-child {
    align-items: baseline;
    font-weight: 600;
  }
  [part='line-name'] {
    flex: 1 1 96px;
    overflow-wrap: anywhere;
  }
  [part='line-price'] {
    margin-inline-start: auto;
  }
  s {
    color: var(--_muted);
    font-weight: 400;
    font-size: 0.875em;
  }
  [part='line-options'] {
    margin-block: 0.125em 0.625em;
    color: var(--_muted);
    font-size: 0.875em;
    overflow-wrap: anywhere;
  }
  [part='quantity'] {
    display: inline-flex;
    max-width: 100%;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  input {
    min-width: 44px;
    padding: 0;
    field-sizing: content;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: center;
  }
  [part='quantity'] svg {
    width: 16px;
    height: 16px;
  }
  .line [part='notice'] {
    margin-block-start: 0.75em;
    padding-inline: 0.875em;
    border-start-end-radius: calc(var(--_radius) / 2);
    border-end-end-radius: calc(var(--_radius) / 2);
  }
  .pending [part='line-price'] {
    color: var(--_muted);
    transition: color 0.2s 0.2s;
  }
  [part='clear-button'] {
    display: block;
    margin-block: 8px;
    margin-inline: auto calc(var(--_gap) * 1.25);
  }
`;
