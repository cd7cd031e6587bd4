import {expect} from '@open-wc/testing';
import {sandboxWorld} from '../support/sandbox.js';
import type {World} from '../support/sandbox.js';
import {drawn, openPage, scriptTag, soon} from './pages.js';
import type {Page, PageOptions} from './pages.js';

const src = '/dist/paynow.classic.js';

const open = async (body: string, options: PageOptions = {}): Promise<{world: World; page: Page}> => {
  const world = await sandboxWorld();
  const settings = {'customer-token': await world.token(), currency: 'usd'};
  return {world, page: await openPage(scriptTag(world, settings, src, 'defer') + body, options)};
};

/** How many of each product the customer has, as the server holds it. */
const held = async (world: World): Promise<string[]> => Object.values((await world.state()).carts)
  .flatMap(({lines}) => lines.map(({slug, quantity}) => `${slug}*${quantity}`)).sort();

const posts = async (world: World): Promise<string[]> =>
  (await world.log()).filter(({method}) => method === 'POST').map(({path}) => path);

const plain = (action: string, data = ''): string => `<button data-paynow="${action}" ${data}>${action}</button>`;
const press = (page: Page, action: string): void => page.find(`[data-paynow=${action}]`).click();

describe('the classic script', function () {
  this.timeout(60_000);

  it('looks after plain elements: add, cart, buy and checkout, each with the events of our own', async () => {
    const {world, page} = await open(plain('add', 'data-product-id="ember-key" data-quantity="2"') + plain('cart')
      + plain('buy', 'data-product-id="vip"') + '<a href="#gone" data-paynow="checkout">Pay</a>');
    const heard: string[] = [];
    for (const name of ['paynow-add', 'paynow-before-checkout', 'paynow-checkout']) {
      page.document.addEventListener(name, event => {
        heard.push(`${name} ${(event.target as HTMLElement).dataset['paynow']}`);
        // The page takes over, so that nothing leaves the frame.
        if (name === 'paynow-checkout') event.preventDefault();
      });
    }
    press(page, 'add');
    await soon(() => heard.length === 1);
    expect(await held(world)).to.deep.equal(['ember-key*2']);
    press(page, 'cart');
    await soon(() => page.find('paynow-cart').shadowRoot?.querySelector('dialog:modal'));
    for (const [action, count] of [['buy', 3], ['checkout', 5]] as const) {
      press(page, action);
      await soon(() => heard.length === count, action);
    }
    expect(heard).to.deep.equal(['paynow-add add', 'paynow-before-checkout buy', 'paynow-checkout buy',
      'paynow-before-checkout checkout', 'paynow-checkout checkout']);
    expect(await posts(world)).to.deep.equal(['/v1/checkouts', '/v1/store/cart/checkout']);
    expect(page.window.location.hash).to.equal('');
    expect(page.problems).to.deep.equal([]);
  });

  it('does what the address asks for: it asks before it adds, opens the cart, and takes the marks away', async () => {
    const {world, page} = await open('<p>A page without any element of ours</p>',
      {mark: '&paynow-cart=open&a=%20b#paynow-add=vip*2,frost-key'});
    const cart = await soon(() => page.document.querySelector('paynow-cart[open]'));
    const dialog = await soon(() => page.document.querySelector('paynow-link-dialog'));
    const add = await soon(() => dialog.shadowRoot?.querySelector<HTMLElement>('[part~="button"]'));
    expect([page.window.location.hash, /&paynow|&a=%20b$/.exec(page.window.location.search)?.[0]])
      .to.deep.equal(['', '&a=%20b']);
    expect(await held(world)).to.deep.equal([]);
    add.click();
    await soon(async () => (await held(world)).join() === 'frost-key*1,vip*2');
    await soon(() => cart.shadowRoot!.querySelectorAll('[part~="line"]').length === 2);
    page.window.location.hash = 'paynow-add=ember-key';
    await soon(() => page.document.querySelector('paynow-link-dialog'));
    expect(await posts(world)).to.deep.equal([]);
    expect(page.problems).to.deep.equal([]);
  });

  it('and what it brings later leave the settings as the page has changed them', async () => {
    const {page} = await open('<p></p>');
    page.window.PayNowElements!.configure({currency: 'gbp', promoCodes: 'MINE'});
    page.find('p').append(page.document.createElement('paynow-price'));
    await drawn(page, 'paynow-price');
    expect(page.shop().config).to.include({currency: 'gbp', promoCodes: 'MINE'});
    expect(page.problems.filter(problem => !problem.includes('product-id'))).to.deep.equal([]);
  });

  it('says in one sentence that the files beside it are missing, and goes on with what it has', async () => {
    const world = await sandboxWorld();
    const page = await openPage(`${scriptTag(world, {'customer-token': await world.token()},
      '/copy/alone/paynow.classic.js', 'defer')}<paynow-add-button product-id="vip"></paynow-add-button>`);
    page.document.body.append(page.document.createElement('paynow-price'));
    await soon(() => page.problems.length);
    page.find('paynow-add-button').click();
    await soon(async () => (await held(world)).join() === 'vip*1');
    expect(page.problems.filter(problem => problem.includes('paynow-elements:'))).to.deep.equal([
      'paynow-elements: The elements that are not in paynow.classic.js come from paynow.js beside it, which could not '
        + 'be loaded: copy the whole folder dist.',
    ]);
    expect(page.problems).to.have.length(1);
  });

  it('needs leave for a second Lit where a policy lists names, and the console says whom it lacks', async () => {
    const policy = (names: string): string => `require-trusted-types-for 'script'; trusted-types ${names}`;
    const price = '<paynow-price product-id="vip"></paynow-price>';
    const {page} = await open(price, {policy: policy("lit-html 'allow-duplicates'")});
    await drawn(page, 'paynow-price');
    await soon(() => page.part('paynow-price', 'final').textContent);
    expect(page.problems).to.deep.equal([]);
    const body = `${price}<paynow-cart mode="inline"></paynow-cart>`;
    const {page: strict} = await open(body, {policy: policy('lit-html')});
    await soon(() => strict.problems.some(problem => problem.includes('price could not be loaded: is the whole')));
    await drawn(strict, 'paynow-cart');
  });
});
