import {expect} from '@open-wc/testing';
import '../../src/elements/checkout-button.js';
import type {PaynowCheckoutButton} from '../../src/elements/checkout-button.js';
import {safeAddress, wayBack} from '../../src/elements/checkout-action.js';
import type {Config} from '../../src/store/config.js';
import {mount, once, part, said, until} from '../support/dom.js';
import {cart, failure, stubShop} from './support.js';
import type {StubShop} from './support.js';

const session = {id: '1', token: 'tok', url: 'https://checkout.test/tok'};
const place = async (config: Config = {}, attributes = '', wish = {}): Promise<[PaynowCheckoutButton, StubShop]> => {
  const stub = stubShop(wish, config);
  stub.on('checkout', () => session);
  const button = await mount<PaynowCheckoutButton>(
    `<paynow-checkout-button store-id="${stub.id}" ${attributes}></paynow-checkout-button>`,
  );
  button.addEventListener('paynow-checkout', event => event.preventDefault());
  return [button, stub];
};
const here = (): string => location.href;

describe('paynow-checkout-button', () => {
  it('makes a session that comes back to this page, and tells the page where it is', async () => {
    const [button, stub] = await place();
    button.click();
    const before = await once<CustomEvent>(document, 'paynow-before-checkout');
    expect(before.detail.cart.quantity).to.equal(1);
    expect((await once<CustomEvent>(document, 'paynow-checkout')).detail).to.deep.equal(session);
    expect(stub.calls).to.deep.equal([['checkout', {returnUrl: here(), cancelUrl: here()}]]);
  });

  it('takes along what the shop is set up with', async () => {
    const [button, stub] = await place({
      returnUrl: '/thanks',
      cancelUrl: 'https://shop.test/back',
      autoRedirect: true,
      affiliateCode: 'BLAZE',
      promoCodes: 'A, B,',
    });
    button.click();
    await once(button, 'paynow-checkout');
    expect(stub.calls[0]![1]).to.deep.equal({
      promoCodes: ['A', 'B'],
      affiliateCode: 'BLAZE',
      autoRedirect: true,
      returnUrl: new URL('/thanks', location.href).href,
      cancelUrl: 'https://shop.test/back',
    });
  });

  it('prefers its own codes', async () => {
    const [button, stub] = await place({promoCodes: ['A']}, 'promo-codes="C,D"');
    button.click();
    await once(button, 'paynow-checkout');
    expect((stub.calls[0]![1] as {promoCodes: string[]}).promoCodes).to.deep.equal(['C', 'D']);
  });

  it('stays when the page objects', async () => {
    const [button, stub] = await place();
    button.addEventListener('paynow-before-checkout', event => event.preventDefault());
    button.click();
    await until(() => !button.matches(':state(busy)'));
    expect(stub.calls).to.deep.equal([]);
  });

  it('makes one session however often it is pressed', async () => {
    const [button, stub] = await place();
    button.click();
    button.click();
    await once(button, 'paynow-checkout');
    expect(stub.calls.length).to.equal(1);
  });

  it('says a way that there is not, once for the console and to the page, and goes the way of the shop', async () => {
    const {open} = window;
    const tab = {closed: false, close: () => { tab.closed = true; }};
    window.open = () => tab as unknown as Window;
    try {
      const [button, stub] = await place({checkout: 'new-tab'}, 'checkout="pop-up"');
      const heard = once<CustomEvent>(document, 'paynow-error');
      button.click();
      const {error} = (await heard).detail;
      expect(error).to.include({kind: 'configuration'});
      expect(error.message).to.equal(
        'checkout "pop-up" on <paynow-checkout-button> cannot be used: write redirect, overlay or new-tab.');
      await once(button, 'paynow-checkout');
      await until(() => tab.closed);
      expect(stub.calls.length).to.equal(1);
      expect(said(button, 'message')).to.equal('');
    } finally {
      window.open = open;
    }
  });

  it('does nothing while the cart is empty', async () => {
    const [button, stub] = await place({}, '', {cart: cart([])});
    button.click();
    expect([button.matches(':state(empty)'), button.matches(':state(busy)')]).to.deep.equal([true, false]);
    expect(part(button, 'button').ariaDisabled).to.equal('true');
    expect(part(button, 'button').innerText.trim()).to.equal('Checkout');
    expect(stub.calls).to.deep.equal([]);
  });

  it('says what went wrong', async () => {
    const [button, stub] = await place();
    stub.on('checkout', () => {
      throw failure('schema', {traceId: 'ref'});
    });
    button.click();
    await until(() => said(button, 'message').endsWith('Reference: ref'));
    expect(button.matches(':state(failed)')).to.equal(true);
  });

  it('does not follow an address that is not safe', async () => {
    const stub = stubShop();
    stub.on('checkout', () => ({...session, url: 'http://checkout.test/tok'}));
    const button = await mount<PaynowCheckoutButton>(
      `<paynow-checkout-button store-id="${stub.id}"></paynow-checkout-button>`,
    );
    button.click();
    expect((await once<CustomEvent>(button, 'paynow-error')).detail.error.code).to.equal('unsafe-checkout-url');
    await until(() => said(button, 'message').startsWith('The address of the checkout is not safe'));
  });

  describe('the way back', () => {
    const around = 'https://shop.test/a?b#c';
    for (const [what, wish, here, back] of [
      ['this page, without what a link of ours asked for', undefined, 'https://shop.test/x#paynow-add=vip',
        'https://shop.test/x'],
      ['what the shop says, from where the page is', 'thanks', 'https://shop.test/x', 'https://shop.test/thanks'],
      ['this page, where the shop says nothing of use', 'ftp://shop.test/', 'https://shop.test/x',
        'https://shop.test/x'],
      ['the page around, where this one has no address of its own', undefined, 'about:srcdoc', around],
    ] as const) it(`is ${what}`, () => expect(wayBack(wish, here, around)).to.equal(back));

    it('is none from a file', () => {
      for (const page of ['file:///home/a/shop.html', 'data:text/html,x'])
        expect(wayBack(undefined, page, page)).to.equal(undefined);
    });
  });

  describe('addresses', () => {
    for (const address of [
      'https://pay.test/x',
      'http://localhost:3000/x',
      'http://shop.localhost/x',
      'http://127.0.0.1:8/x',
      'http://[::1]/x',
    ])
      it(`follows ${address}`, () => expect(safeAddress(address)).to.equal(address));
    for (const address of [
      'http://pay.test/',
      'javascript:alert(1)',
      'data:text/html,x',
      '/checkout',
      '',
      'http://localhost.evil.test/',
      'http://127.0.0.1.evil.test/',
      'ftp://localhost/',
      'blob:https://pay.test/x',
    ])
      it(`does not follow "${address}"`, () =>
        expect(() => safeAddress(address))
          .to.throw()
          .with.property('kind', 'configuration'));
  });
});
