import {make} from './make.js';

interface Announcer {
  readonly region: HTMLElement;
  /** Open dialogs of ours, the last one on top: what lies outside of it is inert and not read out. */
  readonly dialogs: Element[];
}

const key = Symbol.for('paynow.announcer.1');
const place = globalThis as {[key]?: Announcer};

const createAnnouncer = (): Announcer => {
  const region = make('div', {role: 'status', ariaLive: 'polite'});
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(':host{all:initial!important;position:fixed!important;'
    + 'width:1px!important;height:1px!important;contain:strict!important;opacity:0!important}');
  const root = region.attachShadow({mode: 'open'});
  root.adoptedStyleSheets = [sheet];
  root.append(make('slot', {}));
  return {region, dialogs: []};
};

// One region for the page, whatever number of copies of the script there are: several would talk over each other.
const announcer = (): Announcer => (place[key] ??= createAnnouncer());

const settle = (): HTMLElement => {
  const {region, dialogs} = announcer();
  const home = dialogs.at(-1) ?? document.body;
  if (region.parentNode !== home) home.append(region);
  return region;
};

/** Says to screen readers what happened, politely. The same sentence twice in a row is said twice. */
export const announce = (message: string): void => {
  const region = settle();
  region.textContent = '';
  // The region has to be empty for a moment, or the same words would be no news.
  requestAnimationFrame(() => setTimeout(() => {
    region.textContent = message;
  }));
};

/** Moves the region into a dialog for as long as that is open. */
export const announceInside = (dialog: Element, isOpen: boolean): void => {
  const {dialogs} = announcer();
  const index = dialogs.indexOf(dialog);
  if (index >= 0) dialogs.splice(index, 1);
  if (isOpen) dialogs.push(dialog);
  settle();
};
