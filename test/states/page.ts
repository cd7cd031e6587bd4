// The script of the page that shows one state: `?state=NAME&theme=dark&dir=rtl&lang=ar`. A test that drives it from
// outside calls `showState` for each further one.
import {stateOf, states} from './index.js';
import {smallTargets} from './measure.js';
import {show} from './stage.js';
import type {View} from './stage.js';

/** What the page has for whoever drives it. */
export interface StatesPage {
  /** Every state that exists in a window of this width. */
  listStates(): {name: string; of: string; isTransient: boolean}[];
  /** Shows a state, and resolves when it is reached and nothing moves any more. */
  showState(name: string, view?: View): Promise<void>;
  /** What a pointer can press and that is smaller than so many pixels. */
  listSmallTargets(least: number): string[];
}

const page: StatesPage = {
  listStates: () => states.filter(({leastWidth = 0}) => leastWidth <= innerWidth)
    .map(({name, of, isTransient = false}) => ({name, of, isTransient})),
  showState: async (name, view) => {
    delete document.documentElement.dataset['state'];
    await show(stateOf(name), view);
    document.documentElement.dataset['state'] = name;
  },
  listSmallTargets: smallTargets,
};
Object.assign(globalThis, page);

const {state, ...view} = Object.fromEntries(new URLSearchParams(location.search));
if (state) await page.showState(state, view);
