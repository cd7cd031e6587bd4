/// <reference types="mocha" />
// Runs in front of every test file: Lit's development build warns where production stays silent, and here a warning
// fails the test that caused it.
const page = globalThis as typeof globalThis & {litIssuedWarnings?: Set<string>};
const issued = (page.litIssuedWarnings ??= new Set());
const expected = new Set(['dev-mode']);
for (const code of expected) issued.add(code);

afterEach(() => {
  const warnings = [...issued].filter(warning => !expected.has(warning));
  for (const warning of warnings) expected.add(warning);
  if (warnings.length > 0) throw new Error(`Lit warns: ${warnings.join(' ')}`);
});
