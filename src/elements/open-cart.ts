import {getShop} from '../store/registry.js';
import {shopOf} from './paynow-element.js';
import type {PaynowElement} from './paynow-element.js';

const byId = (from: Element, id: string): Element | null =>
  (from.getRootNode() as Document | ShadowRoot).getElementById?.(id) ?? document.getElementById(id);

const inRoot = (element: PaynowElement, root: ParentNode): Element | undefined =>
  [...root.querySelectorAll('paynow-cart')].find(cart => shopOf(cart) === element.shop);

/** The cart that an element opens: the one with this id, else one of the same shop; nothing when the page has none. */
export const findCart = (element: PaynowElement, id?: string | null): Element | undefined =>
  (id && byId(element, id))
    || inRoot(element, element.getRootNode() as Document | ShadowRoot) || inRoot(element, document) || undefined;

const createCart = ({shop}: PaynowElement): Element => {
  const cart = document.createElement('paynow-cart');
  if (shop !== getShop()) cart.setAttribute('store-id', shop.id);
  document.body.append(cart);
  return cart;
};

/** Opens the cart for an element. It works by attribute, so that the cart need not be loaded yet. */
export const openCart = (element: PaynowElement, id?: string | null): void => {
  const cart = findCart(element, id) ?? createCart(element);
  if (cart.getAttribute('mode') === 'inline') cart.scrollIntoView({block: 'nearest'});
  else cart.setAttribute('open', '');
};
