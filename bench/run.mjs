// `npm run bench`: everything side by side. `-- --only floor,ours` measures some, `-- --runs 3` each that often,
// `-- --part draw,heap` some parts; only a whole run writes RESULTS.md, its part of README.md and the charts, others
// print. `-- --readme` measures nothing and takes into README.md what RESULTS.md says.
import {readFileSync, writeFileSync} from 'node:fs';
import {cpus} from 'node:os';
import {parseArgs} from 'node:util';
import {chromium} from 'playwright';
import {ensureBrowser} from '../tools/browsers.mjs';
import {charts} from './chart.mjs';
import {measures} from './measure.mjs';
import {withResults} from './readme.mjs';
import {report} from './report.mjs';
import {serve} from './server.mjs';
import {systems} from './systems/index.mjs';

const {values: wish} = parseArgs({options: {
  only: {type: 'string'}, part: {type: 'string'}, runs: {type: 'string', default: '9'},
  seconds: {type: 'string', default: '8'}, write: {type: 'boolean', default: false},
  readme: {type: 'boolean', default: false},
}});
const here = name => new URL(name, import.meta.url);
const toReadme = () => {
  const [readme, found] = ['../README.md', 'RESULTS.md'].map(name => readFileSync(here(name), 'utf8'));
  writeFileSync(here('../README.md'), withResults(readme, found));
};
if (wish.readme) {
  toReadme();
  process.exit();
}
const runs = Number(wish.runs);
const budget = Number(wish.seconds) * 1000;
const ids = wish.only?.split(',') ?? Object.keys(systems);
const unknown = ids.find(id => !systems[id]);
if (unknown) throw new Error(`There is no ${unknown}: choose from ${Object.keys(systems).join(', ')}.`);

/** Peers are measured less often than `runs` once they have used up their time; how often stands in the table. */
const plan = [
  {kind: 'weigh', counts: [1, 500], slowdown: 1, most: 1},
  {kind: 'draw', counts: [1, 10, 100, 500], slowdown: 4, most: runs},
  {kind: 'press', counts: [1, 500], slowdown: 4, most: runs},
  {kind: 'heap', counts: [10, 500], slowdown: 1, most: Math.min(runs, 3)},
  {kind: 'network', counts: [1], slowdown: 4, most: runs},
].filter(({kind}) => !wish.part || wish.part.split(',').includes(kind));

const median = list => {
  const sorted = [...list].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

const summary = samples => {
  if (typeof Object.values(samples[0])[0] === 'object') return samples[0];
  const keys = Object.keys(samples[0]);
  return {runs: samples.length, ...Object.fromEntries(keys.map(key => [key, median(samples.map(one => one[key]))]))};
};

const started = Date.now();
const say = text => console.log(`${String(Math.round((Date.now() - started) / 1000)).padStart(4)} s  ${text}`);

const server = await serve();
const browser = await chromium.launch({
  executablePath: await ensureBrowser('chromium'),
  // Nothing of the peers reaches the network.
  args: ['--no-sandbox', '--disable-dev-shm-usage', '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'],
});

// The floor and ours are what the ratios are made of.
const hasTime = (id, spent) => ['floor', 'ours'].includes(id) || spent <= budget;

const results = Object.fromEntries(ids.map(id => [id, {}]));
const failures = {};
const first = error => String(error.message ?? error).split('\n')[0];

const cell = async ({kind, count, slowdown, most}) => {
  const samples = Object.fromEntries(ids.map(id => [id, []]));
  const spent = Object.fromEntries(ids.map(id => [id, 0]));
  // The first run of each only warms the browser and the disk.
  for (let run = kind === 'weigh' ? 1 : 0; run <= most; run++) {
    for (const id of ids) {
      // What cannot be measured with one button or takes all its time is not tried again.
      if (failures[id]?.[kind] || !hasTime(id, spent[id])) continue;
      const seconds = (results[id].draw?.[count]?.drawn ?? 0) / 1000;
      if (kind === 'press' && seconds > 15) {
        (failures[id] ??= {})[kind] = `${count} buttons: not tried, since drawing them takes ${Math.round(seconds)} s`;
        continue;
      }
      const began = performance.now();
      try {
        const sample = await measures[kind]({browser, server, id, count, slowdown, patience: 150_000});
        const isSlow = performance.now() - began > Math.max(budget / 2, 4000);
        if (run > 0 || isSlow) samples[id].push(sample);
      } catch (error) {
        // Without a browser there is nothing to say about anybody.
        if (!browser.isConnected()) throw error;
        (failures[id] ??= {})[kind] = `${count} buttons: ${first(error)}`;
        say(`${id} ${kind} ${count}: ${first(error)}`);
      }
      spent[id] += performance.now() - began;
    }
  }
  for (const id of ids) if (samples[id].length) (results[id][kind] ??= {})[count] = summary(samples[id]);
  say(`${kind} ${count}: ${ids.filter(id => samples[id].length).map(id =>
    `${id} ${Object.entries(summary(samples[id])).map(([key, value]) =>
      `${key} ${typeof value === 'number' ? Math.round(value * 1000) / 1000 : JSON.stringify(value)}`)
      .join(' ')}`).join('\n        ')}`);
};

for (const {counts, ...rest} of plan) for (const count of counts) await cell({...rest, count});
const version = browser.version();
await browser.close();
server.close();

const manifest = path => JSON.parse(readFileSync(here(path), 'utf8'));
const machine = {
  date: new Date().toISOString().slice(0, 10),
  browser: `Chromium ${version}`,
  cores: cpus().length,
  node: process.version,
  runs,
  versions: Object.fromEntries(ids.map(id => [id, systems[id].package
    ? manifest(`node_modules/${systems[id].package}/package.json`).version : manifest('../package.json').version])),
};
const isWhole = !wish.only && !wish.part;
if (isWhole || wish.write) {
  for (const [name, text] of Object.entries(charts(results))) writeFileSync(here(name), text);
  writeFileSync(here('RESULTS.md'), report({results, failures, machine}));
  toReadme();
  say('bench/RESULTS.md, its part of README.md and the charts are written.');
}
