import type {CheckoutSession} from '../api/index.js';
import type {Shop} from './shop.js';

interface Kept {
  /** What the session is of. */
  readonly of: string;
  readonly at: number;
  readonly session: CheckoutSession;
}

/** A session is offered again for so long, in milliseconds; later it may have run out. */
const fresh = 15 * 60_000;

/**
 * The last session, so that whoever presses again for the same gets the same: after a double press, out of the
 * back-forward cache, or, for a cart, in another tab.
 */
export class OpenSession {
  #shop: Shop;
  #name: string;
  #isShared: boolean;
  #last: Kept | undefined;

  constructor(shop: Shop, name: 'cart' | 'lines') {
    this.#shop = shop;
    this.#name = `paynow.${shop.id}.session.${name}`;
    // Of lines past the cart there may be wanted the same once more, which only the tab can tell from a second press.
    this.#isShared = name === 'cart';
  }

  /** The open session of exactly this, if there is one. */
  find(of: string): CheckoutSession | undefined {
    const last = this.#try(storage => JSON.parse(storage.getItem(this.#name) ?? 'null') as Kept | null) ?? this.#last;
    return last && last.of === of && Date.now() - last.at < fresh ? last.session : undefined;
  }

  /** Remembers a session. */
  keep(of: string, session: CheckoutSession): void {
    this.#last = {of, at: Date.now(), session};
    this.#try(storage => storage.setItem(this.#name, JSON.stringify(this.#last)));
  }

  /** Forgets the session with this id, or whatever there is. */
  forget(id?: string): void {
    this.#try(storage => {
      const kept = JSON.parse(storage.getItem(this.#name) ?? 'null') as Kept | null;
      if (!id || kept?.session.id === id) storage.removeItem(this.#name);
    });
    if (!id || this.#last?.session.id === id) this.#last = undefined;
  }

  #try<T>(run: (storage: Storage) => T): T | undefined {
    const {persist = 'local'} = this.#shop.config;
    // It holds the token of the checkout: where nothing may be kept, this page alone knows it.
    if (persist === 'none') return undefined;
    try {
      return run(this.#isShared && persist === 'local' ? localStorage : sessionStorage);
    } catch {
      return undefined;
    }
  }
}
