import type {Product} from '../api/index.js';
import {registry} from '../store/registry.js';
import type {Shop} from '../store/shop.js';
import {afterPaint} from './after-paint.js';
import {ofCart, ofProducts} from './analytics-items.js';
import {push} from './analytics-queue.js';
import type {PaynowCart} from './cart.js';
import type {PaynowProduct} from './product.js';
import type {PaynowProducts} from './products.js';

/** What an element was last seen to show. */
const seen = new WeakMap<Element, string>();
const watched = new WeakSet<Shop>();

const isNews = (element: Element, shown: string): boolean => {
  const isNew = !!shown && seen.get(element) !== shown;
  if (isNew) seen.set(element, shown);
  return isNew;
};

const viewList = (element: PaynowProducts): void => {
  const {products, tag, search, id, shop} = element;
  if (!products?.length || !isNews(element, products.map(one => one.id).join())) return;
  const name = element.ariaLabel || (search ? 'Search results' : tag) || 'Products';
  const list = {item_list_id: id || tag || 'products', item_list_name: name};
  const {items, currency} = ofProducts(products, shop);
  push('view_item_list', {...list, currency, items: items.map((item, index) => ({...item, index, ...list}))});
};

const viewItem = (element: PaynowProduct): void => {
  const product: Product | undefined = element.layout === 'detail' ? element.product : undefined;
  if (product && isNews(element, product.id)) push('view_item', ofProducts([product], element.shop));
};

// A cart in the page is seen once there is something in it; a drawer tells of itself when it opens.
const viewCart = (element: PaynowCart): void => {
  const {cart} = element.shop?.cart.state ?? {};
  if (element.mode === 'inline' && cart?.lines.length && isNews(element, 'cart')) {
    push('view_cart', ofCart(cart, element.shop));
  }
};

let isWaiting = false;

const look = async (): Promise<void> => {
  if (isWaiting) return;
  isWaiting = true;
  await afterPaint();
  isWaiting = false;
  for (const shop of new Set([registry.page, ...registry.shops.values()])) {
    if (watched.has(shop)) continue;
    watched.add(shop);
    shop.catalog.addEventListener('change', () => void look());
  }
  document.querySelectorAll('paynow-products').forEach(viewList);
  document.querySelectorAll('paynow-product').forEach(viewItem);
  document.querySelectorAll('paynow-cart').forEach(viewCart);
};

/** Tells which products and carts are seen, now and as the page changes. */
export const watchViews = (): void => {
  const options = {subtree: true, childList: true, attributeFilter: ['product-id', 'tag', 'search', 'ids', 'layout']};
  new MutationObserver(() => void look()).observe(document, {...options, attributes: true});
  registry.addEventListener('change', () => void look());
  document.addEventListener('paynow-cart-change', () => void look());
  void look();
};
