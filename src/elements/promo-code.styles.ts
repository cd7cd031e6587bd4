import {css} from '@lit/reactive-element';
import {commonStyles} from './common.styles.js';
import {fieldStyles} from './field.styles.js';
import {tokens} from './tokens.styles.js';

const own = css`
  :host {
    display: grid;
    gap: 8px;
  }
  :host > * {
    color: var(--_text);
  }
  [hidden] {
    display: none !important;
  }
  form {
    display: grid;
    gap: 4px;
  }
  .row {
    display: flex;
    gap: 8px;
  }
  input {
    flex: 1;
    min-width: 0;
    direction: ltr;
    text-align: start;
    text-transform: uppercase;
  }
  :host(:dir(rtl)) input {
    text-align: end;
  }
  [part='button'] {
    flex: none;
    min-height: 44px;
    padding: 0.5em 1.125em;
    border-color: var(--_line);
    background: var(--_surface);
    font-weight: 600;
    transition: background 0.15s;
  }
  @media (hover) {
    [part='button']:hover {
      background: color-mix(in srgb, var(--_text) 8%, var(--_surface));
    }
  }
  p,
  ul {
    margin: 0;
    padding: 0;
  }
  [part='error'] {
    color: var(--_wrong);
    font-size: 0.875em;
    overflow-wrap: anywhere;
  }
  [part='hint'] {
    color: var(--_muted);
    font-size: 0.875em;
    overflow-wrap: anywhere;
  }
  [part='codes'] {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    list-style: none;
  }
  [part='code'] {
    display: flex;
    align-items: center;
    min-width: 0;
    max-width: 100%;
    padding-inline-start: 0.75em;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.6);
    background: color-mix(in srgb, var(--_text) 5%, var(--_surface));
    font-size: 0.875em;
    font-weight: 600;
    letter-spacing: 0.02em;
  }
  [part='code'] bdi {
    overflow-wrap: anywhere;
  }
  [part='code'].refused {
    border-color: var(--_wrong);
    background: color-mix(in srgb, var(--_danger) 8%, var(--_surface));
    color: var(--_wrong);
  }
  [part='code'].refused bdi {
    text-decoration: line-through;
  }
  [part='remove-button'] {
    display: grid;
    flex: none;
    place-items: center;
    width: 32px;
    height: 32px;
    padding: 0;
    border-radius: inherit;
  }
  @media (hover) {
    [part='remove-button']:hover {
      background: color-mix(in srgb, var(--_text) 10%, #0000);
    }
  }
  [part='remove-button'] svg {
    width: 16px;
    height: 16px;
  }
  @media (pointer: coarse) {
    [part='remove-button'] {
      width: 44px;
      height: 44px;
    }
  }
`;

/** How the field for promo codes looks. */
export const promoCodeStyles = [commonStyles, tokens, fieldStyles, own];
