import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {allTags, startShop} from './page.mjs';

const rounds = 1000;
// The last elements may still be held by a frame that is not drawn yet, or by the browser's own caches.
const slack = {instances: 2, nodes: 60, listeners: 12, roots: 2};

let shop;
before(async () => {
  shop = await startShop();
});
after(() => shop?.close());

const fill = tag => {
  const product = tag === 'paynow-options' ? 'name-colour' : 'legend';
  const settings = `product-id="${product}" tag="crates" layout="detail" mode="inline" store-id="411486491630370816"`;
  return `<${tag} ${settings}>${tag === 'paynow-store' ? '<b>Inside</b>' : ''}</${tag}>`;
};
const markup = allTags.map(fill).join('');

/** How much of a page is alive after everything that can go has gone. */
const measure = async (cdp, tags) => {
  for (let time = 0; time < 3; time += 1) await cdp.send('HeapProfiler.collectGarbage');
  const alive = {};
  for (const tag of tags) {
    const {result} = await cdp.send('Runtime.evaluate', {expression: `customElements.get('${tag}')?.prototype`});
    if (!result.objectId) continue;
    const {objects} = await cdp.send('Runtime.queryObjects', {
      prototypeObjectId: result.objectId,
      objectGroup: 'count',
    });
    const {result: length} = await cdp.send('Runtime.callFunctionOn', {
      objectId: objects.objectId,
      functionDeclaration: 'function () { return this.length; }',
      returnByValue: true,
    });
    alive[tag] = length.value;
    await cdp.send('Runtime.releaseObjectGroup', {objectGroup: 'count'});
  }
  const {documents, nodes, jsEventListeners} = await cdp.send('Memory.getDOMCounters');
  const listenersOf = async expression => {
    const {result} = await cdp.send('Runtime.evaluate', {expression});
    return (await cdp.send('DOMDebugger.getEventListeners', {objectId: result.objectId})).listeners.length;
  };
  const {usedSize} = await cdp.send('Runtime.getHeapUsage');
  return {
    alive,
    documents,
    nodes,
    listeners: jsEventListeners,
    heap: usedSize,
    roots:
      (await listenersOf('document')) + (await listenersOf('window')) + (await listenersOf('document.documentElement')),
  };
};

const repeat = (page, html, times) =>
  page.evaluate(
    async ([markup, count]) => {
      const {port1, port2} = new MessageChannel();
      const turn = () =>
        new Promise(resolve => {
          port1.onmessage = resolve;
          port2.postMessage(null);
        });
      for (let round = 0; round < count; round += 1) {
        const place = document.createElement('div');
        place.append(document.createRange().createContextualFragment(markup));
        document.body.append(place);
        // Some rounds end before anything was drawn, most of them after it.
        if (round % 7) {
          await turn();
          for (const element of place.querySelectorAll('*')) await element.updateComplete;
          if (round % 50 === 1) await new Promise(resolve => requestAnimationFrame(resolve));
        }
        place.remove();
      }
      port1.close();
      await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    },
    [html, times],
  );

/** Puts markup in and takes it out, and compares what is left after a few times with what is left after a thousand. */
const leftBehind = async (t, html, tags, body = '<paynow-cart-count></paynow-cart-count>') => {
  const {page, context, log} = await shop.open(body);
  const cdp = await context.newCDPSession(page);
  await page.waitForFunction(() => customElements.get('paynow-cart-count'));
  await repeat(page, html, 3);
  await page.waitForFunction(
    all => all.every(tag => customElements.get(tag)),
    tags.filter(tag => tag.startsWith('paynow-')),
  );
  await repeat(page, html, 20);
  await page.waitForLoadState('networkidle');
  const first = await measure(cdp, tags);
  const {
    requests: {length: asked},
  } = await log();
  await repeat(page, html, rounds);
  await page.waitForLoadState('networkidle');
  const last = await measure(cdp, tags);
  const {requests} = await log();
  t.diagnostic(
    `after ${rounds} rounds: ${last.nodes - first.nodes} nodes, ${last.listeners - first.listeners} listeners, ` +
      `${Math.round((last.heap - first.heap) / 1024)} kB more, ${requests.length - asked} requests`,
  );
  await context.close();
  for (const [tag, count] of Object.entries(last.alive)) {
    assert.ok(count - first.alive[tag] <= slack.instances, `${count} of ${tag} live on, ${first.alive[tag]} before`);
  }
  assert.ok(last.nodes - first.nodes <= slack.nodes, `${last.nodes} nodes live on, ${first.nodes} before`);
  assert.ok(
    last.listeners - first.listeners <= slack.listeners,
    `${last.listeners} listeners, ${first.listeners} before`,
  );
  assert.ok(last.roots - first.roots <= slack.roots, `${last.roots} listeners on the page, ${first.roots} before`);
  assert.equal(last.documents, first.documents);
  return {requests: requests.slice(asked)};
};

test(
  'every element can be put in and taken out a thousand times, and nothing of it is left',
  {timeout: 240_000},
  async t => {
    const {requests} = await leftBehind(t, markup, allTags);
    const carts = requests.filter(({path}) => path.endsWith('/v1/store/cart'));
    assert.ok(carts.length <= 1, `The cart was read ${carts.length} times.`);
    assert.ok(requests.length <= 6, requests.map(({method, path}) => `${method} ${path}`).join('\n'));
  },
);

test('an open drawer that is taken out leaves nothing, and the page can be scrolled', {timeout: 120_000}, async t => {
  await leftBehind(t, '<paynow-cart open></paynow-cart><paynow-cart-button></paynow-cart-button>', [
    'paynow-cart',
    'paynow-cart-button',
  ]);
});

test('elements of others that nobody has defined yet are not held', {timeout: 120_000}, async t => {
  await leftBehind(t, '<x-unknown><y-unknown></y-unknown></x-unknown>', []);
});

test('the measure sees what is held', {timeout: 60_000}, async () => {
  const {page, context} = await shop.open('<paynow-cart-count></paynow-cart-count>');
  const cdp = await context.newCDPSession(page);
  await page.waitForFunction(() => customElements.get('paynow-cart-count'));
  const first = await measure(cdp, ['paynow-cart-count']);
  await page.evaluate(() => {
    globalThis.held = Array.from({length: 100}, () => document.createElement('paynow-cart-count'));
    for (const element of globalThis.held) {
      document.body.append(element);
      element.remove();
      document.addEventListener('x', () => element);
    }
  });
  const last = await measure(cdp, ['paynow-cart-count']);
  assert.ok(last.alive['paynow-cart-count'] - first.alive['paynow-cart-count'] >= 100);
  assert.ok(last.nodes - first.nodes >= 100);
  assert.ok(last.roots - first.roots >= 100);
  await context.close();
});
