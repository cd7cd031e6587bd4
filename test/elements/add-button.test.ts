import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../../src/elements/add-button.js';
import type {PaynowAddButton} from '../../src/elements/add-button.js';
import {inside, mount, once, part, until} from '../support/dom.js';
import {cart, deferred, failure, line, stock, stubShop} from './support.js';
import type {StubShop} from './support.js';

const place = (stub: StubShop, attributes = 'product-id="vip"', label = ''): Promise<PaynowAddButton> =>
  mount<PaynowAddButton>(`<paynow-add-button store-id="${stub.id}" ${attributes}>${label}</paynow-add-button>`);

const said = (button: Element): string => part(button, 'message').textContent ?? '';
const adds = ({calls}: StubShop): unknown[] => calls.filter(([name]) => name === 'add').map(([, wish]) => wish);

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
      stub.shop.cart.publish({status: 'ready', cart: cart(), pending: 0, error: null, notices: [], offline: false});
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

  describe('failure', () => {
    it('says a sentence with the reference, never the words of the API', async () => {
      stub.on('add', () => {
        throw failure('http', {status: 500, code: 'internal-error', traceId: 'abc123'});
      });
      const button = await place(stub);
      button.click();
      const {detail} = await once<CustomEvent>(document, 'paynow-error');
      await until(() => button.matches(':state(failed)'));
      expect(detail.error.code).to.equal('internal-error');
      expect(said(button)).to.equal('That did not work. Please try again in a moment. Reference: abc123');
      expect(part(button, 'message').getAttribute('role')).to.equal('alert');
    });

    it('takes the sentence back with the next press', async () => {
      stub.on('add', () => {
        throw failure('timeout');
      });
      const button = await place(stub);
      button.click();
      await until(() => said(button) !== '');
      stub.on('add', () => line());
      button.click();
      await once(button, 'paynow-add');
      expect(said(button)).to.equal('');
    });

    it('asks the page to sign in, and offers the page that does it', async () => {
      stub.shop.configure({signInUrl: '/login?from=shop'});
      stub.on('add', () => {
        throw failure('auth', {code: 'signed-out'});
      });
      const button = await place(stub);
      button.click();
      const {detail} = await once<CustomEvent>(document, 'paynow-auth-required');
      expect(detail).to.deep.equal({storeId: stub.id, reason: 'signed-out'});
      await until(() => said(button) === 'Please sign in first. Sign in');
      const link = new URL(inside<HTMLAnchorElement>(button, '[part=message] a').href);
      expect(link.pathname + link.search).to.equal(`/login?from=shop&return_to=${encodeURIComponent(location.href)}`);
    });

    it('leaves signing in to the page when that takes it over', async () => {
      stub.on('add', () => {
        throw failure('auth');
      });
      const button = await place(stub);
      const errors: Event[] = [];
      button.addEventListener('paynow-error', event => errors.push(event));
      button.addEventListener('paynow-auth-required', event => event.preventDefault());
      button.click();
      await once(button, 'paynow-auth-required');
      await until(() => !button.matches(':state(busy)'));
      expect(said(button)).to.equal('');
      expect(errors).to.deep.equal([]);
    });

    it('keeps what it said when the product is asked for only afterwards', async () => {
      const product = deferred();
      stub.on('product', () => product.promise);
      stub.on('add', () => {
        throw failure('timeout');
      });
      const button = await place(stub);
      button.click();
      await until(() => said(button) !== '');
      await until(() => stub.calls.some(([name]) => name === 'product'));
      await new Promise(resolve => {
        requestAnimationFrame(resolve);
      });
      expect(said(button)).to.equal('That took too long. Please try again.');
    });

    it('asks for a choice in a dialog, and says nothing below the button then', async () => {
      stub.on('add', () => {
        throw failure('configuration', {code: 'choice-required'});
      });
      const button = await place(stub);
      button.click();
      const dialog = await until(() => document.querySelector('paynow-options-dialog'));
      await until(() => !button.matches(':state(busy)'));
      expect(said(button)).to.equal('');
      dialog.remove();
    });
  });

  describe('wrong attributes', () => {
    const cases = {
      'a missing product-id': ['', 'This button needs a product-id.'],
      'an empty product-id': ['product-id=" "', 'This button needs a product-id.'],
      'a negative quantity': [
        'product-id="vip" quantity="-3"',
        'The quantity of this button must be a whole number above 0.',
      ],
      'a quantity of words': [
        'product-id="vip" quantity="abc"',
        'The quantity of this button must be a whole number above 0.',
      ],
      'a quantity beyond 32 bits': [
        'product-id="vip" quantity="2147483648"',
        'The quantity of this button must be a whole number above 0.',
      ],
      'broken JSON': [
        'product-id="vip" custom-variables="{"',
        'The custom-variables of this button must be a JSON object of texts.',
      ],
      'JSON that is a list': [
        'product-id="vip" custom-variables="[1]"',
        'The custom-variables of this button must be a JSON object of texts.',
      ],
      'half a gift': [
        'product-id="vip" gift-to-platform="steam"',
        'A gift needs both gift-to-platform and gift-to-id.',
      ],
      'two receivers': [
        'product-id="vip" gift-to-customer-id="1" gift-to-platform="steam" gift-to-id="2"',
        'A gift needs either gift-to-customer-id or gift-to-platform with gift-to-id, not both.',
      ],
    } as const;
    for (const [name, [attributes, sentence]] of Object.entries(cases)) {
      it(`says ${name} below the button and sends nothing`, async () => {
        const warned: string[] = [];
        const {warn} = console;
        console.warn = (text: string) => void warned.push(text);
        try {
          const button = await place(stub, attributes);
          await until(() => said(button) === sentence, sentence);
          expect(button.matches(':state(failed)')).to.equal(true);
          button.click();
          const {detail} = await once<CustomEvent>(button, 'paynow-error');
          expect(detail.error.kind).to.equal('configuration');
          expect(adds(stub)).to.deep.equal([]);
          expect(warned.length).to.be.lessThan(2);
        } finally {
          console.warn = warn;
        }
      });
    }

    it('takes the sentence back when the attribute is mended', async () => {
      const button = await place(stub, 'product-id="vip" quantity="0"');
      await until(() => said(button) !== '');
      button.quantity = 2;
      await until(() => said(button) === '');
      expect(button.matches(':state(failed)')).to.equal(false);
    });

    it('says that no shop is connected', async () => {
      const button = await mount<PaynowAddButton>('<paynow-add-button product-id="vip"></paynow-add-button>');
      button.click();
      await until(() => said(button).startsWith('No shop is connected yet'));
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
    stub.shop.cart.publish({status: 'ready', cart: cart(), pending: 0, error: null, notices: [], offline: false});
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
