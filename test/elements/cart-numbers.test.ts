import {expect} from '@open-wc/testing';
import '../../src/elements/cart.js';
import '../../src/elements/cart-count.js';
import '../../src/elements/cart-total.js';
import {inside, mount, part, until} from '../support/dom.js';
import {cart, line, stubShop} from './support.js';

const place = async (tag: string, stub = stubShop(), attributes = ''): Promise<Element> =>
  mount(`<paynow-cart-${tag} store-id="${stub.id}" ${attributes}></paynow-cart-${tag}>`);
const value = (element: Element): string => part(element, 'value').innerText;

describe('paynow-cart-count', () => {
  it('shows all quantities together and follows them', async () => {
    const stub = stubShop({cart: cart([line({quantity: 2}), line({key: 'b', quantity: 1500})])});
    const element = await place('count', stub);
    expect(value(element)).to.equal('1,502');
    await stub.publish({cart: cart([])});
    expect([value(element), element.matches(':state(empty)')]).to.deep.equal(['0', true]);
  });

  it('shows a dash of the same width as long as the number is not known', async () => {
    const stub = stubShop({status: 'loading', cart: null});
    const element = await place('count', stub);
    const {width} = part(element, 'value').getBoundingClientRect();
    expect(value(element)).to.equal('–');
    await stub.publish({});
    expect(part(element, 'value').getBoundingClientRect().width).to.be.closeTo(width, 0.5);
  });
});

describe('paynow-cart-total', () => {
  it('shows the amount in the form of the language', async () => {
    const stub = stubShop({cart: cart([line({price: 123_456})])});
    expect(value(await place('total', stub))).to.equal('€1,234.56');
    expect(value(await place('total', stub, 'lang="de"'))).to.equal('1.234,56\u00a0€');
  });

  it('shows a dash as long as the amount is not known', async () => {
    expect(value(await place('total', stubShop({status: 'unconfigured', cart: null})))).to.equal('–');
    expect(value(await place('total', stubShop({cart: cart([], {currency: ''})})))).to.equal('–');
  });
});

describe('the numbers of paynow-cart', () => {
  const open = async (stub: ReturnType<typeof stubShop>, lang: string): Promise<HTMLElement> =>
    mount(`<paynow-cart mode="inline" store-id="${stub.id}" lang="${lang}"></paynow-cart>`);

  it('are ready to be written while it is empty, so that no press waits for the browser to learn how', async () => {
    const {NumberFormat} = Intl;
    let made = 0;
    Intl.NumberFormat = new Proxy(NumberFormat, {
      construct: (format, words: ConstructorParameters<typeof NumberFormat>) => {
        made++;
        return new format(...words);
      },
    });
    const stub = stubShop({cart: cart([], {currency: 'sek'})});
    const element = await open(stub, 'nl');
    await until(() => made === 1);
    await stub.publish({cart: cart([line({price: 250})], {currency: 'sek'})});
    Intl.NumberFormat = NumberFormat;
    expect([part(element, 'line-price').innerText.trim(), made]).to.deep.equal(['SEK\u00a02,50', 1]);
  });

  it('have no words around them that nobody knows yet', async () => {
    const stub = stubShop({cart: cart([line({name: '', quantity: 2})], {currency: ''})});
    const words = inside(await open(stub, 'en'), '.panel').innerText.replace(/\s+/g, ' ');
    expect(words).to.match(/^Cart … Remove/);
  });
});
