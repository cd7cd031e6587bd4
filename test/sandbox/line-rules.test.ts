import {expect} from '@open-wc/testing';
import {creative, expectProblem, id, Shop, skyblock, survival} from './support.js';

describe('stock', () => {
  it('is nothing where a product is sold out', async () => {
    const shop = new Shop();
    expectProblem(await shop.put({product_id: id.dragonEgg}), 400, 'out-of-stock', 'quantity');
    expect(await shop.quantities()).to.deep.equal([]);
  });

  it('limits what one customer may have, over all lines of the product', async () => {
    const shop = new Shop();
    expectProblem(await shop.put({product_id: id.keyBundle, quantity: 4}), 400, 'customer-limit-reached', 'quantity');
    await shop.add({product_id: id.keyBundle, quantity: 2});
    expectProblem(
      await shop.put({product_id: id.keyBundle, quantity: 2, gift_to_customer_id: '418830962007216128'}),
      400, 'customer-limit-reached');
    await shop.add({product_id: id.keyBundle, gift_to_customer_id: '418830962007216128'});
    expectProblem(await shop.put({product_id: id.keyBundle, increment: 1}), 400, 'customer-limit-reached');
    await shop.add({product_id: id.keyBundle, quantity: 3}, {token: 'demo-friend'});
  });

  it('limits what there is for everybody', async () => {
    const shop = new Shop();
    expectProblem(await shop.put({product_id: id.coins, quantity: 4}), 400, 'not-enough-stock', 'quantity');
    await shop.add({product_id: id.coins, quantity: 3});
    expectProblem(await shop.put({product_id: id.coins, increment: 1}), 400, 'not-enough-stock');
    await shop.control('POST', 'products', {slug: 'ember-coins', stock: {left: 10}});
    await shop.add({product_id: id.coins, quantity: 4});
  });

  it('is not held back by a cart', async () => {
    const shop = new Shop();
    await shop.add({product_id: id.coins, quantity: 3});
    await shop.add({product_id: id.coins, quantity: 3}, {token: 'demo-friend'});
  });
});

describe('modes', () => {
  it('are those that the product allows', async () => {
    const shop = new Shop();
    expectProblem(await shop.put({product_id: id.vip, subscription: 1}), 400,
      'subscription-not-allowed', 'subscription');
    expectProblem(await shop.put({product_id: id.legend}), 400, 'subscription-required', 'subscription');
    await shop.add({product_id: id.legend, subscription: 'true'});
    await shop.add({product_id: id.vipPlus, subscription: 1});
    await shop.add({product_id: id.vipPlus});
    expect((await shop.cart()).lines.map(({subscription}) => subscription)).to.deep.equal([true, true, false]);
  });
});

describe('trials', () => {
  it('are only for products that have one', async () => {
    const shop = new Shop();
    expectProblem(await shop.put({product_id: id.legend, trial: 1}), 400, 'trial-not-available', 'trial');
    expectProblem(await shop.put({product_id: id.vip, trial: 1}), 400, 'subscription-not-allowed');
  });

  it('are one of each, and one in a cart', async () => {
    const shop = new Shop();
    await shop.control('POST', 'products', {slug: 'legend', trial: {value: 3, scale: 'day'}});
    expectProblem(await shop.put({product_id: id.vipPlus, trial: 1, quantity: 2}), 400, 'trial-quantity', 'quantity');
    await shop.add({product_id: id.vipPlus, trial: 1});
    await shop.add({product_id: id.vipPlus, trial: 1});
    expectProblem(await shop.put({product_id: id.vipPlus, trial: 1, increment: 1}), 400, 'trial-quantity');
    expectProblem(await shop.put({product_id: id.legend, trial: 1}), 400, 'trial-limit-reached', 'trial');
    await shop.add({product_id: id.vipPlus, trial: 1, quantity: 0});
    await shop.add({product_id: id.legend, trial: 1});
  });

  it('are subscriptions whether that is said or not', async () => {
    const shop = new Shop();
    await shop.add({product_id: id.vipPlus, trial: 1});
    await shop.add({product_id: id.vipPlus, trial: 1, subscription: 1});
    await shop.add({product_id: id.vipPlus, trial: 'true', subscription: 'false'});
    expect(await shop.quantities()).to.deep.equal(['vip-plus 1']);
  });

  it('are not given twice to the same customer', async () => {
    const shop = new Shop();
    const {token} = await shop.checkout({lines: [{product_id: id.vipPlus, quantity: 1, trial: true}]});
    await shop.control('POST', 'orders', {checkout: token});
    expect((await shop.product('vip-plus')).trial).to.include({enabled: true, eligible: false});
    expectProblem(await shop.put({product_id: id.vipPlus, trial: 1}), 400, 'trial-not-eligible', 'trial');
    await shop.add({product_id: id.vipPlus, subscription: 1});
    expect((await shop.product('vip-plus', {token: 'demo-friend'})).trial).to.include({eligible: true});
    await shop.add({product_id: id.vipPlus, trial: 1}, {token: 'demo-friend'});
  });
});

