import {getShop} from '../store/registry.js';
import {shopOf} from './paynow-element.js';
import type {Shop} from '../store/shop.js';

/** Who wants the cart of a shop, and from where. */
interface Opener {
  readonly shop: Shop;
  getRootNode(): Node;
}

const byId = (from: Opener, id: string): Element | null =>
  (from.getRootNode() as Document | ShadowRoot).getElementById?.(id) ?? document.getElementById(id);

const inRoot = (element: Opener, root: ParentNode): Element | undefined =>
  [...root.querySelectorAll('paynow-cart')].find(cart => shopOf(cart) === element.shop);

/** The cart that an element opens: the one with this id, else one of the same shop; nothing when the page has none. */
export const findCart = (element: Opener, id?: string | null): Element | undefined =>
  (id && byId(element, id))
    || inRoot(element, element.getRootNode() as Document | ShadowRoot) || inRoot(element, document) || undefined;

const createCart = ({shop}: Opener): Element => {
  const cart = document.createElement('paynow-cart');
  if (shop !== getShop()) cart.setAttribute('store-id', shop.id);
  document.body.append(cart);
  return cart;
};

/** Opens the cart for an element. It works by attribute, so that the cart need not be loaded yet. */
export const openCart = (element: Opener, id?: string | null): void => {
  const cart = findCart(element, id) ?? createCart(element);
  if (cart.getAttribute('mode') === 'inline') cart.scrollIntoView({block: 'nearest'});
  else cart.setAttribute('open', '');
};
