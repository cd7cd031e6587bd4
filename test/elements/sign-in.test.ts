import {expect} from '@open-wc/testing';
import '../../src/elements/sign-in.js';
import type {PaynowSignIn} from '../../src/elements/sign-in.js';
import {inside, once, part, until} from '../support/dom.js';
import {place, rustStore, shown, signInAs, textOf} from './sign-in-support.js';

const form = '<paynow-sign-in store-id="STORE"></paynow-sign-in>';
const error = (element: PaynowSignIn): string => part(element, 'error').textContent!.trim();

describe('paynow-sign-in', function () {
  this.timeout(30_000);

  it('signs a player of Minecraft in by name, and says who it is', async () => {
    const {element, shop, world, facts} = await place(form);
    await until(() => element.matches(':state(signed-out)'));
    await signInAs(element, '  AshWalker ');
    await until(() => shop.session.state.status === 'signed-in');
    await until(() => textOf(element).includes('Signed in as \u2068AshWalker\u2069'));
    expect(element.matches(':state(signed-out)')).to.equal(false);
    expect(element.shadowRoot!.querySelector('[part=form]')).to.equal(null);
    // The field is gone, and whoever goes on by keyboard does so from here.
    await until(() => element.shadowRoot!.activeElement?.textContent?.includes('AshWalker'));
    expect(facts.map(({type, detail}) => [type, (detail as {customer: {name: string}}).customer.name])).to.deep.equal(
      [['paynow-sign-in', 'AshWalker']]);
    const asked = (await world.log()).filter(({path}) => path.includes('customer'));
    expect(asked.map(({method, path}) => `${method} ${path}`)).to.deep.equal(
      ['POST /v1/store/customer/auth', 'GET /v1/store/customer']);
  });

  it('knows both editions of Minecraft', async () => {
    const {element, shop} = await place(form);
    await signInAs(element, 'Lava Lynx 7', 1);
    await until(() => shop.session.state.customer?.name === 'Lava Lynx 7');
  });

  for (const [name, edition, said] of [
    ['', 0, 'Please write your player name.'],
    ['ab', 0, '3 to 16 letters, digits or underscores'],
    ['two words', 0, '3 to 16 letters, digits or underscores'],
    ['<img src=x onerror=alert(1)>', 0, '3 to 16 letters, digits or underscores'],
    ['x', 1, '3 to 16 letters, digits or spaces'],
  ] as const) {
    it(`asks nobody about the name "${name}", and says what is wrong with it`, async () => {
      const {element, world} = await place(form);
      await signInAs(element, name, edition);
      await until(() => error(element).includes(said));
      await until(() => element.shadowRoot!.activeElement === part(element, 'input'), 'the focus in the field');
      expect(part(element, 'input').getAttribute('aria-invalid')).to.equal('true');
      expect((await world.log()).some(({method}) => method === 'POST')).to.equal(false);
    });
  }

  it('leads back to where the page is by then, also when its address was another one before', async () => {
    const here = location.href;
    const markup = form.replace('>', ' mode="dialog">');
    const {element} = await place(markup, {storeId: rustStore, signInUrl: 'https://shop.test/in'});
    const backTo = () => {
      const link = element.shadowRoot!.querySelector<HTMLAnchorElement>('a[part=button]');
      return link && new URL(link.href).searchParams.get('return_to');
    };
    try {
      for (const address of [here, `${here}#later`]) {
        history.replaceState(null, '', address);
        (await shown(element, 'open-button')).click();
        await until(() => backTo() === address, `the way back to ${address}`);
        part(element, 'close-button').click();
      }
    } finally {
      history.replaceState(null, '', here);
    }
  });

  it('says that there is no such player, and lets them try again', async () => {
    const {element, shop} = await place(form);
    await signInAs(element, 'NoSuchPlayer');
    const {detail} = await once<CustomEvent<{error: Error}>>(document, 'paynow-error');
    expect(detail.error.message).to.not.contain('NoSuchPlayer');
    await until(() => error(element).includes('no player of this name'));
    expect(element.matches(':state(failed)')).to.equal(true);
    await signInAs(element, 'AshWalker');
    await until(() => shop.session.state.status === 'signed-in');
  });

  it('claims one token however often the button is pressed', async () => {
    const {element, shop, world} = await place(form);
    await signInAs(element, 'AshWalker');
    part(element, 'button').click();
    part(element, 'button').click();
    await until(() => shop.session.state.status === 'signed-in');
    expect((await world.log()).filter(({method}) => method === 'POST')).to.have.length(1);
  });

  it('says plainly to the merchant that a store without names needs a page to sign in', async () => {
    const {element} = await place(form, {storeId: rustStore});
    await until(() => textOf(element).includes('this shop needs a sign-in-url'));
    expect(element.matches(':state(failed)')).to.equal(true);
  });

  it('sends shoppers to the page of the shop, which gets the way back to this very page', async () => {
    const signInUrl = 'https://shop.test/in?return_to=//evil';
    const {element, world} = await place(form, {storeId: rustStore, signInUrl});
    const link = await shown<HTMLAnchorElement>(element, 'button');
    const {origin, searchParams} = new URL(link.href);
    expect([origin, searchParams.getAll('return_to')]).to.deep.equal(['https://shop.test', [location.href]]);
    expect(await world.log()).to.deep.equal([]);
  });

  it('belongs to no shop yet: it says so, and works as soon as it does', async () => {
    const {element} = await place('<paynow-sign-in></paynow-sign-in>');
    await until(() => textOf(element).includes('No shop is connected yet'));
    expect(element.matches(':state(failed)')).to.equal(false);
  });

  it('says that the store could not be read, and tries again when it is asked to', async () => {
    const {element, world} = await place(form, {}, ({faults}) =>
      faults([{kind: 'status', status: 404, match: {path: '/v1/store'}}]));
    await shown(element, 'error');
    expect(element.matches(':state(failed)')).to.equal(true);
    await world.clearFaults();
    inside(element, '.quiet').click();
    await shown(element, 'form');
  });

  it('shows what the page puts in: one thing before, another thing after', async () => {
    const {element} = await place(`<paynow-sign-in store-id="STORE"><p slot="signed-out">Who are you?</p>
      <p slot="signed-in">There you are.</p></paynow-sign-in>`);
    const [before, after] = element.children as unknown as HTMLElement[];
    await shown(element, 'form');
    expect([before!.checkVisibility(), after!.checkVisibility()]).to.deep.equal([true, false]);
    await signInAs(element, 'AshWalker');
    await until(() => after!.checkVisibility());
    expect(before!.checkVisibility()).to.equal(false);
  });
});
