import {add} from '../i18n/en/add.js';
import {checkout} from '../i18n/en/checkout.js';
import {supply} from '../i18n/messages.js';
import {warnOnce} from '../store/registry.js';
import './add-button.js';
import './buy-button.js';
import './checkout-button.js';
import type {PaynowAddButton} from './add-button.js';
import type {PaynowBuyButton} from './buy-button.js';
import type {PaynowCheckoutButton} from './checkout-button.js';
import {openTab} from './checkout-tab.js';
import {openCart} from './open-cart.js';
import type {Outcome} from './paynow-button.js';
import {sayBeside} from './plain-message.js';
import {standIn} from './stand-in.js';

supply('', {...add, ...checkout});

type Button = PaynowAddButton | PaynowBuyButton | PaynowCheckoutButton;

/** How many presses of an element are not answered yet. */
const waiting = new WeakMap<HTMLElement, number>();

const inPlaceOf = <Made extends Button>(target: HTMLElement, made: Made): Made => {
  const {paynow: action, ...data} = target.dataset;
  return standIn(target, made, `${target.localName} data-paynow="${action}"`, data);
};

const actions: Readonly<Record<string, (target: HTMLElement) => Promise<Outcome>>> = {
  add: async target => {
    const made = inPlaceOf(target, document.createElement('paynow-add-button'));
    return (await import('./add-action.js')).addLine(made);
  },
  buy: async target => {
    const made = inPlaceOf(target, document.createElement('paynow-buy-button'));
    const tab = openTab(made);
    return (await import('./buy-action.js')).buyLine(made, tab);
  },
  checkout: async target => {
    const made = inPlaceOf(target, document.createElement('paynow-checkout-button'));
    const tab = openTab(made);
    return (await import('./checkout-action.js')).checkOut(made, tab, made.promoCodes);
  },
  cart: async target => {
    openCart(inPlaceOf(target, document.createElement('paynow-checkout-button')), target.dataset['cart']);
    await import('./cart.js');
    return false;
  },
};

const wait = (target: HTMLElement, more: number): void => {
  const count = (waiting.get(target) ?? 0) + more;
  waiting.set(target, count);
  for (const name of ['aria-busy', 'aria-disabled']) {
    if (count) target.setAttribute(name, 'true');
    else target.removeAttribute(name);
  }
};

/**
 * Does what an element of the page with `data-paynow` is for. As with our own buttons, presses that add are all
 * counted, and those that pay wait for the first one.
 */
export const press = async (target: HTMLElement): Promise<void> => {
  const name = target.dataset['paynow'] ?? '';
  const act = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (!act) {
    warnOnce(`data-paynow="${name.slice(0, 40)}" is none of ${Object.keys(actions).join(', ')}.`);
    return;
  }
  const isBusy = !!waiting.get(target);
  // Whoever has disabled it, we or the page, means it; only adding goes on while it is busy.
  if ((isBusy && name !== 'add') || (!isBusy && target.ariaDisabled === 'true')) return;
  wait(target, 1);
  sayBeside(target, '');
  let outcome: Outcome;
  try {
    outcome = await act(target);
  } catch {
    outcome = inPlaceOf(target, document.createElement('paynow-add-button')).text.failed;
  }
  wait(target, -1);
  if (typeof outcome !== 'boolean') sayBeside(target, outcome);
};
