import {PaynowError} from '../api/errors.js';
import type {Cart} from '../api/index.js';
import {clearCart, putCartLine} from '../api/cart.js';
import type {Backend, Call} from './backend.js';
import type {Change} from './change.js';
import {quantityOn} from './draft.js';
import {isOffline, isPassing, isUnsure, pause, timing, toError, whenOnline} from './retry.js';

/** What sending a change needs. */
export interface Sending {
  readonly base: number;
  readonly customer: string | null;
  readonly signal: AbortSignal;
  readonly backend: Backend;
  update(change: Change, news: Partial<Change>): Change | undefined;
  read(): Promise<Cart>;
}

/**
 * @param isRepeated the cart has just shown `base`, so that the number in all can be named: it may arrive as often as
 * it likes, and also after the one that seemed lost.
 */
const callFor =
  ({kind, target, quantity, base}: Change, isRepeated: boolean): Call<void> =>
  (client, call) => {
    if (!target) return clearCart(client, call);
    const {customVariables, ...rest} = target;
    const isSum = kind === 'add' && isRepeated;
    return putCartLine(
      client,
      {
        ...rest,
        quantity: isSum ? base + quantity : quantity,
        increment: kind === 'add' && !isSum,
        ...(customVariables ? {customVariables: {...customVariables}} : {}),
      },
      call,
    );
  };

const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  ms > 0 ? pause(0, new PaynowError('', {kind: 'timeout', retryAfter: ms}), signal) : Promise.resolve();

/**
 * Whether a change that went out and was never answered has arrived; `null` when somebody else changed the line as
 * well.
 */
const hasArrived = async ({kind, target, quantity, base}: Change, {read}: Sending): Promise<boolean | null> => {
  const cart = await read();
  const now = target ? quantityOn(cart, target) : cart.lines.length;
  if (now === (kind === 'add' ? base + quantity : quantity)) return true;
  return now === base ? false : null;
};

const changedElsewhere = (): PaynowError =>
  new PaynowError('Nobody can tell whether the change arrived: the line was changed elsewhere too.', {
    kind: 'http',
    code: 'changed-elsewhere',
  });

/**
 * Sends one change until the server has confirmed or refused it. Sets and clears are simply repeated, once a lost one
 * cannot arrive any more; an add whose answer was lost only after the cart has shown that it did not arrive, and then
 * by the number that there are to be in all. When the repetitions were in vain, the cart tells whether they were needed
 * at all.
 * @throws {PaynowError} when it was refused, or tried often enough.
 */
export const sendChange = async (waiting: Change, sending: Sending): Promise<void> => {
  const {backend, signal, update, base, customer} = sending;
  let change = waiting;
  let isOpen = change.state === 'sending';
  // A page that is gone waited for an answer no longer than that.
  let givenUp = Math.min(Date.now(), change.sentAt + timing.timeout);
  // What went out may still arrive, and must not do so after what comes next.
  const restOfIt = (): Promise<void> => wait(givenUp + timing.late - Date.now(), signal);
  for (let round = 0; ; round++) {
    if (isOpen) await restOfIt();
    await whenOnline(signal);
    if (isOpen && change.kind === 'add') {
      const arrived = await hasArrived(change, sending);
      if (arrived) return;
      if (arrived === null) throw changedElsewhere();
    }
    // Written down before it goes out: whoever finds it later knows that it may have arrived.
    const next = update(change, {state: 'sending', customer, sentAt: Date.now(), base: isOpen ? change.base : base});
    if (!next) return;
    change = next;
    try {
      await backend.send(callFor(change, isOpen), signal);
      return;
    } catch (error) {
      signal.throwIfAborted();
      const mayPass = isPassing(error);
      if (isUnsure(error)) [isOpen, givenUp] = [true, Date.now()];
      if (mayPass && isOffline()) round = -1;
      else if (mayPass && round + 1 < timing.tries) await pause(round, error, signal);
      else {
        // What seemed lost may have been done, whatever became of its repetitions.
        if (isOpen && (await restOfIt().then(() => hasArrived(change, sending)).catch(() => null))) return;
        signal.throwIfAborted();
        // Who answers strangely may have done it all the same.
        if (!mayPass && toError(error).kind !== 'schema') update(change, {state: 'waiting'});
        throw error;
      }
    }
  }
};
