import {pageMemory} from './page-memory.js';
import type {Memory} from './page-memory.js';
import type {Shop} from './shop.js';

/** A checkout that this browser has begun and does not know to be over. */
export interface Trip {
  /** Names the trip in the address that leads back; anybody may see it. */
  readonly key: string;
  /** Stands only in the address to which a paid checkout leads. */
  readonly proof: string;
  /** Id of the checkout session. */
  readonly id: string;
  /** Whether the cart is what is paid; else lines past it. */
  readonly isCart: boolean;
  /** Whose cart it is: that another customer's is empty says nothing. */
  readonly customer?: string | null;
  /** When it began, in milliseconds since 1970. */
  readonly at: number;
  /** Whether the cart has been changed from this browser since. */
  readonly isChanged?: boolean;
  /** Once it is paid: the id of the order, empty where the shop does not tell. */
  readonly orderId?: string;
}

/** The mark in the address of a page to which a checkout leads back. */
export const markName = 'paynow-checkout';

/** What nobody came back from is forgotten after this time, in milliseconds: some ways of paying take hours. */
const forgotten = 24 * 60 * 60_000;

const random = (): string =>
  [...crypto.getRandomValues(new Uint8Array(12))].map(byte => byte.toString(36).padStart(2, '0')).join('');

const prefixOf = (shop: Shop, isOver = false): string => `paynow.${shop.id}.${isOver ? 'paid' : 'trip'}.`;

const memory = pageMemory();

/** Where trips are kept: with nothing to be kept, in the page that began them. */
const storageOf = ({config: {persist = 'local'}}: Shop): Memory =>
  persist === 'none' ? memory : persist === 'local' ? localStorage : sessionStorage;

// Where storage is forbidden, nobody can tell a shopper who is back from any other.
const attempt = <T>(run: () => T): T | undefined => {
  try {
    return run();
  } catch {
    return undefined;
  }
};

const isTrip = (value: Partial<Trip> | null): value is Trip =>
  typeof value?.id === 'string' && typeof value.proof === 'string' && Date.now() - (value.at ?? 0) < forgotten;

const read = (shop: Shop, key: string, isOver: boolean): Trip | undefined => attempt(() => {
  const value = JSON.parse(storageOf(shop).getItem(prefixOf(shop, isOver) + key) ?? 'null') as Partial<Trip> | null;
  return isTrip(value) ? {...value, key} : undefined;
});

const readAll = (shop: Shop, isOver: boolean): Trip[] => attempt(() => {
  const prefix = prefixOf(shop, isOver);
  const keys = Object.keys(storageOf(shop)).filter(name => name.startsWith(prefix));
  return keys.flatMap(name => {
    const trip = read(shop, name.slice(prefix.length), isOver);
    if (!trip) storageOf(shop).removeItem(name);
    return trip ?? [];
  });
}) ?? [];

/** A trip by its key, also one that is paid; nothing when this browser has not begun it. */
export const tripOf = (shop: Shop, key: string): Trip | undefined => read(shop, key, false) ?? read(shop, key, true);

/** All trips under way. Those that nobody came back from are cleared away. */
export const tripsOf = (shop: Shop): Trip[] => readAll(shop, false);

/** All trips that are paid. */
export const paidTripsOf = (shop: Shop): Trip[] => readAll(shop, true);

/** Writes a trip down. */
export const keepTrip = (shop: Shop, {key, ...trip}: Trip): void =>
  void attempt(() => storageOf(shop).setItem(prefixOf(shop) + key, JSON.stringify(trip)));

/** The cart is changed from this browser: that it is empty later is no sign of a purchase. */
export const changeTrips = (shop: Shop): void => {
  for (const trip of tripsOf(shop)) if (trip.isCart && !trip.isChanged) keepTrip(shop, {...trip, isChanged: true});
};

/**
 * A trip is paid. It is remembered for a while: another tab may still be on its way back from it.
 * @returns whether that is news.
 */
export const endTrip = (shop: Shop, {key, ...trip}: Trip, orderId: string): boolean => attempt(() => {
  const storage = storageOf(shop);
  const isOpen = storage.getItem(prefixOf(shop) + key) !== null;
  paidTripsOf(shop);
  storage.removeItem(prefixOf(shop) + key);
  if (isOpen) storage.setItem(prefixOf(shop, true) + key, JSON.stringify({...trip, orderId}));
  return isOpen;
}) ?? false;

/** What makes a trip, before there is a session. */
export const newTrip = (): Pick<Trip, 'key' | 'proof'> => ({key: random(), proof: random()});

/**
 * The addresses of a checkout with the mark in them by which the elements know who comes back. Pages of others are left
 * alone: no script of ours is there to take it away again. Where nothing is kept nobody would know the mark.
 */
export const markAddresses = <T extends {returnUrl?: string | undefined; cancelUrl?: string | undefined}>(
  shop: Shop, {key, proof}: Pick<Trip, 'key' | 'proof'>, body: T,
): T => {
  const mark = (address: string | undefined, value: string): string | undefined => {
    if (!address || !URL.canParse(address)) return address;
    const {origin, href, hash} = new URL(address);
    if (origin !== globalThis.location?.origin || shop.config.persist === 'none') return address;
    // By hand, because URLSearchParams would write the other parameters anew.
    const rest = href.slice(0, href.length - hash.length);
    return `${rest}${rest.includes('?') ? '&' : '?'}${markName}=${value}${hash}`;
  };
  const name = `${shop.id}.${key}`;
  return {...body, returnUrl: mark(body.returnUrl, `${name}.${proof}`), cancelUrl: mark(body.cancelUrl, name)};
};
