import {expect} from '@open-wc/testing';
import '../../src/elements/add-button.js';
import '../../src/elements/cart.js';
import {getShop} from '../../src/store/registry.js';
import {inside, mount, once, part, settled, until} from '../support/dom.js';
import {sandboxWorld} from '../support/sandbox.js';
import type {World} from '../support/sandbox.js';
import {enter, fault, shows} from './options-support.js';

const rows = (cart: Element): HTMLElement[] => [...cart.shadowRoot!.querySelectorAll<HTMLElement>('[part="line"]')];
const choices = (row: Element): string =>
  row.querySelector('[part="line-options"]')!.textContent!.replace(/\s+/g, ' ').trim();

describe('options in the cart', () => {
  let world: World;
  beforeEach(async () => {
    world = await sandboxWorld();
    getShop(world.storeId).configure({apiUrl: world.apiUrl, customerToken: await world.token(), currency: undefined});
  });
  const ids = () => `store-id="${world.storeId}"`;
  const held = async () =>
    Object.values((await world.state()).carts).flatMap(({lines}) =>
      lines.map(({custom_variables: [variable], selected_gameserver: server, gift_to_customer: receiver, quantity}) =>
        `${variable?.value ?? server?.name ?? receiver?.name}*${quantity}`,
      ),
    );

  it('changes one of two variants of a product and leaves the other alone', async () => {
    const {cart} = getShop(world.storeId);
    for (const colour of ['moss', 'ember']) await cart.add({productId: 'name-colour', customVariables: {colour}});
    const shown = await mount(`<paynow-cart mode="inline" ${ids()}></paynow-cart>`);
    await until(() => rows(shown).length === 2);
    expect(rows(shown).map(choices)).to.deep.equal(['Colour: Moss', 'Colour: Ember']);
    rows(shown)[1]!.querySelector<HTMLElement>('[aria-label="One Name Colour more"]')!.click();
    await until(async () => (await held()).join() === 'moss*1,ember*2');
    rows(shown)[0]!.querySelector<HTMLElement>('[part="remove-button"]')!.click();
    await until(async () => (await held()).join() === 'ember*2');
    await until(() => rows(shown).length === 1);
  });

  it('shows for whom a gift is, from the first moment on', async () => {
    const {cart} = getShop(world.storeId);
    const shown = await mount(`<paynow-cart mode="inline" ${ids()}></paynow-cart>`);
    await getShop(world.storeId).catalog.product('vip');
    await until(() => cart.state.status === 'ready');
    const adding = cart.add({productId: 'vip', giftTo: {platform: 'minecraft_java_name', id: 'Lumen_Fox'}});
    await until(() => cart.state.cart?.lines.length);
    await until(() => rows(shown)[0] && choices(rows(shown)[0]!) === 'Gift for Lumen_Fox');
    await adding;
    await until(() => cart.state.pending === 0);
    expect(rows(shown).map(choices)).to.deep.equal(['Gift for Lumen_Fox']);
  });

  it('goes through the dialog to the shop and back: a refusal at its field, then the line', async () => {
    const button = await mount<HTMLElementTagNameMap['paynow-add-button']>(
      `<paynow-add-button ${ids()} product-id="starter-kit"></paynow-add-button>`,
    );
    await getShop(world.storeId).catalog.product('starter-kit');
    button.click();
    const dialog = await until(() => document.querySelector('paynow-options-dialog'));
    await settled(document.body);
    const options = inside<HTMLElementTagNameMap['paynow-options']>(dialog, 'paynow-options');
    await enter(options, 'server', '412870291654344704');
    await enter(options, 'gift', true);
    await shows(options, 'receiver');
    await enter(options, 'receiver', 'NoSuchPlayer');
    part(dialog, 'button').click();
    await until(() => fault(options, 'receiver') === 'There is no such player.');
    await enter(options, 'receiver', 'Lumen_Fox');
    const added = once(button, 'paynow-add');
    part(dialog, 'button').click();
    await added;
    expect(await held()).to.deep.equal(['Skyblock*1']);
    await until(() => !document.querySelector('paynow-options-dialog'));
    expect(getShop(world.storeId).cart.state.notices).to.deep.equal([]);
  });
});
