import {emulateMedia} from '@web/test-runner-commands';
import {faults} from './axe.js';
import {lost} from './forced.js';
import {languages, stateOf, states, wordy} from './index.js';
import {clear, show, stopMotion} from './stage.js';

const isForced = (): boolean => matchMedia('(forced-colors: active)').matches;

/** What is wrong with what is on the page, in its colours of the moment. */
const faultsIn = async (colours: string): Promise<string[]> => {
  stopMotion();
  return (await faults()).map(fault => `${colours}: ${fault}`);
};

// One page shows all states, one after the other, and each of them in all colours.
describe('every state of every element is accessible', function () {
  this.timeout(60_000);
  const root = document.documentElement;

  after(() => {
    clear();
    root.removeAttribute('style');
  });

  for (const state of states.filter(({leastWidth = 0}) => leastWidth <= innerWidth)) {
    it(state.name, async () => {
      await show(state);
      const found = await faultsIn('light');
      root.style.colorScheme = 'dark';
      found.push(...await faultsIn('dark'));
      root.style.colorScheme = 'light';
      await emulateMedia({forcedColors: 'active'});
      // Only Chromium can be told so while it runs; preferences.test.ts has Firefox.
      if (isForced()) found.push(...await faultsIn('forced'), ...lost());
      await emulateMedia({forcedColors: 'none'});
      if (found.length > 0) throw new Error(found.join('\n'));
    });
  }

  for (const view of languages) {
    for (const name of wordy) {
      it(`${name} in ${view.lang}`, async () => {
        await show(stateOf(name), {...view, theme: 'dark'});
        const found = await faultsIn('dark');
        if (found.length > 0) throw new Error(found.join('\n'));
      });
    }
  }
});
