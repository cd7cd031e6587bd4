import {expect} from '@open-wc/testing';
import {until} from '../support/dom.js';
import {sandboxWorld} from '../support/sandbox.js';
import {openPage} from './frames.js';
import './shops.js';

const store = '411486491630370816';
const other = '522597502741481927';

describe('registry', function () {
  this.timeout(20_000);

  it('answers at once with a shop that is not configured yet, and always with the same', async () => {
    const {getShop} = await openPage();
    const shop = getShop();
    expect(shop.id).to.equal('');
    expect(shop.cart.state).to.include({status: 'unconfigured', cart: null, pending: 0, error: null});
    expect(Object.isFrozen(shop.cart.state)).to.equal(true);
    expect(getShop()).to.equal(shop);
    expect(getShop('')).to.equal(shop);
    expect(getShop(other)).to.equal(getShop(other));
    expect(getShop(other)).to.not.equal(shop);
  });

  it('asks nobody for anything before the page is configured', async () => {
    const {getShop, window} = await openPage();
    const asked: unknown[] = [];
    window.fetch = (...call) => {
      asked.push(call);
      return Promise.reject(new TypeError('Failed to fetch'));
    };
    const shop = getShop();
    shop.cart.addEventListener('change', () => {});
    const refused = await Promise.all(
      [shop.cart.add({productId: 'vip'}), shop.catalog.product('vip'), shop.cart.refresh()].map(done =>
        done.then(
          () => null,
          (error: unknown) => error,
        ),
      ),
    );
    for (const error of refused) {
      expect(error).to.include({name: 'PaynowError', kind: 'configuration', code: 'unconfigured'});
    }
    expect(shop.cart.state).to.include({status: 'unconfigured', cart: null});
    expect(asked).to.deep.equal([]);
  });

  it('makes a cart that is shown already load when the configuration comes late', async () => {
    const world = await sandboxWorld();
    const {getShop, configure} = await openPage();
    const shop = getShop();
    let changes = 0;
    shop.cart.addEventListener('change', () => {
      changes++;
    });
    expect(shop.cart.state.status).to.equal('unconfigured');
    expect(configure({storeId: store, apiUrl: world.apiUrl, customerToken: await world.token()})).to.equal(shop);
    await until(() => shop.cart.state.status === 'ready');
    expect(shop.id).to.equal(store);
    expect(changes).to.be.greaterThan(0);
    expect(getShop(store)).to.equal(shop);
  });

  it('takes the token before the store and the store before the address, in any order', async () => {
    const world = await sandboxWorld();
    const {getShop, configure} = await openPage();
    configure({customerToken: await world.token()});
    configure({apiUrl: world.apiUrl});
    getShop().cart.addEventListener('change', () => {});
    configure({storeId: store});
    await until(() => getShop().cart.state.status === 'ready');
    expect(getShop().cart.state.cart?.store_id).to.equal(store);
  });

  it("makes a shop that somebody has asked for by its id the page's own, with all that was set before", async () => {
    const {getShop, configure} = await openPage();
    const early = getShop(store);
    configure({apiUrl: 'https://shop.test', customerToken: 'early', country: 'DE'});
    configure({storeId: store, currency: 'usd'});
    expect(getShop()).to.equal(early);
    expect(getShop(store)).to.equal(early);
    expect(early.config).to.include({
      apiUrl: 'https://shop.test',
      customerToken: 'early',
      country: 'DE',
      currency: 'usd',
    });
  });

  it('may get another page default, and the first one stays what it was', async () => {
    const {getShop, configure} = await openPage();
    const first = configure({storeId: store, currency: 'eur', country: 'DE'});
    const second = configure({storeId: other, currency: 'usd'});
    expect(getShop()).to.equal(second);
    expect(getShop(store)).to.equal(first);
    expect(second.config).to.include({storeId: other, currency: 'usd'});
    expect(first.config).to.include({storeId: store, currency: 'eur', country: 'DE'});
    expect(configure({storeId: store})).to.equal(first);
    expect(getShop().config.currency).to.equal('eur');
  });

  it('keeps the settings of one store from another, and shares what is true of the page', async () => {
    const {getShop, configure} = await openPage();
    configure({
      storeId: store,
      apiUrl: 'https://shop.test',
      country: 'DE',
      lang: 'de',
      theme: 'dark',
      persist: 'session',
      currency: 'eur',
      customerToken: 'of the page',
      promoCodes: 'SPRING',
      affiliateCode: 'me',
      authUrl: '/who',
    });
    const scoped = configure({storeId: other, lang: 'en'}, {scoped: true});
    expect(getShop().id).to.equal(store);
    expect(scoped).to.equal(getShop(other));
    expect(scoped.config).to.deep.include({
      apiUrl: 'https://shop.test',
      country: 'DE',
      theme: 'dark',
      persist: 'session',
      lang: 'en',
      storeId: other,
    });
    for (const name of ['currency', 'customerToken', 'promoCodes', 'affiliateCode', 'authUrl'] as const) {
      expect(scoped.config[name], name).to.equal(undefined);
    }
  });

  it('takes over a page setting that comes after the scoped ones', async () => {
    const {getShop, configure} = await openPage();
    const scoped = configure({storeId: other, country: 'FR'}, {scoped: true});
    const heard: string[] = [];
    scoped.addEventListener('config', () => heard.push('config'));
    configure({storeId: store, lang: 'de', country: 'DE'});
    expect(heard).to.have.length(1);
    expect(scoped.config).to.include({lang: 'de', country: 'FR'});
    configure({lang: undefined});
    expect(getShop(other).config.lang).to.equal(undefined);
  });

  it("goes back to the page's setting when a scoped one is taken away", async () => {
    const {configure} = await openPage();
    configure({storeId: store, lang: 'de'});
    const scoped = configure({storeId: other, lang: 'fr'}, {scoped: true});
    expect(scoped.config.lang).to.equal('fr');
    configure({storeId: other, lang: undefined}, {scoped: true});
    expect(scoped.config.lang).to.equal('de');
  });

  it('tells elements to look again, once for each configuration', async () => {
    const {configure, registry} = await openPage();
    let told = 0;
    registry.addEventListener('change', () => {
      told++;
    });
    configure({storeId: store});
    configure({storeId: other}, {scoped: true});
    expect(told).to.equal(2);
  });

  it('is one for all copies of the script', async () => {
    const page = await openPage();
    const script = page.window.document.createElement('script');
    script.type = 'module';
    script.textContent = 'import {configure} from "/src/store/registry.ts?copy"; window.configureCopy = configure;';
    page.window.document.head.append(script);
    const copy = page.window as unknown as {configureCopy?: typeof page.configure};
    const configureCopy = await until(() => copy.configureCopy);
    expect(configureCopy).to.not.equal(page.configure);
    const shop = configureCopy({storeId: store});
    expect(shop).to.equal(page.getShop());
    expect(page.getShop(other)).to.equal(configureCopy({storeId: other}, {scoped: true}));
  });

  it('shows two stores on one page, each with its own cart', async () => {
    const world = await sandboxWorld();
    const {configure} = await openPage();
    const [mine, rust] = [
      configure({storeId: store, apiUrl: world.apiUrl, customerToken: await world.token()}),
      configure({storeId: other, customerToken: await world.token({store: other})}, {scoped: true}),
    ];
    await mine.cart.add({productId: 'ember-key'});
    const [product] = await rust.catalog.products();
    expect(product).to.include({currency: 'usd'});
    await rust.cart.refresh();
    expect(mine.cart.state.cart).to.include({store_id: store, currency: 'eur', quantity: 1});
    expect(rust.cart.state.cart).to.include({store_id: other, currency: 'usd', quantity: 0});
    const stores = new Set((await world.log()).map(({headers}) => headers['x-paynow-store-id']));
    expect([...stores].sort()).to.deep.equal([store, other]);
  });
});
