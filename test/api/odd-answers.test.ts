import {expect} from '@open-wc/testing';
import {clearCart, getCart, getStore} from '../../src/api/index.js';
import {answered, aStore, failure, json, storeFailure, streamed, wired} from './support.js';

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
