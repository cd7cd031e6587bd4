import {expect} from '@open-wc/testing';
import {nextFrame} from '../support/dom.js';
import {longCart} from './answers.js';
import {soon} from './pages.js';
import {lines, stage} from './stage.js';

describe('an answer', function () {
  this.timeout(120_000);

  it('without end is given up, and the page goes on', async () => {
    const on = await stage();
    const chunk = new TextEncoder().encode('{"endless": "'.padEnd(1 << 16, 'x'));
    let sent = 0;
    const endless = (): ReadableStream<Uint8Array> =>
      new ReadableStream({
        pull: controller => {
          sent += chunk.byteLength;
          controller.enqueue(chunk);
        },
      });
    const {fetch} = on.page.window;
    on.page.window.fetch = async () => new on.page.window.Response(endless());
    await on.page
      .shop()
      .cart.refresh()
      .catch(() => {});
    expect(on.page.shop().cart.state.error).to.include({kind: 'schema'});
    expect(sent).to.be.below(20 * 2 ** 20);
    on.page.window.fetch = fetch;
    await on.cart({json: on.good.cart});
    expect(on.page.shop().cart.state.error).to.equal(null);
    expect(on.page.problems).to.deep.equal([]);
  });

  it('of 5,000 lines does not freeze the page', async () => {
    const on = await stage();
    let longest = 0;
    let last = performance.now();
    let isOver = false;
    const {port1, port2} = new on.page.window.MessageChannel();
    // A message comes back as soon as the page has a moment for it: the time between two is how long it had none.
    port2.onmessage = () => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
      if (!isOver) port1.postMessage(null);
    };
    port1.postMessage(null);
    const began = performance.now();
    await on.cart({json: longCart(on.good.cart, 5000)});
    const drawnLines = (): number =>
      on.page.find('paynow-cart').shadowRoot!.querySelectorAll('[part="line-name"]').length;
    await soon(() => drawnLines() === 5000, 'all lines');
    const took = performance.now() - began;
    await nextFrame();
    await nextFrame();
    isOver = true;
    console.log(`5,000 lines: ${Math.round(took)} ms, longest task ${Math.round(longest)} ms`);
    // A page that draws them all at once has one task that is longer than all the rest, however fast the machine is.
    expect(longest).to.be.below(took / 2);
    await on.cart({json: on.good.cart});
    expect(lines(on)).to.equal(3);
  });
});
