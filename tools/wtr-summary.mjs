import {mkdirSync, writeFileSync} from 'node:fs';
import {dirname, relative} from 'node:path';
import {root} from './sources.mjs';

const names = ['passed', 'failed', 'skipped'];

const add = (total, more) => {
  for (const name of names) total[name] += more[name];
};

const count = suite => {
  const sums = {passed: 0, failed: 0, skipped: 0};
  for (const test of suite?.tests ?? []) sums[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
  for (const inner of suite?.suites ?? []) add(sums, count(inner));
  return sums;
};

const failuresIn = (suite, before = '') => [
  ...(suite?.tests ?? []).filter(test => !test.passed && !test.skipped).map(({name}) => before + name),
  ...(suite?.suites ?? []).flatMap(inner => failuresIn(inner, `${before}${inner.name} > `)),
];

const spent = suite =>
  [...(suite?.tests ?? []).map(({duration = 0}) => duration), ...(suite?.suites ?? []).map(spent)]
    .reduce((sum, time) => sum + time, 0);

// TIMES=15 says which files took longest in each engine, by the time of their tests.
const tellSlowest = sessions => {
  for (const name of new Set(sessions.map(({browser}) => browser.name))) {
    const files = sessions.filter(({browser}) => browser.name === name)
      .map(({testFile, testResults}) => ({file: relative(root, testFile), seconds: spent(testResults) / 1000}))
      .sort((one, other) => other.seconds - one.seconds);
    const sum = files.reduce((all, {seconds}) => all + seconds, 0);
    console.log(`${name}: ${sum.toFixed(0)} s in tests, the longest`);
    for (const {file, seconds} of files.slice(0, Number(process.env.TIMES)))
      console.log(`${seconds.toFixed(1).padStart(7)} s ${file}`);
  }
};

/** Says per engine how many tests passed; writes the sums to the file that SUMMARY names. */
export const summaryReporter = () => ({
  stop: ({sessions}) => {
    const total = {passed: 0, failed: 0, skipped: 0};
    const failures = [];
    const engines = new Map();
    for (const session of sessions) {
      const sums = count(session.testResults);
      const where = `${session.browser.name}: ${relative(root, session.testFile)}`;
      failures.push(...failuresIn(session.testResults).map(name => `${where}: ${name}`));
      // A file that breaks before, between or after its tests counts as one failure.
      if (!session.passed && sums.failed === 0) {
        sums.failed = 1;
        failures.push(`${where}: ${session.errors[0]?.message ?? 'did not run to its end'}`);
      }
      add(total, sums);
      const engine = engines.get(session.browser.name) ?? {passed: 0, failed: 0, skipped: 0, files: 0};
      engine.files += 1;
      add(engine, sums);
      engines.set(session.browser.name, engine);
    }
    for (const [name, {files, ...sums}] of engines) {
      console.log(`${name}: ${names.map(key => `${sums[key]} ${key}`).join(', ')}, in ${files} files`);
    }
    if (process.env.TIMES) tellSlowest(sessions);
    const file = process.env.SUMMARY;
    if (!file) return;
    mkdirSync(dirname(file), {recursive: true});
    writeFileSync(file, JSON.stringify({...total, failures}));
  },
});
