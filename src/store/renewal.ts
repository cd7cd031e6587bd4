import type {SessionEngine} from './session-engine.js';
import type {Shop} from './shop.js';

const running = new WeakMap<SessionEngine, Map<string, Promise<string | undefined>>>();

const renewNow = async (
  {config: {customerToken, authUrl}}: Shop, session: SessionEngine, refused: string,
): Promise<string | undefined> => {
  const {who} = session;
  const current = await session.token();
  // Whoever has come meanwhile has not been refused.
  if (who !== session.who) return session.token();
  if (current !== refused) return current;
  session.askAgain();
  const isFixed = typeof customerToken === 'string' && !authUrl;
  const fresh = isFixed ? undefined : await session.token(refused);
  if (fresh && fresh !== refused) return fresh;
  if (who !== session.who) return session.token();
  // A function or a page may have a token again once the customer has signed in there; a given one stays refused.
  session.isOver = isFixed;
  session.askAgain();
  session.leave();
  return undefined;
};

/** See `SessionEngine.renew`. Loaded with the first token that the API refuses. */
export const renew = (shop: Shop, session: SessionEngine, refused: string): Promise<string | undefined> => {
  const all = running.get(session) ?? new Map<string, Promise<string | undefined>>();
  running.set(session, all);
  let renewal = all.get(refused);
  if (!renewal) {
    renewal = renewNow(shop, session, refused).finally(() => all.delete(refused));
    all.set(refused, renewal);
  }
  return renewal;
};
