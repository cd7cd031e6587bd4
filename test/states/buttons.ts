import type {State} from './stage.js';
import {until} from '../support/dom.js';
import {enter, findAll, press, see} from './shopper.js';

const lines = '/v1/store/cart/lines';
const add = (attributes: string, label = ''): string => `<paynow-add-button ${attributes}>${label}</paynow-add-button>`;
const buy = (attributes: string, label = ''): string => `<paynow-buy-button ${attributes}>${label}</paynow-buy-button>`;
const pressed = (tag: string) => (): Promise<void> => press(`${tag} >> button`);
const message = (tag: string): string => `${tag} >> [part=message]:not(:empty)`;

const addButton: readonly State[] = [
  {
    name: 'add-idle', of: 'paynow-add-button', markup: add('product-id="ember-key"'),
    shows: 'paynow-add-button >> button',
  },
  {
    name: 'add-labelled', of: 'paynow-add-button', shows: 'paynow-add-button',
    markup: add('product-id="ember-key"', 'Get an <strong>Ember Key</strong>'),
  },
  {
    name: 'add-link', of: 'paynow-add-button', shows: 'paynow-add-button >> button',
    markup: add('product-id="ember-key"', '<a href="/shop/ember-key">Ember Key</a>'),
  },
  {
    name: 'add-disabled', of: 'paynow-add-button', markup: add('product-id="ember-key" disabled'),
    shows: 'paynow-add-button >> button:disabled',
  },
  {
    name: 'add-busy', of: 'paynow-add-button', markup: add('product-id="ember-key"'), isTransient: true,
    faults: [{kind: 'hang', match: {method: 'PUT', path: lines}}], play: pressed('paynow-add-button'),
    shows: 'paynow-add-button:state(busy)',
  },
  {
    name: 'add-added', of: 'paynow-add-button', markup: add('product-id="ember-key"'), isTransient: true,
    play: pressed('paynow-add-button'), shows: 'paynow-add-button:state(added)',
  },
  {
    name: 'add-sold-out', of: 'paynow-add-button', markup: add('product-id="dragon-egg"'),
    shows: 'paynow-add-button:state(sold-out)',
  },
  {
    name: 'add-sold-out-labelled', of: 'paynow-add-button', markup: add('product-id="dragon-egg"', 'Get the egg'),
    shows: 'paynow-add-button:state(sold-out)',
  },
  {
    name: 'add-refused', of: 'paynow-add-button', markup: add('product-id="ember-coins" quantity="9"'),
    play: pressed('paynow-add-button'), shows: message('paynow-add-button'),
  },
  {
    name: 'add-failed', of: 'paynow-add-button', markup: add('product-id="ember-key"'),
    faults: [{kind: 'status', status: 500, times: -1, match: {method: 'PUT', path: lines}}],
    play: pressed('paynow-add-button'), shows: message('paynow-add-button'),
  },
  {
    name: 'add-unknown', of: 'paynow-add-button', markup: add('product-id="nowhere"'),
    play: pressed('paynow-add-button'), shows: message('paynow-add-button'),
  },
  {
    name: 'add-mistaken', of: 'paynow-add-button', markup: add('product-id="vip" quantity="-3"'),
    shows: message('paynow-add-button'),
  },
  {
    name: 'add-unconfigured', of: 'paynow-add-button', markup: add('product-id="vip"'), store: 'none',
    play: pressed('paynow-add-button'), shows: message('paynow-add-button'),
  },
  {
    name: 'store-encloses', of: 'paynow-store', shows: 'paynow-store >> paynow-price >> [part=final]',
    markup: `<paynow-store store-id="8000001">${add('product-id="ember-key"')}
      <paynow-price product-id="ember-key"></paynow-price></paynow-store>`,
  },
];

const buyButton: readonly State[] = [
  {name: 'buy-idle', of: 'paynow-buy-button', markup: buy('product-id="vip"'), shows: 'paynow-buy-button >> button'},
  {
    name: 'buy-disabled', of: 'paynow-buy-button', markup: buy('product-id="vip" disabled'),
    shows: 'paynow-buy-button >> button:disabled',
  },
  {
    name: 'buy-busy', of: 'paynow-buy-button', markup: buy('product-id="vip"'), isTransient: true,
    faults: [{kind: 'hang', match: {method: 'POST', path: '/v1/checkouts'}}],
    play: pressed('paynow-buy-button'), shows: 'paynow-buy-button:state(busy)',
  },
  {
    name: 'buy-sold-out', of: 'paynow-buy-button', markup: buy('product-id="dragon-egg"'),
    shows: 'paynow-buy-button:state(sold-out)',
  },
  {
    name: 'buy-refused', of: 'paynow-buy-button', markup: buy('product-id="vip" promo-codes="EXPIRED"'),
    play: pressed('paynow-buy-button'), shows: message('paynow-buy-button'),
  },
];

