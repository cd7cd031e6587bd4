/// <reference types="mocha" />
// Runs in front of every test file: Lit's development build warns where production stays silent, and here a warning
// fails the test that caused it.
const page = globalThis as typeof globalThis & {litIssuedWarnings?: Set<string>};
const issued = (page.litIssuedWarnings ??= new Set());
const expected = new Set(['dev-mode']);
for (const code of expected) issued.add(code);

// The runner cannot send a failed comparison of elements: it would wait for the results until its time is up.
afterEach(function () {
  const error: Error & {actual?: unknown; expected?: unknown} = this.currentTest?.err ?? new Error();
  for (const side of ['actual', 'expected'] as const) {
    try {
      structuredClone(error[side]);
    } catch {
      error[side] = String(error[side]);
    }
  }
});

afterEach(() => {
  const warnings = [...issued].filter(warning => !expected.has(warning));
  for (const warning of warnings) expected.add(warning);
  if (warnings.length > 0) throw new Error(`Lit warns: ${warnings.join(' ')}`);
});
