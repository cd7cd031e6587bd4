import {accountStates} from './account.js';
import {buttonStates} from './buttons.js';
import {cartStates} from './cart.js';
import {catalogueStates} from './catalogue.js';
import {drawerStates} from './drawer.js';
import {optionsStates} from './options.js';
import type {State} from './stage.js';

/** Every state that the elements can be in, each by a name of its own. */
export const states: readonly State[] = [
  ...buttonStates, ...cartStates, ...drawerStates, ...catalogueStates, ...optionsStates, ...accountStates,
];

/** States with most of what the elements have to say, to be shown in further languages. */
export const wordy = [
  'add-refused', 'cart-mixed', 'cart-guest', 'cart-refused', 'cart-skipped', 'cart-promo-refused', 'drawer-mixed',
  'drawer-thanks', 'options-modes', 'options-wrong-receiver', 'options-dialog-wrong', 'sign-in-dialog-wrong',
  'sign-in-page', 'promo-codes', 'link-dialog-open', 'product-card-sale', 'product-detail', 'currency-idle',
  'customer-both',
] as const;

/** How they are shown: German has long words, Arabic begins on the other side. */
export const languages = [{lang: 'de', dir: 'ltr'}, {lang: 'ar', dir: 'rtl'}] as const;

/** The state of that name. */
export const stateOf = (name: string): State => {
  const found = states.find(state => state.name === name);
  if (!found) throw new Error(`There is no state ${name}.`);
  return found;
};
