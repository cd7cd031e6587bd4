import type {LineRequest} from '../store/events.js';
import type {Shop} from '../store/shop.js';
import type {CartPicture} from './cart-picture.js';

/** What goes on by itself once the shopper is back: the checkout of the cart, or of lines past it. */
export interface Resume {
  readonly promoCodes?: string | null | undefined;
  readonly lines?: readonly LineRequest[] | undefined;
  /** What was in the cart when the shopper left. */
  readonly seen?: CartPicture | undefined;
}

/** The same as it is written down: for which shop, on which page, and when. */
export type Mark = Resume & {readonly storeId: string; readonly page: string; readonly at: number};

const key = 'paynow.resume';

const markOf = (storeId: string, then: Resume): Mark => ({...then, storeId, page: location.href, at: Date.now()});

// Out of the back-forward cache nobody comes from signing in, and what was left would be done at some later time.
const comeBack = ({persisted}: PageTransitionEvent): void => {
  if (persisted) dropMark();
};

/** Leaves word for this page, as this very tab will come back to it; not where nothing may be kept. */
export const leaveWith = ({id: storeId, config: {persist}}: Shop, then: Resume | undefined): void => {
  try {
    if (then && persist !== 'none') sessionStorage.setItem(key, JSON.stringify(markOf(storeId, then)));
    else sessionStorage.removeItem(key);
    addEventListener('pageshow', comeBack);
  } catch {
    // Without storage the shopper presses once more.
  }
};

/** What was left. Nobody wants any more what they wanted half an hour ago. */
export const readMark = (): Mark | undefined => {
  try {
    const mark = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Mark | null;
    if (mark && Date.now() - mark.at < 30 * 60_000) return mark;
    dropMark();
  } catch {
    // Without storage nothing was left.
  }
  return undefined;
};

/** From now on nothing is left any more. */
export const dropMark = (): void => sessionStorage.removeItem(key);

/** Whether this is the page that was left; the site may have added something to its address. */
export const isHere = ({page}: Mark): boolean => {
  if (!URL.canParse(page)) return false;
  const {origin, pathname, searchParams} = new URL(page);
  const here = new URLSearchParams(location.search);
  return origin === location.origin && pathname === location.pathname
    && [...searchParams].every(([name, value]) => here.getAll(name).includes(value));
};