describe('game servers', () => {
  it('have to be chosen where one is asked for', async () => {
    const shop = new Shop();
    expectProblem(await shop.put({product_id: id.starterKit}), 400, 'gameserver-required', 'gameserver_id');
    expectProblem(await shop.put({product_id: id.island}), 400, 'gameserver-required', 'gameserver_id');
    await shop.add({product_id: id.starterKit, gameserver_id: survival});
    expect((await shop.cart()).lines[0]).to.deep.include({
      selected_gameserver_id: survival, selected_gameserver: {id: survival, name: 'Survival', enabled: true},
    });
  });

  it('have to be the product’s own, and switched on', async () => {
    const shop = new Shop();
    expectProblem(await shop.put({product_id: id.island, gameserver_id: survival}), 400, 'gameserver-not-found');
    expectProblem(await shop.put({product_id: id.island, gameserver_id: creative}), 400, 'gameserver-disabled',
      'gameserver_id');
    expectProblem(await shop.put({product_id: id.island, gameserver_id: 'Skyblock'}), 400, 'validation-error');
    await shop.add({product_id: id.island, gameserver_id: skyblock});
  });

  it('leave the other server’s line alone', async () => {
    const shop = new Shop();
    await shop.add({product_id: id.starterKit, gameserver_id: survival, quantity: 2});
    await shop.add({product_id: id.starterKit, gameserver_id: skyblock, quantity: 5});
    await shop.add({product_id: id.starterKit, gameserver_id: survival, quantity: 0});
    const {lines} = await shop.cart();
    expect(lines.map(line => [line.selected_gameserver_id, line.quantity])).to.deep.equal([[skyblock, 5]]);
  });
});

describe('custom variables', () => {
  const colour = 'custom_variables[colour]';
  const prefix = 'custom_variables[prefix]';
  const plot = 'custom_variables[plot]';

  it('are all required', async () => {
    const shop = new Shop();
    expectProblem(await shop.put({product_id: id.nameColour}), 400, 'custom-variable-required', colour);
    expectProblem(await shop.put({product_id: id.chatPrefix, [prefix]: ''}), 400, 'custom-variable-required', prefix);
    expectProblem(await shop.put({product_id: id.petFox, 'custom_variables[coat]': 'red'}), 400,
      'custom-variable-required', 'custom_variables[pet_name]');
  });

  it('that the product does not have are refused', async () => {
    const shop = new Shop();
    expectProblem(await shop.put({product_id: id.vip, [colour]: 'moss'}), 400, 'unknown-custom-variable', colour);
    expectProblem(await shop.put({product_id: id.nameColour, [colour]: 'moss', [prefix]: 'x'}), 400,
      'unknown-custom-variable', prefix);
  });

  it('take an option by its value, not by its name, and add its price', async () => {
    const shop = new Shop();
    expectProblem(await shop.put({product_id: id.nameColour, [colour]: 'Moss'}), 400,
      'invalid-custom-variable', colour);
    await shop.add({product_id: id.nameColour, [colour]: 'rainbow'});
    const {lines: [line]} = await shop.cart();
    expect(line?.price).to.equal(499);
    expect(line?.custom_variables[0]).to.deep.include({identifier: 'colour', value: 'rainbow', type: 'dropdown'});
    expect(line?.custom_variables[0]?.selected_option).to.deep.include({name: 'Rainbow', price: 200});
  });

  it('have to match their expression', async () => {
    const shop = new Shop();
    for (const value of ['x', 'with space', 'much-too-long-a-word', 'é!']) {
      expectProblem(await shop.put({product_id: id.chatPrefix, [prefix]: value}), 400,
        'invalid-custom-variable', prefix);
    }
    await shop.add({product_id: id.chatPrefix, [prefix]: 'Ash42'});
    expect((await shop.cart()).lines[0]?.custom_variables[0]).to.include({value: 'Ash42', type: 'text'});
  });

  it('have to be numbers where numbers are asked for', async () => {
    const shop = new Shop();
    for (const value of ['x', '0', '65', '1.5', '1e1', '0x10']) {
      expectProblem(await shop.put({product_id: id.land, [plot]: value}), 400, 'invalid-custom-variable', plot);
    }
    for (const value of ['1', '42', '64']) await shop.add({product_id: id.land, [plot]: value});
    expect(await shop.quantities()).to.deep.equal(['land-claim 1', 'land-claim 1', 'land-claim 1']);
  });

  it('go through where JavaScript cannot read the expression', async () => {
    const shop = new Shop();
    const variable = {id: '1', identifier: 'prefix', name: 'Prefix', type: 'text', value_regex: '(?P<word>[a-z]+)'};
    await shop.control('POST', 'products', {slug: 'chat-prefix', variables: [variable]});
    await shop.add({product_id: id.chatPrefix, [prefix]: '123'});
  });

  it('keep every sign that the customer typed', async () => {
    const shop = new Shop();
    const name = 'A&b=c [1]+%2B<é>';
    await shop.add({product_id: id.petFox, 'custom_variables[coat]': 'snow', 'custom_variables[pet_name]': name});
    expect((await shop.cart()).lines[0]?.custom_variables[1]?.value).to.equal(name);
  });
});
