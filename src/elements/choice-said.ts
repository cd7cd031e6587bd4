import type {FieldName, Mistake} from './choice-checks.js';

/** Which mistakes are to be seen: those that a shopper could have mended by now, and what the shop has refused. */
export class ChoiceSaid {
  #shown = new Set<string>();
  #refused = new Map<string, string>();

  /** Nothing was done yet. */
  clear(): void {
    this.#shown.clear();
    this.#refused.clear();
  }

  /** From now on these fields say what is wrong in them. */
  show(...fields: string[]): void {
    for (const field of fields) this.#shown.add(field);
  }

  /** The shop has refused what is in the field; it may be sent again all the same. */
  refuse(field: FieldName, sentence: string): void {
    this.#refused.set(field, sentence);
  }

  /** Something else stands in the field now. */
  mend(field: FieldName): void {
    this.#refused.delete(field);
  }

  /** What to say in a field. What no field can mend, and which way to buy is closed, is said at once. */
  at(field: FieldName, mistakes: readonly Mistake[]): string {
    const isSeen = field === 'product' || field === 'mode' || this.#shown.has(field);
    const mistake = isSeen ? mistakes.find(other => other.field === field) : undefined;
    return mistake?.sentence ?? this.#refused.get(field) ?? '';
  }
}
