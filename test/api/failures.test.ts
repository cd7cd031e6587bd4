import {expect} from '@open-wc/testing';
import {getStore, putCartLine} from '../../src/api/index.js';
import {answered, failure, problem, storeFailure, streamed, wired} from './support.js';

describe('an error of the API', () => {
  it('is told with method, path, status, code and reason', async () => {
    const details = [{code: 'c', message: 'm', path: 'p', validation: 'v'}];
    const {client} = wired(() => problem(400, {trace_id: 'abc', errors: details}));
    const error = await failure(putCartLine(client, {productId: '1', quantity: 2}));
    expect(error.message).to.equal('PUT /v1/store/cart/lines: 400 out-of-stock: Nothing left');
    expect(error).to.include({kind: 'http', status: 400, code: 'out-of-stock', traceId: 'abc', method: 'PUT'});
    expect(error.details).to.deep.equal(details);
  });

  it('401 is of the kind auth', async () => {
    expect(await storeFailure(() => problem(401, {code: 'unauthorized'}))).to.include({kind: 'auth', status: 401});
  });

  it('403 is not: another token would not help', async () => {
    expect(await storeFailure(() => problem(403))).to.include({kind: 'http', status: 403});
  });

  const bodies = ['', '<html>Bad gateway</html>', '{"code":', 'null', '[]', '{"status":502}', '"x"'];
  for (const body of bodies) {
    it(`is known by its status when its body is ${body || 'empty'}`, async () => {
      const error = await storeFailure(() => new Response(body, {status: 502}));
      expect(error).to.include({kind: 'http', status: 502});
      expect(error.message).to.equal('GET /v1/store: 502: no reason given');
      expect(error.code).to.equal(undefined);
    });
  }

  it('keeps code and message when its details have another shape', async () => {
    const error = await storeFailure(() => problem(400, {errors: {name: ['is too long']}}));
    expect(error.code).to.equal('out-of-stock');
    expect(error.details).to.equal(undefined);
  });

  it('keeps its status when its body breaks off', async () => {
    const error = await storeFailure(() => streamed(controller => controller.error(new TypeError('cut')), 500));
    expect(error).to.include({kind: 'http', status: 500});
  });

  it('is told in few words however many it has', async () => {
    const error = await storeFailure(() => problem(400, {code: 'c'.repeat(1e5), message: 'm'.repeat(1e5)}));
    expect(error.message.length).to.be.below(500);
  });

  it('does not repeat the token nor what the customer typed', async () => {
    const message = 'token secret-token may not use "my real name" for steam account 76561198152492642';
    const {client} = wired(() => problem(400, {message}));
    const error = await failure(putCartLine(client, {
      productId: '1', customVariables: {sign: 'my real name'}, giftTo: {platform: 'steam', id: '76561198152492642'},
    }));
    expect(error.message).to.equal(
      'PUT /v1/store/cart/lines: 400 out-of-stock: token … may not use "…" for steam account …');
  });

  const waits: [string, number | undefined][] = [
    ['3', 3000], ['0', 0], ['soon', undefined], ['-1', undefined], ['1e3', undefined], ['x GMT', 0],
  ];
  for (const [header, ms] of waits) {
    it(`reads Retry-After: ${header}`, async () => {
      const error = await storeFailure(() => problem(429, {}, {'retry-after': header}));
      expect(error.retryAfter).to.equal(ms);
    });
  }

  it('reads Retry-After as a date', async () => {
    const at = new Date(Date.now() + 60_000).toUTCString();
    const error = await storeFailure(() => problem(503, {}, {'retry-after': at}));
    expect(error.retryAfter).to.be.within(55_000, 60_000);
    const past = await storeFailure(() => problem(503, {}, {'retry-after': new Date(0).toUTCString()}));
    expect(past.retryAfter).to.equal(0);
  });

  it('has no retryAfter without the header', async () => {
    expect((await storeFailure(() => problem(503))).retryAfter).to.equal(undefined);
  });
});

describe('no answer', () => {
  it('is a network error with its cause', async () => {
    const cause = new TypeError('Failed to fetch');
    const error = await storeFailure(() => Promise.reject(cause));
    expect(error).to.include({kind: 'network', cause});
    expect(error.message).to.equal('GET /v1/store: no answer');
  });

  it('is a network error also when fetch throws at once or gives Response.error()', async () => {
    const fetch = (): never => {
      throw new TypeError('no');
    };
    expect((await failure(getStore(answered({}, {fetch}).client))).kind).to.equal('network');
    expect((await storeFailure(() => Response.error())).kind).to.equal('network');
  });

  it('is one when the body breaks off', async () => {
    let pulls = 0;
    const error = await storeFailure(() => streamed(controller => {
      if (pulls++) controller.error(new TypeError('cut'));
      else controller.enqueue(new TextEncoder().encode('{"id":'));
    }));
    expect(error.kind).to.equal('network');
  });
});
