import {expect} from '@open-wc/testing';
import '../../src/elements/cart.js';
import '../../src/elements/currency.js';
import type {PaynowCurrency} from '../../src/elements/currency.js';
import {getShop} from '../../src/store/registry.js';
import {mount, nextFrame, once, part, until} from '../support/dom.js';
import {sandboxWorld} from '../support/sandbox.js';
import {deferred, failure, stubShop} from './support.js';
import type {StubShop} from './support.js';
import type {Config} from '../../src/store/config.js';

const shopWith = (config: Config = {}, store: () => unknown = () => ({currency: 'eur'})): StubShop => {
  const stub = stubShop(null, config);
  Object.assign(stub.shop.catalog, {store: () => Promise.resolve().then(store)});
  return stub;
};
const place = async ({id}: StubShop, currencies = 'eur, USD,gbp'): Promise<PaynowCurrency> =>
  mount<PaynowCurrency>(`<paynow-currency store-id="${id}" currencies="${currencies}"></paynow-currency>`);
const control = (element: Element): HTMLSelectElement => part<HTMLSelectElement>(element, 'control');
const choose = async (element: PaynowCurrency, value: string): Promise<void> => {
  control(element).value = value;
  control(element).dispatchEvent(new Event('change', {bubbles: true}));
  await element.updateComplete;
};

