import * as fc from 'fast-check';
import {timing} from '../../src/store/retry.js';
import type {Fault} from '../support/sandbox.js';
import {Run} from './world.js';
import type {Step} from './steps.js';

const tab = fc.nat(2);
const product = fc.nat(3);
const quantity = fc.nat(8);
const on: fc.Arbitrary<Fault['match']> = fc.constantFrom(
  {method: 'PUT'},
  {method: 'GET', path: '/v1/store/cart'},
  {method: 'DELETE'},
);
// As many in a row as the store is patient for would rightly end in a notice; fewer never may.
const passing: fc.Arbitrary<Fault> = fc
  .record({
    kind: fc.constantFrom('drop-before', 'drop-after', 'status'),
    status: fc.constantFrom(502, 503, 429, 408),
    match: on,
  })
  .map(fault => ({...fault, retryAfter: 0}) as Fault);
const refusing: fc.Arbitrary<Fault> = fc.record({
  kind: fc.constant('status'),
  status: fc.constantFrom(400, 404, 422),
  match: fc.constant({method: 'PUT'}),
}) as fc.Arbitrary<Fault>;
const slow: fc.Arbitrary<Fault> = fc.record({
  kind: fc.constant('delay'),
  ms: fc.nat(4),
  match: on,
}) as fc.Arbitrary<Fault>;

const wishes: fc.Arbitrary<Step>[] = [
  fc.record({do: fc.constant('add'), tab, product, quantity}),
  fc.record({do: fc.constant('add'), tab, product, quantity}),
  fc.record({do: fc.constant('set'), tab, product, quantity}),
  fc.record({do: fc.constant('clear'), tab}),
] as fc.Arbitrary<Step>[];
const time = fc.constantFrom<Step>(
  {do: 'pass'},
  {do: 'pass'},
  {do: 'settle'},
  {do: 'offline'},
  {do: 'online'},
  {do: 'expire'},
);
const faults = (fault: fc.Arbitrary<Fault>): fc.Arbitrary<Step> => fault.map(found => ({do: 'fault', fault: found}));
const pages = fc.oneof(
  fc.constant<Step>({do: 'open'}),
  fc.record({do: fc.constantFrom('close', 'reload'), tab}) as fc.Arbitrary<Step>,
);

/** Everything that can happen to one tab, refusals and second tries included. */
export const inOneTab: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    ...wishes,
    time,
    faults(passing),
    faults(refusing),
    faults(slow),
    fc.record({do: fc.constant('retry'), tab}) as fc.Arbitrary<Step>,
  ),
  {maxLength: 25, size: '+1'},
);

/** Everything that can happen to several tabs that come and go. */
export const inManyTabs: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(...wishes, time, faults(passing), faults(slow), pages),
  {maxLength: 25, size: '+1'},
);

const press = (kind: 'add' | 'set', line: number, quantity = 0, where = 0): Step =>
  ({do: kind, tab: where, product: line, quantity});

/** Sequences that once ended wrong: played again each time. */
export const found: readonly Step[][] = [
  [{do: 'offline'}, press('add', 1), press('add', 1)],
  [{do: 'clear', tab: 0}, press('add', 0), {do: 'clear', tab: 0}, {do: 'expire'}, {do: 'open'}],
  [{do: 'clear', tab: 0}, {do: 'reload', tab: 0}, press('add', 0)],
  [{do: 'offline'}, {do: 'clear', tab: 0}, {do: 'reload', tab: 0}, press('add', 0), {do: 'pass'}],
  [press('add', 0), {do: 'offline'}, {do: 'reload', tab: 0}],
  [{do: 'clear', tab: 0}, {do: 'open'}, press('add', 0, 0, 1), {do: 'close', tab: 0}],
  [press('add', 3), press('set', 3), {do: 'open'}, press('add', 3, 0, 1)],
  [{do: 'offline'}, {do: 'open'}, press('add', 0, 0, 1), {do: 'reload', tab: 1}],
  [{do: 'expire'}, {do: 'open'}, press('add', 0), {do: 'close', tab: 0}],
  [press('add', 0), {do: 'reload', tab: 0}, {do: 'reload', tab: 0}],
  [{do: 'clear', tab: 0}, press('add', 0), {do: 'reload', tab: 0}],
  [
    press('add', 0),
    {do: 'fault', fault: {kind: 'drop-after', match: {method: 'PUT'}}},
    {do: 'reload', tab: 0},
    {do: 'reload', tab: 1},
    press('add', 1, 2),
  ],
  [{do: 'open'}, press('add', 0, 0, 1), {do: 'close', tab: 1}],
  [{do: 'clear', tab: 0}, {do: 'open'}, {do: 'open'}, press('add', 0, 0, 2), {do: 'close', tab: 0}, press('add', 1)],
  [press('add', 1), {do: 'offline'}, {do: 'reload', tab: 0}, {do: 'pass'}, press('add', 2)],
  [
    {do: 'fault', fault: {kind: 'status', status: 502, retryAfter: 0, match: {method: 'GET', path: '/v1/store/cart'}}},
    press('add', 1, 1),
    {do: 'expire'},
    press('add', 1, 6),
    {do: 'reload', tab: 0},
    {do: 'open'},
    {do: 'offline'},
    {do: 'close', tab: 0},
  ],
];

/** Times so short that thousands of sequences can be played, in the proportions of the real ones. */
export const hurry = (): void => {
  Object.assign(timing, {quiet: 1, quietMost: 8, firstDelay: 1, mostDelay: 2, late: 10, tries: 8, timeout: 2000});
};

/** Plays a sequence. Throws when a screen, the server and the plain account differ at any time. */
export const play = async (steps: readonly Step[]): Promise<void> => {
  const run = new Run();
  await run.begin();
  const said: string[] = [];
  try {
    for (const step of steps) await run.step(step);
  } catch (error) {
    said.push(String(error));
  }
  said.push(...(await run.end()));
  if (said.length) throw new Error(said.join('\n'));
};
