/**
 * The forms that a language has of a text with a number in it; `#` stands for the number. The form `1` is for exactly
 * one, which in some languages is not all that `one` is for.
 */
export type Forms = Partial<Record<Intl.LDMLPluralRule | 1, string>> & {other: string};

/** Makes the function that puts a number into the right form of a text, by the rules of the language. */
export const plural = (lang: string) => {
  // Making the rules takes longer than drawing ten buttons: nobody waits for them who has nothing to count.
  let rules: Intl.PluralRules | undefined;
  return (forms: Forms) => (count: number): string => {
    rules ??= new Intl.PluralRules(lang);
    return (forms[count as 1] ?? forms[rules.select(count)] ?? forms.other).replace('#', count.toLocaleString(lang));
  };
};
