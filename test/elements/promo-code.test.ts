import {expect} from '@open-wc/testing';
import '../../src/elements/cart.js';
import '../../src/elements/promo-code.js';
import type {PaynowCart} from '../../src/elements/cart.js';
import type {PaynowPromoCode} from '../../src/elements/promo-code.js';
import {noteRefusal, refusalOf} from '../../src/store/code-refusals.js';
import {addCode, listCodes} from '../../src/store/codes.js';
import {configure, getShop} from '../../src/store/registry.js';
import type {Shop} from '../../src/store/shop.js';
import {mount, once, part, until} from '../support/dom.js';
import {sandboxWorld} from '../support/sandbox.js';
import type {Seen, World} from '../support/sandbox.js';
import {product} from './catalog.js';
import {cart, failure, line, stubShop} from './support.js';
import type {StubShop} from './support.js';

const place = ({id}: {id: string}, attributes = ''): Promise<PaynowPromoCode> =>
  mount<PaynowPromoCode>(`<paynow-promo-code store-id="${id}" ${attributes}></paynow-promo-code>`);
const input = (element: Element): HTMLInputElement => part<HTMLInputElement>(element, 'input');
const chips = (element: Element): string[] =>
  [...element.shadowRoot!.querySelectorAll('[part="code"] bdi')].map(({textContent}) => textContent ?? '');
const said = (element: Element, name = 'error'): string =>
  part(element, name).hidden ? '' : part(element, name).textContent!.trim();
const enter = async (element: PaynowPromoCode, code: string): Promise<void> => {
  input(element).value = code;
  input(element).dispatchEvent(new InputEvent('input', {bubbles: true}));
  part<HTMLButtonElement>(element, 'button').click();
  await element.updateComplete;
};
const remove = async (element: PaynowPromoCode, code: string): Promise<void> => {
  const name = `Remove code ${code}`;
  element.shadowRoot!.querySelector<HTMLButtonElement>(`[aria-label="${name}"]`)!.click();
  await element.updateComplete;
};
const refusal = (paths: [path: string, message?: string][], code = 'promo-code-not-found') =>
  failure('http', {status: 400, code, details: paths.map(([path, message = '']) =>
    ({code: 'promo-code-not-found', path, message, validation: 'promo_code'}))});

