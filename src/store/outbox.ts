import type {Change} from './change.js';
import type {Shop} from './shop.js';

const isChange = (value: Partial<Change> | null): value is Change =>
  typeof value === 'object' && value !== null && typeof value.id === 'string' && typeof value.identity === 'string' &&
  ['add', 'set', 'clear'].includes(value.kind ?? '') && ['checking', 'waiting', 'sending'].includes(value.state ?? '') &&
  Number.isInteger(value.quantity) && Number.isInteger(value.base) && Number.isInteger(value.sentAt) &&
  (value.kind === 'clear' ? value.target === null : typeof value.target?.productId === 'string');

/**
 * What waits to be sent, kept on the device so that it outlives the page. Each tab writes an entry of its own, so that
 * no two ever write the same one.
 */
export class Outbox {
  #shop: Shop;
  #prefix: string;

  constructor(shop: Shop) {
    this.#shop = shop;
    this.#prefix = `paynow.${shop.id}.changes.`;
  }

  // Storage may be forbidden, full or gone: then what waits lives as long as the page.
  #use<T>(run: (storage: Storage) => T): T | undefined {
    const {persist = 'local'} = this.#shop.config;
    try {
      return persist === 'none' ? undefined : run(persist === 'local' ? localStorage : sessionStorage);
    } catch {
      return undefined;
    }
  }

  /** Whether what is saved outlives the page. */
  get works(): boolean {
    return this.#use(() => true) ?? false;
  }

  /** Replaces what a tab has waiting. */
  save(tab: string, changes: readonly Change[]): void {
    const waiting = changes.filter(({state}) => state !== 'confirmed');
    const key = this.#prefix + tab;
    this.#use(storage => (waiting.length ? storage.setItem(key, JSON.stringify(waiting)) : storage.removeItem(key)));
  }

  /** What a tab has left waiting. Entries that no version of this script can have written are left out. */
  read(tab: string): Change[] {
    return this.#use(storage => {
      const found: unknown = JSON.parse(storage.getItem(this.#prefix + tab) ?? '[]');
      return Array.isArray(found) ? found.filter(isChange) : [];
    }) ?? [];
  }

  /** All tabs that have something waiting. */
  tabs(): string[] {
    return this.#use(storage => Object.keys(storage)
      .filter(key => key.startsWith(this.#prefix)).map(key => key.slice(this.#prefix.length))) ?? [];
  }
}
