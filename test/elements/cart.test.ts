import {expect} from '@open-wc/testing';
import '../../src/elements/cart.js';
import type {PaynowCart} from '../../src/elements/cart.js';
import type {CartState} from '../../src/store/cart-store.js';
import type {Config} from '../../src/store/config.js';
import {inside, mount, once, part, until} from '../support/dom.js';
import {cart, failure, line, stubShop} from './support.js';
import type {StubShop} from './support.js';

const place = async (
  wish: Partial<CartState> = {},
  config: Config = {},
  attributes = '',
  light = '',
): Promise<[PaynowCart, StubShop]> => {
  const stub = stubShop(wish, config);
  const html = `<paynow-cart mode="inline" store-id="${stub.id}" ${attributes}>${light}</paynow-cart>`;
  return [await mount<PaynowCart>(html), stub];
};
const text = (element: PaynowCart): string => inside(element, '.panel').innerText.replace(/\s+/g, ' ').trim();
const states = (element: PaynowCart): string[] =>
  ['busy', 'empty', 'failed', 'signed-out'].filter(name => element.matches(`:state(${name})`));

describe('paynow-cart', () => {
  describe('says how it stands', () => {
    it('not connected to a shop', async () => {
      const [element] = await place({status: 'unconfigured', cart: null});
      expect(text(element)).to.contain('not connected to a shop yet');
    });

    it('loading: a picture of lines, and words for those who do not see it', async () => {
      const [element] = await place({status: 'loading', cart: null});
      expect(inside(element, '.content').ariaBusy).to.equal('true');
      expect(inside(element, '.unseen').textContent).to.equal('Loading the cart');
    });

    it('empty, in its own words or those of the page', async () => {
      const [own] = await place({cart: cart([])});
      expect([text(own), states(own)]).to.deep.equal(['Cart Your cart is empty.', ['empty']]);
      const [given] = await place({cart: cart([])}, {}, '', '<p slot="empty">Nothing yet</p>');
      expect(given.innerText.trim()).to.equal('Nothing yet');
      expect(text(given)).not.to.contain('Your cart is empty.');
    });

    it('failed, and tries again when told to', async () => {
      const [element, stub] = await place({status: 'failed', cart: null, error: failure('timeout')});
      await until(() => text(element).includes('That took too long.'));
      expect(states(element)).to.deep.equal(['failed']);
      inside(element, '.still button').click();
      await until(() => stub.calls.some(([name]) => name === 'refresh'));
    });

    it('failed with lines from before: they stay, the failure is said above them', async () => {
      const [element] = await place({status: 'failed', error: failure('http', {status: 503, traceId: 'xyz'})});
      await until(() => part(element, 'notice').innerText.includes('Reference: xyz'));
      expect(part(element, 'line-name').innerText).to.equal('VIP');
      expect(text(element)).not.to.contain('raw words');
    });

    it('signed out, with a way to sign in of which the page hears first', async () => {
      const [element] = await place({status: 'signed-out', cart: null});
      expect(states(element)).to.deep.equal(['signed-out']);
      element.addEventListener('paynow-auth-required', event => event.preventDefault());
      const asked = once<CustomEvent>(element, 'paynow-auth-required');
      inside(element, '.still button').click();
      expect((await asked).detail).to.deep.equal({storeId: element.shop.id, reason: 'signed-out'});
    });

    it('a guest with lines', async () => {
      const [element] = await place({status: 'signed-out'}, {signInUrl: '/login'});
      expect(text(element)).to.contain('Sign in to check out. Your items are kept. Sign in');
      expect(part(element, 'line-name').innerText).to.equal('VIP');
    });

    it('offline, and busy while changes wait', async () => {
      const [element] = await place({offline: true, pending: 1});
      expect(text(element)).to.contain('You are offline.');
      expect(states(element)).to.deep.equal(['busy']);
    });
  });

  describe('shows a line', () => {
    it('with prices in the form of the language', async () => {
      const [element] = await place({cart: cart([line({price: 250, quantity: 3})])}, {}, 'lang="de"');
      expect(part(element, 'line-price').innerText.trim()).to.equal('7,50\u00a0€');
      expect(part(element, 'total').innerText).to.contain('7,50\u00a0€');
      await until(() => part(element, 'line-options').innerText.includes('je 2,50\u00a0€'));
    });

    it('with the digits of the currency', async () => {
      const [yen] = await place({cart: cart([line({price: 250})], {currency: 'jpy'})});
      expect(part(yen, 'line-price').innerText.trim()).to.equal('¥250');
      const [dinar] = await place({cart: cart([line({price: 1250})], {currency: 'kwd'})});
      expect(part(dinar, 'line-price').innerText.trim()).to.equal('KWD\u00a01.250');
    });

    it('with the price before a sale struck through, and what is saved', async () => {
      const sale = line({price: 800, pricing: {price_original: 1000, price_final: 800}, quantity: 2});
      const [element] = await place({cart: cart([sale])});
      expect(inside(element, 's').innerText).to.equal('€20.00');
      expect(inside(element, '[part=line-price] .unseen').textContent).to.equal('instead of €20.00');
      expect(part(element, 'subtotal').innerText.replace(/\s+/g, ' ').trim()).to.equal('Subtotal €20.00');
      expect(part(element, 'total').innerText.replace(/\s+/g, ' ').trim()).to.equal('Total €16.00');
    });

    it('without a subtotal when nothing is saved', async () => {
      const [element] = await place();
      expect(part(element, 'subtotal').hidden).to.equal(true);
      expect(element.shadowRoot!.querySelector('s')).to.equal(null);
    });

    it('with everything that was chosen', async () => {
      const [element] = await place({
        cart: cart([
          line({
            selected_gameserver: {id: '5', name: 'Survival', enabled: true},
            custom_variables: [
              {
                identifier: 'color',
                name: 'Colour',
                type: 'dropdown',
                value: 'r',
                selected_option: {name: 'Red', value: 'r', price: 0, is_default: false, sort_order: 0},
              },
              {identifier: 'tag', name: 'Tag', type: 'text', value: '<b>hi</b>'},
            ],
            gift_to_customer_id: '3',
            gift_to_customer: {id: '3', name: 'Steve'},
          }),
        ]),
      });
      expect(part(element, 'line-options').innerText.trim().split('\n')).to.deep.equal([
        'Server: Survival',
        'Colour: Red',
        'Tag: <b>hi</b>',
        'Gift for Steve',
      ]);
    });

    it('with the rhythm of a subscription when the product is known, and trials by name', async () => {
      const [element, {shop}] = await place({
        cart: cart([
          line({key: 'a', subscription: true}),
          line({key: 'b', product_id: '8', subscription: true}),
          line({key: 'c', subscription: true, trial: true}),
        ]),
      });
      const product = {subscription_interval_value: 3, subscription_interval_scale: 'month'};
      shop.catalog.publish(new Map([['7', {status: 'ready', product: product as never}]]));
      element.requestUpdate();
      await element.updateComplete;
      const options = [...element.shadowRoot!.querySelectorAll<HTMLElement>('[part=line-options]')].map(({innerText}) =>
        innerText.trim(),
      );
      expect(options).to.deep.equal(['Every 3 months', 'Subscription', 'Free trial']);
    });

    it('marked as long as it is pending', async () => {
      const [element] = await place({pending: 1, cart: cart([line({pending: true})])});
      expect(part(element, 'line').className).to.contain('pending');
    });
  });

  describe('shows pictures', () => {
    const pixel = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

    it('of a fixed size, so that nothing moves when they come', async () => {
      const [element] = await place({cart: cart([line({image_url: pixel})])});
      const image = part<HTMLImageElement>(element, 'line-image');
      expect([image.localName, image.getAttribute('width'), image.alt]).to.deep.equal(['img', '64', '']);
    });

    it('but none from elsewhere than the web', async () => {
      for (const image_url of ['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'blob:x', null]) {
        const [element] = await place({cart: cart([line({image_url})])});
        expect(part(element, 'line-image').localName).to.equal('span');
      }
    });

    it('and something neutral when one does not load', async () => {
      const [element] = await place({cart: cart([line({image_url: 'data:image/png;base64,AAAA'})])});
      await until(() => part(element, 'line-image').localName === 'span');
    });
  });

  describe('says what was taken back', () => {
    const notice = {
      id: 'n1',
      lineKey: 'vip',
      name: 'VIP',
      action: 'set' as const,
      quantity: 3,
      error: failure('http', {status: 400, code: 'out-of-stock'}),
    };

    it('at its line', async () => {
      const [element] = await place({notices: [notice]});
      await until(() =>
        inside(element, '[part=line] [part=notice]').innerText.includes(
          'The quantity of VIP was not changed. This product is sold out.',
        ),
      );
    });

    it('on top when the line is gone, with what to do about it', async () => {
      const [element, stub] = await place({notices: [{...notice, lineKey: 'gone', action: 'add'}]});
      await until(() => inside(element, '.content > [part=notice]').innerText.includes('VIP was not added.'));
      const [retry, dismiss] = element.shadowRoot!.querySelectorAll<HTMLElement>('[part=notice] button');
      retry!.click();
      dismiss!.click();
      await until(() => stub.calls.length === 2);
      expect(stub.calls).to.deep.equal([
        ['retry', 'n1'],
        ['dismiss', 'n1'],
      ]);
    });

    it('keeps a name together on a page from right to left', async () => {
      const [element] = await place({notices: [{...notice, name: '1,000 Coins', action: 'add'}]}, {}, 'dir="rtl"');
      await until(() => part(element, 'notice').textContent!.includes('\u20681,000 Coins\u2069 was not added.'));
    });

    it('for the whole cart', async () => {
      const [element] = await place({notices: [{...notice, lineKey: null, name: '', action: 'clear'}]});
      await until(() => part(element, 'notice').innerText.includes('The cart was not emptied.'));
    });
  });

  it('shows what the page puts into its slots', async () => {
    const names = ['title', 'before-lines', 'after-lines', 'promo', 'checkout-label'];
    const [element] = await place({}, {}, '', names.map(name => `<b slot="${name}">${name}</b>`).join(''));
    for (const child of element.children) expect((child as HTMLElement).offsetWidth, child.slot).to.be.greaterThan(0);
  });

  it('has the heading that it is given', async () => {
    const [element] = await place({}, {}, 'heading="Basket"');
    expect(inside(element, 'h2').innerText).to.equal('Basket');
  });
});
