import {expect} from '@open-wc/testing';
import '../../src/elements/cart-button.js';
import '../../src/elements/cart-count.js';
import type {PaynowCartCount} from '../../src/elements/cart-count.js';
import {registerMessages} from '../../src/i18n/messages.js';
import {configure, getShop} from '../../src/store/registry.js';
import {mount, part, until} from '../support/dom.js';
import {cart, line, stubShop} from './support.js';

const inShadow = async (outer: string, inner: string): Promise<PaynowCartCount> => {
  const host = await mount(outer);
  const root = (host.querySelector('section') ?? host).attachShadow({mode: 'open'});
  root.innerHTML = inner;
  const element = root.querySelector('paynow-cart-count')!;
  await element.updateComplete;
  return element;
};

const shown = (element: Element): string | null => part(element, 'value').textContent;

describe('every element', () => {
  describe('belongs to a shop', () => {
    it('by its own store-id, before the one around it', async () => {
      const host = await mount(
        '<paynow-store store-id="811"><paynow-cart-count store-id="812"></paynow-cart-count></paynow-store>',
      );
      expect(host.querySelector('paynow-cart-count')!.shop).to.equal(getShop('812'));
    });

    it('by the nearest <paynow-store>, even when that is not defined', async () => {
      const host = await mount(
        '<paynow-store store-id="811"><div><paynow-cart-count></paynow-cart-count></div></paynow-store>',
      );
      expect(host.querySelector('paynow-cart-count')!.shop).to.equal(getShop('811'));
    });

    it('through shadow roots', async () => {
      const element = await inShadow(
        '<paynow-store store-id="813"><section></section></paynow-store>',
        '<paynow-cart-count></paynow-cart-count>',
      );
      expect(element.shop).to.equal(getShop('813'));
    });

    it('through the slot in which it is drawn', async () => {
      const host = await mount('<section><paynow-cart-count></paynow-cart-count></section>');
      host.attachShadow({mode: 'open'}).innerHTML = '<paynow-store store-id="814"><slot></slot></paynow-store>';
      const element = host.querySelector('paynow-cart-count')!;
      host.append(element);
      expect(element.shop).to.equal(getShop('814'));
    });

    it('else by the page', async () => {
      const element = await mount<PaynowCartCount>('<paynow-cart-count></paynow-cart-count>');
      expect(element.shop).to.equal(getShop());
    });

    it('and to another one when it moves or its store-id changes', async () => {
      const [one, two, three] = [
        stubShop({cart: cart([line({quantity: 1})])}),
        stubShop({cart: cart([line({quantity: 2})])}),
        stubShop({cart: cart([line({quantity: 3})])}),
      ];
      const host =
        await mount(`<div><paynow-store store-id="${one.id}"><paynow-cart-count></paynow-cart-count></paynow-store>
        <paynow-store store-id="${two.id}"></paynow-store></div>`);
      const element = host.querySelector('paynow-cart-count')!;
      expect(shown(element)).to.equal('1');
      host.lastElementChild!.append(element);
      await element.updateComplete;
      expect(shown(element)).to.equal('2');
      await one.publish({cart: cart([line({quantity: 9})])});
      expect(shown(element)).to.equal('2');
      await two.publish({cart: cart([line({quantity: 4})])});
      expect(shown(element)).to.equal('4');
      element.storeId = three.id;
      await until(() => shown(element) === '3');
      element.removeAttribute('store-id');
      await until(() => shown(element) === '4');
    });
  });

  describe('stops listening', () => {
    it('when it leaves the page, and starts again when it is back', async () => {
      const stub = stubShop({cart: cart([line({quantity: 1})])});
      const element = await mount<PaynowCartCount>(`<paynow-cart-count store-id="${stub.id}"></paynow-cart-count>`);
      const place = element.parentElement!;
      element.remove();
      await stub.publish({cart: cart([line({quantity: 5})])});
      expect(shown(element)).to.equal('1');
      place.append(element);
      await until(() => shown(element) === '5');
    });
  });

  describe('speaks', () => {
    const locale = async (html: string): Promise<string> => {
      const host = await mount(html);
      return (host.matches('paynow-cart-count') ? (host as PaynowCartCount) : host.querySelector('paynow-cart-count')!)
        .locale;
    };

    it('the nearest language, else that of the page', async () => {
      expect(await locale('<div lang="fr"><paynow-cart-count></paynow-cart-count></div>')).to.equal('fr');
      expect(await locale('<paynow-cart-count></paynow-cart-count>')).to.equal('en');
    });

    it('its own language before that of its shop, and that before the one around it', async () => {
      const {id} = stubShop({}, {lang: 'pt-BR'});
      expect(await locale(`<div lang="fr"><paynow-cart-count store-id="${id}"></paynow-cart-count></div>`)).to.equal(
        'pt-BR',
      );
      expect(await locale(`<paynow-cart-count lang="es" store-id="${id}"></paynow-cart-count>`)).to.equal('es');
    });

    it('through shadow roots', async () => {
      const element = await inShadow(
        '<div lang="it"><section></section></div>',
        '<paynow-cart-count></paynow-cart-count>',
      );
      expect(element.locale).to.equal('it');
    });

    it('another one as soon as the page changes it', async () => {
      const element = await mount<PaynowCartCount>('<paynow-cart-count></paynow-cart-count>');
      document.documentElement.lang = 'de-CH';
      await until(() => element.locale === 'de-CH');
      await until(() => element.text.cart === 'Warenkorb');
      document.documentElement.lang = 'en';
      await until(() => element.text.cart === 'Cart');
    });

    it('what the page registers, also afterwards', async () => {
      const element = await mount<PaynowCartCount>('<paynow-cart-count lang="en-AU"></paynow-cart-count>');
      registerMessages('en-au', {cart: 'Trolley'});
      await element.updateComplete;
      expect(element.text.cart).to.equal('Trolley');
    });
  });

  it('shows the theme of its shop as a state', async () => {
    const {id, shop} = stubShop({}, {theme: 'dark'});
    const element = await mount<PaynowCartCount>(`<paynow-cart-count store-id="${id}"></paynow-cart-count>`);
    expect(element.matches(':state(dark)')).to.equal(true);
    expect(getComputedStyle(element).colorScheme).to.equal('dark');
    configure({storeId: shop.id, theme: 'auto'}, {scoped: true});
    await until(() => !element.matches(':state(dark)'));
  });

  it('is hidden by the hidden attribute', async () => {
    const element = await mount('<paynow-cart-count hidden></paynow-cart-count>');
    expect(getComputedStyle(element).display).to.equal('none');
  });
});
