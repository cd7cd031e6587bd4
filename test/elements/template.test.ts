import {expect} from '@open-wc/testing';
import '../../src/elements/products.js';
import type {PaynowProduct} from '../../src/elements/product.js';
import type {PaynowProducts} from '../../src/elements/products.js';
import type {Product} from '../../src/api/index.js';
import {loadLanguage} from '../../src/i18n/messages.js';
import {mount, settled, until} from '../support/dom.js';
import {product, publish, rank, trial} from './catalog.js';
import {stubShop} from './support.js';
import type {StubShop} from './support.js';

const place = async (
  template: string, wish: Product = product(), attributes = '',
): Promise<[PaynowProduct, StubShop]> => {
  const stub = stubShop();
  const element = await mount<PaynowProduct>(
    `<paynow-product store-id="${stub.id}" product-id="7" ${attributes}>
      <template>${template}</template></paynow-product>`);
  await publish(stub, wish);
  await until(() => element.querySelector(':scope > :not(template)'), 'the copy');
  return [element, stub];
};

const copy = (element: Element): HTMLElement => element.querySelector<HTMLElement>(':scope > :not(template)')!;

/** What a field shows. */
const field = async (name: string, wish?: Product, attributes = ''): Promise<string | null> =>
  copy((await place(`<p data-text="${name}"></p>`, wish, attributes))[0]).textContent;

/** Which conditions hold. */
const holding = async (names: string[], wish?: Product): Promise<string[]> => {
  const [element] = await place(`<p>${names.map(name => `<b data-if="${name}">${name}</b>`).join('')}</p>`, wish);
  return [...copy(element).children].map(({textContent}) => textContent!);
};

const attribute = async (markup: string, wish: Product, attributes = ''): Promise<Element> =>
  copy((await place(`<div>${markup}</div>`, wish, attributes))[0]).firstElementChild!;

const sale: Partial<Product> = {
  pricing: {price_original: 249, price_final: 187, active_sale: {name: 'Thaw', ends_at: null}},
};

