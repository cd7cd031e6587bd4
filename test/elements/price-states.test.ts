import {expect} from '@open-wc/testing';
import '../../src/elements/price.js';
import type {PaynowPrice} from '../../src/elements/price.js';
import {inside, mount, once, part, settled, until} from '../support/dom.js';
import {fail, product, publish} from './catalog.js';
import {deferred, failure, stubShop} from './support.js';
import type {StubShop} from './support.js';

const place = async (attributes = '', content = ''): Promise<[PaynowPrice, StubShop]> => {
  const stub = stubShop();
  const html = `<paynow-price store-id="${stub.id}" product-id="vip" ${attributes}>${content}</paynow-price>`;
  return [await mount<PaynowPrice>(html), stub];
};

/** What is read of the price, hidden words included. */
const read = (element: Element): string =>
  [...element.shadowRoot!.children].filter(({localName}) => localName !== 'slot')
    .map(({textContent}) => textContent?.replaceAll(/\s+/g, ' ').trim()).join(' | ');

describe('paynow-price, waiting and failing', () => {
  describe('until the price is known', () => {
    it('keeps its place', async () => {
      const [element] = await place();
      expect(element.getBoundingClientRect().width).to.be.greaterThan(20);
      expect(element.matches(':state(failed)')).to.equal(false);
    });

    it('shows what the page put in, and then the price', async () => {
      const [element, stub] = await place('', '€5');
      expect(inside(element, 'slot').hidden).to.equal(false);
      expect(element.shadowRoot!.querySelector('.bar')).to.equal(null);
      await publish(stub, product());
      expect(inside(element, 'slot').hidden).to.equal(true);
      expect(read(element)).to.equal('€4.99');
    });

    it('asks for it once', async () => {
      const [element, stub] = await place();
      element.show = 'final';
      await publish(stub, product());
      expect(stub.calls).to.deep.equal([['product', 'vip']]);
      element.productId = 'other';
      await settled(document);
      expect(stub.calls).to.deep.equal([['product', 'vip'], ['product', 'other']]);
      inside(element, '.bar');
    });
  });

  describe('when it cannot be read', () => {
    it('says so and tries again', async () => {
      const [element, stub] = await place();
      await fail(stub);
      await until(() => part(element, 'error').textContent?.startsWith('That did not work.'));
      expect(element.matches(':state(failed)')).to.equal(true);
      const answer = deferred<void>();
      stub.on('product', () => answer.promise);
      part(element, 'retry-button').click();
      await element.updateComplete;
      inside(element, '.bar');
      expect(element.matches(':state(failed)')).to.equal(false);
      answer.resolve();
      await publish(stub, product());
      expect(read(element)).to.equal('€4.99');
    });

    it('says so when a part of the script does not come', async () => {
      const stub = stubShop();
      stub.on('product', () => { throw new TypeError('no such file'); });
      const element = await mount(`<paynow-price store-id="${stub.id}" product-id="vip"></paynow-price>`);
      await until(() => part(element, 'error').textContent?.includes('no connection'));
    });

    it('tells the page once', async () => {
      const [element, stub] = await place();
      const told = once<HTMLElementEventMap['paynow-error']>(document, 'paynow-error');
      const error = failure('http', {status: 404, code: 'product-not-found'});
      await fail(stub, 'vip', error);
      expect((await told).detail.error).to.equal(error);
      await until(() => part(element, 'error').textContent?.startsWith('This product is not available any more.'));
    });

    it('leaves what the page put in', async () => {
      const [element, stub] = await place('', '€5');
      await fail(stub);
      expect(read(element)).to.equal('');
      expect(inside(element, 'slot').hidden).to.equal(false);
    });

    it('forgets the failure of a product that it shows no more', async () => {
      const stub = stubShop();
      const [first, second] = [deferred<void>(), deferred<void>()];
      stub.on('product', (key: string) => (key === 'vip' ? first : second).promise);
      const element = await mount<PaynowPrice>(`<paynow-price store-id="${stub.id}" product-id="vip"></paynow-price>`);
      element.productId = 'other';
      await element.updateComplete;
      first.reject(failure('network'));
      await settled(document);
      inside(element, '.bar');
    });
  });

  describe('tells its author', () => {
    it('that the product-id is missing', async () => {
      const {id} = stubShop();
      const told = once<HTMLElementEventMap['paynow-error']>(document, 'paynow-error');
      const element = await mount(`<paynow-price store-id="${id}" product-id=" ">€5</paynow-price>`);
      expect((await told).detail.error.message)
        .to.equal('<paynow-price> needs a product-id: the id or the slug of the product.');
      await until(() => read(element) === 'This element needs a product-id: the id or the slug of a product.');
      expect(element.shadowRoot!.querySelector('button')).to.equal(null);
    });

    it('that there is no shop, without an event', async () => {
      let events = 0;
      document.addEventListener('paynow-error', () => events++, {once: true});
      const element = await mount('<paynow-price product-id="vip"></paynow-price>');
      await until(() => read(element).startsWith('No shop is connected yet'));
      expect(events).to.equal(0);
    });
  });

  it('takes the product of the paynow-product around it', async () => {
    const stub = stubShop();
    const host = await mount(
      `<paynow-product product-id="7"><paynow-price store-id="${stub.id}"></paynow-price></paynow-product>`);
    await publish(stub, product());
    expect(read(host.firstElementChild!)).to.equal('€4.99');
  });
});
