import type {Held, SessionEngine} from './session-engine.js';
import type {Shop} from './shop.js';
import {keptSession, useStorage} from './waiting.js';

/** Somebody may have signed in: with this token, or with one that is found where tokens come from. */
export const beginSession = (shop: Shop, session: SessionEngine, held?: Held): void => {
  session.isOver = false;
  session.held = held && Promise.resolve(held);
  session.who = {};
  shop.dispatchEvent(new Event('config'));
};

/**
 * Forgets the session that the elements have begun themselves.
 * @param isHeard another tab has said so: it has cleared away what all tabs share, where by now there may be the
 * session of whoever has signed in since.
 */
export const dropSession = (shop: Shop, isHeard = false): void => void useStorage(shop, storage => {
  if (!isHeard || storage !== localStorage) storage.removeItem(keptSession(shop));
});

/** Forgets the token in this tab, until another one is given. */
export const endSession = (shop: Shop, session: SessionEngine): void => {
  session.isOver = true;
  session.held = session.own = undefined;
  session.who = {};
  session.leave();
  // Prices, stock and trials were those of the customer.
  shop.engine().then(({catalog}) => catalog.refresh(), () => {});
};
