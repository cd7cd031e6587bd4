import type {Fault} from '../support/sandbox.js';
import type {Line, Stage, State} from './stage.js';
import {enter, press, see} from './shopper.js';

const cartPath = '/v1/store/cart';
const lines = `${cartPath}/lines`;
const inline = '<paynow-cart mode="inline"></paynow-cart>';
const of = 'paynow-cart';
const line = `${of} >> [part=line]`;
const notice = `${of} >> [part=notice]`;

/** A cart with each kind of line in it. */
export const mixed: readonly Line[] = [
  ['ember-key', 2], ['frost-key'], ['phoenix-wings', 2], ['legend', 1, {subscription: '1'}],
  ['vip-plus', 1, {subscription: '1', trial: '1'}], ['starter-kit', 1, {gameserver_id: '412870043179978752'}],
  ['name-colour', 1, {'custom_variables[colour]': 'ember'}],
  ['chat-prefix', 1, {'custom_variables[prefix]': 'Knight', gift_to_customer_id: '418830962007216128'}],
];

const asGuest = {customerToken: undefined} as const;
const guestAdds = async ({shop}: Stage, productId: string, quantity = 1): Promise<void> => {
  await shop.cart.add({productId, quantity}).catch(() => {});
};
const pressPart = (part: string) => (): Promise<void> => press(`${of} >> [part=${part}]`);
const signIn = ({shop}: Stage): Promise<unknown> =>
  shop.session.signIn({platform: 'minecraft_java_name', id: 'Lumen_Fox'});
const bought = async ({shop}: Stage, orderId: string): Promise<void> => {
  shop.cart.addEventListener('change', () => {});
  await (await (await shop.writer()).returns()).complete('5', orderId);
};

const plain: readonly State[] = [
  {name: 'cart-unconfigured', of, markup: inline, store: 'none', shows: `${of} >> .still`},
  {
    name: 'cart-loading', of, markup: inline, shows: `${of} >> .skeleton`,
    faults: [{kind: 'hang', match: {method: 'GET', path: cartPath}}],
  },
  {name: 'cart-empty', of, markup: inline, shows: `${of}:state(empty)`},
  {
    name: 'cart-failed', of, markup: inline, shows: `${of}:state(failed)`,
    faults: [{kind: 'status', status: 404, times: -1, match: {method: 'GET', path: cartPath}}],
  },
  {name: 'cart-signed-out', of, markup: inline, config: asGuest, shows: `${of}:state(signed-out)`},
  {
    name: 'cart-guest', of, markup: inline, config: asGuest, play: stage => guestAdds(stage, 'ember-key', 2),
    shows: `${of} >> .banner`,
  },
  {name: 'cart-lines', of, markup: inline, cart: [['ember-key', 2], ['vip']], shows: line},
  {name: 'cart-mixed', of, markup: inline, cart: mixed, shows: line},
  {
    name: 'cart-slots', of, cart: [['ember-key']], shows: line,
    markup: `<paynow-cart mode="inline"><span slot="title">Your basket</span><p slot="before-lines">Free returns.</p>
      <p slot="after-lines">Paid with PayNow.</p><span slot="checkout-label">Pay now</span>
      <p slot="promo">No codes today.</p></paynow-cart>`,
  },
  {
    name: 'cart-empty-slot', of, shows: `${of}:state(empty)`,
    markup: `<paynow-cart mode="inline"><p slot="empty">Nothing yet. <a href="/ranks">See the ranks</a></p>
      </paynow-cart>`,
  },
  {
    name: 'cart-named', of, shows: line, cart: [['vip']],
    prepare: world => world.control('POST', 'products', {
      slug: 'vip', name: `${'Donaudampfschifffahrtsgesellschaft'.repeat(2)} <b>& Co</b> شركة`, price: 123_456_789,
    }),
    markup: inline,
  },
];

const stuck: readonly Fault[] = [
  {kind: 'hang', times: -1, match: {method: 'GET', path: cartPath}},
  {kind: 'hang', times: -1, match: {method: 'PUT', path: lines}},
];

