import {Backend} from './backend.js';
import {CartEngine} from './cart-engine.js';
import {CatalogEngine} from './catalog-engine.js';
import {SessionEngine} from './session-engine.js';
import type {Shop} from './shop.js';

/** What does the work of a shop: it talks to the API and publishes the states that the elements draw. */
export interface Engine {
  readonly cart: CartEngine;
  readonly catalog: CatalogEngine;
}

/** Makes the engine of a shop. It sends nothing before something is asked of it. */
export const createEngine = (shop: Shop): Engine => {
  const session = new SessionEngine(shop);
  const backend = new Backend(shop, session);
  const catalog = new CatalogEngine(shop, backend);
  const cart = new CartEngine(shop, backend, catalog, session);
  const {queue} = cart;

  const customer = (): unknown => shop.config.customerToken ?? shop.config.authUrl;
  const view = (): string => JSON.stringify([shop.id, shop.config.apiUrl, shop.config.currency, shop.config.country]);
  let [lastCustomer, lastView] = [customer(), view()];
  shop.addEventListener('config', () => {
    const isOther = customer() !== lastCustomer;
    if (!isOther && view() === lastView) return;
    [lastCustomer, lastView] = [customer(), view()];
    void catalog.refresh();
    queue.restart(isOther);
  });

  // A page that comes back, from the back-forward cache or from behind other windows, comes back fresh.
  addEventListener('pagehide', () => queue.pause());
  addEventListener('pageshow', event => {
    if (!event.persisted) return;
    queue.resume();
    void catalog.refresh();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') queue.freshen();
  });
  return {cart, catalog};
};
