import {expect} from '@open-wc/testing';
import {expectProblem, id, rustborn, Shop} from './support.js';

describe('gifts', () => {
  const friend = '418830962007216128';

  it('are named by a customer’s id', async () => {
    const shop = new Shop();
    await shop.add({product_id: id.vip, gift_to_customer_id: friend});
    const {lines: [line]} = await shop.cart();
    expect(line?.gift_to_customer_id).to.equal(friend);
    expect(line?.gift_to_customer?.name).to.equal('Lumen_Fox');
    expect(line?.gift_to_customer).to.not.have.any.keys('metadata', 'created_at');
  });

  it('are named by an account, which is the same recipient', async () => {
    const shop = new Shop();
    await shop.add({product_id: id.vip, 'gift_to.platform': 'minecraft', 'gift_to.id': 'lumen_fox'});
    await shop.add({
      product_id: id.vip, 'gift_to.platform': 'Minecraft_Java_Name', 'gift_to.id': 'Lumen_Fox', increment: 1,
    });
    await shop.add({product_id: id.vip, gift_to_customer_id: friend, increment: 1});
    expect(await shop.quantities()).to.deep.equal(['vip 3']);
  });

  it('make a customer of a player who was none', async () => {
    const shop = new Shop();
    await shop.add({product_id: id.vip, 'gift_to.platform': 'minecraft_java_name', 'gift_to.id': 'Steve'});
    const {lines: [line]} = await shop.cart();
    expect(line?.gift_to_customer?.name).to.equal('Steve');
    expect(line?.gift_to_customer_id).to.match(/^\d{18}$/);
  });

  it('are by Steam id in a store on Steam', async () => {
    const shop = new Shop();
    const rust = {token: 'demo-rust', store: rustborn};
    const to = (platform: string, account: string) =>
      shop.put({product_id: id.rustVip, 'gift_to.platform': platform, 'gift_to.id': account}, rust);
    expect((await to('Steam', '76561197960287930')).status).to.equal(204);
    const {lines: [line]} = await shop.cart(rust);
    expect(line?.gift_to_customer?.name).to.equal('Hazmat Hanna');
    for (const account of ['7656119796028793', '12345678901234567', 'STEAM_0:0:11101', 'Hanna']) {
      expectProblem(await to('steam', account), 400, 'validation-error', 'gift_to.id');
    }
    expectProblem(await to('minecraft', 'Steve'), 400, 'platform-not-supported', 'gift_to.platform');
  });

  it('are refused for a recipient who cannot be found', async () => {
    const shop = new Shop();
    expectProblem(await shop.put({product_id: id.vip, gift_to_customer_id: '999'}), 404, 'customer-not-found');
    expectProblem(await shop.put({product_id: id.vip, gift_to_customer_id: '523911840266719232'}), 404,
      'customer-not-found');
    expectProblem(await shop.put({product_id: id.vip, gift_to_customer_id: 'Steve'}), 400, 'validation-error');
    expectProblem(await shop.put({product_id: id.vip, 'gift_to.platform': 'minecraft', 'gift_to.id': 'NoSuchPlayer'}),
      404, 'customer-not-found');
  });

  it('are refused where they are named in a wrong, half or double way', async () => {
    const shop = new Shop();
    const vip = {product_id: id.vip};
    for (const platform of ['invalid', 'epic', '']) {
      expectProblem(await shop.put({...vip, 'gift_to.platform': platform, 'gift_to.id': 'Steve'}), 400,
        'invalid-platform', 'gift_to.platform');
    }
    expectProblem(await shop.put({...vip, 'gift_to.platform': 'minecraft'}), 400, 'validation-error', 'gift_to');
    expectProblem(await shop.put({...vip, 'gift_to.id': 'Steve'}), 400, 'validation-error', 'gift_to');
    expectProblem(await shop.put({...vip, 'gift_to.platform': 'minecraft', 'gift_to.id': 'Steve',
      gift_to_customer_id: friend}), 400, 'ambiguous-gift', 'gift_to');
  });

  it('can not be subscriptions or trials, nor products that bar gifts', async () => {
    const shop = new Shop();
    const answer = await shop.put({product_id: id.legend, subscription: 1, gift_to_customer_id: friend});
    expectProblem(answer, 400, 'gift-subscription');
    expect(answer.json.message).to.equal('you can not gift subscriptions');
    expectProblem(await shop.put({product_id: id.vipPlus, trial: 1, gift_to_customer_id: friend}), 400,
      'gift-subscription');
    expectProblem(await shop.put({product_id: id.boost, gift_to_customer_id: friend}), 400,
      'gifting-disabled', 'gift_to');
    await shop.add({product_id: id.boost});
  });
});
