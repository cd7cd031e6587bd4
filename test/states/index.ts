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

/** The state of that name. */
export const stateOf = (name: string): State => {
  const found = states.find(state => state.name === name);
  if (!found) throw new Error(`There is no state ${name}.`);
  return found;
};
