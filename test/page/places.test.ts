import {expect} from '@open-wc/testing';
import {nextFrame} from '../support/dom.js';
import {sandboxWorld} from '../support/sandbox.js';
import type {World} from '../support/sandbox.js';
import {drawn, openPage, ready, scriptTag, soon} from './pages.js';
import type {Page} from './pages.js';

const rust = '522597502741481927';

const open = async (body: string, settings: Record<string, string> = {}): Promise<{world: World; page: Page}> => {
  const world = await sandboxWorld();
  const all = {'customer-token': await world.token(), ...settings};
  return {
    world,
    page: await openPage(scriptTag(world, all) + body.replaceAll('RUST', await world.token({store: rust}))),
  };
};

const count = (page: Page, selector: string): string => page.part(selector, 'value').textContent ?? '';

const carts = async (world: World): Promise<Record<string, number>> =>
  Object.fromEntries(
    Object.values((await world.state()).carts)
      .filter(({lines}) => lines.length)
      .map(({store_id: store, lines}) => [store, lines.reduce((sum, {quantity}) => sum + quantity, 0)]),
  );

describe('two stores on one page', function () {
  this.timeout(60_000);

  const body = `<paynow-add-button id="add" product-id="ember-key">Add a key</paynow-add-button>
    <paynow-cart-count id="mine"></paynow-cart-count>
    <paynow-store store-id="${rust}" customer-token="RUST">
      <div><paynow-cart-count id="theirs"></paynow-cart-count><paynow-cart-total id="sum"></paynow-cart-total></div>
      <paynow-add-button id="add-theirs" product-id="PRODUCT">Add theirs</paynow-add-button>
    </paynow-store>
    <paynow-cart-count id="own" store-id="${rust}"></paynow-cart-count>`;

  it('have a cart each, and each element shows the one around it', async () => {
    const {world, page} = await open(body.replace('PRODUCT', '523650318472556544'));
    await drawn(page, 'paynow-add-button', 'paynow-cart-count', 'paynow-cart-total');
    const [mine, theirs] = [page.shop(), page.shop(rust)];
    await Promise.all([ready(mine), ready(theirs)]);
    const product = (await theirs.catalog.products()).find(
      ({custom_variables: variables, stock, allow_one_time_purchase: once}) =>
        !variables.length && once && stock?.available_to_purchase !== false,
    )!;
    page.find('#add-theirs').setAttribute('product-id', product.id);
    page.find('#add').click();
    page.find('#add').click();
    page.find('#add-theirs').click();
    await soon(() => count(page, '#mine') === '2' && count(page, '#theirs') === '1');
    await Promise.all([ready(mine), ready(theirs)]);
    expect(count(page, '#own')).to.equal('1');
    expect(count(page, '#sum')).to.contain('$');
    expect(await carts(world)).to.deep.equal({[world.storeId]: 2, [rust]: 1});
    expect(page.problems).to.deep.equal([]);
  });

  it('ask for the products of each once', async () => {
    const {world, page} = await open(
      body.replace('PRODUCT', 'x') + '<paynow-add-button product-id="vip"></paynow-add-button>',
    );
    await drawn(page, 'paynow-add-button');
    await soon(() => page.shop().catalog.peek('vip')?.product);
    const lists = (await world.log()).filter(({path}) => path === '/v1/store/products');
    const stores = lists.map(({headers}) => headers['x-paynow-store-id']);
    expect(stores).to.include(world.storeId);
    expect(stores).to.deep.equal([...new Set(stores)]);
  });
});

