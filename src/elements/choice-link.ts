import type {Shop} from '../store/shop.js';
import {closest} from './closest.js';

/** A button or options: either knows its shop and names a product. */
interface OfProduct extends HTMLElement {
  readonly shop: Shop;
  readonly key: string;
}

const isSame = (a: OfProduct, b: OfProduct): boolean => {
  const idOf = ({shop, key}: OfProduct): string => shop?.catalog.peek(key)?.product?.id ?? key;
  return a.shop === b.shop && idOf(a) === idOf(b);
};

// The nearest product element, then the nearest form; what is in the shadow root of a product is in it as well.
const beside = <Tag extends OfProduct>(from: OfProduct, selector: string): Tag | undefined =>
  ['paynow-product', 'form'].map(around => closest(from, around)).flatMap(around => [around, around?.shadowRoot])
    .flatMap(root => [...root?.querySelectorAll<Tag>(selector) ?? []]).find(other => isSame(from, other));

/** The options whose value a button takes: those of the same product in the same product element or form. */
export const optionsFor = <Options extends OfProduct>(button: OfProduct): Options | undefined =>
  beside(button, 'paynow-options');

/** Enter in a text field does what it does in any form: it presses the button that belongs to the field. */
export const pressOnEnter = (options: OfProduct & {form: HTMLFormElement | null}, event: KeyboardEvent): void => {
  const {key, target, isComposing} = event;
  if (key !== 'Enter' || isComposing || !(target instanceof HTMLInputElement) || target.type !== 'text') return;
  // Else the same key would press what gets the focus next, such as the button that has opened a dialog.
  event.preventDefault();
  const button = beside(options, 'paynow-add-button,paynow-buy-button');
  if (button) button.click();
  else options.form?.requestSubmit();
};
