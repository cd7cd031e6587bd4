import * as z from 'zod/mini';

/**
 * A whole number that a double holds exactly; larger ones were rounded while they were read. `z.int()` does the same
 * with twice the bytes.
 */
export const integer = /* @__PURE__ */ z.number().check(({value, issues}) => {
  if (!Number.isSafeInteger(value)) issues.push({code: 'invalid_type', expected: 'int', input: value});
});
