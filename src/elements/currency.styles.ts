import {css} from '@lit/reactive-element';
import {commonStyles} from './common.styles.js';
import {fieldStyles} from './field.styles.js';
import {tokens} from './tokens.styles.js';

const own = css`
  :host {
    display: inline-block;
    max-width: 100%;
  }
  :host > * {
    color: var(--_text);
  }
  :host(:state(empty)) {
    display: none;
  }
  [part='field'] {
    display: grid;
    gap: 4px;
  }
`;

/** How the choice of a currency looks. */
export const currencyStyles = [commonStyles, tokens, fieldStyles, own];
