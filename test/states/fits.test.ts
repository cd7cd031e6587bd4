import {emulateMedia, setViewport} from '@web/test-runner-commands';
import {until} from '../support/dom.js';
import {languages, stateOf, states, wordy} from './index.js';
import {enlargeText, misfits, moving, overlaps, smallTargets, spaceText, stretched} from './measure.js';
import {clear, show} from './stage.js';

// Only Chromium can be told so while it runs; preferences.test.ts has the other engines.
const isStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
const withWords = (how: string, found: readonly string[]): string[] => found.map(fault => `${how}: ${fault}`);

// One narrow page shows all states, one after the other, and each of them with larger and with wider text.
describe('every state of every element fits', function () {
  this.timeout(60_000);
  const root = document.documentElement;

  before(async () => {
    await emulateMedia({reducedMotion: 'reduce'});
    // WebKit's windows cannot be narrower than 334 px.
    await setViewport({width: 320, height: 700});
    await until(() => innerWidth <= 334, 'a narrow window');
  });

  after(async () => {
    clear();
    root.removeAttribute('style');
    await emulateMedia({reducedMotion: 'no-preference'});
    await setViewport({width: 800, height: 600});
  });

  for (const state of states.filter(({leastWidth}) => !leastWidth)) {
    it(state.name, async () => {
      await show(state);
      const found = withWords('a narrow window', [...misfits(), ...overlaps(), ...smallTargets(24), ...stretched()]);
      if (isStill()) found.push(...moving());
      spaceText(true);
      found.push(...withWords('spaced text', [...misfits(), ...overlaps()]));
      spaceText(false);
      enlargeText(true);
      found.push(...withWords('large text', [...misfits(), ...overlaps()]));
      enlargeText(false);
      if (found.length > 0) throw new Error(found.join('\n'));
    });
  }

  for (const view of languages) {
    for (const name of wordy) {
      it(`${name} in ${view.lang}`, async () => {
        await show(stateOf(name), view);
        const found = [...misfits(), ...overlaps(), ...smallTargets(24)];
        if (found.length > 0) throw new Error(found.join('\n'));
      });
    }
  }
});
