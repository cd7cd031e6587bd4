import * as z from 'zod/mini';
import type {Fail} from './client.js';
import type {PaynowError} from './errors.js';
import {Problem, ProblemDetails} from './schemas/problem.js';

/** `Retry-After` is a number of seconds or a date, which then ends with GMT. */
const toMilliseconds = (header: string): number | undefined => {
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  return header.endsWith('GMT') ? Math.max(0, Date.parse(header) - Date.now()) || 0 : undefined;
};

const toJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * Turns an answer with an error status into an error. `hide` lists what must not appear in its message even where the
 * API quotes it: first the token, which appears nowhere, then what a customer typed.
 */
export const toError = ({status, headers}: Response, text: string, hide: string[], fail: Fail): PaynowError => {
  const scrub = (words: string, secrets: string[]): string =>
    secrets.filter(secret => secret.length > 3).reduce((rest, secret) => rest.replaceAll(secret, '…'), words);
  // The token has no place in any part; what a customer typed may well be a part of a code.
  const {code, message, trace_id, errors} = z.safeParse(Problem, toJson(scrub(text, hide.slice(0, 1)))).data ?? {};
  const said = scrub(message ?? 'no reason given', hide);
  const name = code ? ` ${code.slice(0, 80)}` : '';
  return fail(status === 401 ? 'auth' : 'http', `${status}${name}: ${said.slice(0, 300)}`, {
    status,
    code,
    traceId: trace_id ?? undefined,
    details: z.safeParse(ProblemDetails, errors).data,
    retryAfter: toMilliseconds(headers.get('retry-after') ?? ''),
  });
};
