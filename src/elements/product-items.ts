import type {Product} from '../api/index.js';
import {make} from './make.js';
import {slotOf} from './own-look.js';
import type {PaynowElement} from './paynow-element.js';
import type {PaynowProduct} from './product.js';

/** The element that lists products, and what it hands on to each of them. */
export interface ItemsHost extends PaynowElement {
  readonly layout?: string | null;
  readonly headingLevel?: number | null;
  readonly productUrl?: string | null;
}

// What a page styles in a product it can style in a list of them too.
const parts = 'card, image, label, name, link, price, final, original, saving, interval, tax, status, codes-note, '
  + 'description, options, button, spinner, error, retry-button';

/** The list of products, drawn by key and without a template engine: what stays is not touched, what moves is moved. */
export class ProductItems {
  readonly list = make('ul', {part: 'grid', role: 'list'});
  #items = new Map<string, HTMLLIElement>();

  /** Draws the products. @param isOwn each of them is shown by a template of the page. */
  draw(products: readonly Product[], host: ItemsHost, isOwn: boolean): void {
    const before = this.#items;
    this.#items = new Map();
    for (const product of products) {
      const key = `${product.id} ${isOwn}`;
      const item = before.get(key) ?? this.#make(product, isOwn);
      before.delete(key);
      this.#items.set(key, item);
      if (!isOwn) this.#dress(item.firstElementChild as PaynowProduct, host);
    }
    for (const item of before.values()) item.remove();
    let index = 0;
    for (const item of this.#items.values()) {
      const there = this.list.children[index++] ?? null;
      if (there !== item) this.list.insertBefore(item, there);
    }
  }

  /** Moves the focus to a product, which takes it for as long as it has it. */
  focus(index: number): void {
    const item = this.list.children[index] as HTMLElement | undefined;
    if (!item) return;
    item.tabIndex = -1;
    item.addEventListener('blur', () => item.removeAttribute('tabindex'), {once: true});
    item.focus();
  }

  #make(product: Product, isOwn: boolean): HTMLLIElement {
    const content = isOwn ? make('slot', {name: slotOf(product)}) : make('paynow-product', {productId: product.id});
    if (!isOwn) content.setAttribute('exportparts', parts);
    return make('li', {part: 'item'}, content);
  }

  #dress(product: PaynowProduct, {layout, headingLevel, productUrl, storeId}: ItemsHost): void {
    Object.assign(product, {layout, headingLevel, productUrl, storeId});
  }
}
