import {expect} from '@open-wc/testing';
import '../../src/elements/product.js';
import type {PaynowAddButton} from '../../src/elements/add-button.js';
import type {PaynowProduct} from '../../src/elements/product.js';
import {inside, mount, once, part, settled, until} from '../support/dom.js';
import {fail, product, publish, rank} from './catalog.js';
import {failure, stubShop} from './support.js';
import type {StubShop} from './support.js';

const pixel = 'data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==';

const place = async (attributes = '', content = ''): Promise<[PaynowProduct, StubShop]> => {
  const stub = stubShop();
  const html = `<paynow-product store-id="${stub.id}" product-id="vip" ${attributes}>${content}</paynow-product>`;
  return [await mount<PaynowProduct>(html), stub];
};

const shown = async (wish = product(), attributes = '', content = ''): Promise<PaynowProduct> => {
  const [element, stub] = await place(attributes, content);
  await publish(stub, wish);
  return element;
};

const has = (element: Element, selector: string): boolean => !!element.shadowRoot?.querySelector(selector);
const button = (element: Element): PaynowAddButton => inside<PaynowAddButton>(element, 'paynow-add-button');

describe('paynow-product', () => {
  describe('shows', () => {
    it('picture, label, name, price and a button', async () => {
      const element = await shown(product({label: 'Rank', image_url: pixel}));
      expect(part(element, 'name').textContent).to.equal('VIP');
      expect(part(element, 'label').textContent).to.equal('Rank');
      expect(part(element, 'final').textContent).to.equal('€4.99');
      expect(inside<HTMLImageElement>(element, 'img').src).to.equal(pixel);
      expect(part(element, 'card').localName).to.equal('article');
      expect(button(element).productId).to.equal('7');
    });

    it('no label where there is none, and what is said is said as text', async () => {
      expect(has(await shown(), '[part=label]')).to.equal(false);
      const name = '<img src=x onerror=alert(1)> & "more"';
      const element = await shown(product({name, label: '<b>x</b>'}));
      expect(part(element, 'name').textContent).to.equal(name);
      expect(part(element, 'label').children.length).to.equal(0);
    });

    it('the name as a heading of the wished level', async () => {
      const level = async (attributes: string): Promise<string | null> =>
        part(await shown(product(), attributes), 'name').getAttribute('aria-level');
      expect(await level('')).to.equal('3');
      expect(await level('heading-level="1"')).to.equal('1');
      for (const wrong of ['0', '7', 'big', '']) expect(await level(`heading-level="${wrong}"`)).to.equal('3');
    });

    it('little stock, but not that nothing is left, which the button says', async () => {
      const left = (customer_available: number) => product({stock: {available_to_purchase: true, customer_available}});
      expect(part(await shown(left(2)), 'status').textContent).to.equal('Only 2 left for you');
      expect(has(await shown(left(50)), '[part=status]')).to.equal(false);
      expect(part(await shown(left(50), 'layout="detail"'), 'status').textContent).to.equal('In stock');
      const element = await shown(left(0));
      expect(has(element, '[part=status]')).to.equal(false);
      expect(element.matches(':state(sold-out)')).to.equal(true);
      await until(() => part(button(element), 'button').textContent === 'Sold out');
    });
  });

  it('says beforehand that codes or gift cards do not count for it, in every layout and in its language', async () => {
    const note = async (coupons: boolean, cards: boolean, attributes = ''): Promise<string | undefined> => {
      const wish = product({is_coupons_disabled: coupons, is_gift_cards_disabled: cards});
      const element = await shown(wish, attributes);
      return element.shadowRoot!.querySelector('[part="codes-note"]')?.textContent ?? undefined;
    };
    for (const layout of ['', 'layout="row"', 'layout="detail"']) {
      expect(await note(true, true, layout)).to.equal('Codes and gift cards do not count for VIP.');
    }
    expect(await note(true, false)).to.equal('Promo codes do not count for VIP.');
    expect(await note(false, true)).to.equal('Gift cards cannot pay for VIP.');
    expect(await note(false, false)).to.equal(undefined);
    const [element, stub] = await place('lang="de"');
    await publish(stub, product({is_gift_cards_disabled: true}));
    await until(() => part(element, 'codes-note').textContent === 'Mit Gutscheinen lässt sich nicht bezahlen: VIP.');
  });

  describe('links', () => {
    const link = async (pattern: string): Promise<string | null | undefined> => {
      const element = await shown(product({slug: 'vip', id: '7'}), `product-url="${pattern}"`);
      return element.shadowRoot!.querySelector('[part=link]')?.getAttribute('href');
    };

    it('its name to the page about it', async () => {
      expect(await link('/shop/{slug}?id={id}')).to.equal('/shop/vip?id=7');
      expect(await link('https://shop.example/{slug}')).to.equal('https://shop.example/vip');
    });

    it('nowhere else', async () => {
      for (const wrong of ['javascript:alert({id})', 'data:text/html,{id}', ' ']) {
        expect(await link(wrong)).to.equal(undefined);
      }
    });

    it('with what the shop says made harmless', async () => {
      const [element, stub] = await place('product-url="{slug}"');
      element.productId = '7';
      await publish(stub, product({slug: 'javascript:alert(1)'}));
      expect(part(element, 'link').getAttribute('href')).to.equal('javascript%3Aalert(1)');
    });
  });

  describe('picture', () => {
    it('is an emblem where there is none that can be shown', async () => {
      for (const image_url of [null, '', 'javascript:alert(1)', 'ftp://x.example/a.png', '//x.example/a.png']) {
        const element = await shown(product({image_url}));
        expect([has(element, '[part=image] svg'), has(element, 'img')]).to.deep.equal([true, false]);
      }
    });

    it('becomes the emblem when it is broken, and is not asked for again', async () => {
      const element = await shown(product({image_url: 'data:image/png;base64,nothing'}), 'layout="detail"');
      await until(() => has(element, '[part=image] svg'));
      expect(has(await shown(product({image_url: 'data:image/png;base64,nothing'})), 'img')).to.equal(false);
    });

    it('is loaded when it is about to be seen, and at once in detail', async () => {
      expect(inside<HTMLImageElement>(await shown(product({image_url: pixel})), 'img').loading).to.equal('lazy');
      const detail = await shown(product({image_url: pixel}), 'layout="detail"');
      expect(inside<HTMLImageElement>(detail, 'img').loading).to.equal('eager');
    });

    it('keeps its place before it is there, and can be the page\'s own', async () => {
      const element = await shown(product({image_url: null}), '', '<img slot="image" alt="" src="">');
      const {width, height} = part(element, 'image').getBoundingClientRect();
      expect(width / height).to.be.closeTo(4 / 3, 0.01);
      expect(element.querySelector('img')!.getBoundingClientRect().width).to.equal(width);
    });
  });

  describe('while it is read', () => {
    it('keeps the place of what comes', async () => {
      const [element, stub] = await place();
      expect(element.matches(':state(busy)')).to.equal(true);
      const before = element.getBoundingClientRect().height;
      await publish(stub, product());
      expect(element.getBoundingClientRect().height).to.be.closeTo(before, 2);
      expect(element.matches(':state(busy)')).to.equal(false);
    });

    it('shows what the page has put in, and takes it away afterwards', async () => {
      const [element, stub] = await place('', '<a href="/vip">VIP</a><b slot="after">New</b>');
      expect(has(element, '.skeleton')).to.equal(false);
      expect(element.querySelector('a')!.checkVisibility()).to.equal(true);
      await publish(stub, product());
      expect(element.querySelector('a')!.checkVisibility()).to.equal(false);
      expect(element.querySelector('b')!.checkVisibility()).to.equal(true);
    });

    it('goes on showing the last state while it is read again', async () => {
      const [element, stub] = await place();
      await publish(stub, product({name: 'Old'}));
      await publish(stub, product({name: 'New'}));
      expect(part(element, 'name').textContent).to.equal('New');
    });
  });

  describe('when it cannot be read', () => {
    it('says so and tries again', async () => {
      const [element, stub] = await place();
      const told = once<HTMLElementEventMap['paynow-error']>(element, 'paynow-error');
      await fail(stub, 'vip', failure('http', {status: 404, code: 'product-not-found'}));
      await told;
      await until(() => part(element, 'error').textContent?.startsWith('This product is not available any more.'));
      expect([element.matches(':state(failed)'), has(element, '[role=alert]')]).to.deep.equal([true, true]);
      part(element, 'retry-button').click();
      await publish(stub, product());
      expect(part(element, 'name').textContent).to.equal('VIP');
    });

    it('tells its author what is missing', async () => {
      const {id} = stubShop();
      const element = await mount(`<paynow-product store-id="${id}"></paynow-product>`);
      await until(() => part(element, 'error').textContent?.includes('needs a product-id'));
      const waiting = await mount(`<paynow-product store-id="${id}" hidden></paynow-product>`);
      expect(waiting.matches(':state(failed)')).to.equal(false);
      const other = await mount('<paynow-product product-id="vip"></paynow-product>');
      await until(() => part(other, 'error').textContent?.includes('No shop is connected yet'));
    });
  });

  describe('layouts', () => {
    it('are card, row and detail; what is none is a card', async () => {
      for (const [wish, shape] of [['row', 'row'], ['detail', 'detail'], ['card', 'card'], ['tiles', 'card']]) {
        expect(part(await shown(product(), `layout="${wish}"`), 'card').className).to.equal(shape);
      }
    });

    it('detail shows the description, the tax and what there is to choose', async () => {
      const wish = product({
        description: '<p>Three <b>homes</b></p>', allow_subscription: true,
        pricing: {price_original: 499, price_final: 499, vat_rate: {percentage: 21, vat_abbreviation: 'DPH'}},
      });
      const element = await shown(wish, 'layout="detail"');
      await until(() => part(element, 'description').textContent === 'Three homes');
      expect(part(element, 'tax').textContent).to.equal('incl. 21% DPH');
      await until(() => inside(element, 'paynow-options:defined'));
      expect(has(await shown(wish), '[part=options], [part=tax], [part=description]')).to.equal(false);
      expect(has(await shown(product(), 'layout="detail"'), '[part=options], [part=description]')).to.equal(false);
    });
  });

  it('keeps words in their own direction and whole, also in a narrow table and from right to left', async () => {
    const row = ['Claim blocks an hour', 'ahead', 'ahead', 'Legend'].map(word => `<td><b>${word}</b></td>`).join('');
    const wish = product({description: `<p>Three homes.</p><table><tr>${row}</tr></table>`});
    const element = await shown(wish, 'layout="detail" dir="rtl" lang="ar"');
    Object.assign(element.style, {width: '300px', fontFamily: 'monospace', fontSize: '14px'});
    const words = await until(() => inside(element, 'tr')?.querySelectorAll('td + td > b'));
    expect(part(element, 'description').matches(':dir(ltr)')).to.equal(true);
    expect([...words].map(word => word.getClientRects().length)).to.deep.equal([1, 1, 1]);
  });

  describe('button', () => {
    it('asks nothing where there is nothing to ask', async () => {
      expect(button(await shown(rank())).subscription).to.equal(true);
      expect(button(await shown()).subscription).to.equal(false);
      const server = (id: string, enabled: boolean) => ({id, enabled, name: id});
      const only = product({single_game_server_only: true, gameservers: [server('1', false), server('2', true)]});
      expect(button(await shown(only)).gameserverId).to.equal('2');
    });

    it('can be styled as the page\'s own', async () => {
      const element = await shown();
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('paynow-product::part(button) {letter-spacing: 7px}');
      document.adoptedStyleSheets.push(sheet);
      expect(getComputedStyle(part(button(element), 'button')).letterSpacing).to.equal('7px');
      document.adoptedStyleSheets.pop();
    });
  });

  it('tells what is in its slots when its product is another', async () => {
    const [element, stub] = await place('', '<paynow-price slot="after"></paynow-price>');
    await import('../../src/elements/price.js');
    const price = element.querySelector('paynow-price')!;
    price.storeId = stub.id;
    await publish(stub, product(), product({id: '8', slug: 'other', price: 100}));
    await until(() => part(price, 'final').textContent === '€4.99');
    element.productId = 'other';
    await settled(document);
    await until(() => part(price, 'final').textContent === '€1.00');
  });
});
