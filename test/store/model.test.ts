import * as fc from 'fast-check';
import {found, hurry, inManyTabs, inOneTab, play} from './sequences.js';
import type {Step} from './steps.js';

// `npm run test:soak` plays thousands.
const options = {numRuns: 150, includeErrorInReport: true};

describe('nothing pressed is lost or done twice', function () {
  this.timeout(100_000);

  beforeEach(hurry);

  it('in one tab, whatever is pressed and whatever is refused', async () => {
    await fc.assert(fc.asyncProperty(inOneTab, play), options);
  });

  it('in several tabs, through reloads and lost answers', async () => {
    const examples = found.map((steps): [Step[]] => [steps]);
    await fc.assert(fc.asyncProperty(inManyTabs, play), {...options, numRuns: 100, examples});
  });
});
