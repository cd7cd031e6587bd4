import {expect} from '@open-wc/testing';
import {nextFrame, once} from '../support/dom.js';
import {sandboxWorld} from '../support/sandbox.js';
import type {World} from '../support/sandbox.js';
import {answerWith, goodAnswers, withTexts} from './answers.js';
import type {Wire} from './answers.js';
import {drawn, openPage, scriptTag, soon} from './pages.js';
import type {Page} from './pages.js';

const elements = `<div style="width: 360px"><paynow-cart mode="inline"></paynow-cart></div>
  <paynow-product product-id="ember-key" layout="card"></paynow-product>
  <paynow-product product-id="legend" layout="detail"></paynow-product>
  <paynow-products tag="crates"></paynow-products><paynow-price product-id="vip" show="all"></paynow-price>
  <paynow-stock product-id="vip"></paynow-stock><paynow-add-button product-id="vip"></paynow-add-button>
  <paynow-options product-id="name-colour"></paynow-options><paynow-cart-total></paynow-cart-total>`;

interface Hostile {
  world: World;
  token: string;
  answers: Awaited<ReturnType<typeof goodAnswers>>;
}

const prepare = async (): Promise<Hostile> => {
  const world = await sandboxWorld();
  const token = await world.token();
  return {world, token, answers: await goodAnswers(world, token)};
};

const open = async ({world, token}: Hostile, body = elements): Promise<Page> => {
  const page = await openPage(scriptTag(world, {'customer-token': token}) + body);
  const tags = [...page.document.querySelectorAll('*')].map(({localName}) => localName);
  await drawn(page, ...new Set(tags.filter(tag => tag.startsWith('paynow-'))));
  await soon(() => !['loading', 'unconfigured'].includes(page.shop().cart.state.status), 'the cart');
  await soon(() => page.shop().catalog.peek('vip'), 'the products');
  await soon(() => page.shop().catalog.peek('legend'), 'a description');
  await drawn(page, ...new Set(tags.filter(tag => tag.startsWith('paynow-'))));
  await nextFrame();
  return page;
};

/** Every element of the page, those in shadow roots included. */
const everything = (root: ParentNode): Element[] =>
  [...root.querySelectorAll('*')].flatMap(one => [one, ...(one.shadowRoot ? everything(one.shadowRoot) : [])]);

const inShadows = (page: Page): Element[] => {
  const light = new Set(page.document.querySelectorAll('*'));
  return everything(page.document).filter(one => !light.has(one));
};

/** What came alive that nobody wrote into an element of ours. */
const intruders = (page: Page): string[] =>
  inShadows(page)
    .filter(
      one =>
        ['script', 'iframe', 'object', 'embed', 'base', 'meta', 'link', 'style', 'marquee'].includes(one.localName) ||
        one.getAttributeNames().some(name => name.startsWith('on') || name === 'srcdoc' || name === 'formaction') ||
        /^\s*(javascript|vbscript|data:(?!image\/))/i.test(one.getAttribute('href') ?? one.getAttribute('src') ?? ''),
    )
    .map(({outerHTML}) => outerHTML.slice(0, 120));

/** Elements of ours that reach over the edge of the page or of the box that they were given. */
const overflowing = ({document}: Page): string[] => {
  const page = document.documentElement;
  const wide = page.scrollWidth > page.clientWidth ? [`the page: ${page.scrollWidth} of ${page.clientWidth}`] : [];
  return [...document.querySelectorAll('body *')]
    .filter(one => one.localName.startsWith('paynow-'))
    .reduce((list, one) => {
      const [own, box] = [one.getBoundingClientRect(), one.parentElement!.getBoundingClientRect()];
      const parts = [...(one.shadowRoot?.querySelectorAll('[part]') ?? [])].filter(part => {
        const {left, right, width} = part.getBoundingClientRect();
        return width > 0 && (right > own.right + 1 || left < own.left - 1);
      });
      const out = parts.map(part => `${one.localName} ${part.getAttribute('part')}`);
      return own.right > box.right + 1 || own.left < box.left - 1
        ? [...list, ...out, one.localName]
        : [...list, ...out];
    }, wide);
};

const wasRun = ({window}: Page): boolean => 'isRun' in window;
const markup = `"'></p><img src=x onerror="window.isRun=1"><script>window.isRun=1</script><svg onload="window.isRun=1">
  <iframe srcdoc="<script>parent.isRun=1</script>"></iframe><a href="javascript:window.isRun=1">x</a>\${window.isRun=1}
  <style>*{display:none}</style><base href="//evil.example"><template><script>window.isRun=1</script></template>`;

