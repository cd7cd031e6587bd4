import {timing} from './retry.js';

/** Lets changes gather, so that a burst of presses becomes one request. */
export class Burst {
  #end: () => void = () => {};
  #isHurried = false;

  /** Resolves once `look` has seen the same for a moment, or after a while in any case. */
  async over(look: () => unknown): Promise<void> {
    const latest = Date.now() + timing.quietMost;
    let before: unknown;
    do {
      if (this.#isHurried) return;
      before = look();
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, timing.quiet);
        this.#end = () => { clearTimeout(timer); resolve(); };
      });
    } while (before !== look() && Date.now() < latest);
  }

  /** Waits no longer until `work` is done. */
  async hurry(work: () => Promise<void>): Promise<void> {
    this.#isHurried = true;
    this.#end();
    await work();
    this.#isHurried = false;
  }
}
