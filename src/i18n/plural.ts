/**
 * The forms that a language has of a text with a number in it; `#` stands for the number. The form `1` is for exactly
 * one, which in some languages is not all that `one` is for.
 */
export type Forms = Partial<Record<Intl.LDMLPluralRule | 1, string>> & {other: string};

/**
 * How a language writes a number of things. Making the browser's rules takes longer than drawing ten buttons, so that
 * for small numbers in English nobody waits for them.
 */
export const digits = (lang: string, count: number): string =>
  /^en\b/i.test(lang) && count < 1000 ? String(count) : count.toLocaleString(lang);

/** Makes the function that puts a number into the right form of a text, by the rules of the language. */
export const plural = (lang: string) => {
  // Neither for the two forms of English nor before there is something to count.
  let rules: Pick<Intl.PluralRules, 'select'> | undefined;
  return (forms: Forms) => (count: number): string => {
    rules ??= lang === 'en' ? {select: one => (one === 1 ? 'one' : 'other')} : new Intl.PluralRules(lang);
    return (forms[count as 1] ?? forms[rules.select(count)] ?? forms.other).replace('#', digits(lang, count));
  };
};
