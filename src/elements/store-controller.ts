import type {ReactiveController} from '@lit/reactive-element';
import type {Shop} from '../store/shop.js';
import type {PaynowElement} from './paynow-element.js';

// One listener for all elements that show a part of a shop: with one for each of hundreds of elements, adding them
// would take longer the more there are.
const hubs = new WeakMap<EventTarget, Set<() => void>>();

/** Keeps an element up to date with a part of its shop; the element draws anew only when the selected value changed. */
export class StoreController<Value> implements ReactiveController {
  /** The selected value now. */
  value!: Value;
  #host: PaynowElement;
  #part: 'cart' | 'catalog' | 'session';
  #select: (shop: Shop) => Value;
  #hub: Set<() => void> | undefined;

  constructor(host: PaynowElement, part: 'cart' | 'catalog' | 'session', select: (shop: Shop) => Value) {
    this.#host = host;
    this.#part = part;
    this.#select = select;
    host.addController(this);
  }

  hostConnected(): void {
    const {shop} = this.#host;
    const source = shop[this.#part];
    let hub = hubs.get(source);
    if (!hub) {
      const checks = hub = new Set();
      hubs.set(source, checks);
      source.addEventListener('change', () => checks.forEach(check => check()));
    } else if (hub !== this.#hub && this.#part === 'cart') void shop.wake();
    if (hub !== this.#hub) {
      this.hostDisconnected();
      this.#hub = hub.add(this.#check);
    }
    this.value = this.#select(shop);
  }

  // The element may belong to another shop by now. A last update after leaving the page must not subscribe again.
  hostUpdate(): void {
    if (this.#host.isConnected) this.hostConnected();
  }

  hostDisconnected(): void {
    this.#hub?.delete(this.#check);
    this.#hub = undefined;
  }

  #check = (): void => {
    const value = this.#select(this.#host.shop);
    if (value === this.value) return;
    this.value = value;
    this.#host.requestUpdate();
  };
}
