import {expect} from '@open-wc/testing';
import {emberfall, expectProblem, id, rustborn, Shop, skyblock, survival} from './support.js';

describe('the cart', () => {
  it('is empty at first', async () => {
    expect(await new Shop().cart()).to.deep.equal(
      {store_id: emberfall, customer_id: '415208317459730432', lines: [], total: 0, currency: 'eur'});
  });

  it('takes one where no quantity is said, sets and increments', async () => {
    const shop = new Shop();
    await shop.add({product_id: id.vip});
    expect(await shop.quantities()).to.deep.equal(['vip 1']);
    await shop.add({product_id: id.vip, quantity: 5});
    expect(await shop.quantities()).to.deep.equal(['vip 5']);
    await shop.add({product_id: id.vip, increment: 1});
    await shop.add({product_id: id.vip, quantity: 4, increment: 'TRUE'});
    expect(await shop.quantities()).to.deep.equal(['vip 10']);
    await shop.add({product_id: id.vip, quantity: 2, increment: 'false'});
    expect(await shop.quantities()).to.deep.equal(['vip 2']);
  });

  it('lets a line go at nought, and below nought with increment', async () => {
    const shop = new Shop();
    await shop.add({product_id: id.vip, quantity: 3});
    await shop.add({product_id: id.vip, quantity: -1, increment: 1});
    expect(await shop.quantities()).to.deep.equal(['vip 2']);
    await shop.add({product_id: id.vip, quantity: -5, increment: 1});
    expect(await shop.quantities()).to.deep.equal([]);
    await shop.add({product_id: id.vip, quantity: 3});
    await shop.add({product_id: id.vip, quantity: 0});
    expect(await shop.quantities()).to.deep.equal([]);
    await shop.add({product_id: id.vip, quantity: 0});
    await shop.add({product_id: id.vip, quantity: -1, increment: 1});
    expect(await shop.quantities()).to.deep.equal([]);
  });

  it('keeps a line that is incremented by nought', async () => {
    const shop = new Shop();
    await shop.add({product_id: id.vip, quantity: 3});
    await shop.add({product_id: id.vip, quantity: 0, increment: 1});
    expect(await shop.quantities()).to.deep.equal(['vip 3']);
  });

  it('refuses quantities that are no whole numbers of 32 bits', async () => {
    const shop = new Shop();
    for (const quantity of ['', '1.5', 'two', '2147483648', '-2147483649', '1e3', ' 1', '99999999999999']) {
      expectProblem(await shop.put({product_id: id.vip, quantity}), 400, 'validation-error', 'quantity');
    }
    expectProblem(await shop.put({product_id: id.vip, quantity: -1}), 400, 'validation-error', 'quantity');
    await shop.add({product_id: id.vip, quantity: 2_147_483_647});
    expectProblem(await shop.put({product_id: id.vip, increment: 1}), 400, 'validation-error', 'quantity');
    expect(await shop.quantities()).to.deep.equal(['vip 2147483647']);
  });

  it('refuses products by slug, unknown ones and those of another store', async () => {
    const shop = new Shop();
    expectProblem(await shop.put({}), 400, 'validation-error', 'product_id');
    expectProblem(await shop.put({product_id: 'vip'}), 400, 'validation-error', 'product_id');
    expectProblem(await shop.put({product_id: '999'}), 404, 'product-not-found');
    expectProblem(await shop.put({product_id: '999', quantity: 0}), 404, 'product-not-found');
    expectProblem(await shop.put({product_id: id.rustVip}), 404, 'product-not-found');
  });

  it('holds one unit’s price on each line and the sum as its total', async () => {
    const shop = new Shop();
    await shop.add({product_id: id.vip, quantity: 2});
    await shop.add({product_id: id.nameColour, quantity: 3, 'custom_variables[colour]': 'ember'});
    const {lines, total} = await shop.cart();
    expect(lines.map(({price}) => price)).to.deep.equal([499, 349]);
    expect(total).to.equal(2 * 499 + 3 * 349);
    expect(lines[1]?.pricing).to.include({price_original: 299, price_final: 299});
  });

  it('costs nothing today for a trial, and says what comes after', async () => {
    const shop = new Shop();
    await shop.add({product_id: id.vipPlus, trial: 1});
    const {lines, total} = await shop.cart();
    expect(lines[0]).to.include({trial: true, subscription: true, price: 0});
    expect(lines[0]?.pricing.price_final).to.equal(999);
    expect(total).to.equal(0);
  });

  it('is one for each customer', async () => {
    const shop = new Shop();
    await shop.add({product_id: id.vip});
    expect(await shop.quantities({token: 'demo-friend'})).to.deep.equal([]);
    expect(await shop.quantities({token: 'demo-rust', store: rustborn})).to.deep.equal([]);
  });

  it('is the same for two tokens of one customer', async () => {
    const shop = new Shop();
    const {json} = await shop.control<{customer_token: string}>('POST', 'tokens');
    await shop.add({product_id: id.vip}, {token: json.customer_token});
    expect(await shop.quantities()).to.deep.equal(['vip 1']);
  });

  it('is emptied as a whole', async () => {
    const shop = new Shop();
    await shop.add({product_id: id.vip});
    const answer = await shop.call('DELETE', '/v1/store/cart');
    expect([answer.status, answer.text]).to.deep.equal([204, '']);
    expect((await shop.call('DELETE', '/v1/store/cart')).status).to.equal(204);
    expect(await shop.quantities()).to.deep.equal([]);
  });

  it('loses lines whose product was removed from the shop', async () => {
    const shop = new Shop();
    await shop.add({product_id: id.vip});
    await shop.add({product_id: id.emberKey});
    await shop.control('POST', 'products', {slug: 'vip', removed: true});
    expect(await shop.quantities()).to.deep.equal(['ember-key 1']);
  });

  it('follows a price that changes', async () => {
    const shop = new Shop();
    await shop.add({product_id: id.vip});
    await shop.control('POST', 'products', {slug: 'vip', price: 599});
    expect((await shop.cart()).total).to.equal(599);
  });
});

