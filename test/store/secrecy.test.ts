import {expect} from '@open-wc/testing';
import type {PaynowError} from '../../src/api/errors.js';
import type {Shop} from '../../src/store/shop.js';
import {leaveWith} from '../../src/elements/resume-mark.js';
import {until} from '../support/dom.js';
import {sandboxWorld} from '../support/sandbox.js';
import type {Fault, World} from '../support/sandbox.js';
import {openShopPage} from './frames.js';
import type {Page} from './frames.js';

/** Everything of a value that somebody could read, its hidden corners included. */
const textOf = (value: unknown, seen = new Set<unknown>()): string => {
  if (typeof value !== 'object' || value === null) return String(value);
  if (seen.has(value)) return '';
  seen.add(value);
  const own = Reflect.ownKeys(value).map(
    key => `${String(key)}: ${textOf((value as Record<PropertyKey, unknown>)[key], seen)}`,
  );
  const {message = '', stack = '', cause} = value as Partial<Error>;
  return [message, stack, textOf(cause, seen), ...own].join('\n');
};

/** What comes out of a page, wherever. */
const listen = (page: Page, shop: Shop, said: string[]): (() => void) => {
  const channel = new BroadcastChannel(`paynow.${shop.id}`);
  channel.onmessage = ({data}) => said.push(`channel ${JSON.stringify(data)}`);
  for (const type of ['change', 'config']) {
    for (const source of [shop, shop.cart, shop.session, shop.catalog]) {
      source.addEventListener(type, event =>
        said.push(textOf(event), textOf(shop.cart.state), textOf(shop.session.state)),
      );
    }
  }
  page.window.addEventListener('storage', ({newValue}) => said.push(String(newValue)));
  return () => channel.close();
};

const stored = (): string => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie]);

/** Goes through good and bad times and answers with all that was said in them. */
const liveThrough = async (world: World, page: Page, shop: Shop, token: string): Promise<string> => {
  const said: string[] = [];
  const stop = listen(page, shop, said);
  const quoting: Fault[] = [
    {kind: 'status', status: 400, body: {status: 400, code: `bad-${token}`, message: `Customer ${token} is wrong`}},
    {kind: 'status', status: 500, body: `<h1>${token}</h1>`},
    {kind: 'html', status: 502, body: token},
    {kind: 'malformed', body: `{"${token}`},
    {kind: 'wrong-shape', body: {[token]: token}},
    {kind: 'drop-before'},
    {kind: 'status', status: 401, body: {status: 401, code: 'x', message: token, errors: [{message: token}]}},
  ];
  const attempt = async (run: () => Promise<unknown>): Promise<void> => {
    await run().catch((error: PaynowError) => said.push(textOf(error), String(error), JSON.stringify(error)));
    said.push(stored());
  };
  await attempt(() => shop.cart.add({productId: 'ember-key'}));
  for (const fault of quoting) {
    for (const run of [
      () => shop.cart.refresh(),
      () => shop.cart.add({productId: 'frost-key'}),
      () => shop.cart.checkout(),
    ]) {
      await world.clearFaults();
      await world.faults([{...fault, times: 2}]);
      await attempt(run);
      if (shop.session.state.status !== 'signed-in') shop.session.useToken(token);
      await world.clearFaults();
      await attempt(() => shop.cart.refresh());
    }
  }
  await attempt(() => shop.session.signOut());
  stop();
  said.push(
    ...page.said,
    textOf(page.facts.map(({detail}) => detail as unknown)),
    page.window.document.documentElement.outerHTML,
  );
  said.push(...page.window.performance.getEntries().map(({name}) => name));
  return said.join('\n');
};

describe('a customer token', function () {
  this.timeout(30_000);

  it('goes to the API and nowhere else, whatever happens', async () => {
    const world = await sandboxWorld();
    const token = await world.token();
    const {page, shop} = await openShopPage(world, {customerToken: token});
    const said = await liveThrough(world, page, shop, token);
    expect(said).to.contain('channel {"type":"cart"');
    expect(said).to.contain('PaynowError');
    const places = said
      .split('\n')
      .filter(line => line.includes(token))
      .map(line => line.replaceAll(token, 'TOKEN').slice(0, 200));
    expect(places).to.deep.equal([]);
    expect((await world.log()).every(({path, query}) => !`${path}${JSON.stringify(query)}`.includes(token))).to.equal(
      true,
    );
  });

  it('that cannot be sent is not quoted in the error that says so', async () => {
    const world = await sandboxWorld();
    const token = 'not a token ✗ that may be sent';
    const {shop} = await openShopPage(world, {customerToken: token});
    expect(textOf(shop.cart.state.error)).to.not.contain('not a token');
  });
});

describe('a shop with persist="none"', function () {
  this.timeout(30_000);

  it('writes nothing of a shopper anywhere, whatever they do, and still knows it in the page', async () => {
    localStorage.clear();
    sessionStorage.clear();
    const written: string[] = [];
    const world = await sandboxWorld();
    const {page, shop} = await openShopPage(world, {persist: 'none', customerToken: undefined}, ({Storage}) => {
      Storage.prototype.setItem = function (key: string, value: string) { written.push(`${key}: ${value}`); };
    });
    const options = {returnUrl: location.href, cancelUrl: location.href};
    await shop.catalog.products();
    void shop.cart.add({productId: 'ember-key', quantity: 2});
    await until(() => shop.cart.state.cart?.quantity === 2);
    leaveWith(shop, {lines: [{productId: 'ember-key'}]});
    const {id} = await shop.session.signIn({platform: 'minecraft_java_name', id: 'AshWalker'});
    await until(() => shop.cart.state.status === 'ready' && shop.cart.state.pending === 0);
    await shop.cart.add({productId: 'frost-key'});
    const {id: checkout, token} = await shop.cart.checkout(options);
    // What this page knows it goes on knowing: the same again is the same session, and a change under it is warned of.
    expect((await shop.cart.checkout(options)).token).to.equal(token);
    const refused = await shop.cart.add({productId: 'frost-key'}).catch((error: PaynowError) => error.code);
    expect(refused).to.equal('checkout-open');
    const bought = await shop.cart.buy([{productId: 'vip'}], options);
    const writer = await shop.writer();
    await (await writer.returns()).complete(bought.id, '77');
    expect(page.facts.filter(({type}) => type === 'paynow-purchase')).to.have.length(1);
    expect(shop.cart.state.purchase).to.include({checkoutId: bought.id});
    const begun = (await world.log()).filter(({path}) => path.endsWith('checkout') || path.endsWith('checkouts'));
    expect(JSON.stringify(begun)).to.not.contain('paynow-checkout');
    expect([id, checkout]).to.not.include('');
    expect([written, stored(), page.window.history.state]).to.deep.equal([[], '[{},{},""]', null]);
  });
});
