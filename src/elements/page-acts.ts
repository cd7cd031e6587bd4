import {registry} from '../store/registry.js';
import {facts} from './analytics-facts.js';
import type {Fact} from './analytics-facts.js';

const early: Fact[] = [];
const note = ({type, target, detail}: CustomEvent): void => void early.push({type, target, detail});

/** Begins to measure. What happens until that is loaded is measured too. */
export const measure = async (): Promise<void> => {
  for (const fact of facts) document.addEventListener(fact, note);
  const {begin} = await import('./analytics.js');
  for (const fact of facts) document.removeEventListener(fact, note);
  begin(early.splice(0));
};

let said: unknown;

/** Takes what the page says of being measured; the last word holds, whatever has to be loaded for it. */
export const consent = async ({detail}: CustomEventInit<unknown>): Promise<void> => {
  said = detail;
  (await import('./analytics.js')).consent(said);
};

/** Does what the address of the page asks for. */
export const arrive = async (): Promise<void> => {
  (await import('./arrival.js')).arrive();
  if (registry.page.config.analytics) await measure();
};

/** Does what an element of the page with `data-paynow` is for. */
export const press = async (target: HTMLElement): Promise<void> => (await import('./plain-html.js')).press(target);
