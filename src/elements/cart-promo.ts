import {promo} from '../i18n/en/promo.js';
import {supply} from '../i18n/messages.js';
import {listCodes} from '../store/codes.js';
import {make} from './make.js';
import type {PaynowElement} from './paynow-element.js';

supply('', promo);

interface Place {
  readonly button: HTMLButtonElement;
  /** The field, once it is asked for. */
  field?: HTMLElement;
}

const places = new WeakMap<Element, Place>();

const open = async (host: PaynowElement, place: Place): Promise<void> => {
  place.button.ariaBusy = 'true';
  try {
    await import('./promo-code.js');
    place.field ??= document.createElement('paynow-promo-code');
    // It is set here, as the cart is heavy enough without the distance of a total from codes that may never come.
    place.field.style.marginBlockEnd = '10px';
    place.button.replaceWith(place.field);
    cartPromo(host);
  } finally {
    place.button.ariaBusy = null;
  }
};

/**
 * The way to enter promo codes in a cart whose page has put nothing of its own there: a quiet button, whose field is
 * loaded with the press, or at once where there are codes already.
 */
export const cartPromo = (host: PaynowElement): void => {
  const slot = host.renderRoot.querySelector<HTMLSlotElement>('slot[name="promo"]');
  if (!slot || slot.assignedNodes().length) return;
  let place = places.get(slot);
  if (!place) {
    const button = make('button', {type: 'button', className: 'quiet'});
    button.style.textWrap = 'balance';
    const made: Place = place = {button};
    button.onclick = () => void open(host, made).then(() => made.field?.focus(), () => {
      button.textContent = host.text.failed;
    });
    places.set(slot, place);
    slot.append(button);
  }
  const {button, field} = place;
  button.textContent = host.text.haveCode;
  button.lang = host.locale;
  if (field) {
    Object.assign(field, {lang: host.locale, storeId: host.shop.id || null});
  } else if (listCodes(host.shop).length) void open(host, place).catch(() => {});
};
