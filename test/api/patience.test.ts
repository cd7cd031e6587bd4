import {expect} from '@open-wc/testing';
import {getStore} from '../../src/api/index.js';
import {answered, aStore, failure, never, problem, streamed, wired} from './support.js';

describe('time and patience', () => {
  it('ends a request that nobody answers', async () => {
    // A busy machine needs a moment until it has sent anything at all.
    const {client, sent} = wired(never, {timeout: 300});
    const error = await failure(getStore(client));
    expect(error.kind).to.equal('timeout');
    expect(error.message).to.equal('GET /v1/store: no whole answer within 300 ms');
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
