import {until} from '../support/dom.js';

/** A root with all shadow roots in it. */
export const rootsIn = (root: ParentNode): ParentNode[] =>
  [root, ...[...root.querySelectorAll('*')].flatMap(({shadowRoot}) => (shadowRoot ? rootsIn(shadowRoot) : []))];

/** Everything in `root` that a selector finds, shadow roots included. */
export const deepAll = (selector: string, root: ParentNode = document): HTMLElement[] =>
  rootsIn(root).flatMap(inner => [...inner.querySelectorAll<HTMLElement>(selector)]);

const within = (element: HTMLElement): ParentNode[] => [element, ...(element.shadowRoot ? [element.shadowRoot] : [])];

/**
 * Everything that is found by selectors with ` >> ` between them, each within what the one before has found, shadow
 * roots included.
 */
export const findAll = (path: string): HTMLElement[] => {
  const [first = '', ...rest] = path.split(' >> ');
  const step = (found: HTMLElement[], selector: string): HTMLElement[] =>
    [...new Set(found.flatMap(within).flatMap(root => deepAll(selector, root)))];
  return rest.reduce(step, deepAll(first));
};

const isSeen = (element: HTMLElement): boolean => element.checkVisibility({visibilityProperty: true});

/** Waits until such an element is to be seen, and hands it over. */
export const see = <E extends HTMLElement = HTMLElement>(path: string): Promise<E> =>
  until(() => findAll(path).find(isSeen) as E | undefined, `${path} to be seen`);

/** Waits until no such element is to be seen any more. */
export const gone = (path: string): Promise<true> => until(() => !findAll(path).some(isSeen), `${path} to be gone`);

/** Presses it. */
export const press = async (path: string): Promise<void> => (await see(path)).click();

/** Writes into a field, or chooses in it, and goes on. */
export const enter = async (path: string, value: string): Promise<void> => {
  const field = await see<HTMLInputElement>(path);
  field.value = value;
  field.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
  field.dispatchEvent(new Event('change', {bubbles: true}));
};

/** What moves on the page; a document knows nothing of what moves in its shadow roots. */
export const animations = (): Animation[] =>
  rootsIn(document).flatMap(root => ('getAnimations' in root ? (root as Document | ShadowRoot).getAnimations() : []));
