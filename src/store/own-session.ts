import {authenticateCustomer, getCustomer} from '../api/customer.js';
import type {PaynowError} from '../api/errors.js';
import type {Customer, PlatformAccount} from '../api/index.js';
import {askSite} from './auth-url.js';
import {clientOf} from './backend.js';
import {isPassing} from './retry.js';
import {dropSession} from './session-change.js';
import type {Held, SessionEngine} from './session-engine.js';
import type {Shop} from './shop.js';
import {keptSession, useStorage} from './waiting.js';

/** A session that the elements have begun themselves. */
export interface OwnSession {
  readonly token: string;
  /** Milliseconds since 1970 when the token has to be renewed; missing when nobody said. */
  readonly until?: number | undefined;
  /** Id of the customer: a renewed token has to be theirs. */
  readonly customer: string;
  /** The name by which the token was claimed, and can be claimed anew. */
  readonly account?: PlatformAccount | undefined;
}

const isSession = (value: Partial<OwnSession> | null): value is OwnSession =>
  typeof value?.token === 'string' && typeof value.customer === 'string';

const read = (shop: Shop, {own}: SessionEngine): OwnSession | undefined =>
  own ?? useStorage(shop, storage => {
    const found = JSON.parse(storage.getItem(keptSession(shop)) ?? 'null') as Partial<OwnSession> | null;
    return isSession(found) ? found : undefined;
  });

/** Keeps a session where the shop's `persist` says, else in memory. */
export const keepSession = (shop: Shop, session: SessionEngine, own: OwnSession): void => {
  const isKept = useStorage(shop, storage => {
    storage.setItem(keptSession(shop), JSON.stringify(own));
    return true;
  });
  session.own = isKept ? undefined : own;
};

/** What the API says of whose token it is, in a form that shows that it was asked. */
export const customerOf = async (shop: Shop, token: string): Promise<Customer> => {
  const {id, name = null, profile = null} = await getCustomer(clientOf(shop), {token});
  return {id, name, profile};
};

// Another tab has renewed the token that was refused here; since then that one may have ended as well.
const isGood = (shop: Shop, {token}: OwnSession): Promise<boolean> =>
  customerOf(shop, token).then(() => true, ({kind}: PaynowError) => kind !== 'auth');

const claimAnew = async (shop: Shop, {account, customer, ...old}: OwnSession): Promise<OwnSession | undefined> => {
  if (!account) return undefined;
  try {
    const {customer_token: token} = await authenticateCustomer(clientOf(shop), account);
    // A name may belong to another player by now.
    return (await customerOf(shop, token)).id === customer ? {...old, token, customer, account} : undefined;
  } catch (error) {
    if (isPassing(error)) throw error;
    return undefined;
  }
};

/**
 * The token of the session that the elements have begun, renewed when it has run out or was refused. A name that was
 * claimed is claimed anew: to type it once more would prove no more. What cannot be renewed has ended.
 */
const ownToken = async (shop: Shop, session: SessionEngine, refused?: string): Promise<Held> => {
  const own = read(shop, session);
  const {token, until = Infinity} = own ?? {};
  if (!own || (token !== refused && Date.now() < until && (!refused || await isGood(shop, own)))) return {token, until};
  const fresh = await claimAnew(shop, own);
  // Somebody may have signed out or in while the API was asked.
  if (read(shop, session)?.token !== token) return ownToken(shop, session);
  if (fresh) keepSession(shop, session, fresh);
  else {
    session.own = undefined;
    dropSession(shop);
  }
  return {token: fresh?.token, until: Infinity};
};

/**
 * A token when the page has given none: the site says who is signed in there, and else there may be a session that the
 * elements have begun.
 */
export const findToken = async (shop: Shop, session: SessionEngine, refused?: string): Promise<Held> => {
  const {customerToken, authUrl} = shop.config;
  const said = authUrl && !customerToken ? await askSite(authUrl) : undefined;
  return said?.token ? said : ownToken(shop, session, refused);
};
