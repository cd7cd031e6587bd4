import {expect} from '@open-wc/testing';
import {newChange} from '../../src/store/change.js';
import type {Change} from '../../src/store/change.js';
import type {Config} from '../../src/store/config.js';
import {Outbox} from '../../src/store/outbox.js';
import {Shop} from '../../src/store/shop.js';

const key = 'paynow.77.changes.a';
const outbox = (persist?: Config['persist'], id = '77'): Outbox => {
  const shop = new Shop(id, () => ({}));
  if (persist) shop.configure({persist});
  return new Outbox(shop);
};
const change = (wish: Partial<Change> = {}): Change => ({
  ...newChange('add', {productId: 'vip'} as Change['target'], 2, {state: 'waiting', customer: '5', name: 'VIP'}),
  ...wish,
});

describe('the outbox', () => {
  afterEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  it('gives back what was saved, in its order, to another page as well', () => {
    const changes = [change(), change({kind: 'set', quantity: 0}), change({kind: 'clear', target: null})];
    outbox().save('a', changes);
    expect(outbox().read('a')).to.deep.equal(changes);
  });

  it('keeps tabs and shops apart', () => {
    const [one, two] = [[change()], [change(), change()]];
    outbox().save('a', one);
    outbox().save('b', two);
    expect([outbox().read('a'), outbox().read('b')]).to.deep.equal([one, two]);
    expect([outbox().read('c'), outbox('local', '78').read('a')]).to.deep.equal([[], []]);
  });

  it('keeps nothing that is confirmed, and no entry of a tab that has nothing left', () => {
    const waiting = change();
    outbox().save('a', [change({state: 'confirmed'}), waiting]);
    expect(outbox().read('a')).to.deep.equal([waiting]);
    outbox().save('a', [change({state: 'confirmed'})]);
    expect(localStorage.getItem(key)).to.equal(null);
  });

  it('keeps it where the page says', () => {
    outbox('session').save('a', [change()]);
    expect([localStorage.length, sessionStorage.getItem(key)?.includes('"vip"')]).to.deep.equal([0, true]);
    expect([outbox('session').works, outbox('local').works, outbox('none').works]).to.deep.equal([true, true, false]);
    outbox('none').save('b', [change()]);
    expect([outbox('none').read('b'), localStorage.length, sessionStorage.length]).to.deep.equal([[], 0, 1]);
  });

  for (const written of ['', '{', 'null', '7', '"x"', '{"0":{}}']) {
    it(`reads nothing from ${written || 'an empty entry'}`, () => {
      localStorage.setItem(key, written);
      expect(outbox().read('a')).to.deep.equal([]);
    });
  }

  const odd: Record<string, unknown> = {
    'null': null,
    'a text': 'x',
    'one without an id': {...change(), id: undefined},
    'one of an unknown kind': {...change(), kind: 'steal'},
    'one in an unknown state': {...change(), state: 'lost'},
    'one that is confirmed': {...change(), state: 'confirmed'},
    'a quantity of words': {...change(), quantity: 'many'},
    'half a quantity': {...change(), quantity: 0.5},
    'no base': {...change(), base: null},
    'no time': {...change(), sentAt: undefined},
    'a clear of one line': change({kind: 'clear'}),
    'an add of nothing': change({target: null}),
    'an add of no product': {...change(), target: {}},
  };
  for (const [name, entry] of Object.entries(odd)) {
    it(`leaves out ${name} and keeps what is beside it`, () => {
      const good = change();
      localStorage.setItem(key, JSON.stringify([entry, good]));
      expect(outbox().read('a')).to.deep.equal([good]);
    });
  }

  it('does without a storage that is full', () => {
    const {setItem} = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      outbox().save('a', [change()]);
    } finally {
      Storage.prototype.setItem = setItem;
    }
    expect(outbox().read('a')).to.deep.equal([]);
  });
});
