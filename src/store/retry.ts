import {isPaynowError, PaynowError} from '../api/errors.js';

/** Times in milliseconds. Tests shorten them; nothing else changes them. */
export const timing = {
  /** How long changes gather before they go out, counted from the last one, and at most in all. */
  quiet: 120,
  quietMost: 600,
  /** The first wait before a repetition; each further one is twice as long, up to `mostDelay`. */
  firstDelay: 400,
  mostDelay: 8_000,
  /** How often a request is tried in all. */
  tries: 5,
  /** A cart that was read longer ago than this is read again when the page is looked at again. */
  stale: 60_000,
  /** How long after it was given up a lost request may still reach the server: nothing is compared before. */
  late: 2_000,
  /** How long a request may take. */
  timeout: 15_000,
};

/** Whether the request may have failed by chance, so that the same request can succeed later. */
export const isPassing = (error: unknown): error is PaynowError =>
  isPaynowError(error) &&
  (/network|timeout/.test(error.kind) || (error.kind === 'http' && /^(408|429|5..)$/.test(String(error.status))));

/**
 * Whether nobody knows if the request had its effect. A 429 was turned away at the door; all else may have got
 * through.
 */
export const isUnsure = (error: unknown): boolean => isPassing(error) && error.status !== 429;

/** Whatever was thrown, as the one class of errors that leaves this package. */
export const toError = (cause: unknown): PaynowError =>
  isPaynowError(cause) ? cause : new PaynowError('Something unforeseen happened.', {kind: 'network', cause});

/** Whether the browser says that there is no network. It may be wrong when it says that there is one. */
export const isOffline = (): boolean => typeof navigator === 'object' && navigator.onLine === false;

// The longest time that a timer can take: weeks.
const forever = 2 ** 31 - 1;

// Resolves after that many milliseconds, or when the network comes back. Rejects when `signal` aborts.
const rest = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = new AbortController();
    const end = (): void => {
      clearTimeout(timer);
      stop.abort();
      if (signal?.aborted) reject(signal.reason as Error);
      else resolve();
    };
    const timer = setTimeout(end, ms);
    globalThis.addEventListener?.('online', end, {signal: stop.signal});
    signal?.addEventListener('abort', end, {signal: stop.signal});
  });

/** Resolves when there may be a network again, at once when there may be one now. Rejects when `signal` aborts. */
export const whenOnline = async (signal?: AbortSignal): Promise<void> => {
  signal?.throwIfAborted();
  if (isOffline()) await rest(forever, signal);
};

/**
 * Waits before repetition number `round` (from 0): as long as the server asked for, else growing and spread by
 * chance.
 */
export const pause = (round: number, error: unknown, signal?: AbortSignal): Promise<void> => {
  const asked = isPaynowError(error) ? error.retryAfter : undefined;
  const grown = Math.min(timing.mostDelay, timing.firstDelay * 2 ** round) * (0.5 + Math.random() / 2);
  return rest(Math.min(asked ?? grown, 60_000), signal);
};

/**
 * Repeats what is safe to repeat, until it succeeds, fails for good or was tried often enough. While the browser says
 * that it is offline, it waits instead.
 */
export const retrying = async <T>(
  attempt: () => Promise<T>,
  signal?: AbortSignal,
  passing: (error: unknown) => boolean = isPassing,
): Promise<T> => {
  for (let round = 0; ; round++) {
    await whenOnline(signal);
    try {
      return await attempt();
    } catch (error) {
      // Whatever came of it: whoever has cut it off does not ask any more, and may be somebody else by now.
      signal?.throwIfAborted();
      if (!passing(error)) throw error;
      if (isOffline()) round = -1;
      else if (round + 1 >= timing.tries) throw error;
      else await pause(round, error, signal);
    }
  }
};
