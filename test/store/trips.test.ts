import {expect} from '@open-wc/testing';
import {Shop} from '../../src/store/shop.js';
import {changeTrips, endTrip, keepTrip, markAddresses, newTrip, tripOf, tripsOf} from '../../src/store/trips.js';
import type {Trip} from '../../src/store/trips.js';
import type {Config} from '../../src/store/config.js';

const shopWith = (config: Config = {}): Shop => {
  const shop = new Shop('77', () => ({}));
  shop.configure(config);
  return shop;
};
const begun = (shop: Shop, wish: Partial<Trip> = {}): Trip => {
  const trip = {...newTrip(), id: '5', isCart: true, at: Date.now(), ...wish};
  keepTrip(shop, trip);
  return trip;
};
const hour = 60 * 60_000;

describe('a trip to the checkout', () => {
  afterEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  it('is known by its key until it is paid, and then for whoever is still on the way back', () => {
    const shop = shopWith();
    const trip = begun(shop);
    expect(tripOf(shop, trip.key)).to.deep.equal(trip);
    expect(tripsOf(shop)).to.deep.equal([trip]);
    expect([endTrip(shop, trip, '9'), endTrip(shop, trip, '9')]).to.deep.equal([true, false]);
    expect(tripsOf(shop)).to.deep.equal([]);
    expect(tripOf(shop, trip.key)).to.deep.equal({...trip, orderId: '9'});
  });

  it('is that of one shop only, and nobody guesses its names', () => {
    const trip = begun(shopWith());
    expect(tripOf(new Shop('78', () => ({})), trip.key)).to.equal(undefined);
    expect(new Set([trip.key, trip.proof, ...Object.values(newTrip())]).size).to.equal(4);
    expect(trip.proof).to.match(/^[a-z\d]{20,}$/);
  });

  it('is forgotten after a day', () => {
    const shop = shopWith();
    const kept = begun(shop, {at: Date.now() - 23 * hour});
    const gone = begun(shop, {at: Date.now() - 25 * hour});
    expect(tripsOf(shop).map(({key}) => key)).to.deep.equal([kept.key]);
    expect(Object.keys(localStorage).filter(name => name.includes(gone.key))).to.deep.equal([]);
  });

  it('remembers that the cart was changed, but not of lines past it', () => {
    const shop = shopWith();
    const [cart, lines] = [begun(shop), begun(shop, {isCart: false})];
    changeTrips(shop);
    expect([cart, lines].map(({key}) => tripOf(shop, key)?.isChanged)).to.deep.equal([true, undefined]);
  });

  it('stays in the page where nothing is to be kept', () => {
    const shop = shopWith({persist: 'none'});
    const trip = begun(shop);
    expect([tripOf(shop, trip.key)?.id, localStorage.length, sessionStorage.length]).to.deep.equal(['5', 0, 0]);
    expect(tripsOf(shop).map(({key}) => key)).to.include(trip.key);
    expect([endTrip(shop, trip, '77'), endTrip(shop, trip, '77')]).to.deep.equal([true, false]);
    expect(tripOf(shop, trip.key)?.orderId).to.equal('77');
  });

  for (const odd of ['', '{', 'null', '7', '[]', '{"id":"5"}', '{"id":5,"proof":"x","at":9e15}']) {
    it(`is none where ${odd || 'nothing'} is written`, () => {
      localStorage.setItem('paynow.77.trip.k', odd);
      expect([tripOf(shopWith(), 'k'), tripsOf(shopWith())]).to.deep.equal([undefined, []]);
    });
  }

  it('is none without storage', () => {
    const {getItem} = Storage.prototype;
    Storage.prototype.getItem = () => {
      throw new DOMException('forbidden', 'SecurityError');
    };
    try {
      const shop = shopWith();
      expect([tripOf(shop, 'k'), tripsOf(shop), endTrip(shop, begun(shop), '')]).to.deep.equal([undefined, [], false]);
    } finally {
      Storage.prototype.getItem = getItem;
    }
  });
});

describe('the addresses of a checkout', () => {
  const trip = {key: 'k', proof: 'p'};
  const marked = (returnUrl?: string, cancelUrl?: string) => markAddresses(shopWith(), trip, {returnUrl, cancelUrl});
  const here = location.origin;

  it('get a mark where they lead to this site, and stay as they are else', () => {
    expect(marked(`${here}/a?b=%20+#c`, `${here}/`)).to.deep.equal({
      returnUrl: `${here}/a?b=%20+&paynow-checkout=77.k.p#c`, cancelUrl: `${here}/?paynow-checkout=77.k`,
    });
  });

  it('of other sites, or none, stay as they are', () => {
    for (const address of ['https://elsewhere.test/?a', 'thanks.html', '', undefined]) {
      expect(marked(address, address)).to.deep.equal({returnUrl: address, cancelUrl: address});
    }
  });

  it('do not prove a purchase to whoever knows the one to cancel', () => {
    expect(marked(here, here).cancelUrl).to.not.include('.p');
  });
});