const checkoutButton: readonly State[] = [
  {
    name: 'checkout-empty', of: 'paynow-checkout-button', markup: '<paynow-checkout-button></paynow-checkout-button>',
    shows: 'paynow-checkout-button:state(empty)',
  },
  {
    name: 'checkout-idle', of: 'paynow-checkout-button', markup: '<paynow-checkout-button></paynow-checkout-button>',
    cart: [['vip']], shows: 'paynow-checkout-button:not(:state(empty))',
  },
  {
    name: 'checkout-disabled', of: 'paynow-checkout-button', cart: [['vip']],
    markup: '<paynow-checkout-button disabled></paynow-checkout-button>',
    shows: 'paynow-checkout-button >> button:disabled',
  },
  {
    name: 'checkout-busy', of: 'paynow-checkout-button', markup: '<paynow-checkout-button></paynow-checkout-button>',
    cart: [['vip']], faults: [{kind: 'hang', match: {method: 'POST', path: '/v1/store/cart/checkout'}}],
    play: async () => {
      await see('paynow-checkout-button:not(:state(empty))');
      await press('paynow-checkout-button >> button');
    },
    shows: 'paynow-checkout-button:state(busy)', isTransient: true,
  },
  {
    name: 'checkout-refused', of: 'paynow-checkout-button', cart: [['vip']],
    markup: '<paynow-checkout-button promo-codes="EXPIRED"></paynow-checkout-button>',
    play: async () => {
      await see('paynow-checkout-button:not(:state(empty))');
      await press('paynow-checkout-button >> button');
    },
    shows: message('paynow-checkout-button'),
  },
];

const cartButton: readonly State[] = [
  {
    name: 'cart-button-loading', of: 'paynow-cart-button', markup: '<paynow-cart-button></paynow-cart-button>',
    faults: [{kind: 'hang', match: {method: 'GET', path: '/v1/store/cart'}}],
    shows: 'paynow-cart-button >> button',
  },
  {
    name: 'cart-button-empty', of: 'paynow-cart-button', markup: '<paynow-cart-button></paynow-cart-button>',
    shows: 'paynow-cart-button:state(empty)',
  },
  {
    name: 'cart-button-filled', of: 'paynow-cart-button', markup: '<paynow-cart-button></paynow-cart-button>',
    cart: [['ember-key', 3]], shows: 'paynow-cart-button >> [part=badge]:not(:empty)',
  },
  {
    name: 'cart-button-labelled', of: 'paynow-cart-button', cart: [['ember-key', 1234]],
    markup: '<paynow-cart-button>My cart</paynow-cart-button>',
    shows: 'paynow-cart-button >> [part=badge]:not(:empty)',
  },
  ...(['count', 'total'] as const).flatMap((what): State[] => {
    const of = `paynow-cart-${what}`;
    const markup = `<p>In your cart: <${of}></${of}></p>`;
    return [
      {
        name: `cart-${what}-loading`, of, markup, shows: `${of} >> [part=value]`,
        faults: [{kind: 'hang', match: {method: 'GET', path: '/v1/store/cart'}}],
      },
      {name: `cart-${what}-empty`, of, markup, shows: `${of}:state(empty)`},
      {
        name: `cart-${what}-filled`, of, markup, cart: [['frost-key', 3]], shows: `${of}:not(:state(empty))`,
        play: () => until(() => /[1-9]/.test(findAll(`${of} >> [part=value]`)[0]?.textContent ?? ''), 'a number'),
      },
    ];
  }),
];

const currency: readonly State[] = [
  {
    name: 'currency-idle', of: 'paynow-currency', shows: 'paynow-currency >> select',
    markup: '<paynow-currency currencies="eur,usd,gbp"></paynow-currency>',
  },
  {
    name: 'currency-chosen', of: 'paynow-currency', shows: 'paynow-price >> [part=final]',
    markup: `<paynow-currency currencies="eur,usd,gbp"></paynow-currency>
      <p><paynow-price product-id="vip"></paynow-price></p>`,
    play: () => enter('paynow-currency >> select', 'USD'),
  },
];

/** The states of everything that is one button or one word. */
export const buttonStates = [...addButton, ...buyButton, ...checkoutButton, ...cartButton, ...currency];
