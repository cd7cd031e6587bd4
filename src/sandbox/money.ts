import {malformed} from './errors.js';

/** Currencies of the sandbox: digits after the point, and how many ten-thousandths of one make a euro. */
const currencies: Record<string, {digits: number; rate: number}> = {
  eur: {digits: 2, rate: 10_000},
  usd: {digits: 2, rate: 10_800},
  gbp: {digits: 2, rate: 8_500},
  czk: {digits: 2, rate: 250_000},
  jpy: {digits: 0, rate: 1_600_000},
  kwd: {digits: 3, rate: 3_300},
};

/** The currency asked for, or `fallback` where none is. Throws a 400 for one that the sandbox does not know. */
export const currencyOf = (wanted: string | null, fallback: string): string => {
  if (wanted === null) return fallback;
  if (Object.hasOwn(currencies, wanted)) return wanted;
  throw malformed('currency', `'${wanted}' is not a supported currency; use lowercase ISO 4217 codes.`, 'currency');
};

/** An amount in minor units of `from` as minor units of `to`. Whole numbers up to the one division: halves round up. */
export const convert = (amount: number, from: string, to: string): number => {
  const a = currencies[from];
  const b = currencies[to];
  if (from === to || !a || !b) return amount;
  return Math.round((amount * b.rate * 10 ** b.digits) / (a.rate * 10 ** a.digits));
};

/** An amount in minor units as English text, e.g. `€9.99`. */
export const moneyText = (amount: number, currency: string): string => {
  const format = new Intl.NumberFormat('en', {style: 'currency', currency});
  return format.format(amount / 10 ** (currencies[currency]?.digits ?? 2));
};
