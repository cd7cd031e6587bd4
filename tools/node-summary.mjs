const outcome = ({type, data}) => {
  if (data.skip !== undefined || data.todo !== undefined) return 'skipped';
  return type === 'test:pass' ? 'passed' : 'failed';
};

/** A reporter of `node --test` that writes `{passed, failed, skipped}`, suites not counted. */
export default async function* summary(events) {
  const total = {passed: 0, failed: 0, skipped: 0};
  for await (const event of events) {
    const isTest = event.type === 'test:pass' || event.type === 'test:fail';
    if (isTest && event.data.details?.type !== 'suite') total[outcome(event)] += 1;
  }
  yield JSON.stringify(total);
}
