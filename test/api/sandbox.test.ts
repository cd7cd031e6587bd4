import {expect} from '@open-wc/testing';
import * as api from '../../src/api/index.js';
import type {CartLine, CartLineOptions, Client, ClientOptions} from '../../src/api/index.js';
import {sandboxWorld} from '../support/sandbox.js';
import type {World} from '../support/sandbox.js';
import {failure} from './support.js';

/** These tests go through the browser's own fetch to another origin, preflights included. */
const open = async (options: Partial<ClientOptions> = {}): Promise<{world: World; client: Client}> => {
  const world = await sandboxWorld();
  const token = await world.token();
  const client = api.createClient({storeId: world.storeId, baseUrl: world.apiUrl, token, ...options});
  return {world, client};
};

const idOf = async (client: Client, idOrSlug: string): Promise<string> => (await api.getProduct(client, {idOrSlug})).id;

/** Everything that makes a line, as it stands in the cart. */
const wishOf = (line: CartLine): CartLineOptions => ({
  productId: line.product_id,
  subscription: line.subscription,
  trial: line.trial,
  gameserverId: line.selected_gameserver_id ?? undefined,
  customVariables: Object.fromEntries(line.custom_variables.map(({identifier, value}) => [identifier, value])),
  giftToCustomerId: line.gift_to_customer_id ?? undefined,
});

