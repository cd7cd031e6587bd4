import {expect} from '@open-wc/testing';
import '../../src/elements/customer.js';
import type {PaynowCustomer} from '../../src/elements/customer.js';
import type {Config} from '../../src/store/config.js';
import {once, part, until} from '../support/dom.js';
import type {World} from '../support/sandbox.js';
import {dialogOf, place, shown, signInAs, textOf} from './sign-in-support.js';

const tag = '<paynow-customer store-id="STORE"></paynow-customer>';

/** One of a customer who is signed in, with whatever the API says about them. */
const known = async (answer: object = {}, markup = tag) => {
  const config: Config = {};
  return place<PaynowCustomer>(markup, config, async (world: World) => {
    config.customerToken = await world.token();
    if (Object.keys(answer).length) {
      await world.faults([{
        kind: 'status', status: 200, times: 9, match: {path: '/v1/store/customer'}, body: {id: '7', ...answer},
      }]);
    }
  });
};

describe('paynow-customer', function () {
  this.timeout(30_000);

  it('shows who is signed in, asked for once, however many show it', async () => {
    const {element, world} = await known({}, `<div>${tag}${tag}</div>`);
    const [one, two] = element.children as unknown as PaynowCustomer[];
    for (const each of [one!, two!]) expect((await shown(each, 'name')).textContent).to.equal('AshWalker');
    const image = part(one!, 'avatar').querySelector('img')!;
    expect(image.src).to.match(/^http.+\/avatars\//);
    expect([image.alt, image.referrerPolicy]).to.deep.equal(['', 'no-referrer']);
    expect((await world.log()).map(({path}) => path)).to.deep.equal(['/v1/store/customer']);
  });

  for (const [show, parts] of [['name', ['name']], ['avatar', ['avatar']], ['both', ['avatar', 'name']]] as const) {
    it(`shows ${show} when that is asked for`, async () => {
      const {element} = await known({}, tag.replace('>', ` show="${show}">`));
      await shown(element, 'sign-out-button');
      const there = ['avatar', 'name'].filter(name => element.shadowRoot!.querySelector(`[part=${name}]`));
      expect(there).to.deep.equal(parts);
    });
  }

  it('takes a name as text, whatever is in it', async () => {
    const {element} = await known({name: '<img src=x onerror="parent.hurt=1">&lt;b>'});
    expect((await shown(element, 'name')).textContent).to.equal('<img src=x onerror="parent.hurt=1">&lt;b>');
    expect(part(element, 'name').children).to.have.length(0);
  });

  for (const avatar_url of ['javascript:alert(1)', 'data:text/html,<b>', 'blob:x', '//x.test/a.png', null]) {
    it(`shows a letter in place of the picture ${avatar_url}`, async () => {
      const {element} = await known({profile: {id: '1', platform: 'steam', name: 'émile', avatar_url}});
      expect((await shown(element, 'avatar')).textContent).to.equal('é');
      expect(element.shadowRoot!.querySelector('img')).to.equal(null);
    });
  }

  it('shows a letter in place of a picture that does not come', async () => {
    const {element} = await known({name: 'Zoe', profile: {
      id: '1', platform: 'steam', name: '', avatar_url: 'data:image/png;base64,AA'}});
    await until(() => element.shadowRoot?.querySelector('[part=avatar]')?.textContent === 'Z');
  });

  it('signs out, says so to the page, and puts the focus where one signs in again', async () => {
    const {element, shop, facts} = await known();
    const button = await shown(element, 'sign-out-button');
    button.focus();
    button.click();
    await until(() => element.matches(':state(signed-out)'));
    await until(() => element.shadowRoot!.activeElement === part(element, 'sign-in-button'));
    expect(shop.session.state).to.deep.equal({status: 'signed-out', customer: null});
    expect(facts.map(({type, detail}) => [type, (detail as {customer: {name: string}}).customer.name])).to.deep.equal(
      [['paynow-sign-out', 'AshWalker']]);
  });

  it('asks the page first when somebody wants to sign in, then opens the dialog', async () => {
    const {element, shop} = await place<PaynowCustomer>(tag);
    const stop = (event: Event): void => event.preventDefault();
    element.addEventListener('paynow-auth-required', stop);
    const button = await shown(element, 'sign-in-button');
    await until(() => button.checkVisibility());
    const asked = once(element, 'paynow-auth-required');
    button.click();
    await asked;
    element.removeEventListener('paynow-auth-required', stop);
    button.focus();
    button.click();
    await signInAs(await dialogOf(), 'AshWalker');
    await shown(element, 'name');
    expect(shop.session.state.customer?.name).to.equal('AshWalker');
    await until(() => !document.querySelector('paynow-sign-in'));
  });

  it('shows what the page puts in as long as nobody is signed in', async () => {
    const {element, shop, world} = await place<PaynowCustomer>(tag.replace('><', '><a slot="signed-out">Log in</a><'));
    const own = element.firstElementChild as HTMLElement;
    await until(() => own.checkVisibility());
    shop.session.useToken(await world.token());
    await shown(element, 'name');
    expect(own.checkVisibility()).to.equal(false);
  });

  it('says that it could not be found out, and tries again when it is asked to', async () => {
    const config: Config = {};
    const {element, world} = await place<PaynowCustomer>(tag, config, async made => {
      config.customerToken = await made.token();
      await made.faults([{kind: 'status', status: 418, match: {path: '/v1/store/customer'}}]);
    });
    await until(() => element.matches(':state(failed)'));
    await world.clearFaults();
    (await shown(element, 'retry-button')).click();
    await shown(element, 'name');
    expect(element.matches(':state(failed)')).to.equal(false);
  });

  it('asks no more when fresh tokens are refused as well', async () => {
    const config: Config = {};
    const {element, world} = await place<PaynowCustomer>(tag, config, async made => {
      config.customerToken = () => made.token();
      await made.faults([{kind: 'status', status: 401, times: -1, match: {path: '/v1/store/customer'}}]);
    });
    await until(() => element.matches(':state(signed-out)'), 'the end of asking', 15_000);
    expect((await world.log()).filter(({path}) => path === '/v1/store/customer')).to.have.length(2);
  });

  it('says when nobody could be signed out for want of a network, and does it when pressed again', async () => {
    const {element, shop} = await known();
    const {writer} = shop;
    shop.writer = () => Promise.reject(new TypeError('Failed to fetch'));
    (await shown(element, 'sign-out-button')).click();
    expect((await shown(element, 'error')).textContent).to.equal('There is no connection. Please try again.');
    expect(shop.session.state.status).to.equal('signed-in');
    shop.writer = writer;
    part(element, 'sign-out-button').click();
    await until(() => element.matches(':state(signed-out)'));
    expect(element.shadowRoot!.querySelector('[part=error]')).to.equal(null);
  });

  it('puts the focus where one signs out when the dialog has signed in', async () => {
    const {element} = await place<PaynowCustomer>(tag);
    const button = await shown(element, 'sign-in-button');
    await until(() => button.checkVisibility());
    button.focus();
    button.click();
    const dialog = await dialogOf();
    (await shown(dialog, 'input')).focus();
    await signInAs(dialog, 'AshWalker');
    await until(() => element.shadowRoot!.activeElement?.matches('[part=sign-out-button]'), 'the focus', 15_000);
  });

  it('belongs to no shop yet, and says so', async () => {
    const {element} = await place<PaynowCustomer>('<paynow-customer></paynow-customer>');
    await until(() => textOf(element).includes('No shop is connected yet'));
  });
});
