import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../../src/elements/nav.js';
import type {Navlink} from '../../src/api/index.js';
import type {PaynowNav} from '../../src/elements/nav.js';
// Loaded before the first test begins, so that no test waits for it.
import '../../src/store/engine.js';
import '../../src/store/facts.js';
import {configure} from '../../src/store/registry.js';
import {mount, nextFrame, once, part, until} from '../support/dom.js';
import {sandboxWorld} from '../support/sandbox.js';
import {deferred, failure, stubShop} from './support.js';
import type {StubShop} from './support.js';

const link = (tag: string, order: number, children: Navlink[] = []): Navlink => ({
  node_id: tag,
  parent_node_id: null,
  tag_id: '1',
  tag_slug: tag,
  tag_query: [tag],
  name: tag.toUpperCase(),
  order,
  children,
});
const tree = [link('kits', 2), link('ranks', 1, [link('yearly', 5), link('monthly', 4)])];

const shopWith = (answer: () => unknown): StubShop => {
  const stub = stubShop(null);
  Object.assign(stub.shop.catalog, {navlinks: () => Promise.resolve().then(answer)});
  return stub;
};
const place = async (stub: StubShop, attributes = '', content = ''): Promise<PaynowNav> =>
  mount<PaynowNav>(`<paynow-nav store-id="${stub.id}" ${attributes}>${content}</paynow-nav>`);
const links = (nav: Element): HTMLAnchorElement[] => [...nav.shadowRoot!.querySelectorAll('a')];
const named = async (nav: Element, name: string): Promise<HTMLAnchorElement> =>
  until(() => links(nav).find(({textContent}) => textContent === name), name);

