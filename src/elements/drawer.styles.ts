import {css} from '@lit/reactive-element';

/** Where the drawer stands and how it comes and goes. */
export const drawerStyles = css`
  dialog {
    --_away: 110%;
    position: fixed;
    inset-block: 12px;
    inset-inline: auto 12px;
    width: min(27em, 100% - 24px);
    max-width: none;
    height: auto;
    max-height: none;
    margin: 0;
    padding: 0;
    box-shadow: 0 24px 64px #0005;
    translate: var(--_away);
    transition:
      translate 0.25s cubic-bezier(0.2, 0.8, 0.2, 1),
      overlay 0.25s allow-discrete,
      display 0.25s allow-discrete;
  }
  dialog[open] {
    translate: 0;
  }
  dialog:dir(rtl) {
    --_away: -110%;
  }
  :host([side='start']) dialog {
    --_away: -110%;
    inset-inline: 12px auto;
    &:dir(rtl) {
      --_away: 110%;
    }
  }
  dialog::backdrop {
    background: none;
  }
  [part='backdrop'] {
    width: auto;
    height: auto;
    padding: 0;
    border: 0;
    background: #0006;
    opacity: 0;
    transition:
      opacity 0.25s,
      overlay 0.25s allow-discrete,
      display 0.25s allow-discrete;
  }
  [part='backdrop']:popover-open {
    opacity: 1;
  }
  @starting-style {
    dialog[open] {
      translate: var(--_away);
    }
    [part='backdrop']:popover-open {
      opacity: 0;
    }
  }
  @media (max-width: 30rem) {
    dialog.panel.panel {
      inset: 0;
      width: 100%;
      border-width: 0;
      border-radius: 0;
    }
  }
  @media (max-height: 30rem) {
    dialog {
      overflow: auto;
    }
    dialog .content {
      flex: none;
      overflow: visible;
    }
  }
`;
