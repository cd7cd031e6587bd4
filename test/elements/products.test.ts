import {expect} from '@open-wc/testing';
import '../../src/elements/price.js';
import '../../src/elements/products.js';
import type {PaynowProducts} from '../../src/elements/products.js';
import type {Product} from '../../src/api/index.js';
import {getShop} from '../../src/store/registry.js';
import {inside, mount, once, part, settled, until} from '../support/dom.js';
import {product, publish} from './catalog.js';
import {deferred, failure, stubShop} from './support.js';
import type {StubShop} from './support.js';

const tag = (slug: string, name = slug) => ({id: `id-${slug}`, slug, name});
const wares = [
  product({id: '1', slug: 'vip', name: 'VIP', price: 500, sort_order: 2, tags: [tag('ranks', 'Ränge')]}),
  product({id: '2', slug: 'key', name: 'Clé à étoile', price: 100, sort_order: 1, tags: [tag('crates')]}),
  product({id: '3', slug: 'egg', name: 'Egg 10', price: 900, sort_order: 3, tags: [tag('crates'), tag('ranks')]}),
  product({id: '4', slug: 'egg-2', name: 'Egg 9', price: 100, sort_order: 3, tags: []}),
  product({id: '5', slug: 'relic', name: 'Relic', price: 700, sort_order: 0, hidden: true, tags: []}),
];

type Listing = StubShop & {list(products: readonly Product[] | Error): void; reads: number};

/** A shop that answers with these products; `list` changes the answer. */
const listing = (products: readonly Product[] = wares): Listing => {
  const stub = stubShop();
  let answer: readonly Product[] | Error = products;
  const more: Listing = Object.assign(stub, {reads: 0, list: (next: readonly Product[] | Error) => { answer = next; }});
  Object.assign(stub.shop.catalog, {
    products: async () => {
      more.reads++;
      if (answer instanceof Error) throw answer;
      return answer;
    },
    product: async (key: string) => {
      stub.calls.push(['product', key]);
      const found = wares.find(({id, slug}) => id === key || slug === key);
      if (!found) throw failure('http', {status: 404});
      return found;
    },
  });
  return more;
};

const place = async (attributes = '', content = '', stub = listing()): Promise<[PaynowProducts, Listing]> => {
  const html = `<paynow-products store-id="${stub.id}" ${attributes}>${content}</paynow-products>`;
  const element = await mount<PaynowProducts>(html);
  await settled(document);
  return [element, stub];
};

const keys = (element: Element): (string | null | undefined)[] =>
  [...element.shadowRoot!.querySelectorAll('[part=item] > paynow-product')].map(one => one.getAttribute('product-id'));
const listed = async (attributes: string): Promise<string> => keys((await place(attributes))[0]).join(' ');
const seen = (element: Element, name: string): boolean => !inside(element, `slot[name=${name}]`).hidden;

