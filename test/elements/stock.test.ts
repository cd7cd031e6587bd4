import {expect} from '@open-wc/testing';
import '../../src/elements/stock.js';
import type {PaynowStock} from '../../src/elements/stock.js';
import type {Product} from '../../src/api/index.js';
import {inside, mount, part, until} from '../support/dom.js';
import {fail, product, publish} from './catalog.js';
import {stubShop} from './support.js';
import type {StubShop} from './support.js';

const place = async (attributes = '', content = ''): Promise<[PaynowStock, StubShop]> => {
  const stub = stubShop();
  const html = `<paynow-stock store-id="${stub.id}" product-id="vip" ${attributes}>${content}</paynow-stock>`;
  return [await mount<PaynowStock>(html), stub];
};

/** What the shopper sees: the words of ours or the page's, whichever slot is shown. */
const seen = (element: PaynowStock): string => {
  const slots = [...element.shadowRoot!.querySelectorAll('slot')].filter(slot => !slot.hidden);
  return slots.flatMap(slot => slot.assignedElements({flatten: true}).length ? slot.assignedElements() : [slot])
    .map(node => node.textContent).join('');
};

const left = (customer_available: number | null | undefined, available_to_purchase = true): Product =>
  product({stock: {available_to_purchase, customer_available}});

const shown = async (wish: Product, attributes = '', content = ''): Promise<string> => {
  const [element, stub] = await place(attributes, content);
  await publish(stub, wish);
  return seen(element);
};

describe('paynow-stock', () => {
  it('says that there is plenty, little or nothing', async () => {
    expect(await shown(left(6))).to.equal('In stock');
    expect(await shown(left(5))).to.equal('Only 5 left for you');
    expect(await shown(left(1))).to.equal('Only 1 left for you');
    expect(await shown(left(0))).to.equal('Sold out');
    expect(await shown(left(9, false))).to.equal('Sold out');
    expect(await shown(left(null, false))).to.equal('Sold out');
  });

  it('takes from the page what counts as little', async () => {
    expect(await shown(left(20), 'low="20"')).to.equal('Only 20 left for you');
    expect(await shown(left(2), 'low="1"')).to.equal('In stock');
    expect(await shown(left(1), 'low="0"')).to.equal('In stock');
    expect(await shown(left(5), 'low="few"')).to.equal('Only 5 left for you');
    expect(await shown(left(5), 'low="-1"')).to.equal('Only 5 left for you');
  });

  it('says nothing without a limit, unless the page does', async () => {
    expect(await shown(product())).to.equal('');
    expect(await shown(left(null))).to.equal('');
    expect(await shown(left(undefined))).to.equal('');
    expect(await shown(product(), '', '<b slot="in-stock">Always there</b>')).to.equal('Always there');
  });

  it('says it in the words of the page', async () => {
    const words = '<b slot="in-stock">Plenty</b><b slot="low">Hurry</b><b slot="sold-out">Gone</b>';
    expect(await shown(left(50), '', words)).to.equal('Plenty');
    expect(await shown(left(2), '', words)).to.equal('Hurry');
    expect(await shown(left(0), '', words)).to.equal('Gone');
  });

  it('follows the shop, with states for stylesheets', async () => {
    const [element, stub] = await place();
    expect(seen(element)).to.equal('');
    const states = (): boolean[] => ['low', 'sold-out'].map(name => element.matches(`:state(${name})`));
    await publish(stub, left(3));
    expect([seen(element), states()]).to.deep.equal(['Only 3 left for you', [true, false]]);
    await publish(stub, left(0));
    expect([seen(element), states()]).to.deep.equal(['Sold out', [false, true]]);
    await publish(stub, left(8));
    expect([seen(element), states()]).to.deep.equal(['In stock', [false, false]]);
  });

  it('says why nothing is known, and tries again', async () => {
    const [element, stub] = await place();
    await fail(stub);
    await until(() => part(element, 'error').textContent?.startsWith('That did not work.'));
    expect(element.matches(':state(failed)')).to.equal(true);
    part(element, 'retry-button').click();
    expect(stub.calls.length).to.equal(2);
  });

  it('tells its author that the product-id is missing', async () => {
    const {id} = stubShop();
    const element = await mount(`<paynow-stock store-id="${id}"></paynow-stock>`);
    await until(() => inside(element, '[part=error]').textContent?.includes('needs a product-id'));
  });
});