describe('a line', () => {
  it('is made by product, mode, trial, game server, variables and recipient', async () => {
    const shop = new Shop();
    await shop.add({product_id: id.vipPlus});
    await shop.add({product_id: id.vipPlus, subscription: 1});
    await shop.add({product_id: id.vipPlus, trial: 1});
    await shop.add({product_id: id.starterKit, gameserver_id: survival});
    await shop.add({product_id: id.starterKit, gameserver_id: skyblock});
    await shop.add({product_id: id.nameColour, 'custom_variables[colour]': 'moss'});
    await shop.add({product_id: id.nameColour, 'custom_variables[colour]': 'ember'});
    await shop.add({product_id: id.vip});
    await shop.add({product_id: id.vip, gift_to_customer_id: '418830962007216128'});
    await shop.add({product_id: id.vip, 'gift_to.platform': 'minecraft', 'gift_to.id': 'Steve'});
    const {lines} = await shop.cart();
    expect(lines).to.have.length(10);
    expect(new Set(lines.map(({line_key}) => line_key)).size).to.equal(10);
    for (const {line_key} of lines) expect(line_key).to.match(/^[\da-f]{32}$/);
  });

  it('keeps its key and its place when its quantity changes and when it comes back', async () => {
    const shop = new Shop();
    await shop.add({product_id: id.vip});
    await shop.add({product_id: id.emberKey});
    const before = (await shop.cart()).lines.map(({line_key}) => line_key);
    await shop.add({product_id: id.vip, quantity: 7});
    expect((await shop.cart()).lines.map(({line_key}) => line_key)).to.deep.equal(before);
    await shop.add({product_id: id.vip, quantity: 0});
    await shop.add({product_id: id.vip});
    expect((await shop.cart()).lines.map(({line_key}) => line_key)).to.deep.equal([...before].reverse());
  });

  it('is the same whatever order its variables are sent in', async () => {
    const shop = new Shop();
    await shop.add({product_id: id.petFox, 'custom_variables[coat]': 'red', 'custom_variables[pet_name]': 'Rufus'});
    await shop.add({
      product_id: id.petFox, 'custom_variables[pet_name]': 'Rufus', 'custom_variables[coat]': 'red', increment: 1,
    });
    expect(await shop.quantities()).to.deep.equal(['pet-fox 2']);
  });

  it('is not hit by a product id alone', async () => {
    const shop = new Shop();
    await shop.add({product_id: id.starterKit, gameserver_id: survival});
    await shop.add({product_id: id.starterKit, quantity: 0});
    expect(await shop.quantities()).to.deep.equal(['starter-kit 1']);
    await shop.add({product_id: id.starterKit, quantity: 0, gameserver_id: survival});
    expect(await shop.quantities()).to.deep.equal([]);
  });

  it('can leave the cart when it could no longer enter it', async () => {
    const shop = new Shop();
    await shop.add({product_id: id.coins, quantity: 3});
    await shop.control('POST', 'products', {slug: 'ember-coins', stock: {left: 0}});
    expectProblem(await shop.put({product_id: id.coins, quantity: 2}), 400, 'out-of-stock');
    await shop.add({product_id: id.coins, quantity: 0});
    expect(await shop.quantities()).to.deep.equal([]);
  });

  it('has no game server where the product asks for none', async () => {
    const shop = new Shop();
    await shop.add({product_id: id.vip, gameserver_id: survival});
    await shop.add({product_id: id.vip, increment: 1});
    const {lines} = await shop.cart();
    expect(lines).to.have.length(1);
    expect(lines[0]).to.not.have.property('selected_gameserver_id');
  });
});
