import {css} from '@lit/reactive-element';

/** How the dialog to sign in looks. */
export const signInDialogStyles = css`
  dialog {
    width: min(24em, 100% - 32px);
    max-width: none;
    max-height: calc(100dvh - 32px);
    margin: auto;
    padding: 0;
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.6);
    background: var(--_surface);
    box-shadow: 0 24px 64px #0005;
    color: var(--_text);
    font-size: medium;
    scrollbar-color: var(--_muted) #0000;
    transition: translate 0.25s cubic-bezier(0.2, 0.8, 0.2, 1), opacity 0.2s;
  }
  dialog::backdrop {
    background: #0006;
    transition: opacity 0.25s;
  }
  @starting-style {
    dialog[open] {
      opacity: 0;
      translate: 0 12px;
    }
    dialog[open]::backdrop {
      opacity: 0;
    }
  }
  .head {
    display: flex;
    gap: var(--_gap);
    align-items: center;
    justify-content: space-between;
    padding: calc(var(--_gap) * 0.75) calc(var(--_gap) * 1.25);
    border-block-end: 1px solid var(--_border);
  }
  h2 {
    font-size: 1.1875em;
    font-weight: 650;
    letter-spacing: -0.01em;
  }
  h2:focus {
    outline: none;
  }
  .content {
    display: grid;
    gap: var(--_gap);
    padding: calc(var(--_gap) * 1.25);
    padding-block-end: max(calc(var(--_gap) * 1.25), env(safe-area-inset-bottom));
  }
  .round {
    display: grid;
    flex: none;
    place-items: center;
    width: 44px;
    height: 44px;
    margin-inline-end: -12px;
    padding: 0;
  }
  @media (hover) {
    .round:hover {
      background: color-mix(in srgb, var(--_text) 8%, #0000);
    }
  }
  svg {
    width: 20px;
    height: 20px;
  }
  path {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
  }
  @media (max-width: 30rem) {
    dialog {
      inset: auto 0 0;
      width: 100%;
      margin: 0;
      border-width: 1px 0 0;
      border-end-start-radius: 0;
      border-end-end-radius: 0;
    }
    @starting-style {
      dialog[open] {
        opacity: 1;
        translate: 0 100%;
      }
    }
  }
`;