const changing: readonly State[] = [
  {
    name: 'cart-pending', of, markup: inline, cart: [['ember-key', 2], ['vip']], isTransient: true,
    faults: [{kind: 'hang', match: {method: 'PUT', path: lines}}],
    play: async () => press(`${line} >> button[aria-label*=more]`), shows: `${of} >> .pending`,
  },
  {
    name: 'cart-refused', of, markup: inline, cart: [['ember-coins', 2], ['vip']],
    play: () => enter(`${line} >> input`, '9'), shows: `${line} >> [part=notice]`,
  },
  {
    name: 'cart-line-lost', of, markup: inline, cart: [['vip']],
    play: async stage => {
      await see(line);
      await guestAdds(stage, 'ember-key-bundle', 9);
    },
    shows: notice,
  },
  {
    name: 'cart-stale', of, markup: inline, isTransient: true,
    faults: [{kind: 'status', status: 404, times: -1, match: {method: 'GET', path: cartPath}}, ...stuck],
    play: async stage => {
      await see(`${of}:state(failed)`);
      // The cart is read again before it is written to, and a second failure would take the line away again.
      await stage.world.clearFaults();
      await stage.world.faults([...stuck]);
      void guestAdds(stage, 'ember-key', 2);
      await see(notice);
    },
    shows: `${line} >> button[aria-label*=Ember]`,
  },
  {
    name: 'cart-offline', of, markup: inline, cart: [['ember-key', 2]], isTransient: true,
    play: async ({world}) => {
      await see(line);
      await world.faults([{kind: 'hang', times: -1, match: {method: 'PUT', path: lines}}]);
      Object.defineProperty(navigator, 'onLine', {configurable: true, get: () => false});
      dispatchEvent(new Event('offline'));
      await press(`${line} >> button[aria-label*=more]`);
      await see(`${of} >> .banner`);
      Reflect.deleteProperty(navigator, 'onLine');
    },
    shows: `${of} >> .banner`,
  },
  {
    name: 'cart-clear-asked', of, markup: inline, cart: [['ember-key', 2]], play: pressPart('clear-button'),
    shows: `${of} >> [part=clear-button]`,
  },
  {
    name: 'cart-merged', of, markup: inline, config: asGuest,
    play: async stage => {
      await guestAdds(stage, 'ember-key', 2);
      await signIn(stage);
    },
    shows: `${of}:not(:state(signed-out)) >> [part=line]`,
  },
  {
    name: 'cart-skipped', of, markup: inline, config: asGuest,
    play: async stage => {
      await guestAdds(stage, 'ember-coins', 3);
      await guestAdds(stage, 'ember-key');
      await stage.world.control('POST', 'products', {slug: 'ember-coins', stock: {left: 0}});
      await signIn(stage);
    },
    shows: notice,
  },
];

const checkout = `${of} >> [part=checkout-button]`;
const code = async (text: string): Promise<void> => {
  await enter('paynow-promo-code >> input', text);
  await press('paynow-promo-code >> [part=button]');
};

const paying: readonly State[] = [
  {
    name: 'cart-promo-open', of, markup: inline, cart: [['vip']], play: () => press(`${of} >> slot[name=promo] button`),
    shows: 'paynow-promo-code >> input',
  },
  {
    name: 'cart-promo-refused', of, markup: inline, cart: [['vip']],
    play: async () => {
      await press(`${of} >> slot[name=promo] button`);
      await code('EXPIRED');
      await press(checkout);
    },
    shows: 'paynow-promo-code >> .refused',
  },
  {
    name: 'cart-checkout-busy', of, markup: inline, cart: [['vip']], isTransient: true,
    faults: [{kind: 'hang', match: {method: 'POST', path: `${cartPath}/checkout`}}], play: () => press(checkout),
    shows: `${checkout}[aria-disabled=true]`,
  },
  {
    name: 'cart-checkout-failed', of, markup: inline, cart: [['vip']],
    faults: [{kind: 'status', status: 500, times: -1, match: {method: 'POST', path: `${cartPath}/checkout`}}],
    play: () => press(checkout), shows: `${of} >> .message:not(:empty)`,
  },
  {
    name: 'cart-thanks', of, markup: inline, play: stage => bought(stage, '4711'), shows: `${of} >> [part=thanks]`,
  },
  {
    name: 'cart-thanks-lines', of, markup: inline, cart: [['vip']], play: stage => bought(stage, ''),
    shows: `${of} >> [part=thanks]`,
  },
];

/** The states of a cart that is a part of the page. */
export const cartStates = [...plain, ...changing, ...paying];
