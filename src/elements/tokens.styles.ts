import {css} from '@lit/reactive-element';

/** The custom properties for surfaces that the page may set, each with what it is without the page. */
export const tokens = css`
  :host {
    --_surface: var(--paynow-surface, light-dark(#fff, #191b20));
    --_text: var(--paynow-text, light-dark(#15171c, #f1f2f4));
    --_muted: var(--paynow-muted, color-mix(in srgb, var(--_text) 66%, var(--_surface)));
    --_border: var(--paynow-border, color-mix(in srgb, var(--_text) 14%, var(--_surface)));
    --_line: color-mix(in srgb, var(--_text) 52%, var(--_surface));
    --_danger: var(--paynow-danger, #d92d20);
    --_gap: var(--paynow-gap, 16px);
    --_focus: color-mix(in srgb, var(--_accent) 65%, var(--_text));
  }
`;
