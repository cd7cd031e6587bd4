import {expect} from '@open-wc/testing';
import {base, expectProblem, id, rustborn, Shop, survival} from './support.js';

interface Session {
  id: string;
  token: string;
  url: string;
}

const fromCart = (shop: Shop, body?: unknown) => shop.post<Session>('/v1/store/cart/checkout', body);
const refused = (shop: Shop, body?: unknown) => shop.post('/v1/store/cart/checkout', body);
const filled = async (): Promise<Shop> => {
  const shop = new Shop();
  await shop.add({product_id: id.vip});
  return shop;
};

describe('a checkout of the cart', () => {
  it('answers id, token and the address of its page', async () => {
    const {status, json} = await fromCart(await filled(), {});
    expect(status).to.equal(200);
    expect(json).to.have.all.keys('id', 'token', 'url');
    expect(json.id).to.match(/^\d{18}$/);
    expect(json.url).to.equal(`${base}/checkout/${json.token}`);
  });

  it('needs no body at all', async () => {
    expect((await fromCart(await filled())).status).to.equal(200);
  });

  it('leaves the cart as it is, and each one is another', async () => {
    const shop = await filled();
    const [one, other] = [await fromCart(shop), await fromCart(shop)];
    expect(one.json.token).to.not.equal(other.json.token);
    expect(await shop.quantities()).to.deep.equal(['vip 1']);
  });

  it('needs something in the cart', async () => {
    expectProblem(await refused(new Shop(), {}), 400, 'cart-empty');
  });

  it('looks once more whether everything is still to be had', async () => {
    const shop = await filled();
    await shop.add({product_id: id.coins, quantity: 3});
    await shop.control('POST', 'products', {slug: 'ember-coins', stock: {left: 2}});
    expectProblem(await refused(shop, {}), 400, 'not-enough-stock', 'lines[1].quantity');
    await shop.control('POST', 'products', {slug: 'ember-coins', stock: {left: 0}});
    expectProblem(await refused(shop, {}), 400, 'out-of-stock', 'lines[1].quantity');
  });

  it('takes return and cancel addresses that are whole', async () => {
    const shop = await filled();
    const good = {
      return_url: 'https://shop.example/thanks?a=1#b', cancel_url: 'http://localhost:8000/', auto_redirect: true,
    };
    expect((await fromCart(shop, good)).status).to.equal(200);
    for (const url of ['/thanks', 'shop.example', 'javascript:alert(1)', 'data:text/html,x', '']) {
      expectProblem(await refused(shop, {return_url: url}), 400, 'invalid-url', 'return_url');
      expectProblem(await refused(shop, {cancel_url: url}), 400, 'invalid-url', 'cancel_url');
    }
  });

  it('goes back by itself only when it knows where to', async () => {
    const shop = await filled();
    expectProblem(await refused(shop, {auto_redirect: true}), 400, 'return-url-required', 'return_url');
    expect((await fromCart(shop, {auto_redirect: false})).status).to.equal(200);
  });

  it('treats null like nothing', async () => {
    const nothing = {promo_codes: null, affiliate_code: null, return_url: null, cancel_url: null, auto_redirect: null};
    expect((await fromCart(await filled(), nothing)).status).to.equal(200);
  });

  it('refuses fields of the wrong type or name', async () => {
    const shop = await filled();
    expectProblem(await refused(shop, {returnUrl: 'https://a.example'}), 400, 'validation-error', 'returnUrl');
    expectProblem(await refused(shop, {auto_redirect: 'true'}), 400, 'validation-error', 'auto_redirect');
    expectProblem(await refused(shop, {promo_codes: 'EMBER10'}), 400, 'validation-error', 'promo_codes');
    expectProblem(await refused(shop, {promo_codes: [10]}), 400, 'validation-error', 'promo_codes[0]');
    expectProblem(await refused(shop, {affiliate_code: 7}), 400, 'validation-error', 'affiliate_code');
    expectProblem(await refused(shop, {coupon_id: 'EMBER10'}), 400, 'validation-error', 'coupon_id');
    expectProblem(await refused(shop, '"text"'), 400, 'validation-error');
  });
});

