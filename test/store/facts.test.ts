import {expect} from '@open-wc/testing';
import type {ShownCart} from '../../src/store/cart-store.js';
import {until} from '../support/dom.js';
import {sandboxWorld} from '../support/sandbox.js';
import {calm, openPage, openShopPage} from './frames.js';

interface CartChange {
  storeId: string;
  cart: ShownCart | null;
  previous: ShownCart | null;
}

const changesOf = (facts: readonly CustomEvent[]): CartChange[] =>
  facts.filter(({type}) => type === 'paynow-cart-change').map(({detail}) => detail as CartChange);

const shown = ({cart}: CartChange): string =>
  cart?.lines.map(({slug, quantity}) => `${slug}*${quantity}`).join() ?? 'none';

describe('facts on the document', function () {
  this.timeout(20_000);

  it('tell each change of the cart once, each with the one before it', async () => {
    const world = await sandboxWorld();
    const {page, shop} = await openShopPage(world);
    await shop.catalog.product('ember-key');
    await shop.cart.add({productId: 'ember-key', quantity: 2});
    await shop.cart.remove(shop.cart.state.cart!.lines[0]!.key);
    const changes = changesOf(page.facts);
    expect(changes[0]).to.include({storeId: world.storeId, previous: null});
    for (const [index, {cart, previous}] of changes.entries()) {
      expect(cart).to.not.equal(previous);
      if (index) expect(previous, `change ${index}`).to.equal(changes[index - 1]!.cart);
      expect(Object.isFrozen(cart)).to.equal(true);
      expect(Object.isFrozen(cart!.lines)).to.equal(true);
    }
    expect(changes.at(-1)!.cart).to.equal(shop.cart.state.cart);
    const seen = changes.map(shown);
    expect(seen.filter((lines, index) => lines !== seen[index - 1])).to.deep.equal(['', 'ember-key*2', '']);
  });

  it('are told once however many listen, and whatever else changes', async () => {
    const world = await sandboxWorld();
    const {page, shop} = await openShopPage(world);
    for (let listener = 0; listener < 20; listener++) shop.cart.addEventListener('change', () => {});
    page.facts.length = 0;
    await shop.cart.refresh();
    shop.configure({theme: 'dark', lang: 'de'});
    await shop.cart.refresh();
    const before = changesOf(page.facts).length;
    await shop.cart.add({productId: 'ember-key'});
    expect(
      new Set(
        changesOf(page.facts)
          .slice(before)
          .map(({cart}) => cart),
      ).size,
    ).to.equal(changesOf(page.facts).length - before);
  });

  it('bubble to the window, cross shadow roots, and cannot be cancelled', async () => {
    const world = await sandboxWorld();
    const {page, shop} = await openShopPage(world);
    const [heard, reached] = [[] as Event[], [] as Event[]];
    page.window.addEventListener('paynow-cart-change', event => reached.push(event));
    page.window.document.addEventListener('paynow-cart-change', event => heard.push(event));
    await shop.cart.add({productId: 'ember-key'});
    expect(reached).to.deep.equal(heard);
    expect(heard.every(({bubbles, composed, cancelable}) => bubbles && composed && !cancelable)).to.equal(true);
  });

  it('that somebody throws at do not stop the cart', async () => {
    const world = await sandboxWorld();
    const {page, shop} = await openShopPage(world);
    const script = page.window.document.createElement('script');
    script.textContent = `document.addEventListener('paynow-cart-change', () => { throw new Error('of the page'); });
      window.listen = () => { throw new Error('of a listener'); };`;
    page.window.document.head.append(script);
    shop.cart.addEventListener('change', (page.window as unknown as {listen: () => void}).listen);
    await shop.cart.add({productId: 'ember-key'});
    expect(shop.cart.state.cart?.quantity).to.equal(1);
    expect(shop.cart.state.pending).to.equal(0);
    // WebKit does not say what was thrown.
    expect(page.said.length).to.be.greaterThan(0);
    expect(page.said.filter(words => !/of a listener|of the page|^Script error/.test(words))).to.deep.equal([]);
  });

  it('tell of a sign-in once, when a guest becomes a customer', async () => {
    const world = await sandboxWorld();
    const {page, shop} = await openShopPage(world, {customerToken: undefined});
    expect(shop.cart.state.status).to.equal('signed-out');
    shop.session.useToken(await world.token());
    await until(() => shop.cart.state.status === 'ready');
    shop.session.useToken(await world.token());
    await shop.cart.refresh();
    const facts = page.facts.filter(({type}) => type.startsWith('paynow-sign'));
    expect(facts.map(({type, detail}) => [type, detail as unknown])).to.deep.equal([
      ['paynow-sign-in', {storeId: world.storeId, customer: shop.session.state.customer}],
    ]);
  });

  it('do not tell of a sign-in when the page is opened by who is signed in anyhow', async () => {
    const {page, shop} = await openShopPage(await sandboxWorld());
    await shop.cart.refresh();
    expect(page.facts.filter(({type}) => type.startsWith('paynow-sign'))).to.deep.equal([]);
  });

  it('are of one shop each where there are two', async () => {
    const world = await sandboxWorld();
    const page = await openPage();
    const one = page.configure({storeId: world.storeId, apiUrl: world.apiUrl, customerToken: await world.token()});
    const other = page.configure(
      {storeId: '522597502741481927', customerToken: await world.token({store: '522597502741481927'})},
      {scoped: true},
    );
    await Promise.all([one.cart.refresh(), other.cart.refresh()]);
    page.facts.length = 0;
    await one.cart.add({productId: 'ember-key'});
    expect(new Set(changesOf(page.facts).map(({storeId}) => storeId))).to.deep.equal(new Set([one.id]));
  });

  it('are told in the document of each tab', async () => {
    const world = await sandboxWorld();
    const [{page: first, shop: one}, {page: second, shop: two}] = [
      await openShopPage(world),
      await openShopPage(world),
    ];
    await one.cart.add({productId: 'ember-key'});
    await until(() => two.cart.state.cart?.quantity === 1);
    await Promise.all([calm(one.cart), calm(two.cart)]);
    for (const {facts} of [first, second]) await until(() => changesOf(facts).map(shown).at(-1) === 'ember-key*1');
  });
});
