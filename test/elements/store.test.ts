import {expect} from '@open-wc/testing';
import '../../src/elements/cart-count.js';
import '../../src/elements/store.js';
import {getShop} from '../../src/store/registry.js';
import {mount, until} from '../support/dom.js';

let last = 700_000;
const fresh = (): string => String(++last);

describe('paynow-store', () => {
  it('sets up the shop of what it encloses, and leaves the page alone', async () => {
    const id = fresh();
    const host =
      await mount(`<paynow-store store-id="${id}" currency="JPY" country="de" sign-in-url="/login" auto-redirect
      promo-codes="A,B" theme="dark"><paynow-cart-count></paynow-cart-count></paynow-store>`);
    const {config} = getShop(id);
    expect(config).to.deep.include({
      storeId: id,
      currency: 'JPY',
      country: 'de',
      signInUrl: '/login',
      autoRedirect: true,
      promoCodes: 'A,B',
      theme: 'dark',
    });
    expect(host.querySelector('paynow-cart-count')!.shop).to.equal(getShop(id));
    expect(getShop().id).not.to.equal(id);
  });

  it('follows its attributes; one that is taken away goes back to its default', async () => {
    const id = fresh();
    const store = await mount(
      `<paynow-store store-id="${id}" currency="jpy" checkout="overlay"><p></p></paynow-store>`,
    );
    store.setAttribute('currency', 'usd');
    await until(() => getShop(id).config.currency === 'usd');
    store.removeAttribute('checkout');
    await until(() => getShop(id).config.checkout === undefined);
    expect(getShop(id).config.currency).to.equal('usd');
  });

  it('says a value that cannot be used, once per value, and goes on with the rest', async () => {
    const id = fresh();
    const errors: string[] = [];
    const note = (event: DocumentEventMap['paynow-error']): void => void errors.push(event.detail.error.message);
    document.addEventListener('paynow-error', note);
    await mount(`<paynow-store store-id="${id}" checkout="popup"
      affiliate-days="many" currency="eur"><p></p></paynow-store>`);
    await until(() => errors.length > 0);
    document.removeEventListener('paynow-error', note);
    expect(errors).to.deep.equal([
      'checkout "popup" on <paynow-store> cannot be used: write redirect, overlay or new-tab.',
      'affiliateDays "many" on <paynow-store> cannot be used: write a number of days, such as 30.',
    ]);
    expect(getShop(id).config).to.deep.include({currency: 'eur'});
    expect(getShop(id).config.checkout).to.equal(undefined);
  });

  it('takes no room of its own and shows what is inside', async () => {
    const store = await mount(`<paynow-store store-id="${fresh()}"><p>inside</p></paynow-store>`);
    expect(getComputedStyle(store).display).to.equal('contents');
    expect(store.querySelector('p')!.offsetHeight).to.be.greaterThan(0);
  });

  // Last, because the page has one shop of its own for good.
  it('sets up the page when it is empty, whatever stood there before', async () => {
    const id = fresh();
    const count = (await mount(
      `<paynow-cart-count></paynow-cart-count>`,
    )) as HTMLElementTagNameMap['paynow-cart-count'];
    const named = (await mount(`<paynow-cart-count store-id="${id}"></paynow-cart-count>`)) as typeof count;
    await mount(`<paynow-store store-id="${id}" lang="de">\n</paynow-store>`);
    await until(() => getShop().id === id);
    expect([count.shop, named.shop]).to.deep.equal([getShop(), getShop()]);
    await until(() => count.locale === 'de');
  });

  it('decides only once the parser is through', async () => {
    const id = fresh();
    const by = crypto.randomUUID();
    const body = `<script type="module" async>
        globalThis.begin = () => Promise.all([import('/src/store/registry.ts'), import('/src/elements/store.ts')]);
      </script><paynow-store store-id="${id}" currency="usd"><script src="/held.js?by=${by}"></script>
      <p>late child</p></paynow-store>`;
    const src = `/a-page.html?${new URLSearchParams({body}).toString().replaceAll('&', '&amp;')}`;
    const {contentWindow} = await mount<HTMLIFrameElement>(`<iframe src="${src}"></iframe>`);
    const view = contentWindow as Window & {begin?(): Promise<[{getShop: typeof getShop}]>};
    const held = await until(() => view.begin && view.document.querySelector('[src^="/held"]'), 'the page');
    // The parser waits for it nevertheless, and the element is empty.
    held.remove();
    const [inner] = await view.begin!();
    expect(view.document.querySelector('paynow-store:defined')!.childElementCount).to.equal(0);
    await fetch(`/release?by=${by}`);
    await until(() => inner.getShop(id).config.currency === 'usd');
    expect(inner.getShop().id).to.equal('');
  });
});