describe('a template of the page', () => {
  describe('has fields:', () => {
    it('names, numbers and addresses', async () => {
      const wish = product({label: 'Rank', image_url: 'https://a.example/a.png', metadata: {homes: '3', odd: 4}});
      expect(await field('id', wish)).to.equal('7');
      expect(await field('slug', wish)).to.equal('vip');
      expect(await field('name', wish)).to.equal('VIP');
      expect(await field('label', wish)).to.equal('Rank');
      expect(await field('label')).to.equal('');
      expect(await field('image', wish)).to.equal('https://a.example/a.png');
      expect(await field('image', product({image_url: 'javascript:1'}))).to.equal('');
      expect(await field('url', wish, 'product-url="/shop/{slug}"')).to.equal('/shop/vip');
      expect(await field('url', wish)).to.equal('');
      expect(await field('metadata.homes', wish)).to.equal('3');
      for (const name of ['metadata.odd', 'metadata.none', 'metadata.toString', 'toString', 'nothing']) {
        expect(await field(name, wish), name).to.equal('');
      }
      expect(await field('metadata.homes')).to.equal('');
    });

    it('what it costs', async () => {
      const wish = product(sale);
      const all = ['price', 'original-price', 'saving', 'saving-percent', 'sale-name', 'sale-end'];
      expect(await Promise.all(all.map(name => field(name, wish))))
        .to.deep.equal(['€1.87', '€2.49', '€0.62', '25%', 'Thaw', '']);
      expect(await Promise.all(all.map(name => field(name)))).to.deep.equal(['€4.99', '', '', '', '', '']);
      const taxed = {price_original: 1, price_final: 1, vat_rate: {vat_abbreviation: 'DPH', percentage: 21}};
      expect(await field('tax', product({pricing: taxed}))).to.equal('incl. 21% DPH');
      expect(await field('interval', rank())).to.equal('every month');
      expect(await field('stock', product({stock: {available_to_purchase: true, customer_available: 2}})))
        .to.equal('Only 2 left for you');
      expect(await field('codes-note', product({is_coupons_disabled: true})))
        .to.equal('Promo codes do not count for VIP.');
    });

    it('as text and nothing else', async () => {
      const name = '<img src=x onerror=alert(1)>';
      expect(await field('name', product({name}))).to.equal(name);
    });
  });

  describe('has conditions:', () => {
    const all = ['on-sale', '!on-sale', 'sold-out', '! sold-out', 'low', 'subscription', 'trial', 'label', '!label',
      'description'];

    it('of the product', async () => {
      expect(await holding(all)).to.deep.equal(['!on-sale', '! sold-out', '!label']);
      const wish = rank({
        ...sale, label: 'x', description: 'x', trial: trial(7, 'day'), stock: {available_to_purchase: false},
      });
      expect(await holding(all, wish))
        .to.deep.equal(['on-sale', 'sold-out', 'subscription', 'trial', 'label', 'description']);
      const few = product({stock: {available_to_purchase: true, customer_available: 1}});
      expect(await holding(['low', 'sold-out'], few)).to.deep.equal(['low']);
    });

    it('that are none hold never', async () => {
      expect(await holding(['rare', '!rare', 'constructor'])).to.deep.equal([]);
    });

    it('also for what is at the top of the template', async () => {
      const [element, stub] = await place('<b data-if="on-sale">sale</b><i>always</i>');
      const tags = (): string[] => [...element.children].slice(1).map(({localName}) => localName);
      expect(tags()).to.deep.equal(['i']);
      await publish(stub, product(sale));
      expect(tags()).to.deep.equal(['b', 'i']);
      await publish(stub, product());
      expect(tags()).to.deep.equal(['i']);
    });
  });

  describe('sets attributes:', () => {
    const [label, image_url] = ['https://a.example', 'https://a.example/a.png'];
    const wish = product({name: 'javascript:alert(1)', label, image_url});

    it('those that say something', async () => {
      const markup = '<a data-attr="href:url, title:name, aria-label:label,"></a>';
      const link = await attribute(markup, wish, 'product-url="/{id}"');
      expect(link.getAttributeNames()).to.deep.equal(['data-attr', 'href', 'title', 'aria-label']);
      expect(link.getAttribute('href')).to.equal('/7');
      const img = await attribute('<img alt="" data-attr="src:image">', wish);
      expect(img.getAttribute('src')).to.equal(image_url);
    });

    it('none that act, and no address that does', async () => {
      const pairs = ['onclick:name', 'style:name', 'srcdoc:name', 'action:label', 'formaction:label', 'ping:label',
        'id:slug', 'href:name', 'src:image', 'srcset:image', 'http-equiv:name', 'ONERROR:name'];
      const link = await attribute(`<a data-attr="${pairs.join()}"></a>`, wish);
      expect(link.getAttributeNames()).to.deep.equal(['data-attr']);
      expect((await attribute('<iframe data-attr="src:label"></iframe>', wish)).hasAttribute('src')).to.equal(false);
      expect((await attribute('<link data-attr="href:label">', wish)).hasAttribute('href')).to.equal(false);
      expect((await attribute('<img alt="" data-attr="src:name">', wish)).hasAttribute('src')).to.equal(false);
    });

    it('and takes away what has nothing to say', async () => {
      const silent = await attribute('<p title="x" data-attr="title:sale-name"></p>', wish);
      expect(silent.hasAttribute('title')).to.equal(false);
    });
  });

  it('shows the description, cleaned, and no other HTML', async () => {
    const description = '<b onclick="x">a</b><script>1</script>';
    const [element] = await place('<div data-html="description"></div>', product({description}));
    await until(() => copy(element).textContent === 'a');
    expect(copy(element).querySelector('b')!.attributes.length).to.equal(0);
    const [other] = await place('<div data-html="name">as it was</div>');
    expect(copy(other).textContent).to.equal('as it was');
  });

  it('makes our elements in it belong to the product', async () => {
    const [element, stub] = await place(
      '<div><paynow-add-button></paynow-add-button><paynow-add-button product-id="8"></paynow-add-button></div>',
      rank({single_game_server_only: true, gameservers: [{id: '2', name: 'S', enabled: true}]}));
    const [own, other] = element.querySelectorAll('paynow-add-button');
    expect([own!.productId, own!.storeId, own!.subscription, own!.gameserverId])
      .to.deep.equal(['7', stub.id, true, '2']);
    expect([other!.productId, other!.subscription]).to.deep.equal(['8', false]);
  });

  it('is drawn among the children of the element, so that the page can style it', async () => {
    const [element] = await place('text <p class="mine" data-text="name"></p>');
    expect(getComputedStyle(copy(element)).display).to.equal('block');
    expect(copy(element).checkVisibility()).to.equal(true);
    expect(element.shadowRoot!.querySelector('[part=card]')).to.equal(null);
  });

  it('is filled anew in place, in every language, and goes with its product', async () => {
    const [element, stub] = await place('<p data-text="price"></p>');
    const before = copy(element);
    await publish(stub, product({price: 500}));
    expect([copy(element), before.textContent]).to.deep.equal([before, '€5.00']);
    await loadLanguage('de');
    element.lang = 'de';
    element.settle();
    await settled(document);
    expect(before.textContent).to.equal('5,00\u00a0€');
    element.productId = 'other';
    await settled(document);
    expect(copy(element)).to.equal(null);
  });

  it('draws each product of a list once, in its order', async () => {
    const stub = stubShop();
    const wares = [product({id: '1', name: 'A', sort_order: 2}), product({id: '2', name: 'B', sort_order: 1})];
    Object.assign(stub.shop.catalog, {products: async () => wares});
    const element = await mount<PaynowProducts>(`<paynow-products store-id="${stub.id}">
      <template><b data-text="name"></b><i data-if="on-sale">!</i></template></paynow-products>`);
    const order = (): string => [...element.shadowRoot!.querySelectorAll<HTMLSlotElement>('[part=item] > slot')]
      .map(slot => slot.assignedElements()[0]?.textContent).join('');
    await until(() => order() === 'BA');
    element.sort = 'name';
    await until(() => order() === 'AB');
    element.search = 'b';
    await until(() => order() === 'B');
    expect(element.querySelectorAll(':scope > b').length).to.equal(1);
    element.querySelector('template')!.remove();
    element.requestUpdate();
    await settled(document);
    expect(element.childElementCount).to.equal(0);
    await until(() => element.shadowRoot!.querySelector('[part=item] > paynow-product'));
  });
});