describe('with the sandbox', () => {
  it('reads store, products, tags, navigation and customer', async () => {
    const {client} = await open({onWarning: error => expect.fail(error.message)});
    const store = await api.getStore(client);
    expect(store).to.include({id: client.storeId, platform: 'minecraft', currency: 'eur'});
    const products = await api.getProducts(client);
    expect(products.length).to.be.above(5);
    const [first] = products;
    expect(await api.getProduct(client, {idOrSlug: first!.slug})).to.deep.equal(first);
    expect(await api.getProduct(client, {idOrSlug: first!.id})).to.deep.equal(first);
    const tags = await api.getTags(client);
    const [link] = await api.getNavlinks(client);
    const tagged = await api.getProducts(client, {tags: link!.tag_query});
    expect(tags.map(({slug}) => slug)).to.include(link!.tag_slug);
    expect(tagged.length).to.be.within(1, products.length - 1);
    for (const {tags: own} of tagged) expect(own.map(({slug}) => slug)).to.include(link!.tag_slug);
    expect((await api.getCustomer(client)).id).to.match(/^\d+$/);
  });

  it('gives prices in the currency that is asked for', async () => {
    const {client} = await open();
    const [euro, yen] = await Promise.all(
      ['eur', 'JPY'].map(currency => api.getProduct(client, {idOrSlug: 'vip', currency})),
    );
    expect([euro?.currency, yen?.currency]).to.deep.equal(['eur', 'jpy']);
    expect(yen?.price).not.to.equal(euro?.price);
  });

  it('fills, changes and empties the cart', async () => {
    const {client} = await open();
    const productId = await idOf(client, 'vip');
    await api.putCartLine(client, {productId, quantity: 2});
    await api.putCartLine(client, {productId, quantity: 3, increment: true});
    const full = await api.getCart(client);
    expect(full.lines.map(({product_id, quantity}) => [product_id, quantity])).to.deep.equal([[productId, 5]]);
    expect(full.total).to.equal(5 * full.lines[0]!.price);
    await api.putCartLine(client, {productId, quantity: -4, increment: true});
    expect((await api.getCart(client)).lines[0]?.quantity).to.equal(1);
    await api.putCartLine(client, {productId, quantity: 0});
    expect((await api.getCart(client)).lines).to.deep.equal([]);
    await api.putCartLine(client, {productId});
    await api.clearCart(client);
    expect(await api.getCart(client)).to.deep.include({lines: [], total: 0});
  });

  it('hits the right one of several lines of a product', async () => {
    const {client} = await open();
    const productId = await idOf(client, 'pet-fox');
    const names = ['Rusty', 'Zoë & Co', '100% 🦊 + [a]=b'];
    for (const pet_name of names) {
      await api.putCartLine(client, {productId, quantity: 1, customVariables: {coat: 'snow', pet_name}});
    }
    await api.putCartLine(client, {
      productId,
      quantity: 1,
      customVariables: {coat: 'red', pet_name: 'Rusty'},
      giftTo: {platform: 'minecraft', id: 'Notch'},
    });
    const before = await api.getCart(client);
    const namesOf = (lines: CartLine[]): (string | undefined)[] =>
      lines.map(({custom_variables}) => custom_variables.find(({identifier}) => identifier === 'pet_name')?.value);
    expect(namesOf(before.lines)).to.deep.equal([...names, 'Rusty']);
    expect(before.lines[3]?.gift_to_customer?.name).to.equal('Notch');
    for (const [index, line] of before.lines.entries()) {
      await api.putCartLine(client, {...wishOf(line), quantity: index + 2});
    }
    const after = await api.getCart(client);
    expect(after.lines.map(({line_key}) => line_key)).to.deep.equal(before.lines.map(({line_key}) => line_key));
    expect(after.lines.map(({quantity}) => quantity)).to.deep.equal([2, 3, 4, 5]);
    await api.putCartLine(client, {...wishOf(after.lines[1]!), quantity: 0});
    expect(namesOf((await api.getCart(client)).lines)).to.deep.equal([names[0], names[2], 'Rusty']);
  });

  it('goes to checkout with the cart and past it', async () => {
    const {client} = await open();
    const productId = await idOf(client, 'vip');
    await api.putCartLine(client, {productId});
    const options = {returnUrl: 'https://shop.example/thanks', autoRedirect: true, promoCodes: ['EMBER10']};
    const sessions = [
      await api.createCartCheckout(client, options),
      await api.createCheckout(client, {...options, lines: [{productId, quantity: 2}]}),
    ];
    for (const session of sessions) {
      expect(session.id).to.match(/^\d+$/);
      expect(session.url)
        .to.match(/^http:\/\/.*\/checkout\//)
        .and.contain(session.token);
    }
  });

  it('signs a player in by name', async () => {
    const {world, client} = await open({token: undefined});
    const {customer_token} = await api.authenticateCustomer(client, {platform: 'minecraft_java_name', id: 'Notch'});
    expect((await api.getCustomer(client, {token: customer_token})).name).to.equal('Notch');
    expect((await api.getCart(client, {}, {token: customer_token})).lines).to.deep.equal([]);
    expect((await world.log()).map(({headers}) => headers['authorization'] ?? '')).to.deep.equal([
      '',
      'Customer …',
      'Customer …',
    ]);
  });
});

describe('what the sandbox refuses', () => {
  it('arrives with code, trace id and details', async () => {
    const {client} = await open();
    const productId = await idOf(client, 'vip');
    const error = await failure(api.putCartLine(client, {productId, customVariables: {nonsense: 'my words'}}));
    expect(error).to.include({kind: 'http', status: 400, code: 'unknown-custom-variable', method: 'PUT'});
    expect(error.traceId).to.match(/^\w{16,}$/);
    expect(error.details?.[0]?.path).to.equal('custom_variables[nonsense]');
  });

  it('an unknown product is a 404', async () => {
    const {client} = await open();
    expect(await failure(api.getProduct(client, {idOrSlug: 'a/b c'}))).to.include({kind: 'http', status: 404});
  });

  it('a token that has expired is an auth error', async () => {
    const {world, client} = await open();
    const token = await world.token({expires_in: -1});
    expect(await failure(api.getCart(client, {}, {token}))).to.include({kind: 'auth', status: 401});
  });
});

describe('when the network is bad', () => {
  it('a status comes through with Retry-After, which the browser may read across origins', async () => {
    const {world, client} = await open();
    await world.faults([{kind: 'status', status: 429, retryAfter: 7}]);
    const error = await failure(api.getStore(client));
    expect(error).to.include({kind: 'http', status: 429, retryAfter: 7000});
    expect((await api.getStore(client)).id).to.equal(client.storeId);
  });

  const cases = [
    ['drop-before', 'network'],
    ['drop-after', 'network'],
    ['malformed', 'schema'],
    ['html', 'schema'],
    ['wrong-shape', 'schema'],
  ] as const;
  for (const [kind, expected] of cases) {
    it(`${kind} is an error of the kind ${expected}`, async () => {
      const {world, client} = await open();
      await world.faults([{kind}]);
      expect((await failure(api.getStore(client))).kind).to.equal(expected);
    });
  }

  it('an answer that is lost may have had its effect, and is never sent again by itself', async () => {
    const {world, client} = await open();
    const productId = await idOf(client, 'vip');
    await world.clearLog();
    await world.faults([{kind: 'drop-after'}]);
    expect((await failure(api.putCartLine(client, {productId, quantity: 1, increment: true}))).kind).to.equal(
      'network',
    );
    expect((await api.getCart(client)).lines[0]?.quantity).to.equal(1);
    expect((await world.log()).map(({method}) => method)).to.deep.equal(['PUT', 'GET']);
  });

  it('an answer that hangs or never ends is over in time', async () => {
    const {world, client} = await open();
    await world.faults([{kind: 'hang'}, {kind: 'endless'}]);
    expect((await failure(api.getStore(client, {timeout: 100}))).kind).to.equal('timeout');
    expect((await failure(api.getStore(client, {timeout: 100}))).kind).to.equal('timeout');
    expect((await api.getStore(client)).id).to.equal(client.storeId);
  });

  it('the caller can give up while the server thinks', async () => {
    const {world, client} = await open();
    await world.faults([{kind: 'hang'}]);
    const controller = new AbortController();
    const promise = failure(api.getStore(client, {signal: controller.signal}));
    controller.abort();
    expect((await promise).kind).to.equal('aborted');
  });
});
