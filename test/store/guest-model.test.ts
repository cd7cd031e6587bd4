import * as fc from 'fast-check';
import {asGuests, playAsGuests} from './guest-sequences.js';
import {hurry} from './sequences.js';

// `npm run test:soak` plays thousands.
describe('what a guest wants is neither lost nor doubled', function () {
  this.timeout(100_000);
  before(hurry);

  it('through sign-ins, sign-outs, reloads, tabs, refused tokens and lost answers', async () => {
    await fc.assert(fc.asyncProperty(asGuests, playAsGuests), {numRuns: 300, includeErrorInReport: true});
  });
});
