const cache = new Map<string, (value: number) => string>();

// A `lang` that is none must not take an element down. Making a formatter costs far more than using one.
const formatter = (
  name: string, lang: string, make: (lang: string) => {format: (value: number) => string},
): ((value: number) => string) => {
  const key = `${name} ${lang}`;
  let found = cache.get(key);
  if (!found) {
    const format = ((): {format: (value: number) => string} => {
      try {
        return make(lang);
      } catch {
        return make('en');
      }
    })();
    cache.set(key, found = value => format.format(value));
  }
  return found;
};

/** A share in per cent: 21 is `21%` in English and `21 %` in German. Two digits after the point at most. */
export const percent = (value: number, lang: string): string =>
  formatter('percent', lang, name =>
    new Intl.NumberFormat(name, {style: 'percent', maximumFractionDigits: 2}))(value / 100);

/** A length of time in words, such as `7 days`. @param unit `day`, `week`, `month` or `year`. */
export const duration = (value: number, unit: string, lang: string): string =>
  formatter(unit, lang, name => new Intl.NumberFormat(name, {style: 'unit', unit, unitDisplay: 'long'}))(value);

const moments: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  today: {hour: 'numeric', minute: '2-digit'},
  soon: {day: 'numeric', month: 'long'},
  later: {day: 'numeric', month: 'long', year: 'numeric'},
};

/**
 * When something ends, in the reader's own time zone: the time when that is today, else the day, with the year when it
 * is more than 300 days away.
 * @param iso ISO 8601. @returns nothing when the moment is over, or is none.
 */
export const ending = (iso: string, lang: string, now = Date.now()): string | undefined => {
  const end = Date.parse(iso);
  if (!(end > now)) return undefined;
  const isToday = new Date(end).toDateString() === new Date(now).toDateString();
  const kind = isToday ? 'today' : end - now < 300 * 86_400_000 ? 'soon' : 'later';
  return formatter(kind, lang, name => new Intl.DateTimeFormat(name, moments[kind]))(end);
};
