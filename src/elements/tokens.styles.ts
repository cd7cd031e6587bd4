import {css} from '@lit/reactive-element';

/** The custom properties that the page may set, each with what it is without the page. */
export const tokens = css`
  :host {
    --_surface: var(--paynow-surface, light-dark(#fff, #191b20));
    --_text: var(--paynow-text, light-dark(#15171c, #f1f2f4));
    --_muted: var(--paynow-muted, color-mix(in srgb, var(--_text) 66%, var(--_surface)));
    --_border: var(--paynow-border, color-mix(in srgb, var(--_text) 14%, var(--_surface)));
    --_accent: var(--paynow-accent, #2b5ce6);
    --_on-accent: var(--paynow-on-accent, color(from var(--_accent) xyz var(--_bw) var(--_bw) var(--_bw)));
    --_bw: calc((0.18 - y) * 9999);
    --_danger: var(--paynow-danger, #d92d20);
    --_radius: var(--paynow-radius, 0.625rem);
    --_gap: var(--paynow-gap, 1rem);
  }
  :host([hidden]) {
    display: none;
  }
  :host(:state(light)) {
    color-scheme: light;
  }
  :host(:state(dark)) {
    color-scheme: dark;
  }
`;
