import {css} from '@lit/reactive-element';

/**
 * What holds for every element: the font of the page, its theme, and that `hidden` hides. Of the text around it a box
 * or button takes only size, colour and family of the letters. This is said of what the host holds, because the page's
 * rules for the host come before ours, and in a layer, because what an element says itself comes before it.
 */
export const commonStyles = css`
  :host {
    --_accent: var(--paynow-accent, #2b5ce6);
    --_on-accent: var(--paynow-on-accent, color(from var(--_accent) xyz var(--_bw) var(--_bw) var(--_bw)));
    --_bw: calc((0.18 - y) * 9999);
    --_radius: var(--paynow-radius, 10px);
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
  @layer {
    :host > :not(slot, span, s),
    button {
      font: 400 1em/1.45 a;
      font-family: var(--paynow-font, inherit);
      letter-spacing: normal;
      word-spacing: normal;
      text-align: start;
      text-align-last: auto;
      text-indent: 0;
      text-shadow: none;
      text-transform: none;
      text-underline-offset: auto;
      white-space: normal;
      word-break: normal;
      overflow-wrap: break-word;
      hyphens: manual;
    }
  }
  button {
    border: 1px solid #0000;
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    text-align: center;
    cursor: pointer;
  }
  button:active,
  .main:active {
    scale: 0.98;
  }
  .main {
    background: var(--_accent);
    box-shadow: var(--paynow-button-shadow);
    color: var(--_on-accent);
    font-weight: 600;
    transition: opacity 0.15s, scale 0.15s;
  }
  @media (hover) {
    :hover:where(.main) {
      opacity: 0.9;
    }
  }
  :focus-visible {
    outline: 2px solid var(--_focus, var(--_accent));
    outline-offset: 2px;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    ::after,
    ::backdrop {
      transition: none !important;
      animation: none !important;
    }
  }
`;
