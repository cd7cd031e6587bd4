import {expect} from '@open-wc/testing';
import '../../src/elements/cart-button.js';
import '../../src/elements/cart.js';
import type {PaynowCartButton} from '../../src/elements/cart-button.js';
import type {PaynowCart} from '../../src/elements/cart.js';
import {mount, once, part, until} from '../support/dom.js';
import {cart, line, stubShop} from './support.js';

const name = (button: Element): string | null => part(button, 'button').ariaLabel;

describe('paynow-cart-button', () => {
  afterEach(() => {
    document.querySelectorAll('paynow-cart').forEach(element => element.remove());
  });

  it('shows how many items there are, and says it in its name', async () => {
    const stub = stubShop({cart: cart([line({quantity: 3})])});
    const button = await mount<PaynowCartButton>(`<paynow-cart-button store-id="${stub.id}"></paynow-cart-button>`);
    expect([part(button, 'badge').innerText, name(button)]).to.deep.equal(['3', 'Cart, 3 items']);
    await stub.publish({cart: cart()});
    expect([part(button, 'badge').innerText, name(button)]).to.deep.equal(['1', 'Cart, 1 item']);
    await stub.publish({cart: cart([])});
    expect([part(button, 'badge').offsetWidth, name(button)]).to.deep.equal([0, 'Cart, 0 items']);
    expect(button.matches(':state(empty)')).to.equal(true);
  });

  it('speaks the language of the page', async () => {
    const {id} = stubShop({cart: cart([line({quantity: 1200})])});
    const button = await mount(`<paynow-cart-button lang="de" store-id="${id}"></paynow-cart-button>`);
    await until(() => name(button) === 'Warenkorb, 1.200 Artikel');
  });

  it('begins its name with the label of the page', async () => {
    const button = await mount(`<paynow-cart-button store-id="${stubShop().id}">Basket</paynow-cart-button>`);
    await until(() => name(button) === 'Basket, 1 item');
  });

  it('is hidden while empty when told so', async () => {
    const stub = stubShop({cart: cart([])});
    const button = await mount<PaynowCartButton>(
      `<paynow-cart-button hide-when-empty store-id="${stub.id}"></paynow-cart-button>`,
    );
    expect(button.offsetWidth).to.equal(0);
    await stub.publish({});
    expect(button.offsetWidth).to.be.greaterThan(0);
  });

  it('opens the cart of the same shop, and shows that it is open', async () => {
    const [other, own] = [stubShop(), stubShop()];
    const host = await mount(`<div><paynow-cart store-id="${other.id}"></paynow-cart>
      <paynow-cart store-id="${own.id}"></paynow-cart>
      <paynow-cart-button store-id="${own.id}"></paynow-cart-button></div>`);
    const button = host.querySelector('paynow-cart-button')!;
    const inner = part(button, 'button');
    expect([inner.getAttribute('aria-haspopup'), inner.ariaExpanded]).to.deep.equal(['dialog', 'false']);
    button.click();
    await once(document, 'paynow-cart-open');
    expect([...host.querySelectorAll('paynow-cart')].map(({open}) => open)).to.deep.equal([false, true]);
    expect(inner.ariaExpanded).to.equal('true');
    host.querySelectorAll('paynow-cart')[1]!.open = false;
    await once(document, 'paynow-cart-close');
    expect(inner.ariaExpanded).to.equal('false');
  });

  it('opens the cart that it names, in its own root or in the document', async () => {
    const stub = stubShop();
    const host = await mount(
      `<div><paynow-cart></paynow-cart><paynow-cart id="mine" store-id="${stub.id}"></paynow-cart>
      <section></section></div>`,
    );
    const root = host.querySelector('section')!.attachShadow({mode: 'open'});
    root.innerHTML = `<paynow-cart-button cart="mine"></paynow-cart-button>
      <paynow-cart-button cart="inner"></paynow-cart-button>
      <paynow-cart id="inner" store-id="${stub.id}"></paynow-cart>`;
    const [outer, inner] = root.querySelectorAll('paynow-cart-button');
    outer!.click();
    await until(() => host.querySelector<PaynowCart>('#mine')!.open);
    host.querySelector<PaynowCart>('#mine')!.open = false;
    inner!.click();
    await until(() => root.querySelector('paynow-cart')!.open);
  });

  it('makes a cart when the page has none, once', async () => {
    const stub = stubShop();
    const button = await mount<PaynowCartButton>(`<paynow-cart-button store-id="${stub.id}"></paynow-cart-button>`);
    button.click();
    const {target} = await once(document, 'paynow-cart-open');
    expect([(target as PaynowCart).parentElement, (target as PaynowCart).shop]).to.deep.equal([
      document.body,
      stub.shop,
    ]);
    (target as PaynowCart).open = false;
    await once(document, 'paynow-cart-close');
    button.click();
    await once(document, 'paynow-cart-open');
    expect(document.querySelectorAll('paynow-cart').length).to.equal(1);
  });

  it('brings a cart that is a part of the page into view', async () => {
    const stub = stubShop();
    const host = await mount(`<div><paynow-cart-button store-id="${stub.id}"></paynow-cart-button>
      <div></div><paynow-cart mode="inline" store-id="${stub.id}"></paynow-cart></div>`);
    host.querySelector('div')!.style.height = '3000px';
    host.querySelector('paynow-cart-button')!.click();
    await until(() => host.querySelector('paynow-cart')!.getBoundingClientRect().top < innerHeight);
    expect(host.querySelector('paynow-cart')!.open).to.equal(false);
    scrollTo(0, 0);
  });
});
