import {registry} from '../store/registry.js';

/** Begins to measure. */
export const measure = async (): Promise<void> => (await import('./analytics.js')).begin();

/** Does what the address of the page asks for. */
export const arrive = async (): Promise<void> => {
  (await import('./arrival.js')).arrive();
  if (registry.page.config.analytics) await measure();
};

/** Does what an element of the page with `data-paynow` is for. */
export const press = async (target: HTMLElement): Promise<void> => (await import('./plain-html.js')).press(target);
