import {expect} from '@open-wc/testing';
import {newChange} from '../../src/store/change.js';
import type {Change} from '../../src/store/change.js';
import {Ledger} from '../../src/store/ledger.js';
import {Outbox} from '../../src/store/outbox.js';
import {Shop} from '../../src/store/shop.js';

const shop = new Shop('78', () => ({}));
const outbox = new Outbox(shop);
const open = (customer = '5'): Ledger => new Ledger(shop, () => customer, () => {}, () => {});
const change = (customer: string | null): Change =>
  newChange('add', {productId: 'vip'}, 1, {state: 'waiting', customer, name: 'VIP'});

describe('what closed tabs have left', () => {
  const ledgers: Ledger[] = [];
  const page = (customer?: string): Ledger => {
    const ledger = open(customer);
    ledgers.push(ledger);
    return ledger;
  };

  afterEach(async () => {
    await Promise.all(ledgers.splice(0).map(ledger => ledger.pause()));
    localStorage.clear();
  });

  it('is taken over once, with what guests wanted, and not what other customers wanted', async () => {
    const [own, guest, other] = [change('5'), change(null), change('6')];
    outbox.save('gone', [own, guest, other]);
    const [one, two] = [page(), page()];
    await one.claim();
    await two.claim();
    expect([one.mine, two.mine]).to.deep.equal([[own, guest], []]);
    expect(outbox.read('gone')).to.deep.equal([other]);
  });

  it('is not what a page that is there has waiting', async () => {
    const [one, two] = [page(), page()];
    void one.push(change('5'), false);
    await one.claim();
    await two.claim();
    expect([one.mine.length, two.mine.length]).to.deep.equal([1, 0]);
  });

  it('stays where it is when the page that looks at it is left meanwhile', async () => {
    const left = [change('5')];
    outbox.save('gone', left);
    const ledger = page();
    await ledger.exclusive(async () => {});
    await Promise.all([ledger.claim(), ledger.pause()]);
    expect(outbox.read('gone')).to.deep.equal(left);
  });
});
