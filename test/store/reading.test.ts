import {expect} from '@open-wc/testing';
import {sandboxWorld} from '../support/sandbox.js';
import {until} from '../support/dom.js';
import {deferred} from '../elements/support.js';
import {openShop, shown} from './shops.js';

describe('an answer that comes late', function () {
  this.timeout(20_000);

  it('is not shown in the place of a cart that another tab has asked for since', async () => {
    const world = await sandboxWorld();
    const [held, gate] = [deferred<void>(), deferred<void>()];
    let isLate = false;
    const late = await openShop(world, {
      fetch: async request => {
        const answer = await fetch(request);
        if (!isLate || request.method !== 'GET') return answer;
        isLate = false;
        held.resolve();
        await gate.promise;
        return answer;
      },
    });
    const other = await openShop(world);
    await Promise.all([late, other].map(shop => shop.cart.refresh()));
    await other.catalog.product('ember-key');
    isLate = true;
    const reading = late.cart.refresh();
    await held.promise;
    await other.cart.add({productId: 'ember-key'});
    await until(() => shown(late).join() === 'ember-key*1', 'what the other tab says');
    const seen = new Set<string>();
    late.cart.addEventListener('change', () => seen.add(shown(late).join()));
    gate.resolve();
    await reading;
    expect(shown(late)).to.deep.equal(['ember-key*1']);
    expect([...seen]).not.to.include('');
  });
});
