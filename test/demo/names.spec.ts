import {test as base} from '@playwright/test';
import type {Page} from '@playwright/test';
import {startStates} from '../states/serve.mjs';
import type {StatesPage} from '../states/page.js';
import {expect} from './support.js';

type Driven = typeof globalThis & StatesPage;

// The page of the states, once for each worker: every state is shown on it, one after the other.
const test = base.extend<object, {statesUrl: string}>({
  statesUrl: [
    async ({}, use) => {
      const {url, close} = await startStates();
      await use(url);
      await close();
    },
    {scope: 'worker'},
  ],
});

/**
 * The names, roles and values of a state: of the dialog that is open, which leaves the rest of the page out of reach,
 * else of the page. What was said last, and what is another one on every day, is left out.
 */
const namesOf = async (page: Page): Promise<string> => {
  const dialog = page.locator('dialog:modal');
  const place = await dialog.count() > 0 ? dialog.last() : page.locator('main');
  return (await place.ariaSnapshot()).split('\n')
    .filter(line => !/heading "(A shop|On offer)"|- status(: [^€]*)?$/.test(line)).join('\n')
    .replaceAll(/until [A-Z][a-z]+ \d+(, [^"]*?[AP]M)?/g, 'until a day')
    .replaceAll(/(localhost|127\.0\.0\.1)(:|%3A)\d+/g, 'here')
    .replaceAll(/\b[0-9a-f-]{8,}\b/g, 'a reference');
};

test('Names, roles and values of every state are as recorded, and a finger meets every target', async ({
  page, statesUrl,
}, {project}) => {
  test.setTimeout(180_000);
  await page.emulateMedia({reducedMotion: 'reduce'});
  await page.goto(statesUrl);
  await page.waitForFunction(() => 'showState' in globalThis);
  const found: string[] = [];
  const listed = await page.evaluate(() => (globalThis as Driven).listStates());
  const recorded = new Map<string, string>();
  for (const {name, of} of listed) {
    await page.evaluate(state => (globalThis as Driven).showState(state), name);
    if (project.name === 'phone') {
      const small = await page.evaluate(() => (globalThis as Driven).listSmallTargets(44));
      found.push(...small.map(target => `${name}: ${target}`));
    } else {
      const text = await namesOf(page);
      recorded.set(of, `${recorded.get(of) ?? ''}# ${name}\n${text}\n`);
    }
  }
  expect(found).toEqual([]);
  for (const [of, text] of recorded) expect(text).toMatchSnapshot(`${of}.aria.txt`);
});
