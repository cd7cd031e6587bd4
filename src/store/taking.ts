import type {Change} from './change.js';

/** How many of which change are taken away, by its id. */
export type Taking = Readonly<Record<string, number>>;

const isFree = ({customer, state}: Change): boolean =>
  customer === null && (state === 'waiting' || state === 'checking');

/**
 * What a guest's new number for a line takes away from what stands for it already: all of it, as the number is the
 * whole line. A clear takes everything.
 */
export const takingOf = (changes: readonly Change[], {target, identity}: Change): Taking =>
  Object.fromEntries(
    changes
      .filter(change => isFree(change) && (!target || change.identity === identity))
      .map(({id, quantity}) => [id, quantity]),
  );

/** The changes without what is taken. What was added to one of them meanwhile stays. */
export const without = (changes: readonly Change[], taking: Taking): Change[] =>
  changes.flatMap(change => {
    const taken = isFree(change) && Object.hasOwn(taking, change.id) ? taking[change.id]! : 0;
    if (!taken) return [change];
    return change.quantity > taken ? [{...change, quantity: change.quantity - taken}] : [];
  });
