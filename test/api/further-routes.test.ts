import {expect} from '@open-wc/testing';
import * as api from '../../src/api/index.js';
import type {CheckoutLineOptions, PlatformAccount} from '../../src/api/index.js';
import {aSession, answered, failure, json, wired} from './support.js';

describe('createCheckout', () => {
  it('sends each line in the words of this route', async () => {
    const {client, sent} = answered(aSession);
    const session = await api.createCheckout(client, {
      lines: [
        {productId: '1'},
        {
          productId: '2', quantity: 3, subscription: true, trial: true, gameserverId: '7',
          customVariables: {sign: 'Zoë'}, giftTo: {platform: 'steam', id: '76561198152492642'},
        },
        {productId: '3', giftToCustomerId: '8'},
      ],
      promoCodes: ['A'],
    });
    expect(session).to.deep.equal(aSession);
    expect([sent[0]?.method, sent[0]?.url.pathname]).to.deep.equal(['POST', '/v1/checkouts']);
    expect(JSON.parse(sent[0]!.body)).to.deep.equal({
      promo_codes: ['A'],
      lines: [
        {product_id: '1', quantity: 1},
        {
          product_id: '2', quantity: 3, subscription: true, trial: true, selected_gameserver_id: '7',
          custom_variables: {sign: 'Zoë'}, gift_to: {platform: 'steam', id: '76561198152492642'},
        },
        {product_id: '3', quantity: 1, gift_to_customer_id: '8'},
      ],
    });
  });

  it('sends nothing of an account but platform and id', async () => {
    const {client, sent} = answered(aSession);
    const giftTo = {platform: 'steam', id: '1', note: 'private'};
    await api.createCheckout(client, {lines: [{productId: '1', giftTo}]});
    expect(sent[0]?.body).not.to.contain('private');
  });

  const wrong: [string, unknown][] = [
    ['lines', undefined], ['lines', []], ['lines', {}], ['lines[0]', ['1']], ['lines[1]', [{productId: '1'}, null]],
    ['productId', [{}]], ['quantity', [{productId: '1', quantity: 0}]], ['quantity', [{productId: '1', quantity: -1}]],
    ['giftTo', [{productId: '1', giftToCustomerId: '1', giftTo: {platform: 'steam', id: '1'}}]],
  ];
  for (const [name, lines] of wrong) {
    it(`refuses the lines ${JSON.stringify(lines)}`, async () => {
      const {client, sent} = answered(aSession);
      const error = await failure(api.createCheckout(client, {lines: lines as CheckoutLineOptions[]}));
      expect(error.kind).to.equal('configuration');
      expect(error.message.startsWith(`${name}: `), error.message).to.equal(true);
      expect(sent).to.have.length(0);
    });
  }

  it('keeps what customers typed out of its errors', async () => {
    const {client} = wired(() => json({code: 'bad', message: 'no "Jane Doe" at 7656'}, {status: 400}));
    const lines = [{productId: '1', customVariables: {sign: 'Jane Doe'}, giftTo: {platform: 'steam', id: '7656'}}];
    const {message} = await failure(api.createCheckout(client, {lines}));
    expect(message).to.equal('POST /v1/checkouts: 400 bad: no "…" at …');
  });
});

