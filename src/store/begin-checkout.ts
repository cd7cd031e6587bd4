import type {CheckoutOptions} from '../api/checkout-body.js';
import type {CheckoutSession} from '../api/index.js';
import {clearRefusals, noteRefusal} from './code-refusals.js';
import type {OpenSession} from './open-session.js';
import {isPassing, isUnsure, retrying} from './retry.js';
import type {Shop} from './shop.js';
import {keepTrip, markAddresses, newTrip} from './trips.js';

/** What a checkout is begun with. */
interface Beginning<Body> {
  readonly shop: Shop;
  readonly open: OpenSession;
  readonly isCart: boolean;
  /** Who pays, as far as it is known. */
  readonly customer: string | null;
  /** What is paid; null when nobody knows. */
  readonly of: unknown;
  readonly body: Body;
  send(body: Body): Promise<CheckoutSession>;
}

/** The session that is open for exactly this, else a new one, with a mark in the addresses that lead back. */
export const beginCheckout = async <Body extends CheckoutOptions>(
  {shop, open, isCart, customer, of, body, send}: Beginning<Body>,
): Promise<CheckoutSession> => {
  const {returnUrl: _, cancelUrl: __, ...rest} = body;
  // Whoever presses again on another page gets back to the first one.
  const name = of ? JSON.stringify([of, rest]) : newTrip().key;
  const known = open.find(name);
  if (known) return known;
  const trip = newTrip();
  const marked = markAddresses(shop, trip, body);
  // A session whose answer was lost must not be made again behind the shopper's back; one turned away at the door may.
  const session = await retrying(() => send(marked), undefined, error => isPassing(error) && !isUnsure(error)).catch(
    (error: unknown) => {
      noteRefusal(shop, body.promoCodes, error);
      throw error;
    });
  clearRefusals(shop);
  keepTrip(shop, {...trip, id: session.id, isCart, customer, at: Date.now()});
  open.keep(name, session);
  return session;
};
