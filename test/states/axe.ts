import 'axe-core/axe.min.js';
import type axe from 'axe-core';

/** The checker as it is when a page has loaded it: it is no module. */
const checker = (globalThis as typeof globalThis & {axe: typeof axe}).axe;

/** What axe finds fault with on the page, open shadow roots included: one line for each rule, with the places. */
export const faults = async (): Promise<string[]> => {
  const {violations} = await checker.run(document);
  return violations.map(({id, nodes}) => `${id}: ${nodes.map(({target}) => target.join(' ')).join(', ')}`);
};
