import {type TemplateResult, nothing, render} from 'lit';

/** One frame has been drawn: everything that a press set off synchronously or in microtasks is on screen. */
export const nextFrame = (): Promise<void> =>
  new Promise(resolve => {
    requestAnimationFrame(() => resolve());
  });

/**
 * Waits until `predicate` answers something truthy and hands that on. It looks once per task turn, never sleeps for a
 * guessed time, and says `what` it waited for when `patience` (ms) is over.
 */
export const until = async <T>(
  predicate: () => T | Promise<T>,
  what = 'the expected state',
  patience = 15_000,
): Promise<Exclude<T, undefined | null | false | '' | 0>> => {
  const end = performance.now() + patience;
  let last: unknown;
  while (performance.now() < end) {
    try {
      const value = await predicate();
      if (value) return value as Exclude<T, undefined | null | false | '' | 0>;
      last = undefined;
    } catch (error) {
      last = error;
    }
    await turn();
  }
  throw new Error(`Waited ${patience} ms for ${what}.`, {cause: last});
};

/** The event `type`, the next time it reaches `target`. */
export const once = <E extends Event = Event>(target: EventTarget, type: string): Promise<E> =>
  new Promise(resolve => {
    target.addEventListener(type, event => resolve(event as E), {once: true});
  });

const mounted = new Set<HTMLElement>();

/**
 * Puts markup, a string or a Lit template, on the page and hands over its first element once every element inside
 * that is defined has finished its first update. It is gone again after the test.
 */
export const mount = async <E extends Element = HTMLElement>(markup: string | TemplateResult): Promise<E> => {
  const place = document.createElement('div');
  mounted.add(place);
  document.body.append(place);
  if (typeof markup === 'string') place.append(document.createRange().createContextualFragment(markup.trim()));
  else render(markup, place);
  await settled(place);
  const first = place.firstElementChild;
  if (!first) throw new Error('The markup has no element.');
  return first as E;
};

/** Waits until every Lit element in `root`, shadow roots included, has nothing left to draw. */
export const settled = async (root: ParentNode): Promise<void> => {
  for (const element of root.querySelectorAll('*')) {
    if ('updateComplete' in element) {
      // An update may ask for a further one; `true` says that none is left.
      while ((await element.updateComplete) === false);
    }
    if (element.shadowRoot) await settled(element.shadowRoot);
  }
};

/** The one element that `selector` finds in the shadow root of `host`; its absence fails the test by name. */
export const inside = <E extends Element = HTMLElement>(host: Element, selector: string): E => {
  const found = host.shadowRoot?.querySelector<E>(selector);
  if (!found) throw new Error(`${host.localName} has no ${selector} in its shadow root.`);
  return found;
};

/** The part of that name. */
export const part = <E extends Element = HTMLElement>(host: Element, name: string): E =>
  inside<E>(host, `[part~="${name}"]`);

/** What the part of that name says; nothing as long as it is not there. */
export const said = (host: Element, name: string): string =>
  host.shadowRoot?.querySelector<HTMLElement>(`[part~="${name}"]`)?.innerText.trim() ?? '';

/** A message posted to oneself arrives after the microtasks and any answer that is already there, without a timer. */
export const turn = (): Promise<void> =>
  new Promise(resolve => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

afterEach(() => {
  for (const place of mounted) {
    render(nothing, place);
    place.remove();
  }
  mounted.clear();
});
