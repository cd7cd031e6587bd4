import type {Product} from '../api/index.js';
import {warnOnce} from '../store/registry.js';
import {modesOf, serversOf} from './choice.js';
import {isLink, isPicture} from './safe-url.js';
import {fieldOf, holds} from './template-fields.js';
import type {LookHost} from './template-fields.js';

type Binding = (product: Product, host: LookHost) => void;

const buttons = 'paynow-add-button, paynow-buy-button';
const ours = `paynow-price, paynow-stock, paynow-options, ${buttons}`;
const bound = '[data-text], [data-attr], [data-if], [data-html]';

// What may be set by the data of a shop: nothing that runs, submits, names, or loads anything but a picture.
const settable = /^(alt|title|class|lang|value|datetime|width|height|product-id|aria-[\w-]+|data-[\w-]+)$/;

const isSafe = (element: Element, name: string, value: string): boolean => {
  if (name === 'href') return /^(a|area)$/.test(element.localName) && isLink(value);
  if (name === 'src') return element.localName === 'img' && isPicture(value);
  return settable.test(name);
};

const read = (name: string, product: Product, host: LookHost): string => {
  const text = fieldOf(name, product, host);
  if (text === undefined) warnOnce(`<${host.localName}> template: there is no field "${name.slice(0, 60)}".`);
  return text ?? '';
};

const bindText = (element: Element, name: string): Binding => (product, host) => {
  element.textContent = read(name.trim(), product, host);
};

const bindAttribute = (element: Element, pair: string): Binding => {
  const [name = '', field = ''] = pair.split(':').map(word => word.trim());
  return (product, host) => {
    const value = read(field, product, host);
    if (value && isSafe(element, name.toLowerCase(), value)) element.setAttribute(name, value);
    else element.removeAttribute(name);
    if (value && !/^(href|src)$/i.test(name) && !settable.test(name.toLowerCase())) {
      warnOnce(`<${host.localName}> template: data-attr does not set "${name.slice(0, 60)}".`);
    }
  };
};

// What stands in the place of an element that is not shown.
const places = new WeakMap<Element, Comment>();

const bindCondition = (element: Element, name: string): Binding => {
  const place = document.createComment('');
  places.set(element, place);
  return (product, host) => {
    const isHeld = holds(name.trim(), product, host);
    if (isHeld === undefined) warnOnce(`<${host.localName}> template: there is no condition "${name.slice(0, 60)}".`);
    const [shown, other] = isHeld ? [element, place] : [place, element];
    other.parentNode?.replaceChild(shown, other);
  };
};

const bindHtml = (element: Element, name: string): Binding => {
  let last = '';
  return (product, host) => {
    if (name.trim() !== 'description') {
      warnOnce(`<${host.localName}> template: data-html shows the description and nothing else.`);
      return;
    }
    const text = last = product.description;
    void import('./clean-html.js').then(async ({cleanHtml}) => {
      const words = await cleanHtml(text, 3);
      if (text === last) element.replaceChildren(words);
    }, () => {});
  };
};

const bindingsOf = (element: HTMLElement): Binding[] => {
  const {text, attr, if: condition, html} = element.dataset;
  return [
    ...text === undefined ? [] : [bindText(element, text)],
    ...attr?.split(',').filter(pair => pair.trim()).map(pair => bindAttribute(element, pair)) ?? [],
    ...html === undefined ? [] : [bindHtml(element, html)],
    ...condition === undefined ? [] : [bindCondition(element, condition)],
  ];
};

// A product that is only sold as a subscription, or for one server only, leaves nothing to ask.
const preset = (button: Element, product: Product): void => {
  const servers = serversOf(product);
  button.toggleAttribute('subscription', modesOf(product)[0] === 'subscription');
  if (servers.length === 1) button.setAttribute('gameserver-id', servers[0]!.id);
};

/** One copy of a page's own template, filled from a product and kept up to date in place. */
export class Stamp {
  readonly #copy: DocumentFragment;
  readonly #elements: Element[];
  readonly #bindings: Binding[];
  readonly #own: Element[];
  #last: Product | undefined;
  #locale = '';

  /** @param slot the name of the slot in which it is shown. */
  constructor({content}: HTMLTemplateElement, slot: string) {
    this.#copy = document.importNode(content, true);
    this.#elements = [...this.#copy.children];
    this.#bindings = [...this.#copy.querySelectorAll<HTMLElement>(bound)].flatMap(bindingsOf);
    this.#own = [...this.#copy.querySelectorAll(ours)].filter(element => !element.hasAttribute('product-id'));
    for (const element of this.#elements) element.slot = slot;
    this.#copy.replaceChildren(...this.#elements);
  }

  /** Fills the copy, and puts it into the host the first time. */
  fill(product: Product, host: LookHost): void {
    if (product === this.#last && host.locale === this.#locale) return;
    [this.#last, this.#locale] = [product, host.locale];
    for (const element of this.#own) {
      element.setAttribute('product-id', product.id);
      if (host.storeId && !element.hasAttribute('store-id')) element.setAttribute('store-id', host.storeId);
      if (element.matches(buttons)) preset(element, product);
    }
    for (const bind of this.#bindings) bind(product, host);
    if (this.#copy.hasChildNodes()) host.append(this.#copy);
  }

  /** Takes the copy away. */
  remove(): void {
    for (const element of this.#elements) {
      element.remove();
      places.get(element)?.remove();
    }
  }
}
