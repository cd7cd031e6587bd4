import {PaynowError} from '../api/errors.js';
import type {Held} from './session-engine.js';

/**
 * Asks the merchant's site who is signed in there. Its cookies go along, so the address must be the merchant's own.
 * @throws {PaynowError} when the site does not answer as agreed.
 */
export const askSite = async (authUrl: string): Promise<Held> => {
  const response = await fetch(new URL(authUrl, document.baseURI), {credentials: 'include', headers: {accept: 'application/json'}});
  if ([204, 401, 403].includes(response.status)) return {token: undefined, until: Infinity};
  if (!response.ok) throw new PaynowError(`auth-url: ${response.status}`, {kind: 'http', status: response.status});
  const answer = await response.json().catch(() => null) as {customer_token?: unknown; expires_at?: unknown} | null;
  if (typeof answer?.customer_token !== 'string') {
    throw new PaynowError('auth-url: the answer has no customer_token.', {kind: 'schema', status: response.status});
  }
  // Renewed a minute early, so that no request goes out with a token that ends on its way.
  const expires = new Date(answer.expires_at as string).getTime();
  return {token: answer.customer_token, until: Number.isNaN(expires) ? Infinity : expires - 60_000};
};
