import {render} from 'lit/html.js';
import type {CartView} from './cart-line.js';
import {cartLine} from './cart-line.js';
import {make} from './make.js';

/** How many lines are drawn at once; nobody sees more of them without scrolling. */
const step = 250;

/**
 * The list of lines. Each line keeps its own item for as long as it lives, so that the focus and what is being typed
 * stay where they are when other lines come and go.
 */
export class CartRows {
  readonly #list = make('ul', {part: 'lines', role: 'list'});
  #items = new Map<string, HTMLLIElement>();
  #timer = 0;

  /** Draws the lines. @param notices what is to be said at a line, by its key. @returns the list. */
  draw(view: CartView, notices: (key: string) => unknown): HTMLUListElement {
    clearTimeout(this.#timer);
    const {lines} = view.cart;
    const before = this.#items;
    this.#items = new Map(
      lines.map(({key}) => [key, before.get(key) ?? make('li', {part: 'line', className: 'line'})]),
    );
    for (const [key, item] of before) if (!this.#items.has(key)) item.remove();
    let there = this.#list.firstElementChild;
    for (const item of this.#items.values()) {
      if (item === there) there = item.nextElementSibling;
      else this.#list.insertBefore(item, there);
    }
    this.#list.classList.toggle('long', lines.length > step);
    this.#fill(view, notices, 0);
    return this.#list;
  }

  // A cart of thousands of lines would hold up the page: those further down are drawn in the turns after.
  #fill(view: CartView, notices: (key: string) => unknown, from: number): void {
    const {lines} = view.cart;
    for (const line of lines.slice(from, from + step)) {
      const item = this.#items.get(line.key)!;
      item.classList.toggle('pending', line.pending);
      render(cartLine(line, view, notices(line.key)), item);
    }
    if (from + step < lines.length) this.#timer = window.setTimeout(() => this.#fill(view, notices, from + step));
  }
}
