import {html} from 'lit/html.js';
import type {CartState} from '../store/cart-store.js';
import type {CartActions} from './cart-actions.js';
import {bagIcon} from './cart-icons.js';
import type {PaynowElement} from './paynow-element.js';
import {sentenceNow} from './sentence.js';

let thank: typeof import('./cart-thanks.js').cartThanks | undefined;

// Loaded for whoever has bought something.
const thanks = ({purchase}: CartState, host: PaynowElement, actions: CartActions) => {
  if (!purchase) return '';
  if (!thank) {
    import('./cart-thanks.js').then(({cartThanks}) => {
      thank = cartThanks;
      host.requestUpdate();
    }, () => {});
  }
  return thank?.(purchase, host, actions);
};

const signIn = (host: PaynowElement, actions: CartActions) =>
  html`<button type="button" class="quiet" @click=${() => actions.attempt(async () =>
    (await import('./sign-in-ask.js')).askToSignIn(host))}>${host.text.signIn}</button>`;

const failure = ({error}: CartState, host: PaynowElement, actions: CartActions) =>
  html` <p>${error ? sentenceNow(error, host) : host.text.failed}</p>
    <button type="button" class="quiet" @click=${() => actions.attempt(cart => cart.refresh())}>
      ${host.text.retry}
    </button>`;

const skeleton = ({text}: PaynowElement) =>
  html`<p class="unseen">${text.loading}</p>
    <div class="skeleton" aria-hidden="true"><i></i><i></i><i></i></div>`;

const emptiness = ({status}: CartState, host: PaynowElement, actions: CartActions) =>
  html` <slot name="empty"
      >${bagIcon}
      <p>${host.text.empty}</p></slot
    >
    ${status === 'signed-out' ? html`<p>${host.text.signedOut}</p>${signIn(host, actions)}` : ''}`;

/** What stands above the lines when something is to be said of the whole cart. */
export const cartBanner = (state: CartState, host: PaynowElement, actions: CartActions) => {
  const {text} = host;
  return [
    thanks(state, host, actions),
    state.offline ? html`<div class="banner">${text.offline}</div>` : '',
    state.status === 'signed-out' && state.cart?.lines.length
      ? html`<div class="banner"><p>${text.signedOutGuest} ${signIn(host, actions)}</p></div>`
      : '',
    state.status === 'failed' && state.cart
      ? html`<div part="notice" role="alert">${failure(state, host, actions)}</div>`
      : '',
  ];
};

/** What stands in place of the lines when there are none. */
export const cartWithoutLines = (state: CartState, host: PaynowElement, actions: CartActions) => {
  if (state.status === 'unconfigured') return html`<div class="still"><p>${host.text.unconfigured}</p></div>`;
  if (state.purchase) return '';
  if (state.cart || state.status === 'signed-out')
    return html`<div class="still">${emptiness(state, host, actions)}</div>`;
  if (state.status === 'failed') return html`<div class="still" role="alert">${failure(state, host, actions)}</div>`;
  return skeleton(host);
};