describe('paynow-currency', () => {
  afterEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  it('offers the currencies by code and name, labelled, with that of the store chosen', async () => {
    const element = await place(shopWith());
    await until(() => control(element).value === 'EUR');
    expect([...control(element).options].map(({text}) => text.trim())).to.deep.equal([
      'EUR · Euro',
      'USD · US Dollar',
      'GBP · British Pound',
    ]);
    expect(control(element).labels[0]!.textContent).to.equal('Currency');
  });

  it('names them in the language of the page', async () => {
    const {id} = shopWith({currency: 'usd'});
    const outer = await mount(
      `<div lang="de"><paynow-currency store-id="${id}" currencies="usd"></paynow-currency></div>`,
    );
    const element = outer.querySelector('paynow-currency')!;
    await until(() => control(element).labels[0]!.textContent === 'Währung');
    expect(control(element).options[0]!.text).to.contain('US-Dollar');
  });

  it('sets the currency of its own shop, says so, and tells the page', async () => {
    const [stub, other] = [shopWith({currency: 'eur'}), shopWith({currency: 'eur'})];
    const [element, twin] = [await place(stub), await place(stub)];
    const told = once(document, 'change');
    await choose(element, 'USD');
    expect((await told).target).to.equal(element);
    expect([stub.shop.config.currency, other.shop.config.currency, getShop().config.currency]).to.deep.equal([
      'USD',
      'eur',
      undefined,
    ]);
    await until(() => control(twin).value === 'USD');
    await until(() => document.querySelector('[role=status]')?.textContent === 'Prices are now in US Dollar.');
  });

  for (const [persist, kept] of [
    ['local', true],
    ['session', true],
    ['none', false],
  ] as const) {
    it(`remembers the choice as persist="${persist}" says`, async () => {
      const stub = shopWith({currency: 'eur', persist});
      await choose(await place(stub), 'GBP');
      const key = `paynow.${stub.id}.currency`;
      const storage = persist === 'session' ? sessionStorage : localStorage;
      expect(storage.getItem(key)).to.equal(kept ? 'GBP' : null);
      stub.shop.configure({currency: 'eur'});
      const later = await place(stub);
      await until(() => control(later).value === (kept ? 'GBP' : 'EUR'));
      expect(stub.shop.config.currency).to.equal(kept ? 'GBP' : 'eur');
    });
  }

  it('works on where the browser keeps nothing', async () => {
    const stub = shopWith({currency: 'eur'});
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const {setItem} = Storage.prototype;
    Storage.prototype.setItem = full;
    await choose(await place(stub), 'USD');
    Storage.prototype.setItem = setItem;
    expect(stub.shop.config.currency).to.equal('USD');
  });

  it('forgets a currency that is not offered any more', async () => {
    const stub = shopWith({currency: 'eur'});
    localStorage.setItem(`paynow.${stub.id}.currency`, 'SEK');
    await place(stub);
    expect(stub.shop.config.currency).to.equal('eur');
  });

  it('shows the currency in force also when it is not offered, and does without the store', async () => {
    const odd = await place(shopWith({currency: 'sek'}));
    expect([...control(odd).options].map(({value}) => value)).to.deep.equal(['SEK', 'EUR', 'USD', 'GBP']);
    const lost = await place(
      shopWith({}, () => {
        throw failure('network');
      }),
    );
    await choose(lost, 'GBP');
    expect(lost.shop.config.currency).to.equal('GBP');
  });

  it('leaves out what is no currency, and says so', async () => {
    const stub = shopWith({currency: 'eur'});
    const told = once<CustomEvent>(document, 'paynow-error');
    const element = await place(stub, 'euro, eur, EUR, xyq');
    expect((await told).detail.error.message).to.contain('"euro"');
    expect([...control(element).options].map(({text}) => text.trim())).to.deep.equal(['EUR · Euro', 'XYQ']);
  });

  it('follows the currencies of the page, and says of each wrong one once', async () => {
    const stub = shopWith({currency: 'eur'});
    const wrong: string[] = [];
    const hear = (event: Event): void => void wrong.push((event as CustomEvent).detail.error.message);
    document.addEventListener('paynow-error', hear);
    const element = await place(stub, 'eur,pounds');
    element.currencies = 'usd, pence';
    await element.updateComplete;
    element.requestUpdate();
    await element.updateComplete;
    document.removeEventListener('paynow-error', hear);
    expect([...control(element).options].map(({value}) => value)).to.deep.equal(['EUR', 'USD']);
    expect(wrong.map(words => /"(.*)"/.exec(words)?.[1])).to.deep.equal(['pounds', 'pence']);
    element.currencies = null;
    await element.updateComplete;
    expect(element.matches(':state(empty)')).to.equal(true);
  });

  it('asks the store only where the page names no currency, and minds no late answer of another', async () => {
    const answer = deferred<{currency: string}>();
    const asked: string[] = [];
    const ask = (name: string) => () => {
      asked.push(name);
      return name === 'slow' ? answer.promise : {currency: 'gbp'};
    };
    const element = await place(shopWith({}, ask('slow')));
    await until(() => asked.length);
    await place(shopWith({currency: 'usd'}, ask('set')));
    element.storeId = shopWith({}, ask('quick')).id;
    await until(() => control(element).value === 'GBP');
    answer.resolve({currency: 'usd'});
    await answer.promise;
    await nextFrame();
    expect([control(element).value, asked]).to.deep.equal(['GBP', ['slow', 'quick']]);
  });

  it('does not go back to what was remembered once the page or the shopper has chosen anew', async () => {
    const stub = shopWith({currency: 'eur'});
    localStorage.setItem(`paynow.${stub.id}.currency`, 'USD');
    let heard = 0;
    const hear = (): void => void heard++;
    document.addEventListener('change', hear);
    const element = await place(stub);
    await until(() => stub.shop.config.currency === 'USD');
    stub.shop.configure({currency: 'gbp'});
    element.currencies = 'eur,usd,gbp,sek';
    await until(() => control(element).options.length === 4);
    await nextFrame();
    document.removeEventListener('change', hear);
    expect([stub.shop.config.currency, control(element).value, heard]).to.deep.equal(['gbp', 'GBP', 0]);
  });

  it('is not there when there is nothing to choose', async () => {
    const element = await place(shopWith(), '');
    expect([element.matches(':state(empty)'), element.checkVisibility()]).to.deep.equal([true, false]);
  });

  it('has products and cart read again in the new currency, each once', async () => {
    const world = await sandboxWorld();
    const shop = getShop(world.storeId);
    shop.configure({apiUrl: world.apiUrl, customerToken: await world.token(), currency: 'eur'});
    await mount(`<paynow-cart mode="inline" store-id="${world.storeId}"></paynow-cart>`);
    const element = await mount<PaynowCurrency>(
      `<paynow-currency store-id="${world.storeId}" currencies="eur,usd"></paynow-currency>`,
    );
    await shop.catalog.product('vip');
    await until(() => shop.cart.state.status === 'ready');
    await world.clearLog();
    await choose(element, 'USD');
    await until(
      () => shop.catalog.peek('vip')?.product?.currency === 'usd' && shop.cart.state.cart?.currency === 'usd',
    );
    const seen = (await world.log()).map(({path, query}) => `${path} ${String(query['currency'])}`).sort();
    expect(seen).to.deep.equal(['/v1/store/cart usd', '/v1/store/products/vip usd']);
  });
});
