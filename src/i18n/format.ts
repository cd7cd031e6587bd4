interface MoneyFormat {
  readonly digits: number;
  readonly format: (value: number) => string;
}

const createMoneyFormat = (lang: string, currency: string): MoneyFormat => {
  try {
    const format = new Intl.NumberFormat(lang, {style: 'currency', currency});
    return {digits: format.resolvedOptions().maximumFractionDigits ?? 2, format: value => format.format(value)};
  } catch {
    // A `lang` or a currency that is none must not take the cart down; which of the two it was shows in English.
    if (lang !== 'en') return createMoneyFormat('en', currency);
    return {digits: 2, format: value => `${value.toFixed(2)} ${currency.toUpperCase()}`};
  }
};

// Making a formatter costs a hundred times more than using one.
const formats = new Map<string, MoneyFormat>();

/**
 * An amount as people of a language write it.
 * @param amount an integer in the smallest unit of the currency; how many digits that unit has is the currency's own.
 * @param currency ISO 4217, any case.
 */
export const money = (amount: number, currency: string, lang: string): string => {
  const key = `${lang} ${currency}`;
  let format = formats.get(key);
  if (!format) formats.set(key, format = createMoneyFormat(lang, currency));
  return format.format(amount / 10 ** format.digits);
};
