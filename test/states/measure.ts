import {animations, rootsIn} from './shopper.js';

/** The element and the hosts around it, for whoever reads the complaint. */
export const pathOf = (element: Element): string => {
  const {host} = element.getRootNode() as ShadowRoot;
  const part = element.getAttribute('part') ?? element.id ?? '';
  const name = [element.localName, part || element.classList[0]].filter(Boolean).join('.');
  return host ? `${pathOf(host)} ${name}` : name;
};

/** Everything on the page, shadow roots included. */
export const all = (): HTMLElement[] => rootsIn(document).flatMap(root => [...root.querySelectorAll<HTMLElement>('*')]);

const isSeen = (element: HTMLElement): boolean =>
  element.checkVisibility({visibilityProperty: true, opacityProperty: true});

const isThere = (element: HTMLElement): boolean => element.checkVisibility({visibilityProperty: true});

/** Whether a modal dialog makes everything out of it inert. */
const isInReach = (element: HTMLElement): boolean => {
  const top = all().filter(found => found.matches('dialog:modal')).at(-1);
  for (let place: Node | null = element; place; place = (place as ShadowRoot).host ?? place.parentNode)
    if (!top || place === top) return true;
  return false;
};

/** Everything that can be pressed or filled in now. */
export const controls = (): HTMLElement[] => all().filter(element =>
  element.matches('button, a[href], input, select, textarea, summary') && isThere(element) && isInReach(element));

/** What a finger may press for a control: a field for ticking is ticked by its label too. */
const targetOf = (control: HTMLElement): HTMLElement =>
  (control.matches('[type=radio], [type=checkbox]') && control.closest('label')) || control;

// The size of a link within a sentence is that of its line.
const isInSentence = (control: HTMLElement): boolean =>
  control.matches('a') && getComputedStyle(control).display === 'inline';

/** Everything that a pointer can press and that is smaller than it has to be. */
export const smallTargets = (least: number): string[] => controls().filter(control => !isInSentence(control))
  .map(control => [control, targetOf(control).getBoundingClientRect()] as const)
  .filter(([, {width, height}]) => width < least - 0.01 || height < least - 0.01)
  .map(([control, {width, height}]) => `${pathOf(control)} is ${width.toFixed(1)} x ${height.toFixed(1)}`);

/** Buttons that take far more room than their words. */
export const stretched = (): string[] => controls().filter(control => control.matches('button'))
  .filter(({offsetHeight}) => offsetHeight > 96).map(control => `${pathOf(control)} is ${control.offsetHeight} high`);

/** What does not fit: it makes the page wider than its window, is cut off, or stands beside it. */
export const misfits = (): string[] => {
  const root = document.scrollingElement!;
  const wide = root.scrollWidth > root.clientWidth ? [`the page is ${root.scrollWidth} wide`] : [];
  const cut = all().filter(element => isSeen(element)
    && !element.matches('input, select, .unseen, .skeleton, img, svg, iframe')
    && getComputedStyle(element).overflowX !== 'visible'
    && getComputedStyle(element).clipPath === 'none'
    && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0);
  const beside = controls().filter(control => {
    const {left, right, width} = targetOf(control).getBoundingClientRect();
    return width > 0 && (left < -0.5 || right > innerWidth + 0.5);
  });
  return [
    ...wide,
    ...cut.map(element => `${pathOf(element)} cuts off ${element.scrollWidth - element.clientWidth} px`),
    ...beside.map(control => `${pathOf(control)} stands beside the window`),
  ];
};

/** The part of an element that is not scrolled out of sight. */
const seenBox = (element: HTMLElement): DOMRect => {
  let {left, top, right, bottom} = element.getBoundingClientRect();
  for (let place: Node | null = element; place; place = (place as ShadowRoot).host ?? place.parentNode) {
    if (!(place instanceof HTMLElement) || getComputedStyle(place).overflowY === 'visible') continue;
    const box = place.getBoundingClientRect();
    [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
    [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
  }
  return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
};

const pseudos = ['', '::before', '::after'] as const;
const mayMove = (element: Element, pseudo: string): boolean => {
  const {animationName, transitionDuration} = getComputedStyle(element, pseudo);
  // What a slot would hold if nothing were put into it is not drawn, and has no style.
  return !/^(none)?$/.test(animationName) || /[1-9]/.test(transitionDuration);
};

// What PayNow.js draws over the page is its own.
const isOurs = (element: Element): boolean => !element.closest('body > dialog > div');

/** What moves, or would as soon as it changes, opens or is pointed at. */
export const moving = (): string[] => [
  ...animations().map(({effect}) => (effect as KeyframeEffect).target!).filter(isOurs)
    .map(element => `${pathOf(element)} moves`),
  ...all().filter(isOurs).flatMap(element => [...pseudos, ...(element.matches('dialog') ? ['::backdrop'] : [])]
    .filter(pseudo => mayMove(element, pseudo)).map(pseudo => `${pathOf(element)}${pseudo} would move`)),
];

/** Controls that lie over each other. */
export const overlaps = (): string[] => {
  const boxes = [...new Set(controls().map(targetOf))].map(target => ({target, box: seenBox(target)}));
  return boxes.flatMap(({target: one, box: a}, index) => boxes.slice(index + 1)
    .filter(({target: other, box: b}) => !one.contains(other) && !other.contains(one)
      && Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
      && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1)
    .map(({target: other}) => `${pathOf(one)} lies over ${pathOf(other)}`));
};

const spacing = new CSSStyleSheet();
spacing.replaceSync('*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}'
  + 'p{margin-block-end:2em!important}');

const large = new CSSStyleSheet();
// What is drawn over the page, and the cart, have the size that the browser has for text, which no page can change.
large.replaceSync('html,dialog,.panel{font-size:32px!important}');

const adopt = (own: CSSStyleSheet, isOn: boolean): void => {
  for (const root of rootsIn(document) as (Document | ShadowRoot)[]) {
    if (!('adoptedStyleSheets' in root)) continue;
    const others = root.adoptedStyleSheets.filter(sheet => sheet !== own);
    root.adoptedStyleSheets = isOn ? [...others, own] : others;
  }
};

/** Spaces all text, as whoever reads it better so tells the browser (WCAG 1.4.12), or takes that back. */
export const spaceText = (isSpaced: boolean): void => adopt(spacing, isSpaced);

/** Gives all text twice its size, as a browser does that is told so, or takes that back. */
export const enlargeText = (isLarge: boolean): void => adopt(large, isLarge);
