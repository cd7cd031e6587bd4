import type {ReactiveController} from '@lit/reactive-element';
import type {Shop} from '../store/shop.js';
import type {PaynowElement} from './paynow-element.js';

/** Keeps an element up to date with a part of its shop; the element draws anew only when the selected value changed. */
export class StoreController<Value> implements ReactiveController {
  /** The selected value now. */
  value!: Value;
  #host: PaynowElement;
  #part: 'cart' | 'catalog' | 'session';
  #select: (shop: Shop) => Value;
  #source: EventTarget | undefined;

  constructor(host: PaynowElement, part: 'cart' | 'catalog' | 'session', select: (shop: Shop) => Value) {
    this.#host = host;
    this.#part = part;
    this.#select = select;
    host.addController(this);
  }

  hostConnected(): void {
    const source = this.#host.shop[this.#part];
    if (source !== this.#source) {
      this.hostDisconnected();
      this.#source = source;
      source.addEventListener('change', this.#check);
    }
    this.value = this.#select(this.#host.shop);
  }

  // The element may belong to another shop by now. A last update after leaving the page must not subscribe again.
  hostUpdate(): void {
    if (this.#host.isConnected) this.hostConnected();
  }

  hostDisconnected(): void {
    this.#source?.removeEventListener('change', this.#check);
    this.#source = undefined;
  }

  #check = (): void => {
    const value = this.#select(this.#host.shop);
    if (value === this.value) return;
    this.value = value;
    this.#host.requestUpdate();
  };
}
