import {isPaynowError, PaynowError} from '../api/errors.js';

/** An error of ours for whatever was thrown; a part of the script that did not arrive counts as the network's fault. */
export const toError = (thrown: unknown): PaynowError =>
  isPaynowError(thrown) ? thrown : new PaynowError(String(thrown), {kind: 'network', cause: thrown});
