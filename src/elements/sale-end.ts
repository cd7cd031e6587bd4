import type {ReactiveController} from '@lit/reactive-element';
import type {Product} from '../api/index.js';
import type {Shop} from '../store/shop.js';
import type {PaynowElement} from './paynow-element.js';

// A timer that is set for longer goes off at once.
const longest = 2 ** 31 - 1;

/** Waits for the next end of a sale that a shop's elements show, and has the prices read again then. */
class SaleClock {
  readonly #shop: Shop;
  readonly #shown = new Map<SaleEnd, readonly number[]>();
  // Ends that were ahead when they were first seen, and whether the prices were read again for them. Clocks differ: a
  // sale that the shop still names afterwards is no reason to ask again.
  readonly #ends = new Map<number, boolean>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #timed = 0;

  constructor(shop: Shop) {
    this.#shop = shop;
  }

  show(element: SaleEnd, ends: readonly number[]): void {
    if (!ends.length && !this.#shown.has(element)) return;
    if (ends.length) this.#shown.set(element, ends);
    else this.#shown.delete(element);
    for (const end of ends) if (end > Date.now() && !this.#ends.has(end)) this.#ends.set(end, false);
    this.#wait();
  }

  #wait(): void {
    const next = Math.min(...[...this.#shown.values()].flat().filter(end => this.#ends.get(end) === false));
    if (next === this.#timed) return;
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this.#look);
    this.#timed = next;
    if (next === Infinity) return;
    // A timer sleeps with the machine: whoever looks at the page again sets it right.
    document.addEventListener('visibilitychange', this.#look);
    // A moment later, since the shop has to see the end too, and not all its visitors at once.
    this.#timer = setTimeout(this.#look, Math.min(next - Date.now() + 1000 + Math.random() * 4000, longest));
  }

  #look = (): void => {
    if (document.hidden) return;
    const over = [...this.#ends].filter(([end, isRead]) => !isRead && end <= Date.now());
    for (const [end] of over) this.#ends.set(end, true);
    this.#timed = 0;
    this.#wait();
    if (over.length) this.#shop.engine().then(({catalog}) => catalog.refresh()).catch(() => {});
  };
}

const clocks = new WeakMap<Shop, SaleClock>();

const clockOf = (shop: Shop): SaleClock => {
  let clock = clocks.get(shop);
  if (!clock) clocks.set(shop, (clock = new SaleClock(shop)));
  return clock;
};

class SaleEnd implements ReactiveController {
  #host: PaynowElement;
  #products: () => readonly (Product | undefined)[];
  #clock: SaleClock | undefined;

  constructor(host: PaynowElement, products: () => readonly (Product | undefined)[]) {
    this.#host = host;
    this.#products = products;
  }

  hostUpdated(): void {
    if (!this.#host.isConnected) return;
    const clock = clockOf(this.#host.shop);
    if (clock !== this.#clock) this.hostDisconnected();
    this.#clock = clock;
    clock.show(this, this.#products().map(one => Date.parse(one?.pricing?.active_sale?.ends_at ?? '')).filter(Boolean));
  }

  hostDisconnected(): void {
    this.#clock?.show(this, []);
  }
}

/** Has the prices of a shop read again when a sale ends that one of these products shows in the element. */
export const followSales = (host: PaynowElement, products: () => readonly (Product | undefined)[]): void =>
  host.addController(new SaleEnd(host, products));
