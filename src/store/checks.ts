import type {PaynowError} from '../api/errors.js';
import type {Change} from './change.js';

/** Looks at the product of a change. Answers with the change as it may go out. @throws {PaynowError} */
export type Check = (change: Change) => Promise<Change>;

/** Looks at the product of each change that needs it, once each. */
export class Checks {
  #check: Check;
  #running = new Map<string, Promise<void>>();

  constructor(check: Check) {
    this.#check = check;
  }

  /** Starts what has not been started; `settle` hears of each outcome. */
  start(
    changes: readonly Change[],
    settle: (change: Change, ready: Change | null, error: PaynowError | null) => void,
  ): void {
    for (const change of changes) {
      if (change.state !== 'checking' || this.#running.has(change.id)) continue;
      const outcome = this.#check(change).then(
        ready => () => settle(change, ready, null),
        (error: PaynowError) => () => settle(change, null, error),
      );
      this.#running.set(
        change.id,
        outcome.then(done => {
          this.#running.delete(change.id);
          done();
        }),
      );
    }
  }

  /** Those that run. */
  get all(): readonly Promise<void>[] {
    return [...this.#running.values()];
  }
}
