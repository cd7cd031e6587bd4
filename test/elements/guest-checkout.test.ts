import {expect} from '@open-wc/testing';
import '../../src/elements/cart.js';
import type {PaynowCart} from '../../src/elements/cart.js';
import {part, until} from '../support/dom.js';
import {dialogOf, place, shown, signInAs} from './sign-in-support.js';

const tag = '<paynow-cart store-id="STORE" mode="inline"></paynow-cart>';

const guest = async () => {
  const made = await place<PaynowCart>(tag);
  const {element, shop} = made;
  const checkouts: CustomEvent[] = [];
  element.addEventListener('paynow-checkout', event => {
    event.preventDefault();
    checkouts.push(event);
  });
  await until(() => shop.cart.state.status === 'signed-out');
  await shop.cart.add({productId: 'ember-key', quantity: 2});
  await shown(element, 'checkout-button');
  return {...made, checkouts};
};

describe('the checkout of a guest', function () {
  this.timeout(40_000);

  it('asks who it is, brings the cart along, and goes on by itself', async () => {
    const {element, world, checkouts, facts} = await guest();
    part(element, 'checkout-button').click();
    await signInAs(await dialogOf(), 'AshWalker');
    await until(() => checkouts.length === 1, 'the checkout', 15_000);
    expect(facts.map(({type}) => type)).to.deep.equal(['paynow-sign-in', 'paynow-cart-merge']);
    const {carts} = await world.state();
    expect(Object.values(carts).flatMap(({lines}) => lines.map(({slug, quantity}) => [slug, quantity]))).to.deep.equal(
      [['ember-key', 2]]);
  });

  it('stops, and says why, when the cart is another one than the guest has seen', async () => {
    const {element, world, shop, checkouts} = await guest();
    await world.control('POST', 'products', {slug: 'ember-key', removed: true});
    part(element, 'checkout-button').click();
    await signInAs(await dialogOf(), 'AshWalker');
    await until(() => shop.cart.state.notices.length === 1, 'the notice', 15_000);
    await until(() => !element.matches(':state(busy)'));
    expect(checkouts).to.deep.equal([]);
  });

  it('stays where it is when the dialog is closed, and when the page signs shoppers in', async () => {
    const {element, world, checkouts} = await guest();
    part(element, 'checkout-button').click();
    part(await dialogOf(), 'close-button').click();
    await until(() => !element.matches(':state(busy)'));
    element.addEventListener('paynow-auth-required', event => event.preventDefault());
    part(element, 'checkout-button').click();
    await until(() => !element.matches(':state(busy)'));
    expect(checkouts).to.deep.equal([]);
    expect(document.querySelector('paynow-sign-in')).to.equal(null);
    expect((await world.log()).some(({method}) => method === 'POST')).to.equal(false);
  });

  it('gives the focus back to the button that asked for it', async () => {
    const {element} = await guest();
    const button = part(element, 'checkout-button');
    button.focus();
    button.click();
    const dialog = await dialogOf();
    await shown(dialog, 'input');
    dialog.shadowRoot!.querySelector('dialog')!.dispatchEvent(new Event('cancel'));
    part(dialog, 'close-button').click();
    await until(() => element.shadowRoot!.activeElement === button);
  });
});
