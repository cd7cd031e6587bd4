import type {Cart} from '../api/index.js';
import type {Purchase} from './cart-store.js';
import type {Change} from './change.js';
import {takeChannel} from './channel.js';
import {newId} from './change.js';
import type {Shop} from './shop.js';
import type {Taking} from './taking.js';

/** What tabs of one site tell each other about one shop. */
export type TabMessage =
  | {type: 'hello'; tab: string}
  | {type: 'changes'; tab: string; changes: readonly Change[]}
  | {type: 'cart'; tab: string; cart: Cart; at: number}
  | {type: 'purchase'; tab: string; purchase: Purchase}
  | {type: 'taken'; tab: string; owner: string; taking: Taking}
  | {type: 'sign-in' | 'sign-out'; tab: string};

/** Whether that is what a version of this script can have said; anybody of the same site may speak on the channel. */
export const isMessage = (data: unknown): data is TabMessage => {
  const {type = '', tab, changes, taking, cart, purchase} = (data ?? {}) as {
    type?: string;
    taking?: unknown;
    tab?: unknown;
    changes?: unknown;
    cart?: Partial<Cart>;
    purchase?: Partial<Purchase>;
  };
  if (typeof tab !== 'string') return false;
  if (type === 'changes') return Array.isArray(changes) && changes.every(change => typeof change?.id === 'string');
  if (type === 'purchase') return typeof purchase?.checkoutId === 'string' && typeof purchase.orderId === 'string';
  if (type === 'taken') return typeof taking === 'object' && taking !== null;
  return type === 'cart' ? Array.isArray(cart?.lines) : ['hello', 'sign-in', 'sign-out'].includes(type);
};

/** As much of `navigator.locks` as is needed here. */
export interface Locks {
  request<T>(
    name: string,
    options: {ifAvailable?: boolean; signal?: AbortSignal; mode?: 'shared'},
    run: (lock: unknown) => Promise<T> | T,
  ): Promise<T>;
}

/** As much of a BroadcastChannel as is needed here. */
export interface Channel {
  onmessage: ((event: {data: TabMessage}) => void) | null;
  postMessage(message: TabMessage): void;
  close(): void;
}

/**
 * This page among the other tabs of the site that show the same shop. It lives from `open` to `close`; a page in the
 * back-forward cache is closed, so that it neither keeps others waiting nor is kept out of that cache. (Firefox looks
 * for locks before it says that the page is left, and loads such a page anew.)
 */
export class Tabs {
  readonly id = newId();
  #name: string;
  #receive: (message: TabMessage) => void;
  #locks: Locks;
  #channel: Channel | undefined;
  #life = new AbortController();

  constructor(storeId: string, locks: Locks, receive: (message: TabMessage) => void, channel: Channel) {
    this.#name = `paynow.${storeId}`;
    this.#locks = locks;
    this.#receive = receive;
    this.#channel = channel;
    channel.onmessage = ({data}) => {
      if (isMessage(data) && data.tab !== this.id) this.#receive(data);
    };
    this.#stay();
  }

  /** Tells the other tabs. */
  send(message: TabMessage): void {
    this.#channel?.postMessage(message);
  }

  /**
   * Runs while no other tab does. `run` hears whether it had to wait for another tab, which then has changed
   * something.
   */
  async exclusive(run: (waited: boolean) => Promise<void>): Promise<void> {
    const name = `${this.#name}.cart`;
    const {signal} = this.#life;
    let outcome: unknown;
    const start = (waited: boolean): Promise<void> => (outcome = run(waited)) as Promise<void>;
    try {
      await this.#locks.request(name, {ifAvailable: true}, lock => (lock ? start(false) : undefined));
      if (!outcome) await this.#locks.request(name, {signal}, () => start(true));
    } catch {
      // A frame without an origin of its own may not lock, and has no other tabs either. A page that is left waits no
      // more.
      if (!outcome && !signal.aborted) start(false);
    }
    await outcome;
  }

  /** Whether another tab is gone by now. */
  async isGone(tab: string): Promise<boolean> {
    const look = {ifAvailable: true, mode: 'shared'} as const;
    return this.#locks.request(this.#nameOf(tab), look, lock => !!lock).catch(() => true);
  }

  /** Calls when another tab is gone. */
  whenGone(tab: string, then: () => void): void {
    const {signal} = this.#life;
    // Shared, as those who look are not to take each other for the tab itself.
    this.#locks.request(this.#nameOf(tab), {signal, mode: 'shared'}, then).catch(() => {});
  }

  /** Leaves the others alone. */
  close(): void {
    this.#life.abort();
    this.#channel?.close();
    this.#channel = undefined;
  }

  #nameOf(tab: string): string {
    return `${this.#name}.tab.${tab}`;
  }

  // Others find this lock held as long as this page is there. It is asked for before the page writes anything down,
  // which they would take for left behind.
  #stay(): void {
    const {signal} = this.#life;
    const left = (): Promise<void> => new Promise(resolve => {
      // A lock may be granted to a page that has just been left.
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve());
    });
    this.#locks.request(this.#nameOf(this.id), {signal}, left).catch(() => {});
  }
}

/** Joins the other tabs, with the browser's locks or what stands in for them on plain http and in old browsers. */
export const openTabs = async (shop: Shop, receive: (message: TabMessage) => void): Promise<Tabs> => {
  const locks = typeof navigator === 'object' ? (navigator.locks as Locks | undefined) : undefined;
  const channel = takeChannel(shop);
  return new Tabs(shop.id, locks ?? (await import('./locks-by-storage.js')).storageLocks(), receive, channel);
};