describe('paynow-nav', () => {
  it('draws the tree in its order, as lists within lists', async () => {
    const nav = await place(shopWith(() => tree));
    await named(nav, 'KITS');
    expect(links(nav).map(({textContent}) => textContent)).to.deep.equal([
      'All products',
      'RANKS',
      'MONTHLY',
      'YEARLY',
      'KITS',
    ]);
    const yearly = await named(nav, 'YEARLY');
    expect(yearly.closest('ul')!.parentElement!.querySelector('a')!.textContent).to.equal('RANKS');
    expect(part(nav, 'nav').getAttribute('aria-label')).to.equal('Categories');
    expect(part(nav, 'all').getAttribute('aria-current')).to.equal('true');
  });

  it('leads to this page with the category, for those who open it elsewhere', async () => {
    const nav = await place(shopWith(() => tree));
    const url = new URL((await named(nav, 'KITS')).href);
    expect([url.pathname, url.searchParams.get('paynow-tag'), url.hash]).to.deep.equal([location.pathname, 'kits', '']);
    expect(new URL((part(nav, 'all') as HTMLAnchorElement).href).searchParams.has('paynow-tag')).to.equal(false);
  });

  it('sets what is current and tells the page, by mouse and by keyboard, once', async () => {
    const nav = await place(
      shopWith(() => tree),
      'current="kits"',
    );
    const kits = await named(nav, 'KITS');
    expect(kits.getAttribute('aria-current')).to.equal('true');
    const heard: string[] = [];
    nav.parentElement!.addEventListener('change', event => heard.push((event.target as PaynowNav).current ?? ''));
    kits.click();
    (await named(nav, 'MONTHLY')).click();
    await nav.updateComplete;
    expect([heard, nav.getAttribute('current'), kits.hasAttribute('aria-current')]).to.deep.equal([
      ['monthly'],
      'monthly',
      false,
    ]);
    part(nav, 'all').focus();
    await sendKeys({press: 'Enter'});
    expect([heard.at(-1), nav.current]).to.deep.equal(['', '']);
    expect(new URL(location.href).searchParams.has('paynow-tag')).to.equal(false);
  });

  it('leaves a press to the page that has taken it, and one with a key to the browser', async () => {
    const nav = await place(shopWith(() => tree));
    const kits = await named(nav, 'KITS');
    const take = (event: Event): void => event.preventDefault();
    document.addEventListener('click', take, {capture: true, once: true});
    kits.click();
    const stop = (event: Event): void => event.preventDefault();
    nav.addEventListener('click', stop);
    for (const key of ['ctrlKey', 'metaKey', 'shiftKey', 'altKey']) {
      kits.dispatchEvent(new MouseEvent('click', {bubbles: true, composed: true, cancelable: true, [key]: true}));
    }
    expect(nav.current).to.equal(null);
  });

  it('begins with the category in the address', async () => {
    const before = location.href;
    history.replaceState(null, '', '?paynow-tag=ranks');
    const nav = await place(shopWith(() => tree));
    const own = await place(
      shopWith(() => tree),
      'current="kits"',
    );
    history.replaceState(null, '', before);
    expect([nav.current, own.current]).to.deep.equal(['ranks', 'kits']);
  });

  it('shows what the page has put in until the categories are known', async () => {
    const answer = deferred<Navlink[]>();
    const nav = await place(
      shopWith(() => answer.promise),
      '',
      '<a href="/shop">Shop</a>',
    );
    expect([nav.matches(':state(busy)'), nav.querySelector('a')!.checkVisibility()]).to.deep.equal([true, true]);
    answer.resolve(tree);
    await named(nav, 'KITS');
    expect([nav.matches(':state(busy)'), nav.querySelector('a')!.checkVisibility()]).to.deep.equal([false, false]);
  });

  it('says why there are none, and reads them again', async () => {
    let tries = 0;
    const stub = shopWith(() => {
      if (tries++) return [];
      throw failure('network');
    });
    const told = once(document, 'paynow-error');
    const failed = await place(stub);
    await told;
    await until(() => part(failed, 'error').textContent!.includes('connection'));
    expect(failed.matches(':state(failed)')).to.equal(true);
    part(failed, 'retry-button').click();
    await until(() => failed.matches(':state(empty)'));
    expect(failed.shadowRoot!.querySelector('nav')).to.equal(null);
  });

  it('leaves what the page has put in when they cannot be read, and tells the page', async () => {
    const told = once<CustomEvent>(document, 'paynow-error');
    const nav = await place(
      shopWith(() => {
        throw failure('http', {status: 500});
      }),
      '',
      '<a href="/shop">Shop</a>',
    );
    expect((await told).detail.error).to.include({kind: 'http', status: 500});
    await until(() => nav.matches(':state(failed)'));
    expect([nav.querySelector('a')!.checkVisibility(), links(nav)]).to.deep.equal([true, []]);
    expect(!!nav.shadowRoot!.querySelector('[part=error]')).to.equal(false);
  });

  it('offers no second try where the shop is set up wrongly', async () => {
    const nav = await place(
      shopWith(() => {
        throw failure('configuration');
      }),
    );
    await until(() => part(nav, 'error').textContent!.trim());
    expect(!!nav.shadowRoot!.querySelector('[part=retry-button]')).to.equal(false);
  });

  it('minds no answer that comes from the store before', async () => {
    const late = deferred<Navlink[]>();
    let asked = 0;
    const nav = await place(shopWith(() => (asked++, late.promise)));
    await until(() => asked);
    nav.storeId = shopWith(() => tree).id;
    await named(nav, 'KITS');
    late.resolve([link('other', 1)]);
    await late.promise;
    await nextFrame();
    expect(links(nav)).to.have.length(5);
  });

  it('shows what the page makes current, without an event, and does not move what it was given', async () => {
    const given = Object.freeze([...tree]);
    const nav = await place(shopWith(() => given));
    const kits = await named(nav, 'KITS');
    let heard = 0;
    nav.addEventListener('change', () => heard++);
    nav.current = 'kits';
    await nav.updateComplete;
    expect([kits.getAttribute('aria-current'), part(nav, 'all').ariaCurrent, heard]).to.deep.equal(['true', null, 0]);
    nav.current = '';
    await nav.updateComplete;
    expect([kits.ariaCurrent, part(nav, 'all').ariaCurrent]).to.deep.equal([null, 'true']);
    expect(given.map(({tag_slug}) => tag_slug)).to.deep.equal(['kits', 'ranks']);
  });

  it('keeps the rest of the address, but not its fragment', async () => {
    const before = location.href;
    history.replaceState(null, '', '?view=list&paynow-tag=ranks#top');
    const nav = await place(shopWith(() => tree));
    const [kits, all] = [await named(nav, 'KITS'), part<HTMLAnchorElement>(nav, 'all')];
    history.replaceState(null, '', before);
    expect([kits, all].map(({href}) => href.slice(href.indexOf('?')))).to.deep.equal([
      '?view=list&paynow-tag=kits',
      '?view=list',
    ]);
  });

  it('says that no shop is connected, and draws when one is', async () => {
    const nav = await mount<PaynowNav>('<paynow-nav></paynow-nav>');
    await until(() => part(nav, 'error').textContent!.includes('data-store-id'));
    const stub = shopWith(() => tree);
    nav.storeId = stub.id;
    await named(nav, 'KITS');
  });

  it('reads the categories of a store once for all', async () => {
    const world = await sandboxWorld();
    configure({storeId: world.storeId, apiUrl: world.apiUrl}, {scoped: true});
    const both = await mount(`<div><paynow-nav store-id="${world.storeId}"></paynow-nav>
      <paynow-nav store-id="${world.storeId}"></paynow-nav></div>`);
    for (const nav of both.children) await named(nav, 'Monthly');
    expect((await world.log()).map(({path}) => path)).to.deep.equal(['/v1/store/navlinks']);
  });
});
