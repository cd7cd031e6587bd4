import {expect} from '@open-wc/testing';
import '../../src/elements/add-button.js';
import '../../src/elements/cart.js';
import '../../src/elements/cart-button.js';
import type {PaynowAddButton} from '../../src/elements/add-button.js';
import {PaynowElement} from '../../src/elements/paynow-element.js';
import type {ShownLine} from '../../src/store/cart-store.js';
import {inside, mount, nextFrame, part, settled, until} from '../support/dom.js';
import {cart, line, stubShop} from './support.js';

/** Counts the calls of a method while something runs. */
const calls = async (target: object, name: string, run: () => Promise<unknown>): Promise<unknown[][]> => {
  const seen: unknown[][] = [];
  const original = Reflect.get(target, name) as (...args: unknown[]) => unknown;
  Reflect.set(target, name, function (this: unknown, ...args: unknown[]) {
    seen.push(args);
    return original.apply(this, args);
  });
  try {
    await run();
  } finally {
    Reflect.set(target, name, original);
  }
  return seen;
};

/** How often each element was drawn while something ran. */
const draws = async (run: () => Promise<unknown>): Promise<Map<unknown, number>> => {
  const counts = new Map<unknown, number>();
  const prototype = PaynowElement.prototype as unknown as {willUpdate: (changed: unknown) => void};
  const {willUpdate} = prototype;
  prototype.willUpdate = function (changed) {
    counts.set(this, (counts.get(this) ?? 0) + 1);
    willUpdate.call(this, changed);
  };
  try {
    await run();
  } finally {
    prototype.willUpdate = willUpdate;
  }
  return counts;
};

const many = (count: number, id: string): string => Array.from({length: count}, (_, index) =>
  `<paynow-add-button store-id="${id}" product-id="${index + 1}">Buy</paynow-add-button>`).join('');

const lines = (count: number, wish: Partial<ShownLine> = {}): ShownLine[] => Array.from({length: count}, (_, index) =>
  line({key: `k${index}`, line_key: `k${index}`, product_id: String(index), name: `Product ${index}`, quantity: 1,
    image_url: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=', ...wish}));

describe('many of them', function () {
  this.timeout(30_000);

  it('listen to their shop, the page and the language together, and wait for the same timer', async () => {
    const stub = stubShop();
    let listens: unknown[][] = [];
    const timers = await calls(window, 'setTimeout', async () => {
      listens = await calls(EventTarget.prototype, 'addEventListener', async () => {
        await mount(`<div>${many(500, stub.id)}</div>`);
        await nextFrame();
        await nextFrame();
      });
    });
    const types = listens.map(([type]) => type as string);
    // What the label is made of is the only thing that each has to hear for itself.
    expect(types.filter(type => !['slotchange', 'abort'].includes(type)).length).to.be.below(10);
    expect(types.filter(type => type === 'slotchange').length).to.equal(500);
    expect(timers.length).to.be.below(10);
  });

  it('are drawn one by one: a press on one of 500 draws that one, and what is in the cart', async () => {
    const stub = stubShop();
    const page = await mount(
      `<div>${many(500, stub.id)}<paynow-cart-button store-id="${stub.id}"></paynow-cart-button></div>`);
    await settled(page);
    const pressed = page.children[250] as PaynowAddButton;
    const counts = await draws(async () => {
      inside(pressed, 'button').click();
      await until(() => stub.calls.some(([name]) => name === 'add'));
      await stub.publish({pending: 1, cart: cart([line({quantity: 4})])});
      await settled(page);
    });
    const drawn = [...counts.keys()];
    expect(drawn).to.have.members([pressed, page.lastElementChild]);
  });

  it('keep each line of a cart, and its picture waits until it is near', async () => {
    const stub = stubShop({cart: cart(lines(200))});
    const element = await mount(`<paynow-cart store-id="${stub.id}" mode="inline"></paynow-cart>`);
    await until(() => part(element, 'lines').children.length === 200);
    const before = [...part(element, 'lines').children];
    expect(before.every(item => item.querySelector('img')?.loading === 'lazy')).to.equal(true);
    const [first, ...rest] = lines(200);
    const changed = rest.map((one, index) => (index === 99 ? {...one, quantity: 7} : one));
    const made = await calls(document, 'importNode', async () => {
      await stub.publish({cart: cart([...changed, first!])});
      await until(() => part(element, 'lines').lastElementChild === before[0]);
    });
    const after = [...part(element, 'lines').children];
    expect(after).to.deep.equal([...before.slice(1), before[0]]);
    expect(made.length).to.be.below(5);
  });
});
