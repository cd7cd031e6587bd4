import {render} from 'lit/html.js';
import type {CartView} from './cart-line.js';
import {cartLine} from './cart-line.js';
import {make} from './make.js';

/**
 * The list of lines. Each line keeps its own item for as long as it lives, so that the focus and what is being typed
 * stay where they are when other lines come and go.
 */
export class CartRows {
  readonly #list = make('ul', {part: 'lines', role: 'list'});
  #items = new Map<string, HTMLLIElement>();

  /** Draws the lines. @param notices what is to be said at a line, by its key. @returns the list. */
  draw(view: CartView, notices: (key: string) => unknown): HTMLUListElement {
    const before = this.#items;
    this.#items = new Map();
    view.cart.lines.forEach(line => {
      const item = before.get(line.key) ?? make('li', {part: 'line', className: 'line'});
      before.delete(line.key);
      this.#items.set(line.key, item);
      item.classList.toggle('pending', line.pending);
      render(cartLine(line, view, notices(line.key)), item);
    });
    for (const item of before.values()) item.remove();
    [...this.#items.values()].forEach((item, index) => {
      const there = this.#list.children[index] ?? null;
      if (there !== item) this.#list.insertBefore(item, there);
    });
    return this.#list;
  }
}
