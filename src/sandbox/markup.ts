/** Markup that is known to be safe; everything else is escaped when it is put in a page. */
export class Markup {
  constructor(readonly text: string) {}
}

const entities: Record<string, string> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;'};

const shown = (value: Markup | Markup[] | string | number): string => {
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(shown).join('');
  return String(value).replace(/[&<>"']/g, char => entities[char] ?? char);
};

/** A template for pages: values are escaped, other templates are taken as they are. */
export const markup = (strings: TemplateStringsArray, ...values: (Markup | Markup[] | string | number)[]): Markup =>
  new Markup(strings.reduce((text, part, index) => text + shown(values[index - 1] ?? '') + part));
