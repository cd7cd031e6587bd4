import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../../src/elements/add-button.js';
import {mount, once, part, until} from '../support/dom.js';
import {adds, place} from './add-button-support.js';
import {deferred, line, state, stock, stubShop} from './support.js';
import type {StubShop} from './support.js';

describe('paynow-add-button', () => {
  let stub: StubShop;
  beforeEach(() => {
    stub = stubShop(null);
  });

  describe('label', () => {
    it('has one of its own where the page gives none, white space included', async () => {
      const button = await place(stub, 'product-id="vip"', '\n  ');
      expect(part(button, 'button').innerText.trim()).to.equal('Add to cart');
    });

    it('shows the label of the page', async () => {
      const button = await place(stub, 'product-id="vip"', '<b>Buy VIP</b>');
      expect(part(button, 'button').innerText.trim()).to.equal('');
      expect(button.innerText.trim()).to.equal('Buy VIP');
    });

    it('follows a label that comes or goes later', async () => {
      const button = await place(stub);
      button.append('Buy VIP');
      await until(() => part(button, 'button').innerText.trim() === '');
      button.textContent = '';
      await until(() => part(button, 'button').innerText.trim() === 'Add to cart');
    });

    it('presses instead of following a link in the label', async () => {
      stub.on('add', () => line());
      const button = await place(stub, 'product-id="vip"', '<a href="#away">VIP</a>');
      button.querySelector('a')!.click();
      await once(button, 'paynow-add');
      expect(location.hash).to.equal('');
    });
  });

  describe('press', () => {
    it('takes the quantity as a string too, as templates of frameworks hand it on', async () => {
      stub.on('add', () => line());
      const button = await place(stub, 'product-id="vip"');
      Object.assign(button, {quantity: '2'});
      button.click();
      await once(button, 'paynow-add');
      expect(adds(stub)[0]).to.include({quantity: 2});
    });

    it('adds what the attributes say', async () => {
      stub.on('add', () => line());
      const button = await place(
        stub,
        `product-id="vip" quantity="3" subscription gameserver-id="5"
        custom-variables='{"color":"red","size":4}' gift-to-platform="steam" gift-to-id="76561198"`,
      );
      button.click();
      await once(button, 'paynow-add');
      expect(adds(stub)).to.deep.equal([
        {
          productId: 'vip',
          quantity: 3,
          subscription: true,
          gameserverId: '5',
          customVariables: {color: 'red', size: '4'},
          giftTo: {platform: 'steam', id: '76561198'},
        },
      ]);
    });

    it('sends a trial as a subscription as well, and a customer who gets a gift', async () => {
      stub.on('add', () => line());
      const button = await place(stub, 'product-id="vip" trial gift-to-customer-id="12"');
      button.click();
      await once(button, 'paynow-add');
      expect(adds(stub)).to.deep.equal([{productId: 'vip', subscription: true, trial: true, giftToCustomerId: '12'}]);
    });

    it('works by keyboard and keeps the focus', async () => {
      const answer = deferred();
      stub.on('add', () => answer.promise);
      const button = await place(stub);
      button.focus();
      await sendKeys({press: 'Enter'});
      await until(() => button.matches(':state(busy)'));
      expect(button.shadowRoot!.activeElement).to.equal(part(button, 'button'));
      expect(part(button, 'button').getAttribute('aria-disabled')).to.equal('true');
      answer.resolve(line());
      await until(() => !button.matches(':state(busy)'));
      expect(button.shadowRoot!.activeElement).to.equal(part(button, 'button'));
    });

    it('shows that it was added, and says so, until a moment later', async () => {
      stub.on('add', () => line());
      const button = await place(stub);
      button.click();
      await until(() => button.matches(':state(added)'));
      await until(() => document.querySelector('[role=status]')?.textContent === 'Added to cart');
      await until(() => !button.matches(':state(added)'));
    });

    it('counts every press while others wait, and is busy until all are confirmed', async () => {
      const answers = [deferred(), deferred(), deferred(), deferred()];
      let next = 0;
      stub.on('add', () => answers[next++]!.promise);
      const button = await place(stub);
      for (let press = 0; press < 4; press++) button.click();
      await until(() => adds(stub).length === 4);
      answers.slice(1).forEach(({resolve}) => resolve(line()));
      await button.updateComplete;
      expect(button.matches(':state(busy)')).to.equal(true);
      answers[0]!.resolve(line());
      await until(() => !button.matches(':state(busy)'));
    });

    it('asks the page first and stays out of the cart when it objects', async () => {
      const button = await place(stub);
      button.addEventListener('paynow-before-add', event => event.preventDefault());
      button.click();
      const {detail} = await once<CustomEvent>(document, 'paynow-before-add');
      await until(() => !button.matches(':state(busy)'));
      expect(detail.line).to.deep.equal({productId: 'vip'});
      expect(adds(stub)).to.deep.equal([]);
      expect(button.matches(':state(added)')).to.equal(false);
    });

    it('hands the cart over with paynow-add, across shadow roots', async () => {
      stub.shop.cart.publish(state());
      stub.on('add', () => line());
      const button = await place(stub);
      button.click();
      const {detail} = await once<CustomEvent>(document, 'paynow-add');
      expect(detail.cart.quantity).to.equal(1);
    });

    it('does nothing when disabled', async () => {
      const button = await place(stub, 'product-id="vip" disabled');
      button.click();
      expect(button.matches(':state(busy)')).to.equal(false);
      expect(part<HTMLButtonElement>(button, 'button').disabled).to.equal(true);
    });
  });

  describe('product', () => {
    it('is asked for once the button is on the page, and the cart is left alone', async () => {
      await place(stub);
      await until(() => stub.calls.some(([name, id]) => name === 'product' && id === 'vip'));
      expect(stub.wakes).to.equal(0);
    });

    it('sold out: says so instead of the label, or beside the label of the page', async () => {
      const [own, given] = [await place(stub), await place(stub, 'product-id="vip"', 'Buy VIP')];
      stock(stub, 'vip', {available_to_purchase: false});
      await until(() => own.matches(':state(sold-out)') && given.matches(':state(sold-out)'));
      expect(part(own, 'button').innerText.trim()).to.equal('Sold out');
      expect(part(given, 'button').textContent).to.contain('Sold out');
      own.click();
      expect(own.matches(':state(busy)')).to.equal(false);
      expect(part(own, 'button').getAttribute('aria-disabled')).to.equal('true');
      expect(part<HTMLButtonElement>(own, 'button').disabled).to.equal(false);
    });

    it('sold out for this customer, and back in stock', async () => {
      const button = await place(stub);
      stock(stub, 'vip', {available_to_purchase: true, customer_available: 0});
      await until(() => button.matches(':state(sold-out)'));
      stock(stub, 'vip', {available_to_purchase: true, customer_available: null});
      await until(() => !button.matches(':state(sold-out)'));
    });
  });

  it('draws once for a press, however many buttons there are', async () => {
    stub.on('add', () => line());
    const host = await mount(
      `<div>${`<paynow-add-button store-id="${stub.id}" product-id="vip"></paynow-add-button>`.repeat(50)}</div>`,
    );
    const buttons = [...host.querySelectorAll('paynow-add-button')];
    await until(() => stub.calls.length === 50);
    await Promise.all(buttons.map(button => button.updateComplete));
    let draws = 0;
    for (const button of buttons.slice(1)) {
      const {requestUpdate} = button;
      button.requestUpdate = (...args) => {
        draws++;
        requestUpdate.apply(button, args);
      };
    }
    buttons[0]!.click();
    await once(document, 'paynow-add');
    stub.shop.cart.publish(state());
    await buttons[0]!.updateComplete;
    expect(draws).to.equal(0);
  });

  it('opens the cart when told to', async () => {
    stub.on('add', () => line());
    const button = await place(stub, 'product-id="vip" open-cart');
    button.click();
    const made = await until(() => document.querySelector(`paynow-cart[store-id="${stub.id}"]`));
    expect(made.hasAttribute('open')).to.equal(true);
    made.remove();
  });
});
