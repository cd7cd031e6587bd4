import {mixed} from './cart.js';
import type {State} from './stage.js';
import {enter, press, see} from './shopper.js';

const of = 'paynow-cart';
const opener = '<p><paynow-cart-button></paynow-cart-button></p>';
const drawer = `${opener}<paynow-cart></paynow-cart>`;
const opened = `${of}[open] >> dialog`;
const open = async (): Promise<void> => {
  await press('paynow-cart-button >> button');
  await see(opened);
};
const line = `${opened} >> [part=line]`;

/** The states of a cart that opens over the page. */
export const drawerStates: readonly State[] = [
  {name: 'drawer-closed', of, markup: drawer, shows: 'paynow-cart-button >> button'},
  {name: 'drawer-empty', of, markup: drawer, play: open, shows: `${of}:state(empty) >> dialog`},
  {
    name: 'drawer-loading', of, markup: drawer, play: open, shows: `${opened} >> .skeleton`,
    faults: [{kind: 'hang', match: {method: 'GET', path: '/v1/store/cart'}}],
  },
  {name: 'drawer-lines', of, markup: drawer, cart: [['ember-key', 2], ['vip']], play: open, shows: line},
  {name: 'drawer-mixed', of, markup: drawer, cart: mixed, play: open, shows: line},
  {
    name: 'drawer-start', of, markup: `${opener}<paynow-cart side="start" heading="Basket"></paynow-cart>`,
    cart: [['vip']], play: open, shows: line,
  },
  {
    name: 'drawer-signed-out', of, markup: drawer, config: {customerToken: undefined}, play: open,
    shows: `${of}:state(signed-out) >> dialog`,
  },
  {
    name: 'drawer-failed', of, markup: drawer, play: open, shows: `${of}:state(failed) >> dialog`,
    faults: [{kind: 'status', status: 404, times: -1, match: {method: 'GET', path: '/v1/store/cart'}}],
  },
  {
    name: 'drawer-refused', of, markup: drawer, cart: [['ember-coins', 2], ['vip']],
    play: async () => {
      await open();
      await enter(`${line} >> input`, '9');
    },
    shows: `${line} >> [part=notice]`,
  },
  {
    name: 'drawer-thanks', of, markup: drawer,
    play: async ({shop}) => {
      await open();
      await (await (await shop.writer()).returns()).complete('5', '4711');
    },
    shows: `${opened} >> [part=thanks]`,
  },
];
