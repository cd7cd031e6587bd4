import {expect} from '@open-wc/testing';
import {emberfall, expectProblem, rustborn, Shop, type Answer, type Problem} from './support.js';

const scrapjack = {id: '523911840266719232', steam: '76561198152492642'};

interface Account {
  id: string;
  name: string;
  steam_id?: string;
}

const call = <T = Account>(
  shop: Shop, method: string, path: string, body?: unknown, key: string | null = 'demo-rustborn-key', store = rustborn,
): Promise<Answer<T>> => shop.call<T>(method, `/v1/stores/${store}/customers${path}`, {
  token: null, store: null, headers: key === null ? {} : {authorization: `APIKey ${key}`},
  ...(body !== undefined && {body}),
});

const problem = (answer: Promise<Answer<unknown>>): Promise<Answer<Problem>> => answer as Promise<Answer<Problem>>;

describe('the Management API', () => {
  it('answers only to a secret key of that very store', async () => {
    const shop = new Shop();
    for (const [method, path] of [['GET', '/lookup?steam_id=1'], ['POST', ''], ['GET', '/1'], ['POST', '/1/tokens'],
      ['DELETE', '/1/tokens']] as const) {
      expectProblem(await problem(call(shop, method, path, undefined, null)), 401, 'invalid-api-key');
      expectProblem(await problem(call(shop, method, path, undefined, 'guessed')), 401, 'invalid-api-key');
      expectProblem(await problem(call(shop, method, path, undefined, 'demo-emberfall-key')), 403, 'forbidden');
      const header = {headers: {authorization: 'Customer demo-rustborn-key'}, token: null};
      expectProblem(await shop.call(method, `/v1/stores/${rustborn}/customers${path}`, header), 401, 'invalid-api-key');
    }
  });

  it('finds a customer by each kind of account', async () => {
    const shop = new Shop();
    const nameBy = async (query: string, store = rustborn, key = 'demo-rustborn-key'): Promise<string> =>
      (await call(shop, 'GET', `/lookup?${query}`, undefined, key, store)).json.name;
    expect(await nameBy(`steam_id=${scrapjack.steam}`)).to.equal('Scrapjack');
    expect(await nameBy(`id=${scrapjack.id}`)).to.equal('Scrapjack');
    expect(await nameBy('name=scrapjack')).to.equal('Scrapjack');
    for (const query of ['minecraft_uuid=8d5f2c1e-40b7-4c69-9f0a-6d2b7e13c5a4', 'minecraft_java_name=ashwalker']) {
      expect(await nameBy(query, emberfall, 'demo-emberfall-key')).to.equal('AshWalker');
    }
    const bedrock = call(shop, 'GET', '/lookup?minecraft_bedrock_name=AshWalker', undefined, 'demo-emberfall-key',
      emberfall);
    expectProblem(await problem(bedrock), 404, 'customer-not-found');
  });

  it('looks up by one thing at a time, and only in its store', async () => {
    const shop = new Shop();
    const lookUp = (query: string) => problem(call(shop, 'GET', `/lookup${query}`));
    expectProblem(await lookUp('?steam_id=76561198000000009'), 404, 'customer-not-found');
    expectProblem(await lookUp('?id=415208317459730432'), 404, 'customer-not-found');
    expectProblem(await lookUp(''), 400, 'validation-error');
    expectProblem(await lookUp(`?steam_id=${scrapjack.steam}&id=1`), 400, 'validation-error');
    expectProblem(await lookUp('?steam_id=AshWalker'), 400, 'validation-error', 'steam_id');
    expectProblem(await lookUp('?email=a@b.example'), 400, 'validation-error', 'email');
    expectProblem(await problem(call(shop, 'GET', '/415208317459730432')), 404, 'customer-not-found');
  });

  it('makes a customer once', async () => {
    const shop = new Shop();
    const made = await call(shop, 'POST', '', {steam_id: '76561198000000009', name: 'Nina'});
    expect(made.json).to.include({name: 'Nina', steam_id: '76561198000000009'});
    expect((await call(shop, 'GET', `/${made.json.id}`)).json).to.deep.equal(made.json);
    expectProblem(await problem(call(shop, 'POST', '', {steam_id: scrapjack.steam})), 409, 'customer-exists');
    expectProblem(await problem(call(shop, 'POST', '', {})), 400, 'validation-error', 'steam_id');
    expectProblem(await problem(call(shop, 'POST', '', {steam_id: '12'})), 400, 'validation-error');
    expectProblem(await problem(call(shop, 'POST', '', {steamid: '12'})), 400, 'validation-error', 'steamid');
  });

  it('gives tokens that work, and takes all of them back', async () => {
    const shop = new Shop();
    const tokens = [await call<{token: string}>(shop, 'POST', `/${scrapjack.id}/tokens`)];
    tokens.push(await call<{token: string}>(shop, 'POST', `/${scrapjack.id}/tokens`));
    const whoIs = (token: string) => shop.get<Account>('/v1/store/customer', {token, store: rustborn});
    for (const {json} of tokens) expect((await whoIs(json.token)).json.steam_id).to.equal(scrapjack.steam);
    expect((await call(shop, 'DELETE', `/${scrapjack.id}/tokens`)).status).to.equal(204);
    for (const {json} of tokens) expectProblem(await problem(whoIs(json.token)), 401, 'invalid-customer-token');
    expectProblem(await problem(call(shop, 'POST', '/1/tokens')), 404, 'customer-not-found');
  });
});
