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

/** The same as it is written down: for which shop, and when. */
export type Mark = Resume & {readonly storeId: string; readonly at: number};

const key = 'paynow.resume';

/** Leaves word for this page, as this very tab will come back to it. */
export const leaveWith = ({id: storeId}: Shop, then: Resume | undefined): void => {
  try {
    if (then) sessionStorage.setItem(key, JSON.stringify({...then, storeId, at: Date.now()} satisfies Mark));
    else sessionStorage.removeItem(key);
  } catch {
    // Without storage the shopper presses once more.
  }
};

/** What was left, once. Nobody wants any more what they wanted half an hour ago. */
export const takeMark = (): Mark | undefined => {
  try {
    const mark = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Mark | null;
    sessionStorage.removeItem(key);
    return mark && Date.now() - mark.at < 30 * 60_000 ? mark : undefined;
  } catch {
    return undefined;
  }
};
