import {expect} from '@open-wc/testing';
import type {Fault, LogEntry} from '../../src/sandbox/index.js';
import {base, emberfall, expectProblem, id, Shop} from './support.js';

const withFaults = async (...faults: Fault[]): Promise<Shop> => {
  const shop = new Shop();
  expect((await shop.control('POST', 'faults', faults)).status).to.equal(204);
  return shop;
};

const log = async (shop: Shop): Promise<{requests: LogEntry[]; preflights: number}> =>
  (await shop.control<{requests: LogEntry[]; preflights: number}>('GET', 'log')).json;

const rejection = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(() => expect.fail('The request was answered.'), (error: unknown) => error);

const storeRequest = (init?: RequestInit): Request =>
  new Request(`${base}/v1/store`, {headers: {'x-paynow-store-id': emberfall}, ...init});

describe('a fault', () => {
  it('of kind status answers that status in the form of PayNow, and does nothing', async () => {
    const shop = await withFaults({kind: 'status', status: 429, retryAfter: 7});
    const answer = await shop.put({product_id: id.vip});
    expectProblem(answer, 429, 'rate-limited');
    expect(answer.headers.get('retry-after')).to.equal('7');
    expect(answer.headers.get('access-control-allow-origin')).to.equal('*');
    expect(await shop.quantities()).to.deep.equal([]);
  });

  it('of kind status answers the body that it was given, as text or as JSON', async () => {
    const shop = await withFaults({kind: 'status', status: 400, body: {code: 'own'}},
      {kind: 'status', status: 500, body: '<oops>'}, {kind: 'status', status: 204});
    expect((await shop.get('/v1/store')).json.code).to.equal('own');
    expect(await (await shop.fetch(storeRequest())).text()).to.equal('<oops>');
    expect((await shop.get('/v1/store')).status).to.equal(204);
  });

  it('of kind status is a 500 when nothing else is said', async () => {
    expectProblem(await (await withFaults({kind: 'status'})).get('/v1/store'), 500, 'internal-error');
  });

  it('of kind drop-before loses the request', async () => {
    const shop = await withFaults({kind: 'drop-before'});
    const error = await rejection(shop.put({product_id: id.vip}));
    expect(error).to.be.instanceOf(TypeError);
    expect(await shop.quantities()).to.deep.equal([]);
  });

  it('of kind drop-after loses the answer', async () => {
    const shop = await withFaults({kind: 'drop-after'});
    expect(await rejection(shop.put({product_id: id.vip}))).to.be.instanceOf(TypeError);
    expect(await shop.quantities()).to.deep.equal(['vip 1']);
  });

  it('of kind malformed does the work and answers something that is no JSON', async () => {
    const shop = await withFaults({kind: 'malformed', times: 2});
    const {status, headers, text} = await shop.fetch(storeRequest()).then(async response =>
      ({status: response.status, headers: response.headers, text: await response.text()}));
    expect(status).to.equal(200);
    expect(headers.get('content-type')).to.equal('application/json');
    expect(() => JSON.parse(text) as unknown).to.throw(SyntaxError);
    expect(await rejection(shop.put({product_id: id.vip}))).to.be.instanceOf(SyntaxError);
    expect(await shop.quantities()).to.deep.equal(['vip 1']);
  });

  it('of kind html answers a page', async () => {
    const shop = await withFaults({kind: 'html'}, {kind: 'html', status: 502, body: '<p>own</p>'});
    const first = await shop.get('/v1/store');
    expect(first.status).to.equal(200);
    expect(first.headers.get('content-type')).to.include('text/html');
    expect(first.text).to.match(/^<!doctype html>/);
    const second = await shop.get('/v1/store');
    expect([second.status, second.text]).to.deep.equal([502, '<p>own</p>']);
  });

  it('of kind wrong-shape answers JSON that nobody expects', async () => {
    const shop = await withFaults({kind: 'wrong-shape'}, {kind: 'wrong-shape', body: [1]});
    expect((await shop.get<object>('/v1/store')).json).to.have.property('unexpected');
    expect((await shop.get<number[]>('/v1/store')).json).to.deep.equal([1]);
  });

  it('of kind endless streams until the reader has had enough', async () => {
    const shop = await withFaults({kind: 'endless'});
    const response = await shop.fetch(storeRequest());
    const reader = response.body?.getReader();
    let bytes = 0;
    while (bytes < 2_000_000) bytes += (await reader?.read())?.value?.byteLength ?? 0;
    await reader?.cancel();
    expect(bytes).to.be.at.least(2_000_000);
  });

  it('of kind hang answers nothing until the request is aborted', async () => {
    const shop = await withFaults({kind: 'hang'});
    const stop = new AbortController();
    let settled = false;
    const answer = shop.get('/v1/store', {signal: stop.signal}).finally(() => {
      settled = true;
    });
    answer.catch(() => undefined);
    expect((await shop.get('/v1/store')).status).to.equal(200);
    expect(settled).to.equal(false);
    stop.abort();
    expect(await rejection(answer)).to.include({name: 'AbortError'});
  });

  it('of kind delay waits, and stops waiting when the request is aborted', async () => {
    const shop = await withFaults({kind: 'delay', ms: 60}, {kind: 'delay', ms: 60_000});
    const before = performance.now();
    expect((await shop.get('/v1/store')).status).to.equal(200);
    expect(performance.now() - before).to.be.at.least(55);
    const stop = new AbortController();
    const answer = shop.get('/v1/store', {signal: stop.signal});
    stop.abort();
    expect(await rejection(answer)).to.include({name: 'AbortError'});
  });

  it('may wait first, whatever its kind', async () => {
    const shop = await withFaults({kind: 'status', status: 503, ms: 40});
    const before = performance.now();
    expect((await shop.get('/v1/store')).status).to.equal(503);
    expect(performance.now() - before).to.be.at.least(35);
  });
});

