import {focused} from '../../src/elements/deep-focus.js';
import {all, controls, pathOf} from './measure.js';

const isClear = (colour: string): boolean => colour === 'transparent' || /^rgba.* 0\)$|\/ 0\)$/.test(colour);
const isSeen = (element: Element): boolean => element.checkVisibility({visibilityProperty: true});

const sides = ['top', 'right', 'bottom', 'left'] as const;

/** Whether there is a line on every side of it, in another colour than its own ground. */
const isFramed = (element: Element | null): boolean => {
  if (!element) return false;
  const style = getComputedStyle(element);
  const read = (name: string): string => style.getPropertyValue(name);
  return sides.every(side => read(`border-${side}-style`) !== 'none' && parseFloat(read(`border-${side}-width`)) > 0
    && !isClear(read(`border-${side}-color`)) && read(`border-${side}-color`) !== style.backgroundColor);
};

/** What is seen of a control: one that is transparent is drawn by what comes after it. */
const faceOf = (control: Element): Element =>
  (getComputedStyle(control).opacity === '0' && control.nextElementSibling) || control;

const isDrawnByBrowser = (control: Element): boolean =>
  control.matches('[type=radio], [type=checkbox]') && faceOf(control) === control;
const isUnderlined = (control: Element): boolean => getComputedStyle(control).textDecorationLine.includes('underline');

// A link is known by its colour, unless it looks like a button elsewhere.
const hasToBeFramed = (control: Element): boolean =>
  !isDrawnByBrowser(control) && (!control.matches('a') || control.matches('[part~="button"]'));

const unframed = (found: readonly Element[]): string[] => found.filter(hasToBeFramed)
  .filter(control => !isUnderlined(control) && ![faceOf(control), control.parentElement].some(isFramed))
  .map(control => `${pathOf(control)} has no frame`);

const outlineOf = (control: Element): string => {
  const {outlineStyle, outlineWidth, outlineColor, outlineOffset} = getComputedStyle(faceOf(control));
  return outlineStyle === 'none' || isClear(outlineColor) ? 'none' : `${outlineStyle} ${outlineWidth} ${outlineOffset}`;
};
const visibly: FocusOptions & {focusVisible: boolean} = {preventScroll: true, focusVisible: true};

const unringed = (found: readonly HTMLElement[]): string[] => {
  const before = focused() as HTMLElement | null;
  before?.blur();
  const without = found.filter(control => !control.matches(':disabled')).filter(control => {
    const unfocused = outlineOf(control);
    control.focus(visibly);
    const ring = outlineOf(control);
    control.blur();
    return !/^(auto|solid ([2-9]|\d\d))/.test(ring) || ring === unfocused;
  });
  before?.focus(visibly);
  return without.map(control => `${pathOf(control)} has no ring when it has the focus`);
};

/** All that tells two boxes apart but for the weight of their letters. */
const lookOf = (element: Element): string => {
  const {borderWidth, borderStyle, backgroundColor, color} = getComputedStyle(element);
  const page = getComputedStyle(document.documentElement).backgroundColor;
  const ground = isClear(backgroundColor) ? page : backgroundColor;
  return [borderWidth, borderStyle, outlineOf(element), ground, color].join(' ');
};

const choices = 'input[type=radio], nav a, [part=nav] a';
const isChosen = (choice: Element): boolean => choice.matches(':checked, [aria-current]');

const alike = (found: readonly Element[]): string[] => {
  const [chosen, others] = [true, false].map(is => found
    .filter(choice => choice.matches(choices) && !isDrawnByBrowser(choice) && isChosen(choice) === is).map(faceOf));
  return chosen!.filter(one => others!.some(other => lookOf(one) === lookOf(other)))
    .map(one => `${pathOf(one)} looks like what is not chosen`);
};

const isBarred = (control: Element): boolean => control.matches(':disabled, [aria-disabled=true]');
const isTurning = (control: Element): boolean => [...control.querySelectorAll('i, [part~="spinner"]')].some(isSeen)
  || getComputedStyle(control, '::after').content === '""';

/** The colour of letters on a control of the browser's own that can be used. */
const colourOf = (tag: string): string => {
  const usable = document.createElement(tag);
  document.body.append(usable);
  const {color} = getComputedStyle(usable);
  usable.remove();
  return color;
};

// Boxes to tick are drawn by the browser, which greys them itself.
const unlike = (found: readonly Element[]): string[] =>
  found.filter(control => isBarred(control) && !isDrawnByBrowser(control) && !isTurning(control)).filter(control => {
    const {color, opacity} = getComputedStyle(control);
    return color === colourOf(control.localName) && Number(opacity) > 0.7;
  }).map(control => `${pathOf(control)} looks as if it could be pressed`);

const strokeOf = (icon: Element): string => getComputedStyle(icon.querySelector('path')!).stroke;

const unseenMarks = (): string[] => {
  const badges = all().filter(element => element.matches('[part~="badge"]:not(:empty)') && isSeen(element))
    .filter(badge => !isFramed(badge));
  const icons = all().filter(element => element.matches('svg:has(path)') && isSeen(element))
    .filter(icon => strokeOf(icon) !== getComputedStyle(icon.parentElement!).color);
  const rings = all().filter(element => element.matches('.main > i, [part~="spinner"]') && isSeen(element))
    .filter(ring => !getComputedStyle(ring).borderStyle.includes(' '));
  return [
    ...rings.map(ring => `${pathOf(ring)} is not seen to turn`),
    ...badges.map(badge => `${pathOf(badge)} has no frame`),
    ...icons.map(icon => `${pathOf(icon)} is not in the colour of the text`),
  ];
};

/** What a shopper whose browser forces its colours on the page no longer sees, or cannot tell from something else. */
export const lost = (): string[] => {
  const found = controls();
  return [...unframed(found), ...unlike(found), ...alike(found), ...unringed(found), ...unseenMarks()];
};