describe('paynow-products', () => {
  describe('lists', () => {
    it('what is not hidden, in the order of the shop', async () => {
      expect(await listed('')).to.equal('2 1 3 4');
    });

    it('the products of a tag, by slug or id', async () => {
      expect(await listed('tag="crates"')).to.equal('2 3');
      expect(await listed('tag="id-ranks"')).to.equal('1 3');
      expect(await listed('tag="nothing"')).to.equal('');
      expect(await listed('tag=""')).to.equal('2 1 3 4');
    });

    it('those that are named, in that order, hidden ones too', async () => {
      expect(await listed('ids="egg, 1 ,relic,"')).to.equal('3 1 5');
      expect(await listed('ids="1,nobody"')).to.equal('1');
      expect(await listed('ids="1,2,3" sort="price"')).to.equal('2 1 3');
    });

    it('what a search finds in names and tags, whatever the accents and capitals', async () => {
      expect(await listed('search="ETOILE cle"')).to.equal('2');
      expect(await listed('search="range"')).to.equal('1');
      expect(await listed('search="égg"')).to.equal('3 4');
      expect(await listed('search="  "')).to.equal('2 1 3 4');
      expect(await listed('search=".*"')).to.equal('');
    });

    it('in the wished order, and equal ones as the shop sent them', async () => {
      expect(await listed('sort="name"')).to.equal('2 4 3 1');
      expect(await listed('sort="price"')).to.equal('2 4 1 3');
      expect(await listed('sort="-price"')).to.equal('3 1 2 4');
      expect(await listed('sort="constructor"')).to.equal('2 1 3 4');
      expect(await listed('sort="name" lang="not a language"')).to.equal('2 4 3 1');
    });

    it('as many as wished', async () => {
      expect(await listed('limit="2"')).to.equal('2 1');
      for (const wrong of ['0', '-1', 'few']) expect(await listed(`limit="${wrong}"`)).to.equal('2 1 3 4');
    });

    it('with the wishes for each product handed on', async () => {
      const [element] = await place('layout="row" heading-level="2" product-url="/{slug}"');
      const first = inside<HTMLElementTagNameMap['paynow-product']>(element, 'paynow-product');
      expect([first.layout, first.headingLevel, first.productUrl]).to.deep.equal(['row', 2, '/{slug}']);
      expect(first.shop).to.equal(element.shop);
      element.layout = 'card';
      await settled(document);
      expect(first.layout).to.equal('card');
    });
  });

  describe('page by page', () => {
    it('shows more when asked, and leads the focus there', async () => {
      const [element] = await place('page-size="2"');
      expect(keys(element)).to.deep.equal(['2', '1']);
      part(element, 'more-button').click();
      await settled(document);
      await until(() => element.shadowRoot!.activeElement === element.shadowRoot!.querySelectorAll('[part=item]')[2]);
      expect(keys(element)).to.deep.equal(['2', '1', '3', '4']);
      expect(element.shadowRoot!.querySelector('[part=more-button]')).to.equal(null);
      (element.shadowRoot!.activeElement as HTMLElement).blur();
      expect(element.shadowRoot!.querySelector('[tabindex]')).to.equal(null);
    });

    it('begins anew with another search, and stays with new prices', async () => {
      const [element, stub] = await place('page-size="1"');
      part(element, 'more-button').click();
      await settled(document);
      expect(keys(element).length).to.equal(2);
      stub.list(wares.map(one => ({...one})));
      await publish(stub);
      expect(keys(element).length).to.equal(2);
      element.search = 'egg';
      await settled(document);
      expect(keys(element)).to.deep.equal(['3']);
    });
  });

  describe('moves', () => {
    it('what is there already instead of drawing it anew', async () => {
      const [element] = await place();
      const before = [...element.shadowRoot!.querySelectorAll('paynow-product')];
      element.sort = '-price';
      await settled(document);
      const after = [...element.shadowRoot!.querySelectorAll('paynow-product')];
      expect(keys(element)).to.deep.equal(['3', '1', '2', '4']);
      expect(after.every(one => before.includes(one))).to.equal(true);
    });

    it('with the shop: what goes and what comes', async () => {
      const [element, stub] = await place();
      stub.list([wares[0]!, product({id: '9', name: 'New', sort_order: 0})]);
      await publish(stub);
      await until(() => keys(element).join(' ') === '9 1');
    });
  });

  describe('says', () => {
    it('that there is nothing, in its words or those of the page', async () => {
      const [element] = await place('search="zzz"');
      expect([seen(element, 'empty'), element.matches(':state(empty)')]).to.deep.equal([true, true]);
      expect(inside(element, 'slot[name=empty]').textContent).to.equal('There is nothing here at the moment.');
      element.search = '';
      await settled(document);
      expect([seen(element, 'empty'), element.matches(':state(empty)')]).to.deep.equal([false, false]);
    });

    it('how many a search has found', async () => {
      const [element] = await place();
      element.search = 'egg';
      await until(() => document.querySelector('[role=status]')?.textContent === '2 products');
    });

    it('that it is loading, in the shape of what comes', async () => {
      const stub = listing();
      const answer = deferred<readonly Product[]>();
      Object.assign(stub.shop.catalog, {products: () => answer.promise});
      const [element] = await place('limit="2"', '', stub);
      expect([seen(element, 'loading'), element.matches(':state(busy)')]).to.deep.equal([true, true]);
      expect(element.shadowRoot!.querySelectorAll('.skeleton').length).to.equal(2);
      answer.resolve(wares);
      await until(() => keys(element).length === 2);
      expect([seen(element, 'loading'), element.matches(':state(busy)')]).to.deep.equal([false, false]);
    });

    it('what the page has put in until then', async () => {
      const stub = listing();
      Object.assign(stub.shop.catalog, {products: () => new Promise(() => {})});
      const [element] = await place('', '<a href="/shop">Shop</a>', stub);
      expect([seen(element, 'loading'), element.firstElementChild!.checkVisibility()]).to.deep.equal([false, true]);
    });

    it('why it has failed, and tries again', async () => {
      const stub = listing();
      const error = failure('network');
      stub.list(error);
      const told = once<HTMLElementEventMap['paynow-error']>(document, 'paynow-error');
      const [element] = await place('', '', stub);
      expect((await told).detail.error).to.equal(error);
      await until(() => part(element, 'error').textContent?.includes('There is no connection.'));
      expect(element.matches(':state(failed)')).to.equal(true);
      const {reads} = stub;
      await publish(stub, wares[0]!);
      expect(stub.reads).to.equal(reads);
      stub.list(wares);
      part(element, 'retry-button').click();
      await until(() => keys(element).length === 4);
      expect(element.matches(':state(failed)')).to.equal(false);
    });

    it('nothing of a failure while it has products to show', async () => {
      const [element, stub] = await place();
      stub.list(failure('network'));
      await publish(stub);
      await settled(document);
      expect([keys(element).length, element.matches(':state(failed)')]).to.deep.equal([4, false]);
    });

    it('that there is no shop yet', async () => {
      expect(getShop().id).to.equal('');
      const element = await mount('<paynow-products></paynow-products>');
      await until(() => part(element, 'error').textContent?.includes('No shop is connected yet'));
    });
  });

  it('asks once for a product that does not exist', async () => {
    const [, stub] = await place('ids="nobody"');
    stub.shop.catalog.publish(new Map([['nobody', {status: 'failed', error: failure('http')}]]));
    await settled(document);
    await publish(stub);
    expect(stub.calls.filter(([, key]) => key === 'nobody').length).to.be.at.most(2);
  });

  it('belongs to another shop when it moves', async () => {
    const [element] = await place();
    const other = listing([product({id: '99', name: 'Other'})]);
    element.storeId = other.id;
    await until(() => keys(element).join(' ') === '99');
    element.remove();
    await publish(other);
    document.body.append(element);
    await settled(document);
    expect(keys(element)).to.deep.equal(['99']);
    element.remove();
  });
});
