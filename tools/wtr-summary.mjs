import {mkdirSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';

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

/** Says per engine how many tests passed; writes the sums to the file that SUMMARY names. */
export const summaryReporter = () => ({
  stop: ({sessions}) => {
    const total = {passed: 0, failed: 0, skipped: 0};
    const engines = new Map();
    for (const session of sessions) {
      const sums = count(session.testResults);
      // A file that breaks before its tests run counts as one failure.
      if (!session.passed && sums.failed === 0) sums.failed = 1;
      add(total, sums);
      const engine = engines.get(session.browser.name) ?? {passed: 0, failed: 0, skipped: 0, files: 0};
      engine.files += 1;
      add(engine, sums);
      engines.set(session.browser.name, engine);
    }
    for (const [name, {files, ...sums}] of engines) {
      console.log(`${name}: ${names.map(key => `${sums[key]} ${key}`).join(', ')}, in ${files} files`);
    }
    const file = process.env.SUMMARY;
    if (!file) return;
    mkdirSync(dirname(file), {recursive: true});
    writeFileSync(file, JSON.stringify(total));
  },
});