describe('paynow-promo-code', function () {
  this.timeout(20_000);
  afterEach(() => localStorage.clear());

  it('takes several codes, says so, and lets each be removed with the focus going on', async () => {
    const stub = stubShop();
    const element = await place(stub);
    expect(element.matches(':state(empty)')).to.equal(true);
    await enter(element, ' EMBER10 ');
    await until(() => document.querySelector('[role="status"]')?.textContent ===
      'EMBER10 was added. It is taken off at the checkout.');
    expect(input(element).value).to.equal('');
    expect(element.shadowRoot!.activeElement).to.equal(input(element));
    await enter(element, 'GIFT-25');
    expect(chips(element)).to.deep.equal(['EMBER10', 'GIFT-25']);
    expect(listCodes(stub.shop)).to.deep.equal(['EMBER10', 'GIFT-25']);
    await remove(element, 'EMBER10');
    expect(element.shadowRoot!.activeElement?.ariaLabel).to.equal('Remove code GIFT-25');
    await remove(element, 'GIFT-25');
    expect(element.shadowRoot!.activeElement).to.equal(input(element));
    expect(element.matches(':state(empty)')).to.equal(true);
    await until(() => document.querySelector('[role="status"]')?.textContent === 'GIFT-25 was removed.');
  });

  it('knows a code for as long as the page lives where the storage takes nothing more', async () => {
    const stub = stubShop();
    addCode(stub.shop, 'EMBER10');
    const element = await place(stub);
    const {setItem} = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('It is full.', 'QuotaExceededError');
    };
    try {
      await enter(element, 'GIFT-25');
      expect(chips(element)).to.deep.equal(['EMBER10', 'GIFT-25']);
    } finally {
      Storage.prototype.setItem = setItem;
    }
    await remove(element, 'EMBER10');
    expect(listCodes(stub.shop)).to.deep.equal(['GIFT-25']);
  });

  it('says at the field what is wrong with what was typed, keeps it, and forgives while it is mended', async () => {
    const stub = stubShop();
    const element = await place(stub);
    addCode(stub.shop, 'EMBER10');
    for (const [typed, sentence] of [
      ['  ', 'Please enter a code.'], ['ember10', 'You have added this code already.'],
      ['A\u200BB', 'This is too long or has characters that no code has.'],
    ] as const) {
      await enter(element, typed);
      expect(said(element)).to.equal(sentence);
      expect(input(element).value).to.equal(typed);
      expect(input(element).getAttribute('aria-invalid')).to.equal('true');
      expect(input(element).getAttribute('aria-describedby')).to.equal(part(element, 'error').id);
      input(element).dispatchEvent(new InputEvent('input'));
      await element.updateComplete;
      expect(said(element)).to.equal('');
    }
    for (let index = 0; index < 9; index++) addCode(stub.shop, `C${index}`);
    await enter(element, 'ONE-MORE');
    expect(said(element)).to.equal('You cannot add more codes. Remove one first.');
  });

  it('shows what another place of the page and another tab have changed, of its own shop only', async () => {
    const [one, two] = [stubShop(), stubShop()];
    const [element, twin, other] = [await place(one), await place(one), await place(two)];
    await enter(element, 'EMBER10');
    await until(() => chips(twin).length);
    localStorage.setItem(`paynow.${one.id}.codes`, '["FROM-ANOTHER-TAB"]');
    dispatchEvent(new StorageEvent('storage', {key: `paynow.${one.id}.codes`}));
    await until(() => chips(element)[0] === 'FROM-ANOTHER-TAB' && chips(twin)[0] === 'FROM-ANOTHER-TAB');
    expect(chips(other)).to.deep.equal([]);
    other.storeId = one.id;
    await until(() => chips(other)[0] === 'FROM-ANOTHER-TAB');
  });

  it('speaks the language of the page', async () => {
    const {id} = stubShop();
    const outer = await mount(`<div lang="de"><paynow-promo-code store-id="${id}"></paynow-promo-code></div>`);
    const element = outer.querySelector('paynow-promo-code')!;
    await until(() => part(element, 'label').textContent === 'Aktionscode oder Gutschein');
  });

  describe('when the checkout refuses', () => {
    const sent = ['EMBER10', 'WRONG', 'GIFT-25'];
    const refused = (shop: Shop): string[] => sent.filter(code => refusalOf(shop, code) === 'refused');
    const suspected = (shop: Shop): string[] => sent.filter(code => refusalOf(shop, code) === 'suspected');

    for (const [how, error, sure, maybe] of [
      ['a code by its place', refusal([['promo_codes[1]']]), ['WRONG'], []],
      ['two of them', refusal([['$.promo_codes[1]'], ['PromoCodes.2']]), ['WRONG', 'GIFT-25'], []],
      ['a code by its name', refusal([['body', 'There is no code wrong.']]), ['WRONG'], []],
      ['none by name', refusal([]), [], sent],
      ['something else', failure('http', {status: 400, code: 'out-of-stock'}), [], []],
      ['nothing that was heard', failure('network'), [], []],
    ] as const) {
      it(`marks what it names: ${how}`, () => {
        const {shop} = stubShop();
        noteRefusal(shop, sent, error);
        expect([refused(shop), suspected(shop)]).to.deep.equal([sure, maybe]);
      });
    }

    it('says it at the code, which stays with the others until it is removed', async () => {
      const stub = stubShop();
      const element = await place(stub);
      for (const code of sent) addCode(stub.shop, code);
      noteRefusal(stub.shop, sent, refusal([['promo_codes[1]']]));
      await element.updateComplete;
      expect(said(element)).to.equal(
        'The checkout did not accept WRONG. Remove it to go on; your other codes stay.');
      expect(element.matches(':state(failed)')).to.equal(true);
      expect(chips(element)).to.deep.equal(sent);
      await remove(element, 'WRONG');
      expect([said(element), ...chips(element)]).to.deep.equal(['', 'EMBER10', 'GIFT-25']);
    });

    it('suspects all where none is named, and none any more when one was taken out', async () => {
      const stub = stubShop();
      const element = await place(stub);
      for (const code of sent) addCode(stub.shop, code);
      noteRefusal(stub.shop, sent, refusal([]));
      await element.updateComplete;
      expect(said(element)).to.contain('one of these codes');
      await remove(element, 'GIFT-25');
      expect(said(element)).to.equal('');
    });
  });

  it('says beforehand for which products in the cart codes do not count', async () => {
    const flags = [['1', true, true], ['2', true, false], ['3', false, true], ['4', false, false]] as const;
    const stub: StubShop = stubShop({cart: cart(flags.map(([id]) => line({key: id, product_id: id})))});
    const element = await place(stub);
    expect(stub.calls.filter(([name]) => name === 'product').map(([, id]) => id)).to.deep.equal(['1', '2', '3', '4']);
    stub.shop.catalog.publish(new Map(flags.map(([id, coupons, cards]) => [id, {status: 'ready', product: product({
      id, name: `P${id}`, is_coupons_disabled: coupons, is_gift_cards_disabled: cards,
    })}])));
    await element.updateComplete;
    expect(said(element, 'hint')).to.equal('Codes and gift cards do not count for P1. ' +
      'Promo codes do not count for P2. Gift cards cannot pay for P3.');
  });

  describe('in the cart', () => {
    const shopIn = async (): Promise<[World, Shop, PaynowCart]> => {
      const world = await sandboxWorld();
      configure({storeId: world.storeId, apiUrl: world.apiUrl, customerToken: await world.token()});
      const shop = getShop();
      const element = await mount<PaynowCart>('<paynow-cart mode="inline"></paynow-cart>');
      await shop.cart.refresh();
      await shop.cart.add({productId: 'vip'});
      return [world, shop, element];
    };
    const inCart = (element: PaynowCart): PaynowPromoCode | null =>
      element.shadowRoot!.querySelector('paynow-promo-code');
    const opener = (element: PaynowCart): HTMLButtonElement | null =>
      element.shadowRoot!.querySelector<HTMLButtonElement>('slot[name="promo"] > button');

    it('a quiet button brings the field, and a wrong code is said there until it is gone', async () => {
      const [world, shop, element] = await shopIn();
      element.addEventListener('paynow-checkout', event => event.preventDefault());
      await until(() => opener(element)?.textContent === 'Have a promo code?');
      opener(element)!.click();
      const field = await until(() => inCart(element));
      await until(() => field.shadowRoot?.activeElement === input(field));
      await enter(field, 'EMBER10');
      await enter(field, 'EXPIRED');
      await enter(field, 'GIFT-25');
      const pay = part<HTMLButtonElement>(element, 'checkout-button');
      pay.click();
      await until(() => said(field).startsWith('The checkout did not accept EXPIRED.'));
      await until(() => element.shadowRoot!.textContent!.includes('This code is not valid for this cart.'));
      await until(() => pay.ariaDisabled === 'false');
      expect(chips(field)).to.deep.equal(['EMBER10', 'EXPIRED', 'GIFT-25']);
      await remove(field, 'EXPIRED');
      const done = once(element, 'paynow-checkout');
      pay.click();
      await done;
      const bodies = (await world.log()).filter(({path}) => path === '/v1/store/cart/checkout')
        .map(seen => (JSON.parse((seen as Seen & {body: string}).body) as {promo_codes: string[]}).promo_codes);
      expect(bodies).to.deep.equal([['EMBER10', 'EXPIRED', 'GIFT-25'], ['EMBER10', 'GIFT-25']]);
      expect(listCodes(shop)).to.deep.equal(['EMBER10', 'GIFT-25']);
      expect(said(field)).to.equal('');
    });

    it('shows codes that were entered before at once, and stays away where the page has its own', async () => {
      const [, shop] = await shopIn();
      addCode(shop, 'EMBER10');
      const twin = await mount<PaynowCart>('<paynow-cart mode="inline"></paynow-cart>');
      await until(() => chips(inCart(twin)!)[0] === 'EMBER10');
      const own = await mount<PaynowCart>('<paynow-cart mode="inline"><i slot="promo">Mine</i></paynow-cart>');
      await until(() => own.shadowRoot!.querySelector('[part="total"]'));
      expect([inCart(own), opener(own)]).to.deep.equal([null, null]);
    });
  });
});
