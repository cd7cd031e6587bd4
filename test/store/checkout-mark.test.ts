import {expect} from '@open-wc/testing';
import {CheckoutMark} from '../../src/store/checkout-mark.js';
import {Shop} from '../../src/store/shop.js';

const shop = new Shop('77', () => ({}));
const key = 'paynow.77.checkout';
const minute = 60_000;

/** What another tab has written: its session storage is not this one's. */
const elsewhere = (mark: unknown): void => localStorage.setItem(key, JSON.stringify(mark));

describe('the mark of a checkout', () => {
  afterEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  it('warns once in each tab', () => {
    const [one, two] = [new CheckoutMark(shop), new CheckoutMark(shop)];
    expect([one.warns(), two.warns()]).to.deep.equal([false, false]);
    elsewhere({id: 'a', at: Date.now()});
    expect([one.warns(), one.warns(), two.warns(), two.warns()]).to.deep.equal([true, false, true, false]);
  });

  it('warns of each checkout anew, and of the same one again when this tab begins it', () => {
    const mark = new CheckoutMark(shop);
    for (const id of ['a', 'b']) {
      elsewhere({id, at: Date.now()});
      expect([mark.warns(), mark.warns()], id).to.deep.equal([true, false]);
    }
    mark.begin('b');
    expect(mark.warns()).to.equal(true);
  });

  it('is over when the checkout is, in every tab', () => {
    const [one, two] = [new CheckoutMark(shop), new CheckoutMark(shop)];
    one.begin('a');
    two.end();
    expect([one.warns(), two.warns(), localStorage.getItem(key)]).to.deep.equal([false, false, null]);
  });

  it('ends when the tab that began it is back, as a new page or out of the cache', () => {
    for (const back of [() => new CheckoutMark(shop), (mark: CheckoutMark) => (mark.comeBack(), mark)]) {
      const mark = new CheckoutMark(shop);
      mark.begin('a');
      expect(back(mark).warns()).to.equal(false);
      expect([localStorage.getItem(key), sessionStorage.getItem(key)]).to.deep.equal([null, null]);
    }
  });

  it('of a later checkout elsewhere stays when the tab with an earlier one is back', () => {
    const mark = new CheckoutMark(shop);
    mark.begin('a');
    elsewhere({id: 'b', at: Date.now()});
    mark.comeBack();
    expect(mark.warns()).to.equal(true);
  });

  it('is that of one shop only', () => {
    new CheckoutMark(new Shop('78', () => ({}))).begin('a');
    expect(new CheckoutMark(shop).warns()).to.equal(false);
  });

  it('is forgotten after half an hour', () => {
    elsewhere({id: 'a', at: Date.now() - 29 * minute});
    expect(new CheckoutMark(shop).warns()).to.equal(true);
    elsewhere({id: 'a', at: Date.now() - 31 * minute});
    expect(new CheckoutMark(shop).warns()).to.equal(false);
  });

  for (const odd of ['', '{', 'null', '7', '[]', '{}', '{"id":7}', '{"id":"a"}']) {
    it(`is none where ${odd || 'nothing'} is written`, () => {
      localStorage.setItem(key, odd);
      expect(new CheckoutMark(shop).warns()).to.equal(false);
    });
  }

  it('is none without an id that is a text', () => {
    elsewhere({id: 7, at: Date.now()});
    expect(new CheckoutMark(shop).warns()).to.equal(false);
  });

  it('does without storage', () => {
    const {getItem, setItem, removeItem} = Storage.prototype;
    const refuse = (): never => {
      throw new DOMException('forbidden', 'SecurityError');
    };
    Object.assign(Storage.prototype, {getItem: refuse, setItem: refuse, removeItem: refuse});
    try {
      const mark = new CheckoutMark(shop);
      mark.begin('a');
      expect(mark.warns()).to.equal(false);
      mark.comeBack();
      mark.end();
    } finally {
      Object.assign(Storage.prototype, {getItem, setItem, removeItem});
    }
  });
});
