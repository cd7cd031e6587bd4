import * as fc from 'fast-check';
import {asGuests, playAsGuests} from '../store/guest-sequences.js';
import {hurry, inManyTabs, inOneTab, play} from '../store/sequences.js';
import {figures} from '../store/steps.js';

// The shop of a page listens to the window as long as its document lives. Here all pages of all sequences live in one
// document: what each sequence adds is taken away after it, so that the heap keeps only what the store holds on to.
const ends = new Set(['online', 'offline', 'storage', 'pagehide', 'pageshow', 'visibilitychange']);
let life = new AbortController();
const add = EventTarget.prototype.addEventListener;
EventTarget.prototype.addEventListener = function (type, listener, options) {
  const isOfPage = ((this ?? globalThis) === globalThis || this === document) && ends.has(type);
  if (!isOfPage) return add.call(this, type, listener, options);
  const given = typeof options === 'object' ? options : {};
  const signals = given.signal ? [given.signal, life.signal] : [life.signal];
  add.call(this, type, listener, {...given, signal: AbortSignal.any(signals)});
};
const forgetting = <Steps>(run: (steps: Steps) => Promise<void>) => async (steps: Steps) => {
  await run(steps);
  life.abort();
  life = new AbortController();
};

const kinds = {
  one: fc.asyncProperty(inOneTab, forgetting(play)),
  many: fc.asyncProperty(inManyTabs, forgetting(play)),
  guest: fc.asyncProperty(asGuests, forgetting(async (steps: Parameters<typeof playAsGuests>[0]) => {
    figures.runs += 1;
    figures.steps += steps.length;
    await playAsGuests(steps);
  })),
};

/**
 * Plays a number of sequences of one kind. @returns the figures of all so far, and what fast-check says of a failure.
 */
const soak = async (kind: keyof typeof kinds, numRuns: number, seed: number) => {
  hurry();
  const property = kinds[kind] as fc.IAsyncPropertyWithHooks<[unknown]>;
  const outcome = await fc.check(property, {numRuns, seed, includeErrorInReport: true});
  return {figures, failure: outcome.failed ? fc.defaultReportMessage(outcome) : undefined};
};

Object.assign(globalThis, {soak});