describe('promo codes', () => {
  const sums = async (codes: string[], more: object = {}): Promise<{subtotal: number; total: number}> => {
    const shop = new Shop();
    await shop.add({product_id: id.legend, subscription: 1});
    await shop.add({product_id: id.vip, quantity: 2});
    expect((await fromCart(shop, {promo_codes: codes, ...more})).status).to.equal(200);
    const {json} = await shop.control<{checkouts: {subtotal: number; total: number}[]}>('GET', 'state');
    return json.checkouts[0] ?? {subtotal: 0, total: 0};
  };

  it('take a tenth off, whatever their case, once', async () => {
    for (const codes of [['EMBER10'], ['ember10'], [' Ember10 '], ['EMBER10', 'ember10']]) {
      expect(await sums(codes)).to.include({subtotal: 2997, total: 2697});
    }
  });

  it('are a gift card that pays what it can', async () => {
    expect(await sums(['GIFT-25'])).to.include({total: 497});
    expect(await sums(['GIFT-25', 'EMBER10'])).to.include({total: 197});
  });

  it('come off before the gift card pays the rest, whatever their order', async () => {
    for (const promo_codes of [['GIFT-25', 'EMBER10'], ['EMBER10', 'GIFT-25']]) {
      const shop = await filled();
      await fromCart(shop, {promo_codes});
      const {json} = await shop.control<{checkouts: {rebates: {code: string; amount: number}[]}[]}>('GET', 'state');
      expect(json.checkouts[0]?.rebates.map(({code, amount}) => [code, amount])).to.deep.equal(
        [['EMBER10', 50], ['GIFT-25', 449]]);
    }
  });

  it('may be named by the id of the coupon', async () => {
    expect(await sums([], {coupon_id: '530117742083284992'})).to.include({total: 2697});
  });

  it('that are unknown or expired are all named', async () => {
    const shop = await filled();
    const answer = await refused(shop, {promo_codes: ['EMBER10', 'NOPE', 'EXPIRED']});
    expectProblem(answer, 400, 'promo-code-not-found', 'promo_codes[1]');
    expect(answer.json.errors?.map(({code, path}) => [code, path])).to.deep.equal(
      [['promo-code-not-found', 'promo_codes[1]'], ['promo-code-expired', 'promo_codes[2]']]);
    expect(answer.json.errors?.[0]?.message).to.include('NOPE');
    expectProblem(await refused(shop, {promo_codes: ['SCRAP20']}), 400, 'promo-code-not-found');
    expectProblem(await refused(shop, {promo_codes: ['']}), 400, 'promo-code-not-found');
    expectProblem(await refused(shop, {coupon_id: '999'}), 400, 'promo-code-not-found', 'coupon_id');
  });

  it('pass by what bars them', async () => {
    const shop = new Shop();
    await shop.add({product_id: id.founders});
    expectProblem(await refused(shop, {promo_codes: ['EMBER10']}), 400, 'promo-code-not-applicable', 'promo_codes[0]');
    expectProblem(await refused(shop, {promo_codes: ['GIFT-25']}), 400, 'promo-code-not-applicable');
    await shop.add({product_id: id.vip});
    expect((await fromCart(shop, {promo_codes: ['EMBER10']})).status).to.equal(200);
    const {json} = await shop.control<{checkouts: {total: number}[]}>('GET', 'state');
    expect(json.checkouts[0]?.total).to.equal(4999 + 449);
  });

  it('of a gift card are used up by what was paid with them', async () => {
    const shop = new Shop();
    for (const left of [2500 - 1999, 0]) {
      const {token} = await shop.checkout(
        {lines: [{product_id: id.legend, quantity: 1, subscription: true}], promo_codes: ['GIFT-25']});
      await shop.control('POST', 'orders', {checkout: token});
      const {json} = await shop.control<{total: number}[]>('GET', 'orders');
      expect(json.at(-1)?.total).to.equal(left === 0 ? 1999 - 501 : 0);
    }
    await shop.add({product_id: id.vip});
    expectProblem(await refused(shop, {promo_codes: ['GIFT-25']}), 400, 'gift-card-empty');
  });
});

describe('affiliate codes', () => {
  it('are noted when they are right and ignored when they are not', async () => {
    const shop = await filled();
    for (const affiliate_code of ['blaze', 'NOBODY']) {
      const {json} = await fromCart(shop, {affiliate_code});
      await shop.control('POST', 'orders', {checkout: json.id});
      await shop.add({product_id: id.vip});
    }
    const {json} = await shop.control<{affiliate_code?: string}[]>('GET', 'orders');
    expect(json.map(({affiliate_code}) => affiliate_code)).to.deep.equal(['BLAZE', undefined]);
  });
});

