import {html} from 'lit/html.js';

const icon = (d: string) => html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${d}></path></svg>`;

export const crossIcon = icon('M6 6l12 12M18 6L6 18');
export const minusIcon = icon('M6 12h12');
export const plusIcon = icon('M6 12h12M12 6v12');
export const boxIcon = icon('M4 8l8-4 8 4v8l-8 4-8-4zm0 0l8 4 8-4m-8 4v8');
export const tickIcon = icon('M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8 12.4l2.8 2.8L16 9.6');
export const clockIcon = icon('M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5.2l3.4 2');
export const bagIcon = icon(
  'M5 7.5h14l1.4 12a1.8 1.8 0 0 1-1.8 2H5.4a1.8 1.8 0 0 1-1.8-2zM8.2 10.5V6.3a3.8 3.8 0 0 1 7.6 0v4.2',
);
