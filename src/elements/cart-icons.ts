import {html} from 'lit/html.js';

/** A drawing of 24 by 24 with one path, for the eye only. */
export const icon = (d: string) => html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${d}></path></svg>`;

export const crossIcon = icon('M6 6l12 12M18 6L6 18');
export const minusIcon = icon('M6 12h12');
export const plusIcon = icon('M6 12h12M12 6v12');
export const boxIcon = icon('M4 8l8-4 8 4v8l-8 4-8-4zm0 0l8 4 8-4m-8 4v8');
export const bagIcon = icon(
  'M5 7.5h14l1.4 12a1.8 1.8 0 0 1-1.8 2H5.4a1.8 1.8 0 0 1-1.8-2zM8.2 10.5V6.3a3.8 3.8 0 0 1 7.6 0v4.2',
);
