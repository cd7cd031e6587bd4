import {expect} from '@open-wc/testing';
import type {Product} from '../../src/api/index.js';
import {expectProblem, id, rustborn, Shop} from './support.js';

const slugs = async (shop: Shop, query = '', store?: string): Promise<string[]> => {
  const {json} = await shop.get<Product[]>(`/v1/store/products${query}`, {token: null, ...(store && {store})});
  return json.map(({slug}) => slug);
};

describe('products', () => {
  it('come in the order of the shop, without hidden ones', async () => {
    const list = await slugs(new Shop());
    expect(list.slice(0, 4)).to.deep.equal(['vip', 'vip-plus', 'legend', 'ember-key']);
    expect(list).to.have.length(18).and.not.include('builders-relic');
  });

  it('are those of the store that was named', async () => {
    expect(await slugs(new Shop(), '', rustborn)).to.deep.equal(
      ['rust-vip', 'queue-skip', 'raider-kit', 'supply-drop', 'furnace-skin']);
    expectProblem(await new Shop().get(`/v1/store/products/${id.rustVip}`), 404, 'product-not-found');
  });

  it('are narrowed by tags, and by several tags to those that carry them all', async () => {
    const shop = new Shop();
    expect(await slugs(shop, '?tag=ranks')).to.deep.equal(['vip', 'vip-plus', 'legend']);
    expect(await slugs(shop, '?tag=ranks&tag=monthly')).to.deep.equal(['vip-plus', 'legend']);
    expect(await slugs(shop, '?tag=nothing')).to.deep.equal([]);
  });

  it('are found one by one by id and by slug, hidden ones too', async () => {
    const shop = new Shop();
    expect((await shop.product(id.vip)).slug).to.equal('vip');
    expect((await shop.product('vip')).id).to.equal(id.vip);
    expect((await shop.product('builders-relic')).id).to.equal(id.relic);
    expectProblem(await shop.get('/v1/store/products/nothing'), 404, 'product-not-found');
    expectProblem(await shop.get('/v1/store/products/%E0%A4%A'), 404, 'product-not-found');
  });

  it('that were removed, are not on sale yet or no longer, are nowhere', async () => {
    let now = Date.parse('2026-05-01T00:00:00Z');
    const shop = new Shop({now: () => now});
    await shop.control('POST', 'products', {slug: 'vip', removed: true});
    await shop.control('POST', 'products', {slug: 'legend', enabled_at: '2026-05-02T00:00:00Z'});
    await shop.control('POST', 'products', {slug: 'ember-key', enabled_until: '2026-05-02T00:00:00Z'});
    expectProblem(await shop.get('/v1/store/products/vip'), 404, 'product-not-found');
    expect(await slugs(shop)).to.not.include.members(['vip', 'legend']);
    expectProblem(await shop.put({product_id: id.legend, subscription: 1}), 404, 'product-not-found');
    await shop.add({product_id: id.emberKey});
    now = Date.parse('2026-05-02T00:00:00Z');
    const later = await slugs(shop);
    expect(later).to.include('legend').and.not.include('ember-key');
    expectProblem(await shop.put({product_id: id.emberKey}), 404, 'product-not-found');
    await shop.add({product_id: id.emberKey, quantity: 0});
    expect(await shop.quantities()).to.deep.equal([]);
  });

  it('say how they are sold', async () => {
    const shop = new Shop();
    const [vip, plus, legend] = await Promise.all(['vip', 'vip-plus', 'legend'].map(slug => shop.product(slug)));
    expect([vip, plus, legend].map(one => [one?.allow_one_time_purchase, one?.allow_subscription])).to.deep.equal(
      [[true, false], [true, true], [false, true]]);
    expect(plus?.trial).to.deep.include({enabled: true, eligible: true, period_value: 7, period_scale: 'day'});
    expect(vip?.trial).to.deep.include({enabled: false, eligible: false});
    expect(legend).to.include({subscription_interval_value: 1, subscription_interval_scale: 'month'});
  });

  it('name their stock only where there is a limit', async () => {
    const shop = new Shop();
    expect(await shop.product('vip')).to.not.have.property('stock');
    expect((await shop.product('dragon-egg')).stock).to.deep.equal(
      {available_to_purchase: false, customer_available: 0});
    expect((await shop.product('ember-key-bundle')).stock).to.deep.equal(
      {available_to_purchase: true, customer_available: 3});
    expect((await shop.product('ember-coins')).stock?.customer_available).to.equal(3);
  });

  it('have a picture of their own', async () => {
    const shop = new Shop();
    for (const store of [undefined, rustborn]) {
      const {json} = await shop.get<Product[]>('/v1/store/products', {token: null, ...(store && {store})});
      for (const {slug, image_url} of json) {
        const response = await shop.fetch(new Request(image_url ?? ''));
        expect(response.headers.get('content-type'), slug).to.equal('image/svg+xml');
        const svg = new DOMParser().parseFromString(await response.text(), 'image/svg+xml').documentElement;
        expect(svg.getAttribute('viewBox'), slug).to.equal('0 0 400 400');
        expect(svg.querySelectorAll('path').length, slug).to.be.greaterThan(20);
        expect(svg.outerHTML, slug).to.not.match(/NaN|Infinity|undefined/);
      }
    }
    expectProblem(await shop.get('/images/nothing.svg'), 404, 'not-found');
    expectProblem(await shop.get('/images/constructor.svg'), 404, 'not-found');
  });
});

interface Nav {
  tag_slug: string;
  tag_query: string[];
  parent_node_id: string | null;
  children: Nav[];
}

describe('the store', () => {
  it('says its name, platform and currency', async () => {
    const shop = new Shop();
    expect((await shop.get<object>('/v1/store')).json).to.include(
      {name: 'Emberfall', platform: 'minecraft', game: 'minecraft', currency: 'eur'});
    expect((await shop.get<object>('/v1/store', {store: rustborn, token: null})).json).to.include(
      {name: 'Rustborn', platform: 'rust', currency: 'usd'});
  });

  it('lists its tags, also those that are switched off', async () => {
    const {json} = await new Shop().get<{slug: string; enabled: boolean}[]>('/v1/store/tags');
    expect(json.find(({slug}) => slug === 'ranks')?.enabled).to.equal(true);
    expect(json.find(({slug}) => slug === 'winter-2024')?.enabled).to.equal(false);
  });

  it('has a navigation of two levels, each entry with the way to it', async () => {
    const shop = new Shop();
    const {json} = await shop.get<Nav[]>('/v1/store/navlinks');
    expect(json.map(({tag_slug}) => tag_slug)).to.deep.equal(['featured', 'ranks', 'crates', 'kits', 'cosmetics']);
    const chat = json.at(-1)?.children[0];
    expect(chat?.tag_query).to.deep.equal(['cosmetics', 'chat']);
    expect(chat?.parent_node_id).to.equal('cosmetics');
    const query = chat?.tag_query.map(tag => `tag=${tag}`).join('&');
    expect(await slugs(shop, `?${query}`)).to.deep.equal(['name-colour', 'chat-prefix']);
  });
});