describe('faults', () => {
  it('come once when nothing is said, else as often as is said', async () => {
    const shop = await withFaults({kind: 'status', status: 500}, {kind: 'status', status: 503, times: 2});
    const statuses = [];
    for (let i = 0; i < 4; i += 1) statuses.push((await shop.get('/v1/store')).status);
    expect(statuses).to.deep.equal([500, 503, 503, 200]);
  });

  it('stay for good with times -1, until they are taken away', async () => {
    const shop = await withFaults({kind: 'status', status: 503, times: -1});
    for (let i = 0; i < 5; i += 1) expect((await shop.get('/v1/store')).status).to.equal(503);
    expect((await shop.control('DELETE', 'faults')).status).to.equal(204);
    expect((await shop.get('/v1/store')).status).to.equal(200);
  });

  it('hit by method and by the beginning of the path', async () => {
    const shop = await withFaults({kind: 'status', match: {method: 'put', path: '/v1/store/cart'}},
      {kind: 'status', status: 503, match: {path: '/v1/store/products'}});
    expect((await shop.get('/v1/store/cart')).status).to.equal(200);
    expect((await shop.get('/v1/store/products/vip')).status).to.equal(503);
    expect((await shop.put({product_id: id.vip})).status).to.equal(500);
    await shop.add({product_id: id.vip});
  });

  it('that delay everything stand beside the others', async () => {
    const shop = await withFaults({kind: 'delay', ms: 30, times: -1}, {kind: 'status', status: 503});
    const before = performance.now();
    expect((await shop.get('/v1/store')).status).to.equal(503);
    expect((await shop.get('/v1/store')).status).to.equal(200);
    expect(performance.now() - before).to.be.at.least(55);
  });

  it('hit neither pictures nor control routes, and preflights only by name', async () => {
    const shop = await withFaults({kind: 'status', status: 503});
    expect((await shop.get('/images/vip.svg')).status).to.equal(200);
    const options = () => shop.fetch(new Request(`${base}/v1/store`, {method: 'OPTIONS'}));
    expect((await options()).status).to.equal(204);
    expect((await shop.get('/v1/store')).status).to.equal(503);
    await shop.control('POST', 'faults', {kind: 'status', status: 403, match: {method: 'OPTIONS'}});
    expect((await options()).status).to.equal(403);
    expect((await options()).status).to.equal(204);
  });

  it('of an unknown kind are refused, all of the list', async () => {
    const shop = new Shop();
    const answer = await shop.control('POST', 'faults', [{kind: 'status'}, {kind: 'fire'}]);
    expectProblem(answer, 400, 'validation-error', 'kind');
    expect((await shop.get('/v1/store')).status).to.equal(200);
  });

  it('are in the log', async () => {
    const shop = await withFaults({kind: 'drop-after'}, {kind: 'status', status: 503});
    await rejection(shop.get('/v1/store'));
    await shop.get('/v1/store');
    await shop.get('/v1/store');
    expect((await log(shop)).requests.map(({status, fault}) => [status, fault])).to.deep.equal(
      [[0, 'drop-after'], [503, 'status'], [200, undefined]]);
  });
});

describe('a request that was aborted before it was sent', () => {
  it('never arrives', async () => {
    const shop = new Shop();
    expect(await rejection(shop.get('/v1/store', {signal: AbortSignal.abort()}))).to.include({name: 'AbortError'});
    expect((await log(shop)).requests).to.deep.equal([]);
  });
});