describe('an element that is moved', function () {
  this.timeout(60_000);

  const body = `<main><paynow-cart-count id="count"></paynow-cart-count>
      <paynow-add-button id="add" product-id="ember-key">Add a key</paynow-add-button>
      <paynow-cart id="cart" mode="inline"></paynow-cart></main>
    <aside></aside><paynow-store id="store" store-id="${rust}" customer-token="RUST"><p>Their place</p></paynow-store>`;

  it('about the page keeps working, draws no second time and asks for nothing', async () => {
    const {world, page} = await open(body);
    await drawn(page, 'paynow-add-button', 'paynow-cart-count', 'paynow-cart');
    await ready(page.shop());
    await soon(() => page.shop().catalog.peek('ember-key')?.product);
    page.find('#add').click();
    await soon(() => count(page, '#count') === '1');
    await ready(page.shop());
    await world.clearLog();
    for (let move = 0; move < 20; move++) {
      page.find(move % 2 ? 'main' : 'aside').append(...['#count', '#add', '#cart'].map(id => page.find(id)));
      if (move % 5 === 0) await nextFrame();
    }
    await nextFrame();
    expect(await world.log()).to.deep.equal([]);
    expect(count(page, '#count')).to.equal('1');
    page.find('#add').click();
    await soon(() => count(page, '#count') === '2');
    expect(page.part('#cart', 'lines').childElementCount).to.equal(1);
    expect(page.problems).to.deep.equal([]);
  });

  it('into a shadow root and out of it keeps working', async () => {
    const {page} = await open(body);
    await drawn(page, 'paynow-cart-count', 'paynow-add-button');
    await ready(page.shop());
    const root = page.find('aside').attachShadow({mode: 'open'});
    const [number, button] = [page.find('#count'), page.find('#add')];
    root.append(number, button);
    button.click();
    await soon(() => page.part(number, 'value').textContent === '1');
    page.find('main').append(number);
    button.click();
    await soon(() => page.part(number, 'value').textContent === '2');
    expect(page.problems).to.deep.equal([]);
  });

  it("is drawn inside of somebody else's element, however late that is defined", async () => {
    const {page} = await open('<section><x-card></x-card></section><x-card></x-card>');
    const define = page.document.createElement('script');
    define.textContent = `customElements.define('x-card', class extends HTMLElement {
      connectedCallback() {
        this.attachShadow({mode: 'open'}).innerHTML = '<paynow-cart-count></paynow-cart-count>';
      }
    })`;
    page.document.body.append(define);
    const numbers = (): (string | undefined)[] =>
      [...page.document.querySelectorAll('x-card')].map(card =>
        card.shadowRoot?.querySelector('paynow-cart-count')?.shadowRoot?.textContent?.trim(),
      );
    await soon(() => numbers().join() === '0,0', 'both counts');
    page.find('section').append(page.document.createElement('x-card'));
    await soon(() => numbers().join() === '0,0,0', 'the third count');
  });

  it('to another store belongs to that, and back again', async () => {
    const {page} = await open(body);
    await drawn(page, 'paynow-cart-count', 'paynow-add-button', 'paynow-store');
    await ready(page.shop());
    page.find('#add').click();
    await soon(() => count(page, '#count') === '1');
    page.find('#store').append(page.find('#count'));
    await soon(() => count(page, '#count') === '0');
    page.find('main').append(page.find('#count'));
    await soon(() => count(page, '#count') === '1');
    page.find('#count').setAttribute('store-id', rust);
    await soon(() => count(page, '#count') === '0');
    page.find('#count').removeAttribute('store-id');
    await soon(() => count(page, '#count') === '1');
  });

  it('a thousand times, or put in and taken out, leaves nothing behind in itself', async () => {
    const {world, page} = await open(body);
    await drawn(page, 'paynow-add-button', 'paynow-cart-count', 'paynow-cart');
    await ready(page.shop());
    await soon(() => page.shop().catalog.peek('ember-key')?.product);
    const elements = ['#count', '#add', '#cart'].map(id => page.find(id));
    const sizes = (): unknown =>
      elements.map(({shadowRoot}) => [shadowRoot!.adoptedStyleSheets.length, shadowRoot!.querySelectorAll('*').length]);
    // The first move may cost something, the others may not.
    page.find('aside').append(...elements);
    await nextFrame();
    const before = sizes();
    await world.clearLog();
    for (let round = 0; round < 1000; round++) {
      for (const element of elements) element.remove();
      page.find(round % 2 ? 'main' : 'aside').append(...elements);
      if (round % 100 === 0) await nextFrame();
    }
    await nextFrame();
    expect(sizes()).to.deep.equal(before);
    expect(page.document.adoptedStyleSheets.length).to.be.at.most(2);
    expect(await world.log()).to.deep.equal([]);
  });
});
