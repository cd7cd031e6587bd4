import {css} from '@lit/reactive-element';

/** What holds for every element: the font of the page, its theme, and that `hidden` hides. */
export const commonStyles = css`
  :host {
    --_accent: var(--paynow-accent, #2b5ce6);
    --_on-accent: var(--paynow-on-accent, color(from var(--_accent) xyz var(--_bw) var(--_bw) var(--_bw)));
    --_bw: calc((0.18 - y) * 9999);
    --_radius: var(--paynow-radius, 0.625rem);
    font-family: var(--paynow-font, inherit);
  }
  :host([hidden]) {
    display: none !important;
  }
  :host(:state(light)) {
    color-scheme: light;
  }
  :host(:state(dark)) {
    color-scheme: dark;
  }
  button {
    border: 1px solid #0000;
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  :focus-visible {
    outline: 2px solid var(--_focus, var(--_accent));
    outline-offset: 2px;
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
      animation-duration: 4s !important;
    }
  }
`;
