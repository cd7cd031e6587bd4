// `npm run test:soak [-- --runs 10000 --seed 1 --kind guest]`: plays generated sequences of presses, faults, tabs and
// reloads on the real store against the sandbox, and says whether anything was ever lost or done twice. The kinds take
// turns unless one is named: a customer in one tab, in many, and guests who sign in and out.
import {createServer} from 'node:http';
import {parseArgs} from 'node:util';
import * as esbuild from 'esbuild';
import {chromium} from 'playwright';
import {ensureBrowser} from './browsers.mjs';
import {root} from './sources.mjs';

const {values} = parseArgs({
  options: {runs: {type: 'string', default: '10000'}, seed: {type: 'string'}, kind: {type: 'string'}},
});
const all = ['one', 'many', 'guest'];
const kinds = values.kind ? [values.kind] : all;
const runs = Number(values.runs);
const seed = Number(values.seed ?? Date.now() % 1_000_000_000);
if (!Number.isInteger(runs) || runs < 2 || !Number.isInteger(seed) || !kinds.every(kind => all.includes(kind))) {
  console.error(`Give whole numbers, and a kind of ${all.join(', ')}: npm run test:soak -- --runs 10000 --seed 1`);
  process.exit(2);
}

const {outputFiles} = await esbuild.build({
  entryPoints: [`${root}test/soak/page.ts`],
  bundle: true,
  format: 'esm',
  target: 'es2022',
  write: false,
  tsconfig: `${root}tsconfig.json`,
  outdir: root,
  splitting: false,
  // The helpers of the tests clean up after each one; here nothing calls them.
  banner: {js: 'globalThis.afterEach = () => {};'},
});
const server = createServer((request, response) => {
  const isScript = request.url === '/soak.js';
  response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
  response.end(isScript ? outputFiles[0].contents : '<!doctype html><script type="module" src="/soak.js"></script>');
});
await new Promise(resolve => {
  server.listen(0, '127.0.0.1', resolve);
});

const browser = await chromium.launch({
  executablePath: await ensureBrowser('chromium'),
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
});
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${server.address().port}/`);
await page.waitForFunction('typeof soak === "function"');

const devtools = await page.context().newCDPSession(page);
const heap = async () => {
  await devtools.send('HeapProfiler.collectGarbage');
  return ((await devtools.send('Runtime.getHeapUsage')).usedSize / 1e6).toFixed(1);
};

let figures = {};
const failures = [];
const batch = 50;
// The first sequences load and compile what all others use.
for (const kind of kinds) await page.evaluate(([name, begin]) => soak(name, 10, begin), [kind, seed]);
const before = await heap();
for (let done = 0; done < runs; done += batch) {
  const kind = kinds[(done / batch) % kinds.length];
  const outcome = await page.evaluate(
    ([name, count, begin]) => soak(name, count, begin),
    [kind, Math.min(batch, runs - done), seed + done],
  );
  figures = outcome.figures;
  if (outcome.failure) {
    failures.push(outcome.failure);
    console.error(outcome.failure);
  }
  if (done % 1000 === 0) console.log(`${done + batch} of ${runs} sequences, ${failures.length} failures`);
}
const {runs: sequences, steps, pages, wishes, faults, lost, doubled, slowest} = figures;
const after = await heap();
console.table({
  seed,
  sequences,
  actions: steps,
  'things wanted': wishes,
  ...Object.fromEntries(Object.entries(faults).map(([kind, count]) => [`faults: ${kind}`, count])),
  lost,
  doubled,
  'worst time to settle, ms': Math.round(slowest),
  // Every page of a sequence has a shop, which lives as long as the document: so this may grow, but only by as much.
  'pages opened': pages,
  'heap before, MB': before,
  'heap after, MB': after,
  'heap for each page, kB': pages ? Math.round(((after - before) * 1000) / pages) : 'not counted for guests',
});
await browser.close();
server.close();
console.log(`${sequences - failures.length} passed, ${failures.length} failed`);
process.exitCode = failures.length ? 1 : 0;
