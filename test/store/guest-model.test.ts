import * as fc from 'fast-check';
import {asGuests, foundAsGuests, playAsGuests} from './guest-sequences.js';
import type {GuestStep} from './guest-sequences.js';
import {hurry} from './sequences.js';

// What it tries is ours and not the engine's: the others, which take longer, play fewer of them.
const numRuns = navigator.userAgent.includes('Chrome') ? 300 : 60;

describe('what a guest wants is neither lost nor doubled', function () {
  this.timeout(200_000);
  before(hurry);

  it('through sign-ins, sign-outs, reloads, tabs, refused tokens and lost answers', async () => {
    const examples = foundAsGuests.map((steps): [GuestStep[]] => [steps]);
    await fc.assert(fc.asyncProperty(asGuests, playAsGuests), {numRuns, examples, includeErrorInReport: true});
  });
});
