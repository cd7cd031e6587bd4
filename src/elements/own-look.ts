import type {Product} from '../api/index.js';
import type {LookHost} from './template-fields.js';
import type {Stamp} from './template-stamp.js';

let load: typeof import('./template-stamp.js') | undefined;

/** The slot in which the own look of a product is shown. */
export const slotOf = ({id}: Product): string => `product-${id}`;

/**
 * Draws products by the `<template>` that a page has put into an element. The copies are children of that element, so
 * that the page's own stylesheet holds for them, and are shown in one slot for each product.
 */
export class OwnLook {
  readonly #host: LookHost;
  #template: HTMLTemplateElement | null = null;
  #stamps = new Map<string, Stamp>();

  constructor(host: LookHost) {
    this.#host = host;
  }

  /** The page's template, if it has put one in. */
  get template(): HTMLTemplateElement | null {
    return this.#host.querySelector<HTMLTemplateElement>(':scope > template');
  }

  /** Draws these products and takes others away. What draws them is loaded when there is a template. */
  draw(products: readonly Product[]): void {
    const {template} = this;
    if (template !== this.#template) this.#keep(new Set());
    this.#template = template;
    this.#keep(new Set(products.map(({id}) => id)));
    if (!template || !products.length) return;
    if (!load) {
      void import('./template-stamp.js').then(loaded => {
        load = loaded;
        this.#host.requestUpdate();
      }, () => {});
      return;
    }
    for (const product of products) {
      let stamp = this.#stamps.get(product.id);
      if (!stamp) this.#stamps.set(product.id, stamp = new load.Stamp(template, slotOf(product)));
      stamp.fill(product, this.#host);
    }
  }

  #keep(ids: ReadonlySet<string>): void {
    for (const [id, stamp] of this.#stamps) {
      if (ids.has(id)) continue;
      stamp.remove();
      this.#stamps.delete(id);
    }
  }
}
