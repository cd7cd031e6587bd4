import * as z from 'zod/mini';
import type {Fail} from './client.js';
import type {PaynowError} from './errors.js';

type Schema<T> = z.ZodMiniType<T>;
type Outcome<T> = {data: T} | {problem: string};

/** Values stay out of it: they may be long, and what a customer typed. */
const describe = ({issues}: z.core.$ZodError): string => {
  const told = issues.slice(0, 3).map(({path, code, ...issue}) =>
    `${path.join('.').slice(0, 80) || 'all'}: ${'expected' in issue ? `${issue.expected} expected` : code}`);
  return told.join(', ') + (issues.length > 3 ? ` and ${issues.length - 3} more` : '');
};

const attempt = <T>(schema: Schema<T>, value: unknown): Outcome<T> => {
  try {
    const result = z.safeParse(schema, value);
    return result.success ? {data: result.data} : {problem: describe(result.error)};
  } catch {
    // A tree that is nested deep enough exhausts the stack.
    return {problem: 'all: nested too deep'};
  }
};

/** Reads an answer that has to have one shape. */
export const one = <T>(schema: Schema<T>) => (json: unknown, fail: Fail): T => {
  const result = attempt(schema, json);
  if ('data' in result) return result.data;
  throw fail('schema', `unexpected answer: ${result.problem}`);
};

function* sift<T>(
  schema: Schema<T>, warn: (error: PaynowError) => void, json: unknown, fail: Fail,
): Generator<void, T[]> {
  const items = one(z.array(z.unknown()))(json, fail);
  const problems: string[] = [];
  const good: T[] = [];
  for (const [index, item] of items.entries()) {
    const result = attempt(schema, item);
    if ('data' in result) good.push(result.data);
    else problems.push(`${index}.${result.problem}`);
    yield;
  }
  if (problems.length) {
    const some = problems.slice(0, 3).join('; ');
    const error = fail('schema', `${problems.length} of ${items.length} items are left out: ${some}`);
    if (!good.length) throw error;
    warn(error);
  }
  return good;
}

/**
 * Reads a list, of which one odd item must not cost the others: it is left out and reported. Only when no item is good
 * the answer counts as wrong.
 */
export const listOf = <T>(schema: Schema<T>, warn: (error: PaynowError) => void) =>
  (json: unknown, fail: Fail): T[] => {
    const work = sift(schema, warn, json, fail);
    for (;;) {
      const {done, value} = work.next();
      if (done) return value;
    }
  };

/**
 * The same for a list that may be long: on a phone hundreds of products take a tenth of a second, in which the page
 * must not stand still. It gets its turn every few milliseconds.
 */
export const longListOf = <T>(schema: Schema<T>, warn: (error: PaynowError) => void) =>
  async (json: unknown, fail: Fail): Promise<T[]> => {
    const work = sift(schema, warn, json, fail);
    for (let end = performance.now() + 8; ;) {
      const {done, value} = work.next();
      if (done) return value;
      if (performance.now() < end) continue;
      await new Promise(resolve => {
        setTimeout(resolve);
      });
      end = performance.now() + 8;
    }
  };
