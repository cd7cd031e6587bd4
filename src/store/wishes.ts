import type {PaynowError} from '../api/errors.js';
import type {Change} from './change.js';

/** Somebody who waits to hear what becomes of a change. */
export interface Wish {
  /** Gets the change that the wish has become part of, when that is known. */
  resolve(change?: Change): void;
  reject(error: PaynowError): void;
}

/** Who waits for which change, by its id. */
export class Wishes {
  #wishes = new Map<string, Wish[]>();

  /** Lets more wait for a change. */
  add(id: string, wishes: readonly Wish[]): void {
    this.#wishes.set(id, [...this.#wishes.get(id) ?? [], ...wishes]);
  }

  /** Hands over all who wait for a change. */
  take(id: string): Wish[] {
    const wishes = this.#wishes.get(id) ?? [];
    this.#wishes.delete(id);
    return wishes;
  }

  /** Hands over all who wait for a change that is not `known`. */
  takeAllBut(known: ReadonlySet<string>): Wish[] {
    return [...this.#wishes.keys()].filter(id => !known.has(id)).flatMap(id => this.take(id));
  }
}
