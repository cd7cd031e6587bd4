import {expect} from '@open-wc/testing';
import {once} from '../support/dom.js';
import {sandboxWorld} from '../support/sandbox.js';
import {scriptTag, soon} from './pages.js';

/** What a frame says that has no origin: nobody outside can look into it. */
const heardFrom = (frame: HTMLIFrameElement): Promise<Record<string, unknown>> =>
  new Promise(resolve => {
    const listening = new AbortController();
    addEventListener(
      'message',
      ({source, data}) => {
        if (source !== frame.contentWindow) return;
        listening.abort();
        resolve(data as Record<string, unknown>);
      },
      {signal: listening.signal},
    );
  });

// As in a page builder's preview, or a browser game's frame: no storage, no locks, no channel to other tabs.
const story = `
  const problems = [];
  addEventListener('error', ({message}) => problems.push(message));
  addEventListener('unhandledrejection', ({reason}) => problems.push(String(reason)));
  let storage = 'there';
  try { localStorage.length; } catch { storage = 'forbidden'; }
  const run = async () => {
    const {cart, session} = PayNowElements.getShop();
    await customElements.whenDefined('paynow-add-button');
    const added = new Promise(done => document.addEventListener('paynow-add', done));
    document.querySelector('paynow-add-button').click();
    await added;
    await cart.setQuantity(cart.state.cart.lines[0].key, 3);
    const {url} = await cart.checkout();
    const shown = cart.state.cart.lines.map(({slug, quantity}) => slug + '*' + quantity);
    await session.signOut();
    return {origin: String(self.origin), storage, shown, url, status: cart.state.status, problems};
  };
  addEventListener('load', () => run().catch(error => ({failed: String(error), problems}))
    .then(told => parent.postMessage(told, '*')));`;

describe('a page in a frame of opaque origin', function () {
  this.timeout(60_000);

  it('fills its cart, changes it, pays and signs out, all alone', async () => {
    const world = await sandboxWorld();
    const settings = {'customer-token': await world.token()};
    const frame = document.createElement('iframe');
    frame.sandbox.add('allow-scripts');
    frame.src = `/a-page.html?${new URLSearchParams({
      body: `${scriptTag(world, settings, '/dist/paynow.classic.js', 'defer')}<script>${story}</script>
        <paynow-add-button product-id="ember-key">Add a key</paynow-add-button>
        <paynow-cart mode="inline"></paynow-cart>`,
    })}`;
    const heard = heardFrom(frame);
    document.body.append(frame);
    const {url, ...told} = await heard;
    frame.remove();
    expect(told).to.deep.equal({
      origin: 'null',
      storage: 'forbidden',
      shown: ['ember-key*3'],
      status: 'signed-out',
      problems: [],
    });
    expect(url).to.match(/^http:\/\/127\.0\.0\.1/);
  });
});

describe('a page in a frame that was written by the page around it', function () {
  this.timeout(60_000);

  it('leads the shopper to the checkout, and from there back to the page around it', async () => {
    const world = await sandboxWorld();
    const frame = document.createElement('iframe');
    frame.srcdoc = `<!doctype html>${scriptTag(world, {'customer-token': await world.token(), 'auto-redirect': ''})}
      <paynow-buy-button product-id="vip">Buy</paynow-buy-button>`;
    document.body.append(frame);
    const button = await soon(() => frame.contentDocument?.querySelector<HTMLElement>('paynow-buy-button:defined'));
    const begun = once<CustomEvent>(button, 'paynow-before-checkout');
    const made = once<CustomEvent>(button, 'paynow-checkout');
    button.addEventListener('paynow-checkout', event => event.preventDefault());
    button.click();
    expect((await begun).detail.options).to.include({autoRedirect: true, returnUrl: document.baseURI});
    expect((await made).detail.url).to.match(/^http:/);
    frame.remove();
  });
});
