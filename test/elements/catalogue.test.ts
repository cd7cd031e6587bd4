import {expect} from '@open-wc/testing';
import '../../src/elements/cart-total.js';
import '../../src/elements/price.js';
import '../../src/elements/products.js';
import '../../src/elements/stock.js';
import {getShop} from '../../src/store/registry.js';
import type {Config} from '../../src/store/config.js';
import {mount, settled, until} from '../support/dom.js';
import {sandboxWorld} from '../support/sandbox.js';
import type {World} from '../support/sandbox.js';
import {product, publish} from './catalog.js';
import {stubShop} from './support.js';

let count = 0;

/** A shop of the sandbox's default store under an id of its own: its requests name the store that the sandbox knows. */
const open = async (markup: (id: string) => string, config: Config = {}): Promise<[HTMLElement, World, string]> => {
  const world = await sandboxWorld();
  const id = `4114864916303708${String(90 + ++count)}`;
  const renamed = (request: Request): Promise<Response> => {
    const headers = new Headers(request.headers);
    headers.set('x-paynow-store-id', world.storeId);
    return fetch(new Request(request, {headers}));
  };
  getShop(id).configure({apiUrl: world.apiUrl, fetch: renamed, ...config});
  return [await mount(`<div>${markup(id)}</div>`), world, id];
};

const asked = async (world: World, path = '/v1/store/products'): Promise<string[]> =>
  (await world.log()).filter(seen => seen.path.startsWith(path)).map(({method, path, query}) =>
    `${method} ${path}${query['currency'] ? ` ${String(query['currency'])}` : ''}`);

const finals = (host: Element): string[] => [...host.querySelectorAll('paynow-price')]
  .map(({shadowRoot}) => shadowRoot!.querySelector('[part=final]')?.textContent ?? '');
const items = (host: Element): number =>
  host.querySelector('paynow-products')!.shadowRoot!.querySelectorAll('[part=item]').length;

describe('the catalogue of a shop', () => {
  it('is read with one request, however many elements show it', async () => {
    const [host, world] = await open(id => `
      <paynow-products store-id="${id}"></paynow-products>
      <paynow-products store-id="${id}" tag="crates"></paynow-products>
      <paynow-price store-id="${id}" product-id="vip"></paynow-price>
      <paynow-price store-id="${id}" product-id="413011874223058944"></paynow-price>
      <paynow-product store-id="${id}" product-id="legend"></paynow-product>
      <paynow-stock store-id="${id}" product-id="ember-coins"></paynow-stock>`);
    // The first of these tests also loads what the shop does its work with.
    await until(() => items(host) > 5 && finals(host).every(Boolean), 'products and prices', 15_000);
    expect(await asked(world)).to.deep.equal(['GET /v1/store/products']);
  }).timeout(20_000);

  it('has hidden products for those who name them', async () => {
    const [host, world] = await open(id =>
      `<paynow-products store-id="${id}" ids="builders-relic,vip,nobody"></paynow-products>`);
    await until(() => items(host) === 2);
    expect((await asked(world)).toSorted())
      .to.deep.equal(['', '/builders-relic', '/nobody'].map(path => `GET /v1/store/products${path}`));
  });

  it('changes its currency together with the cart', async () => {
    const [host, world, id] = await open(one => `<paynow-price store-id="${one}" product-id="vip"></paynow-price>
      <paynow-products store-id="${one}" ids="vip"></paynow-products>
      <paynow-cart-total store-id="${one}"></paynow-cart-total>`,
    {customerToken: 'demo-customer', currency: 'eur'});
    const shop = getShop(id);
    await shop.wake();
    await shop.cart.add({productId: '413011874223058944'});
    const total = (): string | null | undefined =>
      host.querySelector('paynow-cart-total')!.shadowRoot!.querySelector('[part=value]')?.textContent;
    await until(() => finals(host)[0] === '€4.99' && total() === '€4.99');
    await world.clearLog();
    shop.configure({currency: 'JPY'});
    await until(() => /^¥\d+$/.test(finals(host)[0]!) && total() === finals(host)[0]);
    const listed = host.querySelector('paynow-products')!.shadowRoot!.querySelector('paynow-product')!;
    await until(() => listed.shadowRoot!.querySelector('[part=final]')?.textContent === finals(host)[0]);
    expect(await asked(world)).to.deep.equal(['GET /v1/store/products jpy']);
    expect(await asked(world, '/v1/store/cart')).to.deep.equal(['GET /v1/store/cart jpy']);
  });

  it('draws five hundred products in steps that leave the page time to breathe', async () => {
    const stub = stubShop();
    const many = Array.from({length: 500}, (_, index) =>
      product({id: String(1000 + index), slug: `p${index}`, name: `P ${index}`}));
    Object.assign(stub.shop.catalog, {products: async () => many});
    await publish(stub, ...many);
    const host = await mount(`<div><paynow-products store-id="${stub.id}"></paynow-products></div>`);
    const steps: number[] = [];
    await until(() => {
      if (steps.at(-1) !== items(host)) steps.push(items(host));
      return items(host) === 500;
    }, 'all products', 30_000);
    expect(Math.max(...steps.map((step, index) => step - (steps[index - 1] ?? 0)))).to.be.lessThan(40);
    await settled(host);
  }).timeout(40_000);
});
