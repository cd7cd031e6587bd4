import {randomHex} from './ids.js';
import type {WireValidationError} from './wire.js';

/** A refusal in PayNow's form; thrown anywhere in a route and turned into an answer in one place. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly errors: WireValidationError[] = [],
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
  }
}

/** A 400 that names one field: `path` is the query parameter or the place in the body, e.g. `lines[0].quantity`. */
export const invalid = (path: string, code: string, message: string, validation = 'rule'): Refusal =>
  new Refusal(400, code, message, [{code, message, path, validation}]);

/** A 400 for a value of the wrong form, before any rule of the shop is looked at. */
export const malformed = (path: string, message: string, validation = 'format'): Refusal =>
  new Refusal(400, 'validation-error', message, [{code: 'invalid-value', message, path, validation}]);

/** PayNow's error body as an answer. */
export const problem = (refusal: Refusal): Response => {
  const {status, code, message, errors, headers} = refusal;
  const body = {status, code, message, trace_id: randomHex(32), ...(errors.length > 0 && {errors})};
  return Response.json(body, {status, headers});
};
