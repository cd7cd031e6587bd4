import {expect} from '@open-wc/testing';
import {sendKeys, sendMouse, setViewport} from '@web/test-runner-commands';
import '../../src/elements/cart.js';
import type {PaynowCart} from '../../src/elements/cart.js';
import {announce} from '../../src/elements/announcer.js';
import {inside, mount, once, part, until} from '../support/dom.js';
import {stubShop} from './support.js';

const place = async (attributes = ''): Promise<[PaynowCart, HTMLButtonElement]> => {
  const host = await mount(
    `<div><button>opener</button><paynow-cart store-id="${stubShop().id}" ${attributes}></paynow-cart></div>`,
  );
  return [host.querySelector('paynow-cart')!, host.querySelector('button')!];
};
const dialog = (element: PaynowCart): HTMLDialogElement => part<HTMLDialogElement>(element, 'dialog');
const open = async (element: PaynowCart): Promise<void> => {
  element.setAttribute('open', '');
  await element.updateComplete;
};

describe('paynow-cart as a drawer', () => {
  before(() => setViewport({width: 1000, height: 700}));
  afterEach(() => {
    document.querySelectorAll('paynow-cart').forEach(element => element.remove());
  });

  it('is closed until it is told to open', async () => {
    const [element] = await place();
    expect(dialog(element).open).to.equal(false);
    expect(dialog(element).offsetWidth).to.equal(0);
  });

  it('opens as a modal dialog with a name, by attribute and by property', async () => {
    const [element] = await place();
    const opened = once(document, 'paynow-cart-open');
    await open(element);
    expect((await opened).target).to.equal(element);
    expect(dialog(element).matches(':modal')).to.equal(true);
    expect(inside(element, `#${dialog(element).getAttribute('aria-labelledby')}`).innerText).to.equal('Cart');
    element.open = false;
    await once(document, 'paynow-cart-close');
    element.open = true;
    await until(() => dialog(element).matches(':modal'));
  });

  it('is open from the start when the page says so', async () => {
    const [element] = await place('open');
    expect(dialog(element).matches(':modal')).to.equal(true);
  });

  const ways: Record<string, (element: PaynowCart) => unknown> = {
    'the close button': element => part(element, 'close-button').click(),
    Escape: () => sendKeys({press: 'Escape'}),
    'a press beside it': () => sendMouse({type: 'click', position: [100, 300]}),
    'taking the attribute away': element => element.removeAttribute('open'),
    'the property': element => {
      element.open = false;
    },
  };
  for (const [name, close] of Object.entries(ways)) {
    it(`closes with ${name} and gives the focus back`, async () => {
      const [element, opener] = await place();
      opener.focus();
      await open(element);
      expect(document.activeElement).to.equal(element);
      const closed = once(document, 'paynow-cart-close');
      await close(element);
      await closed;
      expect([element.open, element.hasAttribute('open'), dialog(element).open]).to.deep.equal([false, false, false]);
      expect(document.activeElement).to.equal(opener);
    });
  }

  it('gives the focus back inside a shadow root', async () => {
    const [element, opener] = await place();
    const host = document.createElement('section');
    element.before(host);
    host.attachShadow({mode: 'open'}).append(opener);
    opener.focus();
    await open(element);
    element.open = false;
    await once(document, 'paynow-cart-close');
    expect(host.shadowRoot!.activeElement).to.equal(opener);
  });

  it('stays open when a press begins in it and ends beside it', async () => {
    const [element] = await place();
    await open(element);
    await until(
      () => Math.round(dialog(element).getBoundingClientRect().right) === document.documentElement.clientWidth - 12,
    );
    const {left, top} = dialog(element).getBoundingClientRect();
    await sendMouse({type: 'move', position: [Math.round(left) + 60, Math.round(top) + 20]});
    await sendMouse({type: 'down'});
    await sendMouse({type: 'move', position: [100, 300]});
    await sendMouse({type: 'up'});
    expect(dialog(element).open).to.equal(true);
  });

  it('holds the page behind it still, without moving it', async () => {
    const tall = await mount('<div></div>');
    tall.style.height = '5000px';
    const [element, opener] = await place();
    const before = opener.getBoundingClientRect();
    await open(element);
    expect(getComputedStyle(document.documentElement).overflowY).to.equal('hidden');
    expect(opener.getBoundingClientRect()).to.deep.equal(before);
    element.open = false;
    await once(document, 'paynow-cart-close');
    expect(getComputedStyle(document.documentElement).overflowY).not.to.equal('hidden');
  });

  it('lets go of the page when it is taken away while open', async () => {
    const [element] = await place();
    await open(element);
    element.remove();
    expect(getComputedStyle(document.documentElement).overflowY).not.to.equal('hidden');
    expect(element.open).to.equal(false);
  });

  it('comes from the side that it is told', async () => {
    const [element] = await place('side="start"');
    await open(element);
    await until(() => Math.round(dialog(element).getBoundingClientRect().left) === 12);
    element.side = 'end';
    await until(
      () => Math.round(dialog(element).getBoundingClientRect().right) === document.documentElement.clientWidth - 12,
    );
  });

  it('takes the other side where text runs from right to left', async () => {
    const [element] = await place('dir="rtl"');
    await open(element);
    await until(() => Math.round(dialog(element).getBoundingClientRect().left) === 12);
  });

  it('has the region that is read out inside while it is open', async () => {
    const [element] = await place();
    announce('outside');
    const region = await until(() =>
      [...document.querySelectorAll('[role=status]')].find(({textContent}) => textContent === 'outside'),
    );
    await open(element);
    expect(dialog(element).contains(region)).to.equal(true);
    announce('inside');
    await until(() => region.textContent === 'inside');
    element.open = false;
    await once(document, 'paynow-cart-close');
    expect(document.body.contains(region)).to.equal(true);
  });

  it('becomes a part of the page and a drawer again', async () => {
    const [element] = await place('open');
    element.mode = 'inline';
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('dialog')).to.equal(null);
    expect(getComputedStyle(document.documentElement).overflowY).not.to.equal('hidden');
    expect(element.shadowRoot!.querySelector('[part=close-button]')).to.equal(null);
    element.mode = 'drawer';
    await element.updateComplete;
    expect(dialog(element)).to.be.instanceOf(HTMLDialogElement);
  });

  it('fills a narrow screen', async () => {
    const frame = await mount<HTMLIFrameElement>('<iframe width="340" height="500"></iframe>');
    frame.srcdoc =
      '<!doctype html><script type="module" src="/src/elements/cart.ts"></script><paynow-cart open></paynow-cart>';
    const panel = await until(() =>
      frame.contentDocument?.querySelector('paynow-cart')?.shadowRoot?.querySelector('dialog:modal'),
    );
    await until(() => Math.round(panel.getBoundingClientRect().left) === 0);
    expect([panel.clientWidth, panel.scrollWidth]).to.deep.equal([340, 340]);
  });
});
