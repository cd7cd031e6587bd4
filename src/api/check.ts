import {PaynowError} from './errors.js';

/** Gives back a good value and throws a PaynowError `configuration` for any other. */
export type Check<T> = (name: string, value: unknown) => T;

/** The value itself stays out of the sentence: it may be what a customer typed, or a token in the wrong place. */
const found = (value: unknown): string =>
  value == null ? 'it is missing' : value === '' ? 'it is empty' : `this ${typeof value} is not`;

export const wrong = (name: string, why: string): PaynowError =>
  new PaynowError(`${name}: ${why}`, {kind: 'configuration'});

export const rule = <T>(need: string, test: (value: unknown) => boolean): Check<T> => (name, value) => {
  if (!test(value)) throw wrong(name, `has to be ${need}; ${found(value)}`);
  return value as T;
};

export const text = (need: string, pattern: RegExp): Check<string> =>
  rule(need, value => typeof value === 'string' && pattern.test(value));

export const id = text('a string of up to 20 digits', /^\d{1,20}$/);
export const filled = text('a filled string', /^[^]+$/);
export const currency = text('a currency of three letters, such as "eur"', /^[a-z]{3}$/i);
export const country = text('a country of two capital letters, such as "DE"', /^[A-Z]{2}$/);
export const ip = text('an IPv4 or IPv6 address', /^(\d{1,3}(\.\d{1,3}){3}|(?=.*:.*:)[\da-f:.]{2,45})$/i);
/** Dots alone would be read as steps in the path, and half a surrogate pair cannot be encoded. */
export const pathPart = text('an id or a slug', /^(?!\.{1,2}$)\P{Surrogate}+$/u);
/** Whitespace or other signs in it would make `fetch` throw an error that quotes the token. */
export const token = text('the bare token, without spaces or the word "Customer"', /^[!-~]+$/);
export const url = rule<string>('an absolute http(s) URL', value =>
  typeof value === 'string' && /^https?:\/\//i.test(value) && URL.canParse(value));
export const milliseconds = rule<number>('a number of milliseconds above 0', value =>
  typeof value === 'number' && value > 0);

export const list = <T>(item: Check<T>): Check<T[]> => (name, value) => {
  if (!Array.isArray(value)) throw wrong(name, `has to be a list; ${found(value)}`);
  return value.map((entry, index) => item(`${name}[${index}]`, entry));
};

/** Undefined and null both mean that the argument was not given. */
export const maybe = <T>(needed: Check<T>, name: string, value: unknown): T | undefined =>
  value == null ? undefined : needed(name, value);
