// RESULTS.md: ratios first, since they carry over to other machines; the milliseconds behind them below.
import {left, systems} from './systems/index.mjs';

const dash = '–';
const has = value => typeof value === 'number' && Number.isFinite(value);
const whole = value => (has(value) ? Math.round(value).toLocaleString('en') : dash);
const ratio = (value, base) =>
  (has(value) && has(base) ? `${(value / base).toFixed(value / base < 9.95 ? 2 : 0)}×` : dash);
const kilo = value => (has(value) ? (value / 1000).toFixed(1) : dash);

const table = (head, rows) => [
  `| ${head.join(' | ')} |`,
  `| ${head.map((_, index) => (index ? '--:' : '---')).join(' | ')} |`,
  ...rows.map(row => `| ${row.join(' | ')} |`),
].join('\n');

const perButton = heap => (heap?.[500] && heap[10] ? (heap[500].heap - heap[10].heap) / 490 : undefined);

const headline = (results, names) => {
  const floor = results.floor ?? {};
  return table(
    ['', 'code, brotli', 'requests: 1 / 500 buttons', '500 buttons drawn', 'press to next frame', 'to first change',
      'heap per further button', 'layout shift', 'first button on slow 4G'],
    Object.entries(results).map(([id, {weigh, draw, press, heap, network}]) => [
      names[id],
      has(weigh?.[1]?.rest.brotli) ? `${kilo(weigh[1].rest.brotli)} kB` : dash,
      `${whole(weigh?.[1]?.rest.requests)} / ${whole(weigh?.[500]?.rest.requests)}`,
      ratio(draw?.[500]?.drawn, floor.draw?.[500]?.drawn),
      ratio(press?.[1]?.paint, floor.press?.[1]?.paint),
      ratio(press?.[1]?.seen, floor.press?.[1]?.seen),
      has(perButton(heap)) ? `${kilo(perButton(heap))} kB` : dash,
      has(draw?.[10]?.shift) ? String(Math.round(draw[10].shift * 1000) / 1000) : dash,
      ratio(network?.[1]?.drawn, floor.network?.[1]?.drawn),
    ]),
  );
};

const bytes = (results, names) => table(
  ['', 'files', 'raw kB', 'gzip kB', 'brotli kB', 'requests', 'of them API + preflight', 'files after a press',
    'brotli kB after a press', 'further requests of the press'],
  Object.entries(results).filter(([, {weigh}]) => weigh?.[1]).map(([id, {weigh: {1: {rest, pressed}}}]) => [
    names[id], rest.files, kilo(rest.raw), kilo(rest.gzip), kilo(rest.brotli), rest.requests,
    `${rest.api} + ${rest.preflights}`, pressed.files, kilo(pressed.brotli), pressed.more,
  ]),
);

const timed = cell => (cell ? `${whole(cell.drawn)} (${cell.runs})` : dash);
const times = (results, names) => table(
  ['', '1', '10', '100', '500', 'blocked, 100', 'longest task, 100', 'slow 4G, 1'],
  Object.entries(results).map(([id, {draw = {}, network}]) => [
    names[id], ...[1, 10, 100, 500].map(count => timed(draw[count])),
    whole(draw[100]?.blocked), whole(draw[100]?.longest), timed(network?.[1]),
  ]),
);

const presses = (results, names) => table(
  ['', 'next frame, 1', 'first change, 1', 'next frame, 500', 'first change, 500', 'heap MB, 10', 'heap MB, 500'],
  Object.entries(results).map(([id, {press = {}, heap = {}}]) => [
    names[id],
    ...[1, 500].flatMap(count => [whole(press[count]?.paint), whole(press[count]?.seen)]),
    ...[10, 500].map(count => (heap[count] ? (heap[count].heap / 1e6).toFixed(1) : dash)),
  ]),
);

const problems = (failures, names) => Object.entries(failures).flatMap(([id, kinds]) =>
  Object.entries(kinds).map(([kind, why]) => `- ${names[id]}, ${kind}: ${why}`));

export const report = ({results, failures, machine}) => {
  const names = Object.fromEntries(Object.keys(results).map(id => [id,
    `${['ours', 'classic'].includes(id) ? `**${systems[id].name}**` : systems[id].name}${
      systems[id].package ? ` ${machine.versions[id]}` : ''}`]));
  return `<!-- Written by npm run bench; do not edit by hand. -->
# What a shop costs a page

Measured on ${machine.date} in ${machine.browser} on ${machine.cores} cores (Node ${machine.node}): paynow-elements
${machine.versions.ours} and the others side by side in one run, in turns, the CPU slowed 4 times. Each time is the
median of up to ${machine.runs} runs after one that does not count. **×** is: times as much as plain custom elements
written by hand for the same page. Ratios carry over to other machines; milliseconds do not.

![Code loaded for one add button and a cart](bytes.svg)

![500 add buttons drawn](buttons.svg)

${headline(results, names)}

Code: scripts and styles until the page is at rest with one button. Layout shift: with ten buttons, ours with its own
stylesheet \`paynow.css\`, the others as their documentation shows.

## Bytes and requests, one button

${bytes(results, names)}

## Milliseconds until every button can be pressed

Behind each time, how many runs it is the median of: what is slow is measured less often. Blocked: what tasks of more
than 50 ms took beyond that, with 100 buttons, until the page is at rest.

${times(results, names)}

## Milliseconds from a press, and memory

The API takes 150 ms for each answer. First change: the first frame with anything new in it, anywhere on the page.

${presses(results, names)}

## What is compared

${Object.keys(results).map(id => `- ${names[id]}: ${systems[id].about}.`).join('\n')}
${left.map(([name, why]) => `- Not measured: ${name}, because ${why}.`).join('\n')}
${problems(failures, names).length ? `\n## What failed\n\n${problems(failures, names).join('\n')}\n` : ''}
How it is measured, and what the figures are spent on: [README.md](README.md).
`;
};
