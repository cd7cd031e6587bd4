import {css} from '@lit/reactive-element';

/** How boxes to tick and dots to choose by look. Where a browser forces its colours it draws them itself. */
export const checkStyles = css`
  :is([type='radio'], [type='checkbox']) {
    appearance: none;
    display: grid;
    flex: none;
    place-items: center;
    width: 1.25em;
    min-height: 0;
    height: 1.25em;
    margin: 0;
    padding: 0;
    border-radius: min(4px, var(--_radius));
    @media (forced-colors: active) {
      appearance: auto;
    }
  }
  [type='radio'] {
    border-radius: 50%;
  }
  :checked:is([type='radio'], [type='checkbox']) {
    border-color: var(--_focus);
    background: var(--_focus);
  }
  :checked::before {
    content: '' / '';
    width: 0.3em;
    height: 0.6em;
    border: solid var(--_surface);
    border-width: 0 0.15em 0.15em 0;
    rotate: 45deg;
    translate: 0 -0.08em;
  }
  [type='radio']::before {
    width: 0.5em;
    height: 0.5em;
    border: 0;
    border-radius: 50%;
    background: var(--_surface);
    translate: none;
  }
  .check {
    display: inline-flex;
    gap: 0.625em;
    align-items: center;
    justify-self: start;
    min-height: 32px;
    cursor: pointer;
  }
  .check:has(:disabled),
  fieldset:disabled [part='label'] {
    color: var(--_muted);
    cursor: not-allowed;
  }
  @media (pointer: coarse) {
    .check {
      min-height: 44px;
    }
  }
`;
