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
 * API quotes it: the token, and what a customer typed.
 */
export const toError = ({status, headers}: Response, text: string, hide: string[], fail: Fail): PaynowError => {
  const {code, message, trace_id, errors} = z.safeParse(Problem, toJson(text)).data ?? {};
  const said = hide.filter(secret => secret.length > 3)
    .reduce((sentence, secret) => sentence.replaceAll(secret, '…'), message ?? 'no reason given');
  const name = code ? ` ${code.slice(0, 80)}` : '';
  return fail(status === 401 ? 'auth' : 'http', `${status}${name}: ${said.slice(0, 300)}`, {
    status,
    code,
    traceId: trace_id ?? undefined,
    details: z.safeParse(ProblemDetails, errors).data,
    retryAfter: toMilliseconds(headers.get('retry-after') ?? ''),
  });
};
