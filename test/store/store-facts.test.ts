import {expect} from '@open-wc/testing';
import type {Client} from '../../src/api/index.js';
import type {Call} from '../../src/store/backend.js';
import {Facts} from '../../src/store/facts.js';
import {rejection, requests, shopInWorld} from './shops.js';

const kinds = ['store', 'tags', 'navlinks'] as const;

describe('what a shop says about itself', function () {
  this.timeout(20_000);

  for (const kind of kinds) {
    it(`is read once: ${kind}`, async () => {
      const {world, shop} = await shopInWorld();
      const [one, two] = await Promise.all([shop.catalog[kind](), shop.catalog[kind]()]);
      const later = await shop.catalog[kind]();
      expect([two, later].every(answer => answer === one)).to.equal(true);
      const path = kind === 'store' ? '/v1/store' : `/v1/store/${kind}`;
      expect(await requests(world, 'GET', path)).to.equal(1);
    });
  }

  it('is read again after a failure, which all hear who asked meanwhile', async () => {
    let asked = 0;
    const facts = new Facts(<T>(_call: Call<T>): Promise<T> => {
      if (!asked++) return Promise.reject(new Error('no network'));
      return Promise.resolve([asked] as T);
    });
    const both = await Promise.all([rejection(facts.tags()), rejection(facts.tags())]);
    expect(both.map(error => (error as Error).message)).to.deep.equal(['no network', 'no network']);
    expect(asked).to.equal(1);
    expect([await facts.tags(), await facts.tags()]).to.deep.equal([[2], [2]]);
  });

  it('is kept apart, and a failure of one costs no other', async () => {
    const calls = new Set<(client: Client, options: object) => unknown>();
    const facts = new Facts(<T>(call: Call<T>): Promise<T> => {
      calls.add(call);
      return calls.size === 2 ? Promise.reject(new Error('no tags')) : Promise.resolve({number: calls.size} as T);
    });
    const store = await facts.store();
    await rejection(facts.tags());
    expect(await facts.navlinks()).to.deep.equal({number: 3});
    expect(await facts.store()).to.equal(store);
    expect(calls.size).to.equal(3);
  });
});
