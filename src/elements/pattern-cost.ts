// How far a pattern can send JavaScript back and forth over a text. PayNow matches with RE2, which never goes back;
// JavaScript does, and with `(a+)+` it would hold up the page for hours.

/** A piece of a pattern: in how many ways it may match, and with which character it begins if that is known. */
interface Piece {
  readonly ways: number;
  readonly first: string | undefined;
}

const quantifier = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/;

/** How often at least and at most: `undefined` for once. */
const rangeOf = ([text, least, comma, most]: RegExpExecArray): [number, number] => {
  if (least !== undefined) return [Number(least), comma ? (most ? Number(most) : Infinity) : Number(least)];
  return [text.startsWith('+') ? 1 : 0, text.startsWith('?') ? 1 : Infinity];
};

class Reader {
  #rest: string;
  #length: number;

  constructor(source: string, length: number) {
    this.#rest = source;
    this.#length = length;
  }

  get isDone(): boolean {
    return !this.#rest;
  }

  // Branches that begin with different characters exclude each other, so that only one of them is ever gone into.
  alternatives(): Piece {
    const branches = [this.#sequence()];
    while (this.#take(/^\|/)) branches.push(this.#sequence());
    if (branches.length === 1) return branches[0]!;
    const firsts = branches.map(({first}) => first);
    const isClear = firsts.every(Boolean) && new Set(firsts).size === firsts.length;
    const ways = branches.map(branch => branch.ways);
    return {ways: isClear ? Math.max(...ways) : ways.reduce((sum, one) => sum + one, 0), first: undefined};
  }

  #sequence(): Piece {
    let [ways, first, isStart] = [1, undefined as string | undefined, true];
    while (this.#rest && !/^[|)]/.test(this.#rest)) {
      const piece = this.#repeated();
      ways *= piece.ways;
      if (isStart && piece.first !== '') [first, isStart] = [piece.first, false];
    }
    return {ways, first};
  }

  #repeated(): Piece {
    const {ways, first} = this.#atom();
    const found = this.#take(quantifier);
    if (!found) return {ways, first};
    const [least, most] = rangeOf(found);
    const choices = Math.min(most, this.#length) - Math.min(least, this.#length) + 1;
    const rounds = ways === 1 ? 1 : ways ** Math.min(most, this.#length);
    return {ways: rounds * choices, first: least ? first : undefined};
  }

  #atom(): Piece {
    if (this.#take(/^\((?:\?:|\?P?<\w+>)?/)) {
      const inner = this.alternatives();
      this.#take(/^\)/);
      return inner;
    }
    if (this.#take(/^[\^$]/)) return {ways: 1, first: ''};
    if (this.#take(/^\[\^?\]?(?:\\.|[^\]\\])*\]/) || this.#take(/^\\[pP](?:\{[^}]*\}|.)/)) {
      return {ways: 1, first: undefined};
    }
    const [text] = this.#take(/^\\?[\s\S]/u) ?? [''];
    return {ways: 1, first: /^(?:\\[a-zA-Z]|\.)/.test(text) ? undefined : text};
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    const found = pattern.exec(this.#rest);
    if (found) this.#rest = this.#rest.slice(found[0].length);
    return found;
  }
}

/**
 * In how many ways at most a pattern may be laid over a text of this length before it is certain that it does not fit.
 * @returns infinity for what this does not understand.
 */
export const costOfPattern = (source: string, length: number): number => {
  // What RE2 does not know either: looking around and referring back.
  if (/\(\?(?:[=!]|<[=!])|\\[1-9k]/.test(source)) return Infinity;
  const reader = new Reader(source, length);
  const {ways} = reader.alternatives();
  return reader.isDone ? ways : Infinity;
};
