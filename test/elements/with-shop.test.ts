import {expect} from '@open-wc/testing';
import '../../src/elements/add-button.js';
import '../../src/elements/cart-button.js';
import '../../src/elements/cart.js';
import {getShop} from '../../src/store/registry.js';
import {inside, mount, once, part, until} from '../support/dom.js';
import {sandboxWorld} from '../support/sandbox.js';
import type {World} from '../support/sandbox.js';

const find = <Tag extends keyof HTMLElementTagNameMap>(
  host: Element,
  tag: Tag,
  index = 0,
): HTMLElementTagNameMap[Tag] => host.querySelectorAll(tag)[index]!;
const puts = async (world: World): Promise<string[]> =>
  (await world.log())
    .filter(({method}) => method === 'PUT')
    .map(({query}) => `${query['quantity'] ?? 1}${query['increment'] ? '+' : ''}`);

interface Listed {
  slug: string;
  single_game_server_only: boolean;
  custom_variables: unknown[];
  allow_one_time_purchase: boolean;
  stock?: {available_to_purchase: boolean; customer_available?: number | null};
}

const isPlain = (product: Listed): boolean =>
  product.allow_one_time_purchase &&
  !product.single_game_server_only &&
  !product.custom_variables.length &&
  product.stock?.available_to_purchase !== false &&
  product.stock?.customer_available == null;

// The engine of a store lives as long as the page: one world serves all of these tests, one after the other.
describe('the elements with a shop', () => {
  let world: World;
  let html: string;

  before(async function () {
    // A test server on a busy machine takes its time to hand out the modules, which is not what is tested here.
    this.timeout(30_000);
    await import('../../src/elements/add-action.js');
    world = await sandboxWorld();
    const {apiUrl, storeId} = world;
    getShop(storeId).configure({storeId, apiUrl, customerToken: await world.token(), persist: 'none'});
    const answer = await fetch(`${apiUrl}/v1/store/products`, {headers: {'x-paynow-store-id': storeId}});
    const {slug} = ((await answer.json()) as Listed[]).find(isPlain)!;
    await getShop(storeId).writer();
    html = `<paynow-store store-id="${storeId}"><paynow-add-button product-id="${slug}"></paynow-add-button>
      <paynow-cart-button></paynow-cart-button><paynow-cart mode="inline"></paynow-cart></paynow-store>`;
  });

  it('add what is pressed, every press, and show it in the cart', async () => {
    const again = await mount(html);
    const button = find(again, 'paynow-add-button');
    for (let press = 0; press < 4; press++) button.click();
    await until(() => find(again, 'paynow-cart').shadowRoot?.querySelector('[part=line]'));
    await until(() => !button.matches(':state(busy)'));
    expect(inside<HTMLInputElement>(find(again, 'paynow-cart'), 'input').value).to.equal('4');
    expect(part(find(again, 'paynow-cart-button'), 'badge').innerText).to.equal('4');
    const {carts} = await world.state();
    expect(Object.values(carts).flatMap(({lines}) => lines.map(({quantity}) => quantity))).to.include(4);
    expect((await puts(world)).length).to.be.lessThan(5);
  });

  it('take a change back that the shop refuses, and say so at the line', async () => {
    const again = await mount(html);
    const element = find(again, 'paynow-cart');
    await until(() => element.shadowRoot?.querySelector('[part=line]'));
    await world.faults([
      {match: {method: 'PUT'}, kind: 'status', status: 400, body: {code: 'not-enough-stock', message: 'raw words'}},
    ]);
    inside(element, '[part=quantity] button:last-child').click();
    await until(() => inside<HTMLInputElement>(element, 'input').value === '5');
    await until(() =>
      element
        .shadowRoot!.querySelector<HTMLElement>('[part=line] [part=notice]')
        ?.innerText.includes('There are not that many left.'),
    );
    expect(inside<HTMLInputElement>(element, 'input').value).to.equal('4');
  });

  it('remove a line', async () => {
    const again = await mount(html);
    const element = find(again, 'paynow-cart');
    await until(() => element.shadowRoot?.querySelector('[part=line]'));
    const gone = once(document, 'paynow-remove');
    part(element, 'remove-button').click();
    await gone;
    await until(() => element.matches(':state(empty)'));
    expect(Object.values((await world.state()).carts).flatMap(({lines}) => lines)).to.deep.equal([]);
  });

  it('make a checkout of the cart', async () => {
    const again = await mount(html);
    find(again, 'paynow-add-button').click();
    const element = find(again, 'paynow-cart');
    await until(() => element.shadowRoot?.querySelector('[part=checkout-button]'));
    element.addEventListener('paynow-checkout', event => event.preventDefault());
    part(element, 'checkout-button').click();
    const {detail} = await once<CustomEvent>(document, 'paynow-checkout');
    expect(new URL(detail.url).pathname).to.contain('/checkout/');
    expect((await world.state()).checkouts.length).to.equal(1);
  });
});
