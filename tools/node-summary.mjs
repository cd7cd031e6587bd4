import {relative} from 'node:path';
import {root} from './sources.mjs';

const outcome = ({type, data}) => {
  if (data.skip !== undefined || data.todo !== undefined) return 'skipped';
  return type === 'test:pass' ? 'passed' : 'failed';
};

/** A reporter of `node --test` that writes `{passed, failed, skipped, failures}`, suites not counted. */
export default async function* summary(events) {
  const total = {passed: 0, failed: 0, skipped: 0};
  const failures = [];
  for await (const event of events) {
    const isTest = event.type === 'test:pass' || event.type === 'test:fail';
    if (!isTest || event.data.details?.type === 'suite') continue;
    const result = outcome(event);
    total[result] += 1;
    if (result === 'failed') failures.push(`${relative(root, event.data.file ?? root)}: ${event.data.name}`);
  }
  yield JSON.stringify({...total, failures});
}
