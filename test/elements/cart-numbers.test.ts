import {expect} from '@open-wc/testing';
import '../../src/elements/cart-count.js';
import '../../src/elements/cart-total.js';
import {mount, part} from '../support/dom.js';
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
