import {expect} from '@open-wc/testing';
import * as api from '../../src/api/index.js';
import {answered, failure} from './support.js';

const order = {id: '7', pretty_id: 'EM-7', status: 'completed', checkout_id: '9'};

describe('getOrders', () => {
  it('reads who bought what, and asks for what is wanted', async () => {
    const {client, sent} = answered([{...order, total_amount: 1}, {...order, checkout_id: null}]);
    const orders = await api.getOrders(client, {limit: 5, after: '1', before: '2', asc: true});
    expect(orders).to.deep.equal([order, {...order, checkout_id: null}]);
    const {pathname, search} = sent[0]!.url;
    expect([pathname, search]).to.deep.equal(
      ['/v1/store/customer/orders', '?limit=5&after=1&before=2&asc=true']);
  });

  it('leaves out one that cannot be read', async () => {
    const {client} = answered([order, {id: 8}]);
    expect(await api.getOrders(client)).to.deep.equal([order]);
  });

  const wrong: [string, api.OrdersOptions][] = [
    ['limit', {limit: 1.5}], ['after', {after: 'x'}], ['before', {before: ''}], ['asc', {asc: 'no' as never}],
  ];
  for (const [name, options] of wrong) {
    it(`refuses a wrong ${name}`, async () => {
      const {client, sent} = answered([]);
      const error = await failure(api.getOrders(client, options));
      expect([error.kind, error.message.split(':')[0], sent.length]).to.deep.equal(['configuration', name, 0]);
    });
  }
});
