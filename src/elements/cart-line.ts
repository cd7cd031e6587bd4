import {html} from 'lit/html.js';
import {money} from '../i18n/format.js';
import type {Messages} from '../i18n/en.js';
import type {ShownCart, ShownLine} from '../store/cart-store.js';
import type {PaynowElement} from './paynow-element.js';
import type {CartActions} from './cart-actions.js';
import {boxIcon} from './cart-icons.js';
import {stepper} from './stepper.js';

/** What the lines of a cart are drawn from. */
export interface CartView {
  readonly host: PaynowElement;
  readonly actions: CartActions;
  readonly cart: ShownCart;
}

// An address that once gave no picture gives none to the next cart either.
const broken = new Set<string>();

const image = ({image_url: url}: ShownLine, host: PaynowElement) => {
  if (!url || broken.has(url) || !/^(https?:\/\/|data:image\/)/i.test(url)) {
    return html`<span class="image" part="line-image">${boxIcon}</span>`;
  }
  const fallBack = (): void => {
    broken.add(url);
    host.requestUpdate();
  };
  return html`<img
    class="image"
    part="line-image"
    src=${url}
    alt=""
    width="64"
    height="64"
    loading="lazy"
    @error=${fallBack}
  />`;
};

const rhythm = ({product_id: id, trial}: ShownLine, {text, shop}: PaynowElement): string => {
  if (trial) return text.trial;
  const product = shop.catalog.peek(id)?.product;
  const scale = product?.subscription_interval_scale as keyof Messages | undefined;
  const every = scale && /^(day|week|month|year)$/.test(scale) ? (text[scale] as Messages['month']) : undefined;
  return every && product ? every(product.subscription_interval_value) : text.subscription;
};

const options = (line: ShownLine, host: PaynowElement): string[] => {
  const {text} = host;
  const {selected_gameserver: server, gift_to_customer: receiver} = line;
  const gift = receiver?.name ?? receiver?.profile?.name;
  return [
    line.trial || line.subscription ? rhythm(line, host) : '',
    server ? `${text.server}: ${server.name}` : '',
    ...line.custom_variables.map(({name, value, selected_option: option}) => `${name}: ${option?.name ?? value}`),
    line.gift_to_customer_id || receiver ? (gift ? text.giftFor(gift) : text.gift) : '',
  ].filter(Boolean);
};

/** What one unit would cost without the sale. A trial costs nothing now, so there is nothing to compare. */
export const originalPrice = ({price, pricing, trial}: ShownLine): number =>
  trial ? price : price + Math.max(0, pricing.price_original - pricing.price_final);

/** What stands in one line of the cart, with what can be done to it, and what was taken back of it. */
export const cartLine = (line: ShownLine, {host, actions, cart}: CartView, notices: unknown) => {
  const {text, locale} = host;
  const price = (amount: number): string => (cart.currency ? money(amount, cart.currency, locale) : '');
  const before = originalPrice(line);
  const name = line.name || '…';
  return html`${image(line, host)}
    <div class="what">
      <div class="row">
        <span part="line-name"><bdi>${name}</bdi></span>
        <span part="line-price"
          >${
            before > line.price
              ? html`<s aria-hidden="true">${price(before * line.quantity)}</s
                  ><span class="unseen">${text.instead(price(before * line.quantity))}</span>`
              : ''
          }
          <bdi>${price(line.price * line.quantity)}</bdi></span
        >
      </div>
      <ul part="line-options" role="list">
        ${options(line, host).map(option => html`<li>${option}</li>`)}
        ${line.quantity > 1 && cart.currency ? html`<li>${text.each(price(line.price))}</li>` : ''}
      </ul>
      <div class="row">
        ${stepper(line, name, text, actions)}
        <button
          type="button"
          class="quiet"
          part="remove-button"
          aria-label=${text.removeOf(name)}
          @click=${() => actions.remove(line)}
        >
          ${text.remove}
        </button>
      </div>
      ${notices}
    </div>`;
};
