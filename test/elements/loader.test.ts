import {expect} from '@open-wc/testing';
import {mount, until} from '../support/dom.js';

type View = Window & typeof globalThis;

/** A page of its own with the loader as a script tag. */
const page = async (body: string, attributes = '', lang = 'en'): Promise<View> => {
  const frame = await mount<HTMLIFrameElement>('<iframe width="600" height="400"></iframe>');
  const script = `<script type="module" src="/src/paynow.ts" ${attributes}></script>`;
  const html = `<!doctype html><html lang="${lang}">${script}${body}`;
  const loaded = new Promise(resolve => {
    frame.onload = resolve;
  });
  frame.srcdoc = html;
  await loaded;
  return frame.contentWindow as View;
};

const defined = ({customElements}: View): string[] =>
  ['add-button', 'cart', 'cart-button', 'cart-count', 'cart-total', 'checkout-button', 'store'].filter(name =>
    customElements.get(`paynow-${name}`),
  );
const isDefined = (view: View, name: string) =>
  until(() => view.customElements.get(`paynow-${name}`), `paynow-${name}`);
const shopOf = (element: Element): {id: string; config: Record<string, unknown>} =>
  (element as unknown as {shop: ReturnType<typeof shopOf>}).shop;

describe('the script for script tags', () => {
  it('sets up the page from its own tag', async () => {
    const view = await page(
      '<paynow-add-button></paynow-add-button>',
      'data-store-id="801" data-currency="usd" data-auto-redirect',
    );
    await isDefined(view, 'add-button');
    const shop = shopOf(view.document.querySelector('paynow-add-button')!);
    expect([shop.id, shop.config['currency'], shop.config['autoRedirect']]).to.deep.equal(['801', 'usd', true]);
  });

  it('brings only what is on the page', async () => {
    const view = await page('<paynow-add-button></paynow-add-button>');
    await isDefined(view, 'add-button');
    expect(defined(view)).to.deep.equal(['add-button']);
  });

  it('brings what comes later, also into shadow roots', async () => {
    const view = await page('<p></p>');
    const root = view.document.querySelector('p')!.attachShadow({mode: 'open'});
    root.innerHTML = '<div></div>';
    view.document.body.insertAdjacentHTML('beforeend', '<section><paynow-cart-count></paynow-cart-count></section>');
    await isDefined(view, 'cart-count');
    const host = view.document.createElement('section');
    host.attachShadow({mode: 'open'}).innerHTML = '<paynow-cart-total></paynow-cart-total>';
    view.document.body.append(host);
    await isDefined(view, 'cart-total');
  });

  it('takes no notice of what leaves a shadow root', async () => {
    const view = await page('<paynow-cart-count></paynow-cart-count><p></p>');
    await isDefined(view, 'cart-count');
    const said: string[] = [];
    view.addEventListener('error', event => {
      said.push(event.message);
      event.preventDefault();
    });
    const root = view.document.querySelector('p')!.attachShadow({mode: 'open'});
    root.innerHTML = '<i></i><paynow-cart-total></paynow-cart-total>';
    view.document.body.append(view.document.querySelector('p')!);
    await isDefined(view, 'cart-total');
    root.querySelector('i')!.remove();
    root.append(view.document.createElement('paynow-store'));
    await isDefined(view, 'store');
    expect(said).to.deep.equal([]);
  });

  it('brings what an element of the page draws once that is defined', async () => {
    const view = await page('<my-card></my-card>');
    const {HTMLElement, customElements} = view;
    await until(() => view.document.readyState === 'complete');
    customElements.define(
      'my-card',
      class extends HTMLElement {
        connectedCallback(): void {
          this.attachShadow({mode: 'open'}).innerHTML = '<paynow-add-button></paynow-add-button>';
        }
      },
    );
    await isDefined(view, 'add-button');
  });

  it('does not bring a drawer, nor show its contents, until somebody is about to open it', async () => {
    const view = await page(
      '<paynow-cart><p slot="empty">x</p></paynow-cart><paynow-cart-button></paynow-cart-button>',
      'data-store-id="802"',
    );
    await isDefined(view, 'cart-button');
    const cart = view.document.querySelector<HTMLElement>('paynow-cart')!;
    expect(defined(view)).to.deep.equal(['cart-button']);
    expect(cart.offsetHeight).to.equal(0);
    view.document
      .querySelector('paynow-cart-button')!
      .dispatchEvent(new view.PointerEvent('pointerover', {bubbles: true, composed: true}));
    await isDefined(view, 'cart');
    expect(cart.hasAttribute('open')).to.equal(false);
  });

  it('brings a drawer that is opened, and one that is a part of the page', async () => {
    const view = await page('<paynow-cart></paynow-cart>');
    const cart = view.document.querySelector('paynow-cart')!;
    await until(() => view.document.adoptedStyleSheets.length > 0);
    cart.setAttribute('open', '');
    await isDefined(view, 'cart');
    await until(() => cart.shadowRoot!.querySelector('dialog:modal'));
    const inline = await page('<paynow-cart mode="inline"></paynow-cart>');
    await isDefined(inline, 'cart');
  });

  it('draws nothing in English when the page speaks another language', async () => {
    const view = await page('<paynow-add-button product-id="1"></paynow-add-button>', '', 'de-AT');
    await isDefined(view, 'add-button');
    const button = view.document.querySelector('paynow-add-button')!;
    await until(() => button.shadowRoot?.querySelector('button'));
    expect(button.shadowRoot!.querySelector('button')!.textContent).to.contain('In den Warenkorb');
  });

  it('may stand on the page twice', async () => {
    const view = await page(
      '<script type="module" src="/src/paynow.ts?again"></script><paynow-add-button></paynow-add-button>',
      'data-store-id="803"',
    );
    await isDefined(view, 'add-button');
    expect(shopOf(view.document.querySelector('paynow-add-button')!).id).to.equal('803');
  });
});
