import {PaynowError} from '../api/errors.js';
import {timing} from './retry.js';
import type {Held} from './session-engine.js';

/** When a token has to be renewed: a minute early, so that no request goes out with one that ends on its way. */
export const renewalOf = (expires: unknown): number => {
  // A number is mostly seconds; milliseconds of our time have thirteen digits.
  const end = typeof expires === 'number' ? expires * (expires < 1e11 ? 1000 : 1) : Date.parse(String(expires));
  const now = Date.now();
  // A token that ends before it comes means that one of the clocks is wrong. The API knows better and will say so.
  return Number.isNaN(end) || end <= now ? Infinity : end - Math.min(60_000, (end - now) / 2);
};

const ask = async (authUrl: string): Promise<Response> => {
  const signal = AbortSignal.timeout(timing.timeout);
  try {
    return await fetch(new URL(authUrl, document.baseURI), {
      credentials: 'include',
      headers: {accept: 'application/json'},
      signal,
    });
  } catch (cause) {
    throw signal.aborted ? new PaynowError('auth-url: no answer in time.', {kind: 'timeout', cause}) : cause;
  }
};

/**
 * Asks the merchant's site who is signed in there. Its cookies go along, so the address must be the merchant's own.
 * @throws {PaynowError} when the site does not answer as agreed.
 */
export const askSite = async (authUrl: string): Promise<Held> => {
  const response = await ask(authUrl);
  if ([204, 401, 403].includes(response.status)) return {token: undefined, until: Infinity};
  if (!response.ok) throw new PaynowError(`auth-url: ${response.status}`, {kind: 'http', status: response.status});
  const answer = (await response.json().catch(() => null)) as {customer_token?: unknown; expires_at?: unknown} | null;
  if (typeof answer?.customer_token !== 'string') {
    throw new PaynowError('auth-url: the answer has no customer_token.', {kind: 'schema', status: response.status});
  }
  return {token: answer.customer_token, until: renewalOf(answer.expires_at)};
};