describe('a hostile answer', function () {
  this.timeout(180_000);

  it('with markup in every text runs nothing, and shows it as the text that it is', async () => {
    const hostile = await prepare();
    const {cart, products} = withTexts(hostile.answers, (old, key) => (key.endsWith('url') ? old : `${old} ${markup}`));
    await answerWith(hostile.world, {cart, products});
    const page = await open(hostile);
    const [name] = page.find('paynow-cart').shadowRoot!.querySelectorAll('[part~="line-name"]');
    expect(name!.textContent).to.contain('Ember Key').and.to.contain('<script>');
    for (const one of inShadows(page)) if (one.localName === 'a') (one as HTMLElement).click();
    await nextFrame();
    expect(intruders(page)).to.deep.equal([]);
    expect(wasRun(page)).to.equal(false);
    expect(page.document.querySelectorAll('base, style')).to.have.length(0);
    expect(overflowing(page)).to.deep.equal([]);
  });

  const pictures = [
    'javascript:window.isRun=1',
    'JaVaScRiPt:window.isRun=1',
    ' javascript:window.isRun=1',
    '\u0001javascript:window.isRun=1',
    'java\nscript:window.isRun=1',
    'data:text/html,<script>parent.isRun=1</script>',
    'data:application/xhtml+xml,<x/>',
    'vbscript:x',
    'blob:null/x',
    'file:///etc/passwd',
    'ftp://x/y.png',
    'about:blank',
    '//evil.example/x.png',
    'x',
  ];
  it('with addresses of pictures that are none shows no picture at all', async () => {
    const hostile = await prepare();
    let next = 0;
    const {cart, products} = withTexts(hostile.answers, (old, key) =>
      key.endsWith('url') ? pictures[next++ % pictures.length]! : old,
    );
    await answerWith(hostile.world, {cart, products});
    const page = await open(hostile);
    const shown = inShadows(page)
      .filter(one => one.localName === 'img')
      .map(one => one.getAttribute('src'));
    expect(shown).to.deep.equal([]);
    expect(next).to.be.greaterThan(pictures.length);
    expect(wasRun(page)).to.equal(false);
  });

  it('with a picture that is a script shows it as a picture, in which no script runs', async () => {
    const hostile = await prepare();
    const svg = encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" onload="parent.isRun=1;top.isRun=1">
      <script>parent.isRun=1</script></svg>`);
    const {cart} = withTexts(hostile.answers, (old, key) => (key.endsWith('url') ? `data:image/svg+xml,${svg}` : old));
    await answerWith(hostile.world, {cart});
    const page = await open(hostile);
    const image = page.find('paynow-cart').shadowRoot!.querySelector('img')!;
    await soon(() => image.complete);
    expect(wasRun(page)).to.equal(false);
    expect('isRun' in window).to.equal(false);
  });

  const checkouts = [
    'javascript:window.isRun=1',
    'JAVASCRIPT:window.isRun=1',
    '\tjavascript:window.isRun=1',
    'data:text/html,<h1>Pay here</h1>',
    'http://evil.example/pay',
    'blob:https://evil.example/x',
    'file:///etc/passwd',
    'intent://x',
    '//evil.example',
    '/pay',
    '',
    'x',
    'http://127.0.0.1.evil.example/',
    'http://localhost@evil.example/',
  ];
  it('with a checkout that leads astray is not followed, and the shopper reads why', async () => {
    const hostile = await prepare();
    const page = await open(hostile);
    const where = page.window.location.href;
    for (const url of checkouts) {
      await hostile.world.clearFaults();
      await answerWith(hostile.world, {checkout: {id: '1', token: 'x', url}});
      const failed = once<CustomEvent<{error: {code: string}}>>(page.document, 'paynow-error');
      const button = page.part('paynow-cart', 'checkout-button');
      await soon(() => button.ariaDisabled !== 'true', `the button, before ${url}`);
      button.click();
      expect((await failed).detail.error.code, url).to.equal('unsafe-checkout-url');
    }
    await soon(() => page.find('paynow-cart').shadowRoot!.textContent?.includes('not safe'));
    expect(page.window.location.href).to.equal(where);
    expect(wasRun(page)).to.equal(false);
  });

  for (const [kind, text] of [
    ['one word of 100,000 letters', 'W'.repeat(100_000)],
    ['100,000 letters in words', 'word '.repeat(20_000)],
    ['10,000 combining marks', `Z${'\u0301'.repeat(10_000)}`],
    ['right-to-left overrides', '\u202e\u2066 abc '.repeat(2000)],
    ['line breaks', '\n'.repeat(50_000)],
  ]) {
    it(`with names of ${kind} stays within its box`, async () => {
      const hostile = await prepare();
      const {cart, products} = withTexts(hostile.answers, (old, key) =>
        /name|label/.test(key) ? `${old} ${text}` : old,
      );
      await answerWith(hostile.world, {cart, products});
      const began = performance.now();
      const page = await open(hostile);
      expect(overflowing(page)).to.deep.equal([]);
      expect(page.find('paynow-cart').getBoundingClientRect().width).to.be.at.most(361);
      console.info(`${kind}: drawn after ${Math.round(performance.now() - began)} ms`);
    });
  }

  it('in a type of content that lies is read for what it is', async () => {
    const hostile = await prepare();
    const {cart} = hostile.answers;
    await hostile.world.faults([
      {kind: 'html', status: 200, times: -1, match: {method: 'GET', path: '/v1/store/cart'}, body: cart as Wire},
    ]);
    const page = await open(hostile);
    expect(page.shop().cart.state.status).to.equal('ready');
    expect(page.part('paynow-cart', 'lines').childElementCount).to.equal(3);
  });
});
