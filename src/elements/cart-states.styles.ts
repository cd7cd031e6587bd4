import {css} from '@lit/reactive-element';

/** How a cart looks that has something to say: nothing in it, something taken back, not read yet. */
export const cartStatesStyles = css`
  .still {
    display: grid;
    gap: 0.75em;
    align-content: center;
    justify-items: center;
    min-height: 80%;
    padding: calc(var(--_gap) * 3) calc(var(--_gap) * 1.25);
    color: var(--_muted);
    text-align: center;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  .still svg {
    width: 48px;
    height: 48px;
    margin-block-end: 12px;
    opacity: 0.6;
  }
  .still path {
    stroke-width: 1;
  }
  .still .quiet {
    min-height: 44px;
    padding: 0 1.25em;
    border-color: var(--_line);
    font-weight: 600;
    color: var(--_text);
    text-decoration: none;
  }
  .banner,
  [part='notice'] {
    padding: 0.625em calc(var(--_gap) * 1.25);
    background: color-mix(in srgb, var(--_text) 6%, var(--_surface));
    font-size: 0.875em;
    overflow-wrap: anywhere;
  }
  [part='notice'] {
    padding-block-end: 0.25em;
    padding-inline-start: calc(var(--_gap) * 1.25 - 3px);
    border-inline-start: 3px solid var(--_danger);
    background: color-mix(in srgb, var(--_danger) 10%, var(--_surface));
  }
  .banner .quiet {
    margin-block: -12px;
  }
  .banner .quiet,
  [part='notice'] .quiet {
    margin-inline-end: 0.75em;
    color: inherit;
    font-size: 1em;
    text-decoration-color: currentColor;
    @media (hover) {
      &:hover {
        text-decoration-thickness: 2px;
      }
    }
  }
  .skeleton {
    display: grid;
    gap: calc(var(--_gap) * 1.25);
    padding: calc(var(--_gap) * 1.25);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  .skeleton i {
    display: flex;
    gap: var(--_gap);
    color: var(--_wait);
    &::before,
    &::after {
      content: '';
      width: 64px;
      height: 64px;
      border-radius: var(--_radius);
      background: currentColor;
      outline: 1px solid #0000;
    }
    &::after {
      width: 50%;
      height: 14px;
      margin-block: 6px;
      box-shadow: 0 26px;
    }
  }
  ::slotted([slot*='-lines']) {
    padding-inline: calc(var(--_gap) * 1.25);
  }
  @keyframes breathe {
    to {
      opacity: 0.5;
    }
  }
`;
