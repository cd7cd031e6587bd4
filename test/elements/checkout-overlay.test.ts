import {expect} from '@open-wc/testing';
import '../../src/elements/checkout-button.js';
import type {PaynowCheckoutButton} from '../../src/elements/checkout-button.js';
import {overlay, overlayTiming} from '../../src/elements/checkout-overlay.js';
import type {PayNowJs} from '../../src/elements/paynow-js.js';
import {mount, until} from '../support/dom.js';
import {stubShop} from './support.js';

const session = {id: '5', token: 'tok', url: 'https://checkout.test/tok'};
const usual = {...overlayTiming};

type Listener = (detail?: {orderId?: string}) => void;

/** A PayNow.js of the test's own, and what it was asked. */
class FakePayNow implements PayNowJs {
  readonly listeners = new Map<string, Set<Listener>>();
  readonly opened: Parameters<PayNowJs['checkout']['open']>[0][] = [];
  closes = 0;
  isOpen = false;
  /** What happens when it is opened and closed. */
  onOpen = (): void => this.emit('ready');
  onClose = (): void => {
    this.isOpen = false;
    this.emit('closed');
  };

  readonly checkout: PayNowJs['checkout'] = {
    open: options => {
      if (this.isOpen) throw new Error('A checkout is already open');
      this.isOpen = true;
      this.opened.push(options);
      options.renderTo.element.append(document.createElement('iframe'));
      this.onOpen();
    },
    close: () => {
      this.closes++;
      this.onClose();
    },
    on: (name, listener) => void this.listeners.set(name, (this.listeners.get(name) ?? new Set()).add(listener)),
    off: (name, listener) => void this.listeners.get(name)?.delete(listener),
  };

  emit(name: string, detail?: {orderId?: string}): void {
    this.listeners.get(name)?.forEach(listener => listener(detail));
  }

  get isDeaf(): boolean {
    return [...this.listeners.values()].every(({size}) => size === 0);
  }
}

/** A button whose shop writes down what it is told of checkouts. */
const place = async (): Promise<{button: PaynowCheckoutButton; told: unknown[]}> => {
  const {shop, id} = stubShop();
  const told: unknown[] = [];
  const returns = {
    complete: (...args: unknown[]) => {
      told.push(['complete', ...args]);
      return Promise.resolve(null);
    },
    shut: (...args: unknown[]) => void told.push(['shut', ...args]),
  };
  shop.writer = () => Promise.resolve({returns: () => Promise.resolve(returns)} as never);
  const button = await mount<PaynowCheckoutButton>(
    `<paynow-checkout-button store-id="${id}"></paynow-checkout-button>`);
  return {button, told};
};

const dialogs = (): number => document.querySelectorAll('body > dialog').length;

describe('the overlay of PayNow.js', function () {
  this.timeout(15_000);
  beforeEach(function () {
    if (innerWidth < 800) this.skip();
  });
  afterEach(() => Object.assign(overlayTiming, usual));

  it('is given the token, the look and a place that is large enough', async () => {
    const {button} = await place();
    const fake = new FakePayNow();
    button.style.colorScheme = 'dark';
    expect(await overlay(button, session, Promise.resolve(fake))).to.equal(true);
    const [{token, theme, renderTo}] = fake.opened as [(typeof fake.opened)[0]];
    const {width, height} = renderTo.element.getBoundingClientRect();
    expect([token, theme, width >= 800, height >= 760]).to.deep.equal(['tok', 'dark', true, true]);
    // Screen readers list frames by their titles.
    expect(renderTo.element.querySelector('iframe')!.title).to.equal('Checkout');
    fake.checkout.close();
    await until(() => dialogs() === 0);
    expect(fake.isDeaf).to.equal(true);
  });

  it('tells the shop which order was made, and closes', async () => {
    const {button, told} = await place();
    const fake = new FakePayNow();
    await overlay(button, session, Promise.resolve(fake));
    fake.emit('completed', {orderId: '9'});
    await until(() => told.length === 1);
    expect([told, dialogs(), fake.closes]).to.deep.equal([[['complete', '5', '9']], 0, 1]);
  });

  it('tells the shop when it was closed without', async () => {
    const {button, told} = await place();
    const fake = new FakePayNow();
    await overlay(button, session, Promise.resolve(fake));
    document.querySelector<HTMLElement>('body > dialog > button')!.click();
    await until(() => told.length === 1);
    expect([told, dialogs()]).to.deep.equal([[['shut', '5']], 0]);
  });

  it('that throws is given up', async () => {
    const {button} = await place();
    const fake = new FakePayNow();
    fake.isOpen = true;
    expect(await overlay(button, session, Promise.resolve(fake))).to.equal(false);
    expect([dialogs(), fake.isDeaf]).to.deep.equal([0, true]);
  });

  it('that does not get ready is given up, and closed', async () => {
    const {button} = await place();
    const fake = new FakePayNow();
    fake.onOpen = () => {};
    overlayTiming.ready = 30;
    expect(await overlay(button, session, Promise.resolve(fake))).to.equal(false);
    expect([dialogs(), fake.closes, fake.isDeaf]).to.deep.equal([0, 1, true]);
  });

  it('that the shopper closes before it is ready takes them nowhere else', async () => {
    const {button, told} = await place();
    const fake = new FakePayNow();
    fake.onOpen = () => {};
    const shown = overlay(button, session, Promise.resolve(fake));
    (await until(() => document.querySelector<HTMLElement>('body > dialog > button'))).click();
    expect(await shown).to.equal(true);
    await until(() => told.length === 1);
    expect(dialogs()).to.equal(0);
  });

  it('that never ends its closing is taken away, and the next checkout opens otherwise', async () => {
    const {button} = await place();
    const fake = new FakePayNow();
    fake.onClose = () => {};
    await overlay(button, session, Promise.resolve(fake));
    document.querySelector<HTMLElement>('body > dialog > button')!.click();
    await until(() => dialogs() === 0);
    expect(await overlay(button, session, Promise.resolve(fake))).to.equal(false);
  });

  it('closes when another tab has come back from the same checkout', async () => {
    const {button} = await place();
    const fake = new FakePayNow();
    await overlay(button, session, Promise.resolve(fake));
    const purchase = {checkoutId: '5', orderId: '', isPending: false};
    button.shop.cart.publish({...button.shop.cart.state, purchase});
    await until(() => dialogs() === 0);
    expect(fake.closes).to.equal(1);
  });

  it('of an old version, which takes no place, stands for itself', async () => {
    const {button} = await place();
    const fake = new FakePayNow();
    fake.onOpen = () => {
      fake.opened[0]!.renderTo.element.replaceChildren();
      fake.emit('ready');
    };
    expect(await overlay(button, session, Promise.resolve(fake))).to.equal(true);
    expect(dialogs()).to.equal(0);
    fake.checkout.close();
    expect(fake.isDeaf).to.equal(true);
  });

  it('has no room any more in a window that has become narrow meanwhile', async () => {
    const {button} = await place();
    const fake = new FakePayNow();
    const {innerWidth: width} = window;
    const set = (value: number): void => void Object.defineProperty(window, 'innerWidth', {value, configurable: true});
    set(799);
    try {
      expect(await overlay(button, session, Promise.resolve(fake))).to.equal(false);
      expect(fake.opened).to.deep.equal([]);
    } finally {
      set(width);
    }
  });

  it('that did not load is given up', async () => {
    const {button} = await place();
    expect(await overlay(button, session, Promise.reject(new Error('no')))).to.equal(false);
    expect(await overlay(button, session, Promise.resolve(undefined))).to.equal(false);
  });
});
