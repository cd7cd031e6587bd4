import {identityOf} from './line.js';
import type {Target} from './line.js';

/**
 * Something the shopper did to the cart that the server has not confirmed by a read yet.
 * It is plain data: it waits in storage, and goes from tab to tab.
 */
export interface Change {
  readonly id: string;
  readonly kind: 'add' | 'set' | 'clear';
  /** The line that it is about; null for a clear. */
  readonly target: Target | null;
  /** `target` in one string, so that changes of one line find each other. */
  readonly identity: string;
  /** How many more for an add, how many in all for a set. */
  readonly quantity: number;
  /**
   * `checking`: its product is looked at first. `waiting`: may go out. `sending`: went out, and whoever finds it like
   * this
   * later has to compare with `base` first. `confirmed`: the server took it; the next read shows it.
   */
  readonly state: 'checking' | 'waiting' | 'sending' | 'confirmed';
  /** How many of the line the server held when an add went out. */
  readonly base: number;
  /** When it went out, in milliseconds since 1970; 0 before. */
  readonly sentAt: number;
  /** The customer whose cart it changes; null when nobody was signed in. */
  readonly customer: string | null;
  /** Name of the product, to speak of the change when its line is gone. */
  readonly name: string;
  /** Whether it was wanted while nobody was signed in. */
  readonly guest?: boolean | undefined;
  /** What a clear made needless. It comes back when the clear is refused. */
  readonly replaced?: readonly Change[];
}

/** Short, and not the same twice in practice. `randomUUID` is missing on plain http pages. */
export const newId = (): string => Date.now().toString(36) + Math.random().toString(36).slice(2, 10);

/** A change as it is made. */
export const newChange = (
  kind: Change['kind'],
  target: Target | null,
  quantity: number,
  rest: Pick<Change, 'state' | 'customer' | 'name'>,
): Change => ({
  id: newId(),
  kind,
  target,
  identity: target ? identityOf(target) : '',
  quantity,
  base: 0,
  sentAt: 0,
  ...rest,
});

const isOpen = ({state}: Change): boolean => state === 'waiting' || state === 'checking';

/**
 * Joins a new change to the list. What waits for the same line melts into it; what is on its way stays as it is.
 * @param isGuest nothing is on the server yet, so that a number to set is a number to add.
 * @returns the new list, and which change the new one has become part of (null: nothing is left to do).
 */
export const join = (
  list: readonly Change[],
  next: Change,
  isGuest: boolean,
): {list: Change[]; into: Change | null} => {
  const isOwn = ({customer}: Change): boolean => customer === next.customer;
  if (next.kind === 'clear') {
    const replaced = list.filter(change => isOwn(change) && isOpen(change));
    const into = isGuest ? null : {...next, replaced: replaced.flatMap(change => [...(change.replaced ?? []), change])};
    const kept = list.filter(change => !replaced.includes(change));
    return {list: into ? [...kept, into] : kept, into};
  }
  const waiting =
    next.state !== 'waiting'
      ? undefined
      : list.findLast(
          change =>
            change.state === 'waiting' && isOwn(change) && change.identity === next.identity && !change.replaced,
        );
  const kind = next.kind === 'set' ? (isGuest ? 'add' : 'set') : (waiting?.kind ?? 'add');
  const quantity = next.kind === 'add' ? (waiting?.quantity ?? 0) + next.quantity : next.quantity;
  if (kind === 'add' && quantity === 0) return {list: list.filter(change => change !== waiting), into: null};
  const guest = waiting?.guest ?? next.guest;
  const into: Change = {...next, id: waiting?.id ?? next.id, kind, quantity, ...(guest ? {guest} : {})};
  return {list: waiting ? list.map(change => (change === waiting ? into : change)) : [...list, into], into};
};

/**
 * Two lists in one, in the order in which things were pressed; what went out already comes first. Each list keeps its
 * own order, which clocks may not know.
 */
export const merge = (one: readonly Change[], two: readonly Change[]): readonly Change[] => {
  const [a, b] = [one[0], two[0]];
  if (!a || !b) return [...one, ...two];
  // An id begins with the time.
  const isLater = isOpen(a) && (!isOpen(b) || b.id < a.id);
  return isLater ? [b, ...merge(one, two.slice(1))] : [a, ...merge(one.slice(1), two)];
};
