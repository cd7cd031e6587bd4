import {money} from '../i18n/format.js';
import type {ShownLine} from '../store/cart-store.js';
import {announce} from './announcer.js';
import type {PaynowElement} from './paynow-element.js';
import {report} from './report.js';

const largest = 2 ** 31 - 1;

/** What shoppers do in a cart. What the shop refuses comes back as a notice in the state of the cart. */
export class CartActions {
  /** What is being typed into a quantity and not sent yet, by the key of its line. */
  readonly typing = new Map<string, string>();
  /** Says something to screen readers. */
  readonly say = announce;
  #host: PaynowElement;
  /** Where the focus was when a line was removed: its key and its place. */
  #gone: {key: string; index: number} | undefined;

  constructor(host: PaynowElement) {
    this.#host = host;
  }

  /** Sets the quantity of a line; nothing left removes it. */
  async set(line: ShownLine, quantity: number): Promise<void> {
    if (quantity < 1) return this.remove(line);
    const wanted = Math.min(quantity, largest);
    if (wanted === line.quantity) return;
    announce(this.#host.text.changed(line.name, wanted));
    if (await this.attempt(cart => cart.setQuantity(line.key, wanted))) this.#sayTotal();
  }

  /** Takes what was typed as the quantity of a line, or puts back what was there when that is no number. */
  async commit(line: ShownLine, input: HTMLInputElement): Promise<void> {
    this.typing.delete(line.key);
    const typed = input.value.trim();
    const quantity = /^\d+$/.test(typed) ? Math.min(Number(typed), largest) : line.quantity;
    input.value = String(quantity || line.quantity);
    await this.set(line, quantity);
  }

  /** Removes a line, unless the page objects. */
  async remove(line: ShownLine): Promise<void> {
    const detail = () => {
      const {cart} = this.#host.shop.cart.state;
      return cart ? {line, cart} : {line};
    };
    if (!this.#host.emit('paynow-before-remove', detail(), true)) return;
    announce(this.#host.text.removed(line.name));
    const index = this.#host.shop.cart.state.cart?.lines.findIndex(({key}) => key === line.key) ?? 0;
    this.#gone = {key: line.key, index};
    if (!await this.attempt(cart => cart.remove(line.key))) return;
    this.#sayTotal();
    this.#host.emit('paynow-remove', detail());
  }

  /** Removes every line. */
  async clear(): Promise<void> {
    this.#gone = {key: '', index: 0};
    if (await this.attempt(cart => cart.clear())) announce(this.#host.text.cleared);
  }

  /** Gives the focus that went with a removed line to its neighbour, or to what is always there. */
  keepFocus(): void {
    const {shop: {cart: {state}}, renderRoot} = this.#host;
    if (!this.#gone || state.cart?.lines.some(({key}) => !this.#gone?.key || key === this.#gone?.key)) return;
    const buttons = renderRoot.querySelectorAll<HTMLElement>('[part="remove-button"]');
    const heir = buttons[Math.min(this.#gone.index, buttons.length - 1)]
      ?? renderRoot.querySelector('h2');
    this.#gone = undefined;
    // Whoever is somewhere else by now stays there.
    if (!document.activeElement || document.activeElement === document.body) heir?.focus();
  }

  // What it comes to by now, once nothing is on its way that would make it something else.
  #sayTotal(): void {
    const {shop: {cart: {state: {cart, pending}}}, text, locale} = this.#host;
    if (!pending && cart?.lines.length && cart.currency)
      announce(`${text.total} ${money(cart.total, cart.currency, locale)}`);
  }

  /** Does something to the cart. @returns whether the shop accepted it. */
  async attempt(act: (cart: PaynowElement['shop']['cart']) => Promise<unknown>): Promise<boolean> {
    try {
      await act(this.#host.shop.cart);
      return true;
    } catch (error) {
      void report(this.#host, error);
      return false;
    }
  }
}
