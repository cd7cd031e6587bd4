import {askToAdd} from '../../src/elements/add-link.js';
import type {State} from './stage.js';
import {until} from '../support/dom.js';
import {enter, findAll, press, see} from './shopper.js';

const nobody = {customerToken: undefined} as const;
const signIn = 'paynow-sign-in';
const inline = '<paynow-sign-in></paynow-sign-in>';
const name = `${signIn} >> #name`;
const send = `${signIn} >> [type=submit]`;
const says = `${signIn} >> [part=error]:not(:empty)`;
const store = {method: 'GET', path: '/v1/store'};
const authenticate = {method: 'POST', path: '/v1/store/customer/auth'};
const tries = (player: string) => async (): Promise<void> => {
  await enter(name, player);
  await press(send);
};
const withPage = {customerToken: undefined, signInUrl: '/sign-in'} as const;
const popUp = '<paynow-sign-in pop-up></paynow-sign-in>';
const opensWindow = (found: unknown) => async (): Promise<void> => {
  const {open} = window;
  window.open = () => found as Window | null;
  await press(`${signIn} >> [part=button]`);
  window.open = open;
};

const signIns: readonly State[] = [
  {name: 'sign-in-name', of: signIn, markup: inline, config: nobody, shows: name},
  {name: 'sign-in-missing', of: signIn, markup: inline, config: nobody, play: () => press(send), shows: says},
  {name: 'sign-in-wrong', of: signIn, markup: inline, config: nobody, play: tries('a b!'), shows: says},
  {name: 'sign-in-nobody', of: signIn, markup: inline, config: nobody, play: tries('NoSuchPlayer'), shows: says},
  {
    name: 'sign-in-bedrock', of: signIn, markup: inline, config: nobody, shows: name,
    play: () => press(`${signIn} >> .edition + .edition >> input`),
  },
  {
    name: 'sign-in-busy', of: signIn, markup: inline, config: nobody, play: tries('AshWalker'), isTransient: true,
    faults: [{kind: 'hang', match: authenticate}], shows: `${signIn}:state(busy)`,
  },
  {
    name: 'sign-in-loading', of: signIn, markup: inline, config: nobody, shows: `${signIn} >> .ghost`,
    faults: [{kind: 'hang', times: -1, match: store}],
  },
  {
    name: 'sign-in-failed', of: signIn, markup: inline, config: nobody, shows: says,
    faults: [{kind: 'status', status: 403, times: -1, match: store}],
  },
  {name: 'sign-in-no-way', of: signIn, markup: inline, config: nobody, store: 'rust', shows: says},
  {name: 'sign-in-unconfigured', of: signIn, markup: inline, store: 'none', shows: says},
  {name: 'sign-in-page', of: signIn, markup: inline, config: withPage, store: 'rust', shows: `${signIn} >> a`},
  {
    name: 'sign-in-beside', of: signIn, markup: popUp, config: withPage, store: 'rust',
    shows: `${signIn} >> [part=button]`,
  },
  {
    name: 'sign-in-waits', of: signIn, markup: popUp, config: withPage, store: 'rust', isTransient: true,
    play: opensWindow({closed: false, location: {href: 'about:blank'}, focus: () => {}, close: () => {}}),
    shows: `${signIn}:state(busy)`,
  },
  {
    name: 'sign-in-blocked', of: signIn, markup: popUp, config: withPage, store: 'rust', play: opensWindow(null),
    shows: `${signIn} >> a[part=button]`,
  },
  {name: 'sign-in-done', of: signIn, markup: inline, shows: `${signIn} >> .done`},
  {
    name: 'sign-in-closed', of: signIn, markup: '<paynow-sign-in mode="dialog"></paynow-sign-in>', config: nobody,
    shows: `${signIn} >> [part=open-button]`,
  },
  {
    name: 'sign-in-dialog', of: signIn, markup: '<paynow-sign-in mode="dialog"></paynow-sign-in>', config: nobody,
    play: () => press(`${signIn} >> [part=open-button]`), shows: `${signIn} >> dialog >> #name`,
  },
  {
    name: 'sign-in-dialog-wrong', of: signIn, markup: '<paynow-sign-in mode="dialog"></paynow-sign-in>', config: nobody,
    play: async () => {
      await press(`${signIn} >> [part=open-button]`);
      await press(send);
    },
    shows: says,
  },
  {
    name: 'sign-in-asked', of: signIn, markup: '<paynow-cart mode="inline"></paynow-cart>', config: nobody,
    play: () => press('paynow-cart >> .still button'), shows: `${signIn} >> dialog >> #name`,
  },
];

