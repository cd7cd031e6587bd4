import type {State} from './stage.js';
import {enter, press, see} from './shopper.js';

const soldOut = {status: 409, code: 'out-of-stock', message: 'Sold out.'};
const of = 'paynow-options';
const options = (slug: string, more = ''): string =>
  `<form>${`<paynow-options product-id="${slug}" ${more}></paynow-options>`}</form>`;
const field = (id: string): string => `${of} >> [id="${id}"]`;
const check = async (): Promise<void> => {
  const found = await see<HTMLElementTagNameMap['paynow-options']>(of);
  await see(`${of} >> fieldset`);
  found.reportValidity();
};
const rust = {store: 'rust'} as const;

const beside: readonly State[] = [
  {name: 'options-modes', of, markup: options('vip-plus'), shows: `${of} >> [role=radiogroup]`},
  {name: 'options-renewing', of, markup: options('legend'), shows: `${of} >> .hint`},
  {name: 'options-server', of, markup: options('starter-kit'), shows: field('server')},
  {name: 'options-dropdown', of, markup: options('name-colour'), shows: field('variable-0')},
  {name: 'options-text', of, markup: options('pet-fox'), shows: field('variable-1')},
  {name: 'options-number', of, markup: options('land-claim'), shows: field('variable-0')},
  {
    name: 'options-surcharge', of, markup: options('name-colour'), play: () => enter(field('variable-0'), 'rainbow'),
    shows: `${of} >> [part=total]:not([hidden])`,
  },
  {
    name: 'options-gift', of, markup: options('vip'), play: () => press(field('gift')), shows: field('receiver'),
  },
  {
    name: 'options-gift-barred', of, markup: options('vip-plus'), play: () => press(field('subscription')),
    shows: `${of} >> #gift-hint`,
  },
  {
    name: 'options-gift-steam', of, ...rust, markup: options('supply-drop'), play: () => press(field('gift')),
    shows: field('receiver'),
  },
  {name: 'options-disabled', of, markup: options('pet-fox', 'disabled'), shows: `${of} >> fieldset:disabled`},
  {name: 'options-sold-out', of, markup: options('dragon-egg'), shows: `${of}:state(sold-out)`},
  {
    name: 'options-loading', of, markup: options('vip-plus'), shows: `${of} >> .ghost`,
    faults: [{kind: 'hang', times: -1, match: {method: 'GET', path: '/v1/store/products'}}],
  },
  {
    name: 'options-failed', of, markup: options('vip-plus'), shows: `${of} >> [part=retry-button]`,
    faults: [{kind: 'status', status: 403, times: -1, match: {method: 'GET', path: '/v1/store/products'}}],
  },
];

const wrong: readonly State[] = [
  {
    name: 'options-wrong', of, markup: options('starter-kit'), play: check, shows: `${of} >> #server-error`,
  },
  {
    name: 'options-wrong-text', of, markup: options('chat-prefix'),
    play: async () => {
      await enter(field('variable-0'), '!');
      await check();
    },
    shows: `${of} >> #variable-0-error`,
  },
  {
    name: 'options-wrong-number', of, markup: options('land-claim'),
    play: async () => {
      await enter(field('variable-0'), '99');
      await enter(field('quantity'), 'many');
      await check();
    },
    shows: `${of} >> #quantity-error`,
  },
  {
    name: 'options-wrong-receiver', of, markup: options('vip'),
    play: async () => {
      await press(field('gift'));
      await enter(field('receiver'), 'a b');
      await check();
    },
    shows: `${of} >> #receiver-error`,
  },
  {
    name: 'options-wrong-trial', of, markup: `${options('vip-plus')}`,
    cart: [['vip-plus', 1, {subscription: '1', trial: '1'}]],
    play: async () => {
      await press(field('trial'));
      await check();
    },
    shows: `${of} >> #mode-error`,
  },
];

const dialog = 'paynow-options-dialog';
const opens = (slug: string): string => `<paynow-add-button product-id="${slug}"></paynow-add-button>`;
const open = async (): Promise<void> => {
  await press('paynow-add-button >> button');
  await see(`${dialog} >> fieldset`);
};
const send = (): Promise<void> => press(`${dialog} >> [part=button]`);

const inDialog: readonly State[] = [
  {name: 'options-dialog-open', of: dialog, markup: opens('pet-fox'), play: open, shows: `${dialog} >> fieldset`},
  {
    name: 'options-dialog-modes', of: dialog, markup: opens('starter-kit'), play: open, shows: `${dialog} >> fieldset`,
  },
  {
    name: 'options-dialog-wrong', of: dialog, markup: opens('pet-fox'),
    play: async () => {
      await open();
      await send();
    },
    shows: `${dialog} >> [part=error]`,
  },
  {
    name: 'options-dialog-busy', of: dialog, markup: opens('name-colour'), isTransient: true,
    faults: [{kind: 'hang', match: {method: 'PUT', path: '/v1/store/cart/lines'}}],
    play: async () => {
      await open();
      await send();
    },
    shows: `${dialog} >> [part=button][aria-disabled=true]`,
  },
  {
    name: 'options-dialog-refused', of: dialog, markup: opens('name-colour'),
    faults: [{kind: 'status', status: 409, times: -1, match: {method: 'PUT'}, body: soldOut}],
    play: async () => {
      await open();
      await send();
    },
    shows: `${dialog} >> [part=error]`,
  },
  {
    name: 'options-dialog-failed', of: dialog, markup: opens('name-colour'),
    faults: [{kind: 'status', status: 500, times: -1, match: {method: 'PUT'}}],
    play: async () => {
      await open();
      await send();
    },
    shows: `${dialog} >> [part=message]:not(:empty)`,
  },
];

/** The states of what there is to choose for a product, in the page and in its dialog. */
export const optionsStates = [...beside, ...wrong, ...inDialog];
