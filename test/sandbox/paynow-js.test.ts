import {expect} from '@open-wc/testing';
import {mount, nextFrame, once, until} from '../support/dom.js';
import {sandboxWorld} from '../support/sandbox.js';
import {base, id, Shop} from './support.js';

const lines = [{product_id: id.vip, quantity: 1}];
const documentOf = (text: string): Document => new DOMParser().parseFromString(text, 'text/html');

describe('the checkout inside a frame of PayNow.js', () => {
  it('runs its own script and no other, and is paid without being left', async () => {
    const shop = new Shop();
    const {path} = await shop.checkout({lines, return_url: 'https://shop.example/'});
    const {text, headers} = await shop.get(`${path}?embed=dark`);
    expect(headers.get('content-security-policy')).to.include(`script-src ${base}/paynow-js/frame.js`);
    const page = documentOf(text);
    expect([...page.scripts].map(({src}) => src)).to.deep.equal([`${base}/paynow-js/frame.js`]);
    expect(page.documentElement.dataset['theme']).to.equal('dark');
    expect([...page.forms].map(({action}) => action)).to.deep.equal([`${base}${path}/pay?embed=dark`]);
    const paid = await shop.call('POST', `${path}/pay?embed=dark`);
    expect(paid.status).to.equal(200);
    const [order] = (await shop.control<{id: string}[]>('GET', 'orders')).json;
    expect(documentOf(paid.text).body.dataset['orderId']).to.equal(order!.id);
  });

  it('is the usual page for any other wish', async () => {
    const shop = new Shop();
    const {path} = await shop.checkout({lines});
    for (const query of ['', '?embed=', '?embed=purple']) {
      const {text, headers} = await shop.get(path + query);
      expect(documentOf(text).scripts).to.have.length(0);
      expect(headers.get('content-security-policy')).to.not.include('script-src');
    }
  });

  it('comes with the two scripts, which any page may load', async () => {
    const shop = new Shop();
    for (const name of ['bundle', 'frame']) {
      const {status, headers} = await shop.get(`/paynow-js/${name}.js`);
      expect([status, headers.get('content-type'), headers.get('access-control-allow-origin')])
        .to.deep.equal([200, 'text/javascript; charset=utf-8', '*']);
    }
    expect((await shop.get('/paynow-js/other.js')).status).to.equal(404);
  });
});

interface Checkout {
  open(options: {token: string; renderTo?: {element: Element}; disableRedirect?: boolean}): void;
  close(): void;
  on(name: string, listener: (detail?: {orderId: string}) => void): void;
  off(name: string, listener: (detail?: {orderId: string}) => void): void;
}

/** A page of its own, of that width, with the script in it. */
const pageWith = async (src: string, width: number): Promise<{frame: HTMLIFrameElement; checkout: Checkout}> => {
  const frame = await mount<HTMLIFrameElement>(`<iframe width="${width}" height="800"></iframe>`);
  const script = frame.contentDocument!.createElement('script');
  script.src = src;
  const loaded = once(script, 'load');
  frame.contentDocument!.head.append(script);
  await loaded;
  return {frame, checkout: (frame.contentWindow as unknown as {PayNow: {checkout: Checkout}}).PayNow.checkout};
};

const checkoutIn = async () => {
  const world = await sandboxWorld();
  const headers = {
    'x-paynow-store-id': world.storeId, authorization: `Customer ${await world.token()}`,
    'content-type': 'application/json',
  };
  const body = JSON.stringify({lines: [{product_id: id.vip, quantity: 1}]});
  const answer = await fetch(`${world.apiUrl}/v1/checkouts`, {method: 'POST', headers, body});
  return {src: `${world.apiUrl}/paynow-js/bundle.js`, ...await answer.json() as {token: string; url: string}};
};

describe('what stands in for PayNow.js', function () {
  this.timeout(20_000);

  it('says when it is ready and when it is closed, opens one at a time, and needs room', async () => {
    const {src, token} = await checkoutIn();
    const {frame, checkout} = await pageWith(src, 1000);
    const page = frame.contentDocument!;
    // Where nothing moves, its closing never comes to an end by itself.
    const still = page.createElement('style');
    still.textContent = '* { transition: none !important }';
    page.head.append(still);
    const heard: string[] = [];
    const deaf = (): void => void heard.push('deaf');
    for (const name of ['ready', 'completed', 'closed']) checkout.on(name, () => heard.push(name));
    checkout.on('ready', deaf);
    checkout.off('ready', deaf);
    const place = page.createElement('div');
    place.style.cssText = 'width: 800px; height: 700px';
    page.body.append(place);
    const open = (): void => checkout.open({token, renderTo: {element: place}});
    expect(open).to.throw('at least 800x760');
    place.style.height = '760px';
    open();
    expect(open).to.throw('already open');
    const {width, height} = place.querySelector('iframe')!.getBoundingClientRect();
    expect([width, height]).to.deep.equal([800, 760]);
    await until(() => heard.join() === 'ready');
    checkout.close();
    for (let frames = 0; frames < 3; frames++) await nextFrame();
    expect(open).to.throw('already open');
    place.dispatchEvent(new Event('transitionend'));
    await until(() => heard.join() === 'ready,closed');
    expect(page.querySelector('iframe')).to.equal(null);
    open();
    await until(() => heard.join() === 'ready,closed,ready');
  });

  it('leaves for the checkout by itself in a window that is narrower than its frame', async () => {
    const {src, token} = await checkoutIn();
    const {frame, checkout} = await pageWith(src, 799);
    const left = once(frame, 'load');
    checkout.open({token});
    await left;
    // The checkout is another origin, into which nobody can look.
    expect(frame.contentDocument).to.equal(null);
  });
});