describe('authenticateCustomer', () => {
  it('sends the account without any token, and gives the new one', async () => {
    const {client, sent} = answered({customer_token: 'new'});
    expect(await api.authenticateCustomer(client, {platform: 'minecraft_java_name', id: 'Notch'}))
      .to.deep.equal({customer_token: 'new'});
    expect([sent[0]?.method, sent[0]?.url.pathname, sent[0]?.body]).to.deep.equal(
      ['POST', '/v1/store/customer/auth', '{"platform":"minecraft_java_name","id":"Notch"}']);
    expect(sent[0]?.headers.has('authorization')).to.equal(false);
  });

  it('does not even ask for the client\'s token', async () => {
    let asked = 0;
    const {client} = answered({customer_token: 'new'}, {token: () => `t${asked++}`});
    await api.authenticateCustomer(client, {platform: 'minecraft', id: 'Notch'}, {token: 'own'});
    expect(asked).to.equal(0);
  });

  const wrong = [undefined, {}, {platform: 'minecraft'}, {platform: 'myspace', id: 'x'}, {platform: 'steam', id: ''}];
  for (const account of wrong) {
    it(`refuses ${JSON.stringify(account)}`, async () => {
      const {client, sent} = answered({customer_token: 'new'});
      const error = await failure(api.authenticateCustomer(client, account as PlatformAccount));
      expect([error.kind, sent.length]).to.deep.equal(['configuration', 0]);
      expect(error.message).to.match(/^account/);
    });
  }
});

describe('getCustomer', () => {
  const customer = {id: '1', name: 'Notch', profile: {id: 'u', platform: 'minecraft', name: 'Notch', avatar_url: null}};

  it('gives who the token stands for', async () => {
    const {client, sent} = answered({...customer, metadata: {vip: '1'}});
    expect(await api.getCustomer(client)).to.deep.equal(customer);
    expect(sent[0]?.url.pathname).to.equal('/v1/store/customer');
  });

  it('needs a token', async () => {
    const {client, sent} = answered(customer, {token: undefined});
    expect((await failure(api.getCustomer(client))).kind).to.equal('auth');
    expect(sent).to.have.length(0);
  });
});

describe('getTags and getNavlinks', () => {
  const tag = {id: '1', slug: 'ranks', name: 'Ranks', description: null, image_url: null, enabled: true};
  const leaf = {
    node_id: 'b', parent_node_id: 'a', tag_id: '2', tag_slug: 'vip', tag_query: ['ranks', 'vip'], name: 'VIP', order: 2,
    children: [],
  };
  const root = {...leaf, node_id: 'a', parent_node_id: null, children: [leaf, {...leaf, node_id: 'c'}]};

  it('give tags', async () => {
    const {client, sent} = answered([{...tag, store_id: '1'}], {token: undefined});
    expect(await api.getTags(client)).to.deep.equal([tag]);
    expect(sent[0]?.url.pathname).to.equal('/v1/store/tags');
  });

  it('give the navigation as a tree', async () => {
    const {client, sent} = answered([root], {token: undefined});
    expect(await api.getNavlinks(client)).to.deep.equal([root]);
    expect(sent[0]?.url.pathname).to.equal('/v1/store/navlinks');
  });

  it('leave out a branch with something odd in its depth, and say where', async () => {
    const warnings: string[] = [];
    const odd = {...root, children: [leaf, {...leaf, children: [{...leaf, name: 5}]}]};
    const {client} = answered([odd, root], {onWarning: error => warnings.push(error.message)});
    expect(await api.getNavlinks(client)).to.deep.equal([root]);
    expect(warnings).to.deep.equal(
      ['GET /v1/store/navlinks: 1 of 2 items are left out: 0.children.1.children.0.name: string expected']);
  });

  it('tell of a problem in great depth in few words', async () => {
    const deep = Array.from({length: 200}).reduce<object>(inner => ({...leaf, children: [inner]}), {...leaf, name: 5});
    const {message} = await failure(api.getNavlinks(answered([deep]).client));
    expect(message).to.match(/: 0\.children\.0\.children\.0\./);
    expect(message.length).to.be.below(250);
  });

  it('survive a tree that is nested without end', async () => {
    const open = '{"node_id":"a","tag_id":"1","tag_slug":"s","tag_query":[],"name":"n","order":1,"children":[';
    const depth = 50_000;
    const {client} = wired(() => new Response(`[${open.repeat(depth)}${']}'.repeat(depth)}]`));
    const error = await failure(api.getNavlinks(client));
    expect(error.kind).to.equal('schema');
    expect(error.message.length).to.be.below(300);
  });
});
