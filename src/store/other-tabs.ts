import type {Change} from './change.js';
import type {Outbox} from './outbox.js';
import type {TabMessage} from './tabs.js';
import {takingOf, without} from './taking.js';

/** What each of the other tabs has to send, which here is only shown. */
export class OtherTabs extends Map<string, readonly Change[]> {
  #outbox: Outbox;
  #tell: (message: (tab: string) => TabMessage) => void;

  constructor(outbox: Outbox, tell: (message: (tab: string) => TabMessage) => void) {
    super();
    this.#outbox = outbox;
    this.#tell = tell;
  }

  /** A tab has read the cart, which shows what the server has confirmed. */
  hasRead(tab: string): void {
    const left = this.get(tab)?.filter(({state}) => state !== 'confirmed');
    if (left) this.set(tab, left);
  }

  /** A guest has one cart in all tabs: a new number for a line counts, whichever of them has put something into it. */
  takeFor(change: Change): void {
    for (const [owner, changes] of this) {
      const taking = takingOf(changes, change);
      if (!Object.keys(taking).length) continue;
      this.set(owner, without(changes, taking));
      // Written down for a tab that is asleep, and may never wake up to hear of it.
      this.#outbox.save(owner, without(this.#outbox.read(owner), taking));
      this.#tell(tab => ({type: 'taken', tab, owner, taking}));
    }
  }
}
