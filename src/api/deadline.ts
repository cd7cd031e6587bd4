import type {PaynowError} from './errors.js';

interface Deadline {
  ms: number;
  /** The caller's own way to give up. */
  signal: AbortSignal | undefined;
  fail: (kind: 'timeout' | 'aborted', why: string, info?: {cause: unknown}) => PaynowError;
}

/** Timers count in 32 bits, and a longer one would fire at once. */
const longest = 2 ** 31 - 1;

/**
 * Runs `work` until it is done, the time is up or the caller gives up. The promise settles then, even when `work` does
 * not listen to its signal, as an injected `fetch` may not.
 */
export const withDeadline = <T>(work: (signal: AbortSignal) => Promise<T>, {ms, signal, fail}: Deadline): Promise<T> =>
  new Promise((resolve, reject) => {
    const controller = new AbortController();
    const stop = (error: PaynowError): void => {
      reject(error);
      controller.abort(error);
      clean();
    };
    const giveUp = (): void => stop(fail('aborted', 'aborted by the caller', {cause: signal?.reason}));
    const timer = setTimeout(() => stop(fail('timeout', `no whole answer within ${ms} ms`)), Math.min(ms, longest));
    const clean = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
    };
    if (signal?.aborted) return giveUp();
    signal?.addEventListener('abort', giveUp);
    work(controller.signal).then(resolve, reject).finally(clean);
  });
