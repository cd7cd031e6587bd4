import {expect} from '@open-wc/testing';
import {clearCart, getCart, getStore, putCartLine} from '../../src/api/index.js';
import type {PaynowError} from '../../src/api/index.js';
import {answered, aStore, failure, json, wired} from './support.js';

const never = (): Promise<Response> => new Promise(() => {});
const problem = (status: number, more: object = {}, headers?: HeadersInit): Response =>
  json({status, code: 'out-of-stock', message: 'Nothing left', ...more}, {status, ...headers && {headers}});

const storeFailure = (answer: () => Response | Promise<Response>): Promise<PaynowError> =>
  failure(getStore(wired(answer).client));

/** A body that breaks, hangs or never ends, piece by piece. */
const streamed = (pull: UnderlyingDefaultSource<Uint8Array>['pull'], status = 200): Response =>
  new Response(new ReadableStream<Uint8Array>({...pull && {pull}}), {status});

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

describe('time and patience', () => {
  it('ends a request that nobody answers', async () => {
    const {client, sent} = wired(never, {timeout: 5});
    const error = await failure(getStore(client));
    expect(error.kind).to.equal('timeout');
    expect(error.message).to.equal('GET /v1/store: no whole answer within 5 ms');
    expect(sent[0]?.request.signal.aborted).to.equal(true);
  });

  it('ends a body that never comes', async () => {
    expect((await failure(getStore(wired(() => streamed(undefined), {timeout: 5}).client))).kind).to.equal('timeout');
  });

  it('ends a token function that never answers, and then sends nothing', async () => {
    let give: (token: string) => void = () => {};
    const token = new Promise<string>(resolve => (give = resolve));
    const {client, sent} = answered(aStore, {token: () => token});
    expect((await failure(getStore(client, {timeout: 5}))).kind).to.equal('timeout');
    give('late');
    await token;
    // The client's own steps after the token are done when a later request has run whole.
    await getStore(client);
    expect(sent).to.have.length(1);
  });

  it('takes the shorter or longer time of one call', async () => {
    const {client} = wired(never, {timeout: 60_000});
    expect((await failure(getStore(client, {timeout: 3}))).message).to.contain('3 ms');
  });

  it('does not mistake a very long time for none, and leaves no timer behind', async () => {
    const {setTimeout, clearTimeout} = globalThis;
    const running = new Map<unknown, number>();
    const started: number[] = [];
    globalThis.setTimeout = ((work: () => void, ms?: number) => {
      const timer = setTimeout(work, ms);
      // The test runner has shorter ones of its own.
      if (ms && ms >= 15_000) {
        running.set(timer, ms);
        started.push(ms);
      }
      return timer;
    }) as typeof setTimeout;
    globalThis.clearTimeout = timer => (running.delete(timer), clearTimeout(timer));
    try {
      await getStore(answered(aStore, {timeout: Infinity}).client);
      await getStore(answered(aStore).client, {timeout: 2 ** 40});
      await failure(getStore(wired(() => problem(400)).client));
    } finally {
      Object.assign(globalThis, {setTimeout, clearTimeout});
    }
    expect(started).to.deep.equal([2 ** 31 - 1, 2 ** 31 - 1, 15_000]);
    expect(running.size).to.equal(0);
  });

  it('gives up when the caller does, with the caller\'s reason', async () => {
    const {client, sent} = wired(never);
    const controller = new AbortController();
    const reason = new Error('left the page');
    const promise = failure(getStore(client, {signal: controller.signal}));
    controller.abort(reason);
    expect(await promise).to.include({kind: 'aborted', cause: reason});
    for (const {request} of sent) expect(request.signal.aborted).to.equal(true);
  });

  it('sends nothing when the caller gave up before', async () => {
    const asked: string[] = [];
    const {client, sent} = answered(aStore, {token: ({path}) => void asked.push(path) as undefined});
    const error = await failure(getStore(client, {signal: AbortSignal.abort()}));
    expect([error.kind, sent.length, asked.length]).to.deep.equal(['aborted', 0, 0]);
  });

  it('does not keep listening to a signal after the answer', async () => {
    const {signal} = new AbortController();
    const listeners = new Set<unknown>();
    const add = signal.addEventListener.bind(signal);
    signal.addEventListener = (...args: Parameters<typeof add>) => (listeners.add(args[1]), add(...args));
    const remove = signal.removeEventListener.bind(signal);
    signal.removeEventListener = (...args: Parameters<typeof remove>) => (listeners.delete(args[1]), remove(...args));
    await getStore(answered(aStore).client, {signal});
    expect(listeners.size).to.equal(0);
  });
});

describe('an odd answer', () => {
  const odd: [string, string][] = [['nothing', ''], ['half a JSON', '{"id": "1'], ['a page', '<!doctype html>']];
  for (const [name, body] of odd) {
    it(`${name} is a schema error that does not quote it`, async () => {
      const error = await storeFailure(() => new Response(body, {headers: {'content-type': 'application/json'}}));
      expect(error).to.include({kind: 'schema', status: 200, message: 'GET /v1/store: the answer is not JSON'});
      expect(error.cause).to.equal(undefined);
    });
  }

  it('the content type is not asked', async () => {
    const {client} = wired(() => json(aStore, {headers: {'content-type': 'text/html'}}));
    expect((await getStore(client)).id).to.equal(aStore.id);
  });

  it('text in pieces is put together, byte order mark or not', async () => {
    const bytes = new TextEncoder().encode(`\uFEFF${JSON.stringify({...aStore, name: 'Zoë 🧱'})}`);
    let at = 0;
    const {client} = wired(() => streamed(controller => {
      if (at < bytes.length) controller.enqueue(bytes.slice(at, ++at));
      else controller.close();
    }));
    expect((await getStore(client)).name).to.equal('Zoë 🧱');
  });

  it('an answer without end is cut off and let go', async () => {
    const chunk = new Uint8Array(2 ** 20).fill(32);
    let pulls = 0;
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull: controller => (pulls++, controller.enqueue(chunk)),
      cancel: () => void (cancelled = true),
    });
    const error = await storeFailure(() => new Response(body));
    expect(error).to.include({kind: 'schema', message: 'GET /v1/store: the body is over 16 MiB'});
    expect(pulls).to.be.within(17, 20);
    expect(cancelled).to.equal(true);
  });

  it('half a letter at the end is seen', async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode(JSON.stringify(aStore)), 0xE2]);
    expect((await storeFailure(() => new Response(bytes))).kind).to.equal('schema');
  });

  it('a body is let go when the caller gives up in the middle of it', async () => {
    const caller = new AbortController();
    let pulls = 0;
    const cancelled = new Promise<void>(resolve => {
      const body = new ReadableStream<Uint8Array>({
        pull: controller => {
          if (++pulls === 5) caller.abort();
          controller.enqueue(new Uint8Array(9).fill(32));
        },
        cancel: () => resolve(),
      });
      failure(getStore(wired(() => new Response(body)).client, {signal: caller.signal})).catch(resolve);
    });
    await cancelled;
    expect(pulls).to.be.within(5, 7);
  });

  it('a body where none is expected is not read', async () => {
    let cancelled = false;
    const body = new ReadableStream({cancel: () => void (cancelled = true)});
    await clearCart(wired(() => new Response(body)).client);
    expect(cancelled).to.equal(true);
  });

  it('no error of a request says what the address asked for', async () => {
    const error = await failure(getCart(answered(null).client, {currency: 'jpy'}));
    expect(error.path).to.equal('/v1/store/cart');
    expect(error.message).not.to.contain('jpy');
  });
});
