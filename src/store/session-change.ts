import type {Held, SessionEngine} from './session-engine.js';
import type {Shop} from './shop.js';

/** Somebody may have signed in: with this token, or with one that is found where tokens come from. */
export const beginSession = (shop: Shop, session: SessionEngine, held?: Held): void => {
  session.isOver = false;
  session.held = held && Promise.resolve(held);
  session.who = {};
  shop.dispatchEvent(new Event('config'));
};

/** Forgets the token in this tab, until another one is given. */
export const endSession = (session: SessionEngine): void => {
  session.isOver = true;
  session.held = session.own = undefined;
  session.who = {};
  session.leave();
};
