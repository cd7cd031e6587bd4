import {expect} from '@open-wc/testing';
import {sandboxWorld} from './sandbox.js';

const get = async (apiUrl: string, path: string, token?: string): Promise<Response> =>
  fetch(`${apiUrl}${path}`, {
    headers: {'x-paynow-store-id': '411486491630370816', ...(token ? {authorization: `Customer ${token}`} : {})},
  });

describe('a world of the sandbox', () => {
  it('is on another origin than the page and answers it all the same', async () => {
    const {apiUrl} = await sandboxWorld();
    expect(new URL(apiUrl).origin).to.not.equal(location.origin);
    expect((await get(apiUrl, '/v1/store')).status).to.equal(200);
  });

  it('logs what came in, and the preflights apart', async () => {
    const world = await sandboxWorld();
    await get(world.apiUrl, '/v1/store');
    expect((await world.log()).map(({method, path, status}) => `${method} ${path} ${status}`)).to.deep.equal([
      'GET /v1/store 200',
    ]);
    expect(await world.preflights()).to.equal(1);
    await world.clearLog();
    expect(await world.log()).to.deep.equal([]);
  });

  it('commits the faults it is told to, once', async () => {
    const world = await sandboxWorld();
    await world.faults([{kind: 'status', status: 503}]);
    expect((await get(world.apiUrl, '/v1/store')).status).to.equal(503);
    expect((await get(world.apiUrl, '/v1/store')).status).to.equal(200);
  });

  it('shares nothing with another world', async () => {
    const [one, other] = await Promise.all([sandboxWorld(), sandboxWorld()]);
    await one.faults([{kind: 'drop-before'}]);
    expect((await get(other.apiUrl, '/v1/store')).status).to.equal(200);
    const dropped = await get(one.apiUrl, '/v1/store').then(() => undefined, (error: unknown) => error);
    expect(dropped).to.be.instanceOf(TypeError);
  });

  it('makes tokens that its cart takes', async () => {
    const world = await sandboxWorld();
    expect((await get(world.apiUrl, '/v1/store/cart', await world.token())).status).to.equal(200);
    expect((await get(world.apiUrl, '/v1/store/cart', 'made up')).status).to.equal(401);
    expect(Object.keys((await world.state()).carts).length).to.be.at.most(1);
  });
});
