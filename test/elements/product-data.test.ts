import {expect} from '@open-wc/testing';
import '../../src/elements/product.js';
import type {PaynowProduct} from '../../src/elements/product.js';
import type {Product} from '../../src/api/index.js';
import {mount, settled, until} from '../support/dom.js';
import {product, publish} from './catalog.js';
import {stubShop} from './support.js';
import type {StubShop} from './support.js';

const selector = 'script[type="application/ld+json"]';
const block = (): HTMLScriptElement | null => document.head.querySelector(selector);

const place = async (wish: Product = product(), attributes = ''): Promise<[PaynowProduct, StubShop]> => {
  const stub = stubShop();
  const element = await mount<PaynowProduct>(
    `<paynow-product store-id="${stub.id}" product-id="7" json-ld ${attributes}></paynow-product>`);
  await publish(stub, wish);
  await until(block, 'the data block');
  return [element, stub];
};

const data = async (wish?: Product, attributes?: string) => {
  const [element] = await place(wish, attributes);
  const told = JSON.parse(block()!.text);
  element.remove();
  return told;
};

describe('json-ld of paynow-product', () => {
  it('tells search engines of the product and its offer', async () => {
    const wish = product({
      description: '<p>Three <b>homes</b></p>\n<p>and a bed</p>', image_url: 'https://a.example/a.png',
    });
    expect(await data(wish, 'product-url="/shop/{slug}"')).to.deep.equal({
      '@context': 'https://schema.org', '@type': 'Product', name: 'VIP', sku: '7',
      description: 'Three homes and a bed', image: 'https://a.example/a.png',
      offers: {
        '@type': 'Offer', url: `${location.origin}/shop/vip`, price: '4.99', priceCurrency: 'EUR',
        availability: 'https://schema.org/InStock',
      },
    });
  });

  it('has prices with the digits of their currency', async () => {
    const price = async (amount: number, currency: string): Promise<string> =>
      (await data(product({price: amount, currency}))).offers.price;
    expect(await price(1500, 'jpy')).to.equal('1500');
    expect(await price(1500, 'kwd')).to.equal('1.500');
    expect(await price(5, 'usd')).to.equal('0.05');
    expect(await price(0, 'usd')).to.equal('0.00');
    expect(await price(-5, 'usd')).to.equal('-0.05');
    expect(await price(9_007_199_254_740_991, 'usd')).to.equal('90071992547409.91');
    expect(await price(100, 'no currency')).to.equal('1.00');
  });

  it('says what is sold out, and until when a price holds', async () => {
    const ends_at = '2099-01-01T00:00:00Z';
    const {offers} = await data(product({
      stock: {available_to_purchase: false}, image_url: 'data:image/png;base64,AA',
      pricing: {price_original: 2, price_final: 1, active_sale: {name: 'x', ends_at}},
    }));
    expect([offers.availability, offers.priceValidUntil]).to.deep.equal(['https://schema.org/OutOfStock', ends_at]);
  });

  it('cannot be ended by what the merchant wrote', async () => {
    const name = '</script><script>alert(1)</script>\u2028';
    const [element] = await place(product({name}));
    expect(block()!.text).to.not.contain('<');
    expect(JSON.parse(block()!.text).name).to.equal(name);
    element.remove();
  });

  it('is one block that follows the product, and leaves with it', async () => {
    const [element, stub] = await place();
    await publish(stub, product({name: 'New'}));
    await until(() => block()?.text.includes('New'));
    expect(document.querySelectorAll(selector).length).to.equal(1);
    const parent = element.parentElement!;
    element.remove();
    await settled(document);
    expect(block()).to.equal(null);
    parent.append(element);
    await until(block);
    element.jsonLd = false;
    await until(() => !block());
  });

  it('is not there without the attribute', async () => {
    const stub = stubShop();
    await mount(`<paynow-product store-id="${stub.id}" product-id="7"></paynow-product>`);
    await publish(stub, product());
    expect(block()).to.equal(null);
  });
});
