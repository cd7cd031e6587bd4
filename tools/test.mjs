// `node tools/test.mjs types browser …` runs the suites in that order, goes on after a failure, and ends with the names
// of what failed and the plain line `N passed, N failed`. TOTALS names a file to which the sums of every call and those
// names are added, for .ci/run.
import {spawn} from 'node:child_process';
import {appendFileSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, relative} from 'node:path';
import {root} from './sources.mjs';
import {suites} from './suites.mjs';

const folder = mkdtempSync(join(tmpdir(), 'paynow-elements-'));

const run = ({command, env = {}, minutes}, summary) =>
  new Promise(resolve => {
    const [program, ...options] = command.map(word => word.replace('SUMMARY', summary));
    const child = spawn(program, options, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      // A group of its own, so that a suite which hangs is stopped together with its browsers.
      detached: true,
      env: {...process.env, ...env, SUMMARY: summary, PLAYWRIGHT_JSON_OUTPUT_FILE: summary},
    });
    const stop = () => {
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It has ended by itself.
      }
    };
    process.once('exit', stop);
    const timer = setTimeout(() => {
      console.error(`Stopped after ${minutes} minutes: ${command[0]}`);
      stop();
    }, minutes * 60_000);
    const done = code => {
      clearTimeout(timer);
      process.off('exit', stop);
      resolve(code);
    };
    child.once('error', error => done(error.message));
    child.once('exit', done);
  });

/** The sums of a step; a command that fails without a failing test is one failure all the same. */
const sumsOf = (step, summary, code) => {
  const sums = step.sums ? step.sums(summary) : {passed: code === 0 ? 1 : 0, failed: 0, skipped: 0};
  const {passed = 0, failed = 0, skipped = 0, failures = []} = sums ?? {};
  if (code === 0 || failed > 0) return {passed, failed, skipped, failures};
  return {passed, failed: 1, skipped, failures: [`${relative(root, step.command[0])} ended with ${code}`]};
};

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

const total = {passed: 0, failed: 0, skipped: 0};
const lines = [];
const failures = [];
const names = process.argv.slice(2);
// `npm run conformance -- FILE_OR_URL` names the description to compare with.
if (names[0] === 'conformance' && names[1]) process.env.API_DESCRIPTION = names.pop();
for (const name of names) {
  const started = Date.now();
  const sums = {passed: 0, failed: 0, skipped: 0};
  console.log(`\n== ${name}`);
  for (const [index, step] of suites[name]().entries()) {
    const summary = join(folder, `${name}-${index}.json`);
    const result = sumsOf(step, summary, await run(step, summary));
    for (const key of Object.keys(sums)) sums[key] += result[key];
    failures.push(...result.failures.map(failure => `FAILED ${name}: ${failure.split('\n')[0]}`));
  }
  for (const key of Object.keys(sums)) total[key] += sums[key];
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  lines.push(`${sums.failed > 0 ? 'FAILED' : 'ok    '} ${name}: ${sums.passed} passed, ${sums.failed} failed, ` +
    `${sums.skipped} skipped, ${seconds} s`);
}
rmSync(folder, {recursive: true, force: true});
const ending = `${total.passed} passed, ${total.failed} failed`;
console.log(`\n${lines.join('\n')}\n\n${failures.map(failure => `${failure}\n`).join('')}${ending}`);
if (process.env.TOTALS) {
  appendFileSync(process.env.TOTALS, [`${total.passed} ${total.failed}`, ...failures, ''].join('\n'));
}
process.exitCode = total.failed > 0 ? 1 : 0;
