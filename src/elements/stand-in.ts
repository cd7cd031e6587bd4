import type {ReactiveElement} from '@lit/reactive-element';
import type {PaynowButton} from './paynow-button.js';

/** What a button of ours that is not in the page is to be set up with: attributes by their name in a `dataset`. */
type Data = Readonly<Record<string, string | undefined>>;

/**
 * Makes a button of ours, which is never in the page itself, stand where an element of the page stands and speak
 * through it: its shop and language are those of that place, and its events are fired there.
 */
export const standIn = <Made extends PaynowButton>(target: HTMLElement, made: Made, name: string, data: Data): Made => {
  const fixed: Record<string, unknown> = {
    parentNode: target.parentNode, parentElement: target.parentElement, assignedSlot: target.assignedSlot,
    localName: name,
  };
  for (const [key, value] of Object.entries(fixed)) Object.defineProperty(made, key, {value});
  Object.assign(made, {
    emit: (type: string, detail: unknown, cancelable = false) =>
      target.dispatchEvent(new CustomEvent(type, {detail, bubbles: true, composed: true, cancelable})),
    focus: () => target.focus(),
    showDone: () => {},
    getRootNode: () => target.getRootNode(),
  });
  const {observedAttributes} = made.constructor as typeof ReactiveElement;
  for (const [key, value] of Object.entries(data)) {
    // What switches something on by being there can be switched off by a word, as templates of a CMS do.
    if (value === undefined || value === 'false') continue;
    const name = key.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
    // The page's other scripts have data there too, whose names need not even be those of attributes.
    if (name === 'lang' || observedAttributes.includes(name)) made.setAttribute(name, value);
  }
  if (target.lang) made.lang = target.lang;
  made.settle();
  return made;
};
