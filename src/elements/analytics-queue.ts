/** What is pushed for Google Tag Manager or gtag.js to read. */
export interface Push {
  readonly event?: string;
  readonly ecommerce: object | null;
}

/** As many events as are held back while nobody has said yes or no. */
const most = 100;

/** Google passes over more: letters in a value, items in an event. */
const longest = {text: 100, list: 200};

const fit = (value: unknown): unknown => {
  // Half a character at the end is none.
  if (typeof value === 'string') return value.slice(0, longest.text).replace(/[\uD800-\uDBFF]$/, '');
  if (Array.isArray(value)) return value.slice(0, longest.list).map(fit);
  return value && typeof value === 'object'
    ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, fit(part)])) : value;
};

const place = globalThis as {dataLayer?: unknown[]};
const layer = (): unknown[] => (place.dataLayer ??= []);

let isRequired = false;
let said: boolean | undefined;
let held: Push[] = [];

const put = (push: Push): void => {
  // What an event before has left in the layer would be taken for a part of this one.
  layer().push({ecommerce: null});
  layer().push(push);
};

/** Pushes an event now, or once the shopper has agreed where that is demanded; what is refused is forgotten. */
export const push = (event: string, ecommerce: object): void => {
  const made = {event, ecommerce: fit(ecommerce) as object};
  if (!isRequired || said) put(made);
  else if (said === undefined) held = [...held, made].slice(-most);
};

/** Whether something may be kept on the device for measuring. */
export const mayKeep = (): boolean => !isRequired || said === true;

const settle = (isGranted: boolean): void => {
  said = isGranted;
  const waiting = held;
  held = [];
  if (isGranted) waiting.forEach(put);
};

// What `gtag('consent', 'update', {analytics_storage: 'granted'})` pushes is an arguments object. A default is what
// holds as long as the shopper has not said anything, in some countries: it neither agrees nor refuses.
const read = (entry: unknown): void => {
  const [command, kind, choice] = Array.from(Object(entry) as ArrayLike<unknown>);
  const {analytics_storage: storage} = Object(choice) as {analytics_storage?: unknown};
  if (command !== 'consent' || kind !== 'update') return;
  if (storage === 'granted' || storage === 'denied') settle(storage === 'granted');
};

/** What the page has said by an event `paynow-consent` on the document: `{analytics: true}`, or anything else. */
export const consent = (detail: unknown): void =>
  settle((detail as {analytics?: unknown} | null | undefined)?.analytics === true);

/**
 * Holds events back until the page says that the shopper agrees: by Google's Consent Mode, which may have spoken
 * before, or by `consent`, which may have been said before as well.
 */
export const requireConsent = (): void => {
  if (isRequired) return;
  isRequired = true;
  const data = layer();
  data.forEach(read);
  const before = data.push;
  data.push = function push(this: unknown[], ...entries: unknown[]): number {
    const length = before.apply(this, entries);
    entries.forEach(read);
    return length;
  };
  // From now on without a detour: whoever refuses is not measured any more in this very turn.
  document.addEventListener('paynow-consent', event => consent((event as CustomEvent).detail));
};
