import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {PaynowError} from '../../src/api/errors.js';
import type {PaynowErrorInfo} from '../../src/api/errors.js';
import {isPassing, isUnsure, pause, retrying, timing, toError} from '../../src/store/retry.js';
import './shops.js';

const usual = {quiet: 120, quietMost: 600, firstDelay: 400, mostDelay: 8000, tries: 5, timeout: 15_000};

const error = (info: Partial<PaynowErrorInfo>): PaynowError => new PaynowError('', {kind: 'http', ...info});

/** Runs with a clock that shows every wait and lets none of them last. */
const withoutWaiting = async (run: () => Promise<unknown>): Promise<number[]> => {
  const real = globalThis.setTimeout;
  const waits: number[] = [];
  globalThis.setTimeout = ((act: () => void, ms: number) => {
    waits.push(ms);
    return real(act);
  }) as typeof setTimeout;
  try {
    await run();
  } finally {
    globalThis.setTimeout = real;
  }
  return waits;
};

describe('patience', function () {
  this.timeout(20_000);

  it('grows with each attempt, is spread by chance, and has an end', async () => {
    Object.assign(timing, usual);
    const all: number[][] = [];
    for (let run = 0; run < 40; run++) {
      let tried = 0;
      all.push(
        await withoutWaiting(() =>
          retrying(async () => {
            tried++;
            throw error({status: 503});
          }).catch(() => {}),
        ),
      );
      expect(tried).to.equal(5);
    }
    const rounds = [0, 1, 2, 3].map(round => all.map(waits => waits[round]!));
    rounds.forEach((waits, round) => {
      const most = 400 * 2 ** round;
      expect(Math.min(...waits), `wait ${round}`).to.be.at.least(most / 2);
      expect(Math.max(...waits), `wait ${round}`).to.be.at.most(most);
      expect(new Set(waits).size, `wait ${round}`).to.be.greaterThan(1);
    });
  });

  it('never lasts longer than a shopper would sit before the page', async () => {
    Object.assign(timing, usual);
    await fc.assert(
      fc.asyncProperty(fc.nat(40), fc.option(fc.nat(10 ** 9)), async (round, retryAfter) => {
        const [wait] = await withoutWaiting(() =>
          pause(round, error({status: 429, retryAfter: retryAfter ?? undefined})),
        );
        if (retryAfter === null) expect(wait).to.be.within(200, 8000);
        else expect(wait).to.equal(Math.min(retryAfter, 60_000));
      }),
      {numRuns: 60},
    );
  });

  it('is as long as the server asks for', async () => {
    const [wait] = await withoutWaiting(() => pause(3, error({status: 429, retryAfter: 2500})));
    expect(wait).to.equal(2500);
  });

  it('ends when the network is back or when nobody waits any more', async () => {
    Object.assign(timing, {firstDelay: 100_000, mostDelay: 100_000});
    const waited = pause(0, error({status: 503}));
    dispatchEvent(new Event('online'));
    await waited;
    const stop = new AbortController();
    const stopped = pause(0, error({status: 503}), stop.signal).catch((reason: unknown) => reason);
    stop.abort(error({kind: 'aborted'}));
    expect(await stopped).to.include({kind: 'aborted'});
  });

  it('is only for what may pass', async () => {
    const passing: Partial<PaynowErrorInfo>[] = [
      {kind: 'network'},
      {kind: 'timeout'},
      {status: 408},
      {status: 429},
      {status: 500},
      {status: 502},
      {status: 599},
    ];
    const final: Partial<PaynowErrorInfo>[] = [
      {status: 400},
      {status: 403},
      {status: 404},
      {status: 409},
      {status: 422},
      {kind: 'auth', status: 401},
      {kind: 'schema', status: 200},
      {kind: 'configuration'},
      {kind: 'aborted'},
    ];
    expect(passing.map(error).every(isPassing)).to.equal(true);
    expect(final.map(error).some(isPassing)).to.equal(false);
    expect(
      passing
        .map(error)
        .filter(one => !isUnsure(one))
        .map(({status}) => status),
    ).to.deep.equal([429]);
    for (const one of final.map(error)) {
      let tried = 0;
      const thrown: unknown = await retrying(async () => {
        tried++;
        throw one;
      }).catch((reason: unknown) => reason);
      expect(thrown).to.equal(one);
      expect(tried).to.equal(1);
    }
  });

  it('ends in an error of ours, whatever was thrown', () => {
    const cause = new RangeError('odd');
    expect(toError(cause)).to.deep.include({name: 'PaynowError', kind: 'network', cause});
    const own = error({status: 404});
    expect(toError(own)).to.equal(own);
  });
});
