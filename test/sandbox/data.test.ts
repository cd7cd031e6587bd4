import {expect} from '@open-wc/testing';
import {createSandbox, demoData} from '../../src/sandbox/index.js';
import {base, Shop} from './support.js';

const {stores, products, customers, tokens} = demoData;

describe('the demo shops', () => {
  it('have ids that are all different and too large for a JavaScript number', () => {
    const ids = [...stores, ...products, ...customers, ...stores.flatMap(({tags}) => tags)].map(({id}) => id);
    expect(new Set(ids).size).to.equal(ids.length);
    for (const id of ids) expect(Number.isSafeInteger(Number(id)), id).to.equal(false);
    expect(new Set(products.map(({slug}) => slug)).size).to.equal(products.length);
  });

  it('only name tags, stores and customers that there are', () => {
    for (const {slug, store_id, tags = []} of products) {
      const known = stores.find(({id}) => id === store_id)?.tags.map(tag => tag.slug);
      expect(known, slug).to.include.members(tags);
    }
    for (const {customer_id} of tokens) expect(customers.map(({id}) => id)).to.include(customer_id);
  });

  it('have at most one default for each choice, and expressions that can be read', () => {
    for (const {options = [], value_regex} of products.flatMap(({variables = []}) => variables)) {
      expect(options.filter(({is_default}) => is_default).length).to.be.at.most(1);
      if (value_regex !== undefined) expect(new RegExp(value_regex, 'u')).to.be.instanceOf(RegExp);
    }
  });

  it('are big enough to try everything', () => {
    const [first, second] = stores.map(({id}) => products.filter(({store_id}) => store_id === id));
    expect(first).to.have.length.of.at.least(16);
    expect(second).to.have.length.of.at.least(5);
  });

  it('have a face for every customer, always the same', async () => {
    const shop = new Shop();
    const {json} = await shop.get<{profile: {avatar_url: string}}>('/v1/store/customer');
    const face = async (): Promise<string> =>
      (await shop.fetch(new Request(json.profile.avatar_url))).text();
    expect(await face()).to.match(/^<svg /).and.equal(await face());
    expect((await shop.get('/avatars/1.svg')).status).to.equal(404);
  });
});

describe('a shop of one’s own', () => {
  const store = {
    id: '1', slug: 'mine', name: 'Mine', platform: 'minecraft', currency: 'jpy', tags: [], navlinks: [],
  };

  it('replaces the demo shops', async () => {
    const shop = new Shop({
      stores: [store],
      products: [{id: '2', store_id: '1', slug: 'hat', name: 'Hat', price: 300}],
      customers: [{id: '3', store_id: '1', name: 'Me', account: 'x', edition: 'java'}],
      tokens: [{token: 'me', customer_id: '3'}],
    });
    const me = {token: 'me', store: '1'};
    await shop.add({product_id: '2', quantity: 2}, me);
    expect(await shop.cart(me)).to.include({total: 600, currency: 'jpy'});
    expect((await shop.get('/v1/store', {token: null})).status).to.equal(404);
  });

  it('is not changed by what happens in it', async () => {
    const data = {
      stores: [store],
      products: [{id: '2', store_id: '1', slug: 'hat', name: 'Hat', price: 300, stock: {left: 5}}],
      customers: [{id: '3', store_id: '1', name: 'Me', account: 'x', edition: 'java' as const}],
      tokens: [{token: 'me', customer_id: '3'}],
    };
    const shop = new Shop(data);
    const {token} = await shop.checkout({lines: [{product_id: '2', quantity: 5}]}, {token: 'me', store: '1'});
    await shop.control('POST', 'orders', {checkout: token});
    expect(data.products[0]?.stock.left).to.equal(5);
    await shop.control('POST', 'reset');
    const product = await shop.product('hat', {token: 'me', store: '1'});
    expect(product.stock?.customer_available).to.equal(5);
  });

  it('is a function that may be used as fetch', async () => {
    const handler = createSandbox({stores: [store], products: []});
    const response = await handler(new Request(`${base}/v1/store/products`, {headers: {'x-paynow-store-id': '1'}}));
    expect(await response.json()).to.deep.equal([]);
  });
});
