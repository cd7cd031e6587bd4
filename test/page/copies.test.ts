import {expect} from '@open-wc/testing';
import {sandboxWorld} from '../support/sandbox.js';
import type {World} from '../support/sandbox.js';
import {drawn, openPage, ready, scriptTag, soon} from './pages.js';

const elements = `<paynow-add-button product-id="ember-key">Add a key</paynow-add-button>
  <paynow-cart-button></paynow-cart-button><paynow-cart mode="inline"></paynow-cart>`;
const tags = ['paynow-add-button', 'paynow-cart-button', 'paynow-cart'];

const [first, second] = ['/dist/paynow.js', '/copy/second/paynow.js'];
const classic = '/dist/paynow.classic.js';

const requests = async (world: World): Promise<string[]> =>
  (await world.log()).map(({method, path}) => `${method} ${path.replace(/.*v1\/store\//, '')}`);

type Tag = (src?: string, how?: string) => string;

/** What merchants, plugins and tag managers come to do, by accident or in the middle of an update. */
const layouts: [string, (tag: Tag) => string][] = [
  ['one copy', tag => tag() + elements],
  ['the same tag twice', tag => tag() + tag() + elements],
  ['two copies before the elements', tag => tag(first) + tag(second) + elements],
  ['two copies around the elements', tag => tag(first) + elements + tag(second)],
  [
    'two copies after the elements, both in a hurry',
    tag => elements + tag(first, 'type="module" async') + tag(second, 'type="module" async'),
  ],
  ['the module and the classic script', tag => tag(first) + tag(classic, 'defer') + elements],
  ['the classic script at once and the module later', tag => tag(classic, '') + elements + tag(first)],
  ['two copies and the classic script', tag => tag(classic, 'async') + tag(second) + elements + tag(first)],
];

describe('copies of the script on one page', function () {
  this.timeout(60_000);

  for (const [name, layout] of layouts) {
    it(`${name}: one cart, one of each element, one of each request`, async () => {
      const world = await sandboxWorld();
      const settings = {'customer-token': await world.token()};
      const page = await openPage(layout((src, how) => scriptTag(world, settings, src, how)));
      await drawn(page, ...tags);
      const shop = page.shop();
      await ready(shop);
      await soon(() => shop.catalog.peek('ember-key')?.product);
      await world.clearLog();
      let facts = 0;
      page.document.addEventListener('paynow-add', () => {
        facts++;
      });
      page.find('paynow-add-button').click();
      await soon(() => page.part('paynow-cart', 'lines').childElementCount === 1);
      await soon(() => facts > 0);
      await ready(shop);
      expect(facts).to.equal(1);
      expect(await requests(world)).to.deep.equal(['PUT cart/lines', 'GET cart']);
      expect(page.part('paynow-cart-button', 'badge').textContent).to.equal('1');
      expect(page.document.querySelectorAll('[role=status]').length).to.be.at.most(1);
      expect(page.problems).to.deep.equal([]);
    });
  }

  it('say a mistake once, however many they are', async () => {
    const world = await sandboxWorld();
    const wrong = (src: string, how?: string): string => scriptTag(world, {currency: 'euro'}, src, how);
    const page = await openPage('<p>Nothing</p>', {isScripted: false});
    const markup = wrong(first) + wrong(second) + wrong(classic, '');
    page.document.body.append(page.document.createRange().createContextualFragment(markup));
    await soon(() => page.window.PayNowElements);
    await soon(() => page.problems.length > 0);
    await drawnLater(page.document);
    expect(page.problems).to.have.length(1);
    expect(page.problems[0]).to.contain('currency "euro" on the script tag cannot be used');
  });

  it('leave one name on the page, of the classic script, and none of the module', async () => {
    const world = await sandboxWorld();
    const names = async (body: string): Promise<string[]> => {
      const page = await openPage(body, {isScripted: body !== ''});
      if (body) await drawn(page, 'paynow-add-button');
      return Object.getOwnPropertyNames(page.window);
    };
    const none = new Set(await names(''));
    const added = async (body: string): Promise<string[]> =>
      (await names(body)).filter(name => !none.has(name) && !/^(\d+$|__pw)/.test(name));
    const module = scriptTag(world) + elements;
    expect(await added(module)).to.deep.equal([]);
    expect(await added(module + scriptTag(world, {}, classic, 'defer'))).to.deep.equal(['PayNowElements']);
  });
});

/** All scripts that were put into a page so far have run once one that is put in now has. */
const drawnLater = async (page: Document): Promise<void> => {
  const last = page.createElement('script');
  last.type = 'module';
  last.src = '/copy/last/api.js';
  const loaded = new Promise(resolve => {
    last.addEventListener('load', resolve);
  });
  page.body.append(last);
  await loaded;
};
