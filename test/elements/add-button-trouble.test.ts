import {expect} from '@open-wc/testing';
import '../../src/elements/add-button.js';
import type {PaynowAddButton} from '../../src/elements/add-button.js';
import {mount, once, part, until} from '../support/dom.js';
import {adds, place, said} from './add-button-support.js';
import {dialogOf, shown} from './sign-in-support.js';
import {deferred, failure, line, stubShop} from './support.js';
import type {StubShop} from './support.js';

describe('paynow-add-button in trouble', () => {
  let stub: StubShop;
  beforeEach(() => {
    stub = stubShop(null);
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
      const dialog = await dialogOf();
      const link = new URL((await shown<HTMLAnchorElement>(dialog, 'button')).href);
      expect(link.pathname + link.search).to.equal(`/login?from=shop&return_to=${encodeURIComponent(location.href)}`);
      part(dialog, 'close-button').click();
      await until(() => said(button) === 'Please sign in first.');
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
});
