import * as fc from 'fast-check';
import {timing} from '../../src/store/retry.js';
import type {Fault} from '../support/sandbox.js';
import {figures, Run} from './world.js';
import type {Step} from './world.js';

const tab = fc.nat(2);
const product = fc.nat(3);
const quantity = fc.nat(8);
const on: fc.Arbitrary<Fault['match']> = fc.constantFrom({method: 'PUT'}, {method: 'GET', path: '/v1/store/cart'}, {method: 'DELETE'});
// As many in a row as the store is patient for would rightly end in a notice; fewer never may.
const passing: fc.Arbitrary<Fault> = fc.record({
  kind: fc.constantFrom('drop-before', 'drop-after', 'status'), status: fc.constantFrom(502, 503, 429, 408), match: on,
}).map(fault => ({...fault, retryAfter: 0}) as Fault);
const refusing: fc.Arbitrary<Fault> = fc.record({kind: fc.constant('status'), status: fc.constantFrom(400, 404, 422), match: fc.constant({method: 'PUT'})}) as fc.Arbitrary<Fault>;
const slow: fc.Arbitrary<Fault> = fc.record({kind: fc.constant('delay'), ms: fc.nat(4), match: on}) as fc.Arbitrary<Fault>;

const wishes: fc.Arbitrary<Step>[] = [
  fc.record({do: fc.constant('add'), tab, product, quantity}),
  fc.record({do: fc.constant('add'), tab, product, quantity}),
  fc.record({do: fc.constant('set'), tab, product, quantity}),
  fc.record({do: fc.constant('clear'), tab}),
] as fc.Arbitrary<Step>[];
const time = fc.constantFrom<Step>({do: 'pass'}, {do: 'pass'}, {do: 'settle'}, {do: 'offline'}, {do: 'online'}, {do: 'expire'});
const faults = (fault: fc.Arbitrary<Fault>): fc.Arbitrary<Step> => fault.map(found => ({do: 'fault', fault: found}));
const pages = fc.oneof(fc.constant<Step>({do: 'open'}), fc.record({do: fc.constantFrom('close', 'reload'), tab}) as fc.Arbitrary<Step>);

/** How many sequences; the soak run asks for more. */
const runs = Number(new URLSearchParams(location.search).get('runs') ?? (globalThis as {soakRuns?: number}).soakRuns ?? 150);

const play = async (steps: readonly Step[]): Promise<void> => {
  const run = new Run();
  await run.begin();
  const said: string[] = [];
  try {
    for (const step of steps) await run.step(step);
  } catch (error) {
    said.push(String(error));
  }
  said.push(...await run.end());
  if (said.length) throw new Error(said.join('\n'));
};

describe('nothing pressed is lost or done twice', function () {
  this.timeout(600_000);

  beforeEach(() => {
    Object.assign(timing, {quiet: 1, quietMost: 8, firstDelay: 1, mostDelay: 2, late: 0, tries: 8, timeout: 2000});
  });

  after(() => {
    console.info(`sequences ${JSON.stringify(figures)}`);
  });

  it('in one tab, whatever is pressed and whatever is refused', async () => {
    const step = fc.oneof(...wishes, time, faults(passing), faults(refusing), faults(slow), fc.record({do: fc.constant('retry'), tab}) as fc.Arbitrary<Step>);
    await fc.assert(fc.asyncProperty(fc.array(step, {maxLength: 25}), play), {numRuns: runs, includeErrorInReport: true});
  });

  it('in several tabs, through reloads and lost answers', async () => {
    const step = fc.oneof(...wishes, time, faults(passing), faults(slow), pages);
    await fc.assert(fc.asyncProperty(fc.array(step, {maxLength: 25}), play), {numRuns: runs, includeErrorInReport: true});
  });
});
