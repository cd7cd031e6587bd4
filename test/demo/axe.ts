import type {Page} from '@playwright/test';
import axe from 'axe-core';

/** What axe finds fault with on a page, open shadow roots included: one line for each rule, with the places. */
export const faultsOf = async (page: Page): Promise<string[]> => {
  // As an expression of the debugger it runs on pages whose policy forbids every script but their own.
  await page.evaluate(axe.source);
  const {violations} = await page.evaluate(() => (globalThis as typeof globalThis & {axe: typeof axe}).axe.run());
  return violations.map(({id, nodes}) => `${id}: ${nodes.map(({target}) => target.join(' ')).join(', ')}`);
};
