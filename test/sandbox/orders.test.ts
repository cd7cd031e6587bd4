import {expect} from '@open-wc/testing';
import {expectProblem, id, rustborn, Shop} from './support.js';

const rust = {token: 'demo-rust', store: rustborn};

interface WireOrder {
  id: string;
  checkout_id: string;
  status: string;
  total_amount: number;
  lines: {product_id: string; quantity: number}[];
}

const orders = async (shop: Shop, query = ''): Promise<WireOrder[]> =>
  (await shop.get<WireOrder[]>(`/v1/store/customer/orders${query}`, rust)).json;

/** A sandbox in which so many checkouts were paid, and the ids of these checkouts. */
const paid = async (count: number): Promise<[Shop, string[]]> => {
  const shop = new Shop();
  const ids: string[] = [];
  for (let quantity = 1; quantity <= count; quantity++) {
    const checkout = await shop.checkout({lines: [{product_id: id.rustVip, quantity}]}, rust);
    await shop.control('POST', 'orders', {checkout: checkout.id});
    ids.push(checkout.id);
  }
  return [shop, ids];
};

describe('the orders of a customer', () => {
  it('are none before something is paid', async () => {
    const shop = new Shop();
    await shop.checkout({lines: [{product_id: id.rustVip, quantity: 1}]}, rust);
    expect(await orders(shop)).to.deep.equal([]);
  });

  it('name the checkout that they come from, the latest first', async () => {
    const [shop, ids] = await paid(3);
    const list = await orders(shop);
    expect(list.map(({checkout_id}) => checkout_id)).to.deep.equal(ids.toReversed());
    expect(list[0]).to.include({status: 'completed'});
    expect(list[0]!.lines.map(({product_id, quantity}) => [product_id, quantity])).to.deep.equal([[id.rustVip, 3]]);
  });

  it('come in pages, in either order', async () => {
    const [shop, ids] = await paid(3);
    const [last, middle, first] = (await orders(shop)).map(order => order.id);
    const checkouts = async (query: string) => (await orders(shop, query)).map(({checkout_id}) => checkout_id);
    expect(await checkouts('?limit=1')).to.deep.equal([ids[2]]);
    expect(await checkouts(`?after=${middle}`)).to.deep.equal([ids[0]]);
    expect(await checkouts(`?before=${middle}`)).to.deep.equal([ids[2]]);
    expect(await checkouts(`?asc=true&after=${first}`)).to.deep.equal([ids[1], ids[2]]);
    expect(await checkouts(`?asc=true&before=${last}`)).to.deep.equal([ids[0], ids[1]]);
  });

  it('are shown to nobody else, and to no Minecraft player', async () => {
    const [shop] = await paid(1);
    const path = '/v1/store/customer/orders';
    expectProblem(await shop.get(path, {...rust, token: null}), 401, 'customer-token-required');
    expectProblem(await shop.get(path), 403, 'not-supported');
  });

  for (const query of ['limit=0', 'limit=101', 'limit=x', 'after=x', 'before=-1']) {
    it(`are not shown for ${query}`, async () => {
      const shop = new Shop();
      expectProblem(await shop.get(`/v1/store/customer/orders?${query}`, rust), 400, 'validation-error');
    });
  }
});
