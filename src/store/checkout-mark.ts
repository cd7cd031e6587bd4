import {pageMemory} from './page-memory.js';
import type {Memory} from './page-memory.js';
import type {Shop} from './shop.js';

interface Mark {
  /** Id of the checkout session. */
  readonly id: string;
  /** When it began, in milliseconds since 1970. */
  readonly at: number;
}

/** A checkout that nobody came back from is forgotten after this time, in milliseconds. */
const forgotten = 30 * 60_000;

/**
 * Remembers for all tabs that a checkout of this cart has begun, so that nobody changes the cart under it unawares. The
 * tab that went to pay and is back has left that checkout.
 */
export class CheckoutMark {
  #shop: Shop;
  #key: string;
  #told = '';
  // Where nothing may be kept, it is this page that knows.
  #memory = [pageMemory(), pageMemory()] as const;

  constructor(shop: Shop) {
    this.#shop = shop;
    this.#key = `paynow.${shop.id}.checkout`;
    this.comeBack();
  }

  /** A checkout begins in this tab. */
  begin(id: string): void {
    this.#told = '';
    this.#try((all, own) => {
      all.setItem(this.#key, JSON.stringify({id, at: Date.now()} satisfies Mark));
      own.setItem(this.#key, id);
    });
  }

  /** Whether the shopper has to be told before the cart is changed. Asking is telling: the next time it is not. */
  warns(): boolean {
    const mark = this.#mark;
    if (!mark || mark.id === this.#told) return false;
    this.#told = mark.id;
    return true;
  }

  /** The checkout is over: whichever it was, or the one with this id. */
  end(id?: string): void {
    if (id && id !== this.#mark?.id) return;
    this.#try(all => all.removeItem(this.#key));
  }

  /** This tab shows the shop again. If it had gone to pay, that is over. */
  comeBack(): void {
    this.#try((_, own) => {
      const id = own.getItem(this.#key);
      own.removeItem(this.#key);
      if (id && id === this.#mark?.id) this.end();
    });
  }

  get #mark(): Mark | undefined {
    return this.#try(all => {
      const mark = JSON.parse(all.getItem(this.#key) ?? 'null') as Partial<Mark> | null;
      const isFresh = typeof mark?.id === 'string' && Date.now() - (mark.at ?? 0) < forgotten;
      return isFresh ? mark as Mark : undefined;
    });
  }

  // Where storage is forbidden there is no other tab to warn either.
  #try<T>(run: (all: Memory, own: Memory) => T): T | undefined {
    try {
      return this.#shop.config.persist === 'none' ? run(...this.#memory) : run(localStorage, sessionStorage);
    } catch {
      return undefined;
    }
  }
}
