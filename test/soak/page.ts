import * as fc from 'fast-check';
import {hurry, inManyTabs, inOneTab, play} from '../store/sequences.js';
import {figures} from '../store/steps.js';

/**
 * Plays a number of sequences of one kind. @returns the figures of all so far, and what fast-check says of a failure.
 */
const soak = async (kind: 'one' | 'many', numRuns: number, seed: number) => {
  hurry();
  const property = fc.asyncProperty(kind === 'one' ? inOneTab : inManyTabs, play);
  const outcome = await fc.check(property, {numRuns, seed, includeErrorInReport: true});
  return {figures, failure: outcome.failed ? fc.defaultReportMessage(outcome) : undefined};
};

Object.assign(globalThis, {soak});
