import {expect} from '@open-wc/testing';
import {emulateMedia} from '@web/test-runner-commands';
import {faults} from './axe.js';
import {lost} from './forced.js';
import {states} from './index.js';
import {moving} from './measure.js';
import {clear, show} from './stage.js';

const isWebKit = /AppleWebKit(?!.*Chrome)/.test(navigator.userAgent);

// A run of its own, whose browsers have been started with these preferences; Chromium takes them while it runs.
describe('for whoever wants less motion and colours of their own', function () {
  this.timeout(60_000);

  before(() => emulateMedia({reducedMotion: 'reduce', forcedColors: 'active'}));

  after(async () => {
    clear();
    document.documentElement.removeAttribute('style');
    await emulateMedia({reducedMotion: 'no-preference', forcedColors: 'none'});
  });

  it('the browser says that it wants less motion', () => {
    expect(matchMedia('(prefers-reduced-motion: reduce)').matches).to.equal(true);
  });

  if (isWebKit) it.skip('colours are not forced: WebKit has no such mode, (forced-colors: none) is all it ever says');
  else {
    it('the browser says that it forces its colours', () => {
      expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
    });
  }

  for (const state of states.filter(({leastWidth = 0}) => leastWidth <= innerWidth)) {
    it(state.name, async () => {
      await show(state);
      const found = moving();
      if (!isWebKit) found.push(...await faults(), ...lost());
      if (found.length > 0) throw new Error(found.join('\n'));
    });
  }
});
