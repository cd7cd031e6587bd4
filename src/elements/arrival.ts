import {rememberAffiliate} from '../store/affiliate.js';
import {affiliateParameter} from '../store/affiliate-parameter.js';
import {registry} from '../store/registry.js';
import {openCart} from './open-cart.js';

const addMark = /^#paynow-add=(?<wish>.*)$/s;

/** Which partner a shop was told of for this address already: settings may come and change after the page. */
const told = new Set<string>();

const remember = (): void => {
  const query = new URLSearchParams(location.search);
  for (const shop of new Set([registry.page, ...registry.shops.values()])) {
    const name = shop.id && affiliateParameter(shop);
    const code = name && query.get(name);
    const key = JSON.stringify([shop.id, name, code]);
    if (!code || told.has(key)) continue;
    told.add(key);
    rememberAffiliate(shop, code);
  }
};

// Takes our mark out of the address and leaves all the rest of it to the letter, and the state of the page with it.
const settle = (address: string): void => {
  try {
    history.replaceState(history.state, '', address);
  } catch {
    // A page without an origin of its own may not; asking twice does no harm.
  }
};

const withoutParameter = (search: string, name: string): string => {
  const rest = search.replace(/^\?/, '').split('&').filter(pair => pair.split('=')[0] !== name);
  return rest.length ? `?${rest.join('&')}` : '';
};

let isListening = false;

/** Does what the address of the page asks for: a partner, an open cart, something to add. */
export const arrive = (): void => {
  const {pathname, search, hash} = location;
  remember();
  if (!isListening) registry.addEventListener('change', remember);
  isListening = true;
  const wish = addMark.exec(hash)?.groups?.['wish'];
  const isOpen = new URLSearchParams(search).get('paynow-cart') === 'open';
  if (wish === undefined && !isOpen) return;
  settle(pathname + (isOpen ? withoutParameter(search, 'paynow-cart') : search) + (wish === undefined ? hash : ''));
  if (isOpen) openWhenReady();
  if (wish !== undefined) import('./add-link.js').then(({askToAdd}) => askToAdd(wish), () => {});
};

// The carts of the page may stand below the script.
const openWhenReady = (): void => {
  const open = (): void => {
    openCart({shop: registry.page, getRootNode: () => document});
    void import('./cart.js').catch(() => {});
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', open, {once: true});
  else open();
};
