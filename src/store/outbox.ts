import type {Change} from './change.js';
import type {Shop} from './shop.js';
import {useStorage, waitingPrefix} from './waiting.js';

const isChange = (value: Partial<Change> | null): value is Change =>
  typeof value === 'object' &&
  value !== null &&
  typeof value.id === 'string' &&
  typeof value.identity === 'string' &&
  ['add', 'set', 'clear'].includes(value.kind ?? '') &&
  ['checking', 'waiting', 'sending'].includes(value.state ?? '') &&
  Number.isInteger(value.quantity) &&
  Number.isInteger(value.base) &&
  Number.isInteger(value.sentAt) &&
  (value.kind === 'clear' ? value.target === null : typeof value.target?.productId === 'string');

/**
 * What waits to be sent, kept on the device so that it outlives the page. Each tab writes an entry of its own, so that
 * no two ever write the same one.
 */
export class Outbox {
  #shop: Shop;

  constructor(shop: Shop) {
    this.#shop = shop;
  }

  /** Whether what is saved outlives the page. */
  get works(): boolean {
    return useStorage(this.#shop, () => true) ?? false;
  }

  /** Replaces what a tab has waiting. */
  save(tab: string, changes: readonly Change[]): void {
    const waiting = changes.filter(({state}) => state !== 'confirmed');
    const key = waitingPrefix(this.#shop) + tab;
    useStorage(this.#shop, storage =>
      waiting.length ? storage.setItem(key, JSON.stringify(waiting)) : storage.removeItem(key),
    );
  }

  /** What a tab has left waiting. Entries that no version of this script can have written are left out. */
  read(tab: string): Change[] {
    return (
      useStorage(this.#shop, storage => {
        const found: unknown = JSON.parse(storage.getItem(waitingPrefix(this.#shop) + tab) ?? '[]');
        return Array.isArray(found) ? found.filter(isChange) : [];
      }) ?? []
    );
  }
}
