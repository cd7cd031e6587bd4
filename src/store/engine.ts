import {Backend} from './backend.js';
import type {CartWriter} from './cart-writer.js';
import {CatalogEngine} from './catalog-engine.js';
import {hearTabs, leaveTabs} from './channel.js';
import {CartReader} from './reader.js';
import {SessionEngine} from './session-engine.js';
import type {Shop} from './shop.js';
import {keptOf} from './waiting.js';

/** What does the work of a shop: it talks to the API and publishes the states that the elements draw. */
export interface Engine {
  readonly backend: Backend;
  readonly cart: CartReader;
  readonly catalog: CatalogEngine;
  readonly session: SessionEngine;
  /** What changes the cart; loaded once, when it is first needed. A failed load may be tried again. */
  writer(): Promise<CartWriter>;
}

/** Makes the engine of a shop. It sends nothing before something is asked of it. */
export const createEngine = (shop: Shop): Engine => {
  const session = new SessionEngine(shop);
  const backend = new Backend(shop, session);
  const catalog = new CatalogEngine(shop, backend);
  const cart = new CartReader(shop, backend, session);
  const warm = (): void => void import('./warm.js').then(({keepWarm}) => keepWarm(shop, cart, session), () => {});
  if (keptOf(shop, 'warm').length) warm();
  let loading: Promise<CartWriter> | undefined;
  const writer = (): Promise<CartWriter> => loading ??= import('./cart-writer.js').then(
    ({CartWriter}) => {
      warm();
      return new CartWriter(shop, backend, catalog, session, cart);
    },
    (error: unknown) => {
      loading = undefined;
      throw error;
    });

  const view = (): string => JSON.stringify([shop.id, shop.config.apiUrl, shop.config.currency, shop.config.country]);
  let [lastWho, lastView] = [session.who, view()];
  shop.addEventListener('config', () => {
    const isOther = session.who !== lastWho;
    if (!isOther && view() === lastView) return;
    [lastWho, lastView] = [session.who, view()];
    void catalog.refresh();
    cart.restart(isOther);
  });

  // Another tab that changes the cart, one that has left something behind, or a checkout under way is a reason to load
  // what changes it.
  const hear = (data: unknown): void => void writer().then(({queue}) => queue.hear(data), () => {});
  const listen = (): void => {
    if (!loading) hearTabs(shop, hear);
  };
  listen();
  if (['changes', 'skipped'].some(kind => keptOf(shop, kind).length)) void writer();
  // Whoever has begun a checkout in this browser may have paid it by now, also in a tab that never came back from it.
  const look = (): void => {
    if (keptOf(shop, 'trip').length) writer().then(made => made.look(), () => {});
  };
  look();

  // A page that comes back, from the back-forward cache or from behind other windows, comes back fresh.
  addEventListener('pagehide', () => {
    leaveTabs(shop);
    void loading?.then(({queue}) => queue.pause());
    cart.pause();
  });
  addEventListener('pageshow', event => {
    if (!event.persisted) return;
    listen();
    void loading?.then(({queue}) => queue.resume());
    cart.resume();
    void catalog.refresh();
    look();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible') return;
    cart.freshen();
    look();
  });
  return {backend, cart, catalog, session, writer};
};