const customer = 'paynow-customer';
const customers: readonly State[] = [
  ...(['both', 'name', 'avatar'] as const).map((shown): State => ({
    name: `customer-${shown}`, of: customer, markup: `<paynow-customer show="${shown}"></paynow-customer>`,
    shows: `${customer} >> [part=sign-out-button]`,
  })),
  {
    name: 'customer-signed-out', of: customer, markup: '<paynow-customer></paynow-customer>', config: nobody,
    shows: `${customer} >> [part=sign-in-button]`,
  },
  {
    name: 'customer-loading', of: customer, markup: '<paynow-customer></paynow-customer>',
    faults: [{kind: 'hang', times: -1, match: {method: 'GET', path: '/v1/store/customer'}}],
    shows: `${customer} >> .ghost`,
  },
  {
    name: 'customer-failed', of: customer, markup: '<paynow-customer></paynow-customer>',
    faults: [{kind: 'status', status: 403, times: -1, match: {method: 'GET', path: '/v1/store/customer'}}],
    shows: `${customer} >> [part=retry-button]`,
  },
  {
    name: 'customer-unconfigured', of: customer, markup: '<paynow-customer></paynow-customer>', store: 'none',
    shows: `${customer} >> [part=error]`,
  },
];

const promo = 'paynow-promo-code';
const field = `<paynow-promo-code></paynow-promo-code>`;
const noSuchCode = {status: 400, code: 'promo-code-invalid', message: 'A code is wrong.'};
const enters = (...codes: readonly string[]) => async (): Promise<void> => {
  for (const code of codes) {
    await enter(`${promo} >> input`, code);
    await press(`${promo} >> [part=button]`);
  }
};
const promos: readonly State[] = [
  {name: 'promo-idle', of: promo, markup: field, shows: `${promo} >> input`},
  {name: 'promo-missing', of: promo, markup: field, play: enters(''), shows: `${promo}:state(failed)`},
  {
    name: 'promo-codes', of: promo, markup: field, cart: [['founders-pack'], ['vip']],
    play: async () => {
      await enters('EMBER10', 'GIFT-25')();
      await until(() => findAll(`${promo} >> [part=hint]`)[0]?.textContent?.includes('Founder'), 'the limits');
    },
    shows: `${promo} >> [part=code] + [part=code]`,
  },
  {
    name: 'promo-known', of: promo, markup: field, play: enters('EMBER10', 'ember10'), shows: `${promo}:state(failed)`,
  },
  {
    name: 'promo-refused', of: promo, cart: [['vip']],
    markup: `${field}<paynow-checkout-button></paynow-checkout-button>`,
    play: async () => {
      await enters('EMBER10', 'EXPIRED')();
      await see('paynow-checkout-button:not(:state(empty))');
      await press('paynow-checkout-button >> button');
    },
    shows: `${promo} >> .refused`,
  },
  {
    name: 'promo-suspected', of: promo, cart: [['vip']],
    markup: `${field}<paynow-checkout-button></paynow-checkout-button>`,
    faults: [{kind: 'status', status: 400, match: {method: 'POST'}, body: noSuchCode}],
    play: async () => {
      await enters('ONE', 'TWO')();
      await see('paynow-checkout-button:not(:state(empty))');
      await press('paynow-checkout-button >> button');
    },
    shows: `${promo}:state(failed)`,
  },
];

const link = 'paynow-link-dialog';
const follows = (wish: string) => (): Promise<void> => Promise.resolve(askToAdd(wish));
const dialogs: readonly State[] = [
  {
    name: 'link-dialog-open', of: link, markup: '', play: follows('vip,ember-key*2,dragon-egg,nowhere'),
    shows: `${link} >> [part=button]`,
  },
  {name: 'link-dialog-wrong', of: link, markup: '', play: follows('%%'), shows: `${link} >> dialog`},
  {name: 'link-dialog-nothing', of: link, markup: '', play: follows('nowhere'), shows: `${link} >> [part=message]`},
  {
    name: 'link-dialog-loading', of: link, markup: '', play: follows('vip'), shows: `${link} >> .muted`,
    faults: [{kind: 'hang', times: -1, match: {method: 'GET', path: '/v1/store/products'}}],
  },
  {
    name: 'checkout-overlay', of: 'paynow-checkout-button', cart: [['vip']], leastWidth: 800,
    markup: '<paynow-checkout-button></paynow-checkout-button>',
    config: ({apiUrl}) => ({checkout: 'overlay', paynowJsUrl: `${apiUrl}/paynow-js/bundle.js`}),
    play: async () => {
      await see('paynow-checkout-button:not(:state(empty))');
      await press('paynow-checkout-button >> button');
    },
    shows: 'body > dialog iframe[title]',
  },
];

/** The states of signing in, of codes, and of the dialogs that open by themselves. */
export const accountStates = [...signIns, ...customers, ...promos, ...dialogs];