describe('a checkout past the cart', () => {
  const refusedLines = (shop: Shop, ...lines: unknown[]) => shop.post('/v1/checkouts', {lines});

  it('takes its lines from the body and leaves the cart alone', async () => {
    const shop = await filled();
    const {token} = await shop.checkout({lines: [
      {product_id: id.emberKey, quantity: 3},
      {product_id: id.vipPlus, quantity: 1, subscription: true},
      {product_id: id.starterKit, quantity: 1, selected_gameserver_id: survival},
      {product_id: id.nameColour, quantity: 1, custom_variables: {colour: 'rainbow'}},
      {product_id: id.vip, quantity: 1, gift_to: {platform: 'minecraft', id: 'Steve'}},
    ]});
    await shop.control('POST', 'orders', {checkout: token});
    expect(await shop.quantities()).to.deep.equal(['vip 1']);
    const {json} = await shop.control<{total: number}[]>('GET', 'orders');
    expect(json[0]?.total).to.equal(3 * 199 + 999 + 699 + 499 + 499);
  });

  it('is in the store’s own currency', async () => {
    const shop = new Shop();
    await shop.checkout({lines: [{product_id: id.rustVip, quantity: 1}]}, {token: 'demo-rust', store: rustborn});
    const {json} = await shop.control<{checkouts: {currency: string}[]}>('GET', 'state');
    expect(json.checkouts[0]?.currency).to.equal('usd');
  });

  it('needs lines that are lines', async () => {
    const shop = new Shop();
    expectProblem(await shop.post('/v1/checkouts', {}), 400, 'validation-error', 'lines');
    expectProblem(await refusedLines(shop), 400, 'validation-error', 'lines');
    expectProblem(await refusedLines(shop, 'vip'), 400, 'validation-error', 'lines[0]');
    expectProblem(await refusedLines(shop, {product_id: id.vip}), 400, 'validation-error', 'lines[0].quantity');
    const wrong: [object, string][] = [
      [{quantity: 0}, 'quantity'], [{quantity: -1}, 'quantity'], [{quantity: '1'}, 'quantity'],
      [{quantity: 1.5}, 'quantity'],
      [{product_id: 'vip'}, 'product_id'], [{product_id: 411}, 'product_id'], [{subscription: 1}, 'subscription'],
      [{trial: 'true'}, 'trial'], [{gameserver_id: survival}, 'gameserver_id'],
      [{gift_to: {platform: 'minecraft'}}, 'gift_to'],
      [{custom_variables: []}, 'custom_variables'], [{custom_variables: {colour: 1}}, 'custom_variables.colour'],
    ];
    for (const [part, field] of wrong) {
      expectProblem(await refusedLines(shop, {product_id: id.vip, quantity: 1, ...part}), 400, 'validation-error',
        `lines[0].${field}`);
    }
  });

  it('follows the same rules as the cart and says which line breaks them', async () => {
    const shop = new Shop();
    const vip = {product_id: id.vip, quantity: 1};
    const rules: [object, string, string][] = [
      [{product_id: id.dragonEgg}, 'out-of-stock', 'quantity'],
      [{product_id: id.starterKit}, 'gameserver-required', 'selected_gameserver_id'],
      [{product_id: id.nameColour}, 'custom-variable-required', 'custom_variables[colour]'],
      [{product_id: id.legend}, 'subscription-required', 'subscription'],
      [{product_id: id.vipPlus, trial: true, quantity: 2}, 'trial-quantity', 'quantity'],
      [{gift_to_customer_id: '418830962007216128', product_id: id.boost}, 'gifting-disabled', 'gift_to'],
    ];
    for (const [part, code, field] of rules) {
      expectProblem(await refusedLines(shop, vip, {...vip, ...part}), 400, code, `lines[1].${field}`);
    }
    expectProblem(await refusedLines(shop, {...vip, product_id: '999'}), 404, 'product-not-found');
  });

  it('counts the stock over all of its lines, and takes one trial', async () => {
    const shop = new Shop();
    const coins = {product_id: id.coins, quantity: 2};
    expectProblem(await refusedLines(shop, coins, {...coins, gift_to_customer_id: '418830962007216128'}), 400,
      'not-enough-stock', 'lines[1].quantity');
    const trial = {product_id: id.vipPlus, quantity: 1, trial: true};
    expectProblem(await refusedLines(shop, trial, trial), 400, 'trial-limit-reached', 'lines[1].trial');
  });
});
