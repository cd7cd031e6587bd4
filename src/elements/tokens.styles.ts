import {css} from '@lit/reactive-element';

/**
 * The custom properties for surfaces that the page may set, each with what it is without the page. A line goes round
 * what can be pressed or filled in, and stands out from the surface by 3 to 1 in every ready look.
 */
export const tokens = css`
  :host {
    --_surface: var(--paynow-surface, light-dark(#fff, #191b20));
    --_text: var(--paynow-text, light-dark(#15171c, #f1f2f4));
    --_muted: var(--paynow-muted, color-mix(in srgb, var(--_text) 66%, var(--_surface)));
    --_border: var(--paynow-border, color-mix(in srgb, var(--_text) 14%, var(--_surface)));
    --_line: color-mix(in srgb, var(--_text) 45%, var(--_border));
    --_danger: var(--paynow-danger, #d92d20);
    --_wrong: var(--paynow-danger, color-mix(in srgb, #d92d20 72%, var(--_text)));
    --_wait: color-mix(in srgb, var(--_text) 14%, var(--_surface));
    --_gap: var(--paynow-gap, 16px);
    --_focus: color-mix(in srgb, var(--_accent) 65%, var(--_text));
  }
`;
