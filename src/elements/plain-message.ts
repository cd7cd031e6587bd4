import {css} from '@lit/reactive-element';
import {commonStyles} from './common.styles.js';
import {make} from './make.js';
import {tokens} from './tokens.styles.js';

const styles = css`
  :host {
    display: block !important;
    margin: 0.5em 0 0 !important;
    color: var(--_text);
    font-size: 14px;
    line-height: 1.4;
    text-align: start;
  }
  p {
    width: fit-content;
    max-width: 40ch;
    margin: 0;
    padding: 0.5em 0.75em;
    border-inline-start: 3px solid var(--_danger);
    border-start-end-radius: calc(var(--_radius) / 2);
    border-end-end-radius: calc(var(--_radius) / 2);
    background: color-mix(in srgb, var(--_danger) 8%, var(--_surface));
    overflow-wrap: anywhere;
  }
  a {
    color: inherit;
    font-weight: 600;
  }
`;

const places = new WeakMap<Element, HTMLElement>();

const placeBy = (target: Element): HTMLElement => {
  let place = places.get(target);
  if (!place) {
    place = make('div', {});
    const root = place.attachShadow({mode: 'open'});
    const sheet = new CSSStyleSheet();
    sheet.replaceSync([commonStyles, tokens, styles].map(({cssText}) => cssText).join(''));
    root.adoptedStyleSheets = [sheet];
    root.append(make('p', {role: 'alert'}));
    places.set(target, place);
  }
  return place;
};

/** Says a sentence below an element of the page, out of reach of the page's own stylesheets, or takes it away. */
export const sayBeside = (target: Element, message: string | Node): void => {
  if (!message) {
    places.get(target)?.remove();
    return;
  }
  const place = placeBy(target);
  target.after(place);
  place.shadowRoot!.querySelector('p')!.replaceChildren(message);
};
