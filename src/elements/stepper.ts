import {html} from 'lit/html.js';
import type {Messages} from '../i18n/en.js';
import type {ShownLine} from '../store/cart-store.js';
import type {CartActions} from './cart-actions.js';
import {minusIcon, plusIcon} from './cart-icons.js';

/** The quantity of a line: one less, any number, one more. While a number is typed nothing else changes the field. */
export const stepper = (line: ShownLine, name: string, text: Messages, actions: CartActions) => {
  const shown = actions.typing.get(line.key) ?? String(line.quantity);
  const type = ({target}: Event): void => void actions.typing.set(line.key, (target as HTMLInputElement).value);
  const commit = ({target}: Event): Promise<void> => actions.commit(line, target as HTMLInputElement);
  return html`<div part="quantity" role="group" aria-label=${text.quantityOf(name)}>
    <button type="button" aria-label=${text.less(name)} @click=${() => actions.set(line, line.quantity - 1)}>
      ${minusIcon}
    </button>
    <input
      type="text"
      inputmode="numeric"
      autocomplete="off"
      aria-label=${text.quantityOf(name)}
      size=${Math.max(2, shown.length)}
      .value=${shown}
      @input=${type}
      @change=${commit}
    />
    <button type="button" aria-label=${text.more(name)} @click=${() => actions.set(line, line.quantity + 1)}>
      ${plusIcon}
    </button>
  </div>`;
};
