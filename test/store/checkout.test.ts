import {expect} from '@open-wc/testing';
import type {CheckoutOptions} from '../../src/store/events.js';
import type {Shop} from '../../src/store/shop.js';
import {until} from '../support/dom.js';
import type {Fault, Seen, World} from '../support/sandbox.js';
import {openShopPage} from './frames.js';
import type {Page} from './frames.js';
import {closeShop, held, openShop, requests, shopInWorld, shown} from './shops.js';

const checkouts = '/v1/store/cart/checkout';

const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(() => { throw new Error('It should have failed.'); }, (error: unknown) => error);

/** What was sent for each checkout. */
const sent = async (world: World): Promise<unknown[]> => (await world.log()).filter(({path}) => path === checkouts)
  .map(seen => JSON.parse((seen as Seen & {body: string}).body) as unknown);

const shopWithKey = async (config = {}): Promise<{world: World; shop: Shop}> => {
  const {world, shop} = await shopInWorld(config);
  await shop.cart.add({productId: 'ember-key', quantity: 2});
  return {world, shop};
};

describe('checkout', function () {
  this.timeout(20_000);

  it('makes a session of the cart, and leaves the cart as it is', async () => {
    const {world, shop} = await shopWithKey();
    const session = await shop.cart.checkout();
    expect(Object.keys(session).sort()).to.deep.equal(['id', 'token', 'url']);
    expect((await world.state()).checkouts.map(({token}) => token)).to.deep.equal([session.token]);
    expect(shown(shop)).to.deep.equal(['ember-key*2']);
  });

  it('pressed three times is one session, the same for all', async () => {
    const {world, shop} = await shopWithKey();
    const [one, two, three] = await Promise.all([shop.cart.checkout(), shop.cart.checkout(), shop.cart.checkout()]);
    expect(one).to.equal(two);
    expect(two).to.equal(three);
    expect(await requests(world, 'POST', checkouts)).to.equal(1);
    expect(await requests(world, 'POST', checkouts)).to.equal(1);
  });

  it('waits for what has been pressed, without waiting for more presses', async () => {
    const {world, shop} = await shopWithKey();
    void shop.cart.setQuantity(shop.cart.state.cart!.lines[0]!.key, 5);
    void shop.cart.add({productId: 'frost-key'});
    await shop.cart.checkout();
    const order = (await world.log()).filter(({method}) => method !== 'GET').map(({method}) => method);
    expect(order.at(-1)).to.equal('POST');
    expect(await held(world)).to.deep.equal(['ember-key*5', 'frost-key*1']);
  });

  it('takes the shop\'s codes and addresses along, and those of the press before them', async () => {
    const {world, shop} = await shopWithKey({
      promoCodes: ' EMBER10 , ,FREE5', affiliateCode: 'lumen', returnUrl: 'https://shop.test/thanks',
      cancelUrl: 'https://shop.test/back', autoRedirect: true,
    });
    await world.faults([{kind: 'status', status: 400, times: 2, match: {method: 'POST'}}]);
    const options: CheckoutOptions[] = [
      {}, {promoCodes: ['OTHER'], affiliateCode: 'fox', returnUrl: 'https://shop.test/other', autoRedirect: false},
    ];
    for (const press of options) expect(await failure(shop.cart.checkout(press))).to.include({status: 400});
    expect(await sent(world)).to.deep.equal([
      {promo_codes: ['EMBER10', 'FREE5'], affiliate_code: 'lumen', return_url: 'https://shop.test/thanks',
        cancel_url: 'https://shop.test/back', auto_redirect: true},
      {promo_codes: ['OTHER'], affiliate_code: 'fox', return_url: 'https://shop.test/other',
        cancel_url: 'https://shop.test/back', auto_redirect: false},
    ]);
  });

  it('sends nothing that nobody has set', async () => {
    const {world, shop} = await shopWithKey();
    await shop.cart.checkout();
    expect(await sent(world)).to.deep.equal([{}]);
  });

  it('says which code the shop does not know, and can be pressed again without it', async () => {
    const {world, shop} = await shopWithKey();
    const error = await failure(shop.cart.checkout({promoCodes: ['NO-SUCH-CODE']}));
    expect(error).to.include({name: 'PaynowError', kind: 'http', status: 400});
    expect((await world.state()).checkouts).to.have.length(0);
    expect((await shop.cart.checkout()).url).to.match(/^http/);
  });

  const lost: Fault['kind'][] = ['drop-before', 'drop-after', 'malformed', 'wrong-shape', 'html'];
  for (const kind of lost) {
    it(`whose answer is a ${kind} is not made again behind the shopper's back`, async () => {
      const {world, shop} = await shopWithKey();
      await world.faults([{kind, match: {method: 'POST'}}]);
      const error = await failure(shop.cart.checkout());
      expect(error).to.include({name: 'PaynowError'});
      expect((error as {kind: string}).kind).to.be.oneOf(['network', 'schema']);
      expect(await requests(world, 'POST', checkouts)).to.equal(1);
      await shop.cart.checkout();
      expect(await requests(world, 'POST', checkouts)).to.equal(2);
    });
  }

  it('that is turned away at the door knocks again', async () => {
    const {world, shop} = await shopWithKey();
    await world.faults([{kind: 'status', status: 429, retryAfter: 0, times: 2, match: {method: 'POST'}}]);
    await shop.cart.checkout();
    expect((await world.log()).filter(({path}) => path === checkouts).map(({status}) => status))
      .to.deep.equal([429, 429, 200]);
  });

  it('of what is sold out meanwhile is refused, and the cart keeps what it has', async () => {
    const {world, shop} = await shopWithKey();
    await world.control('POST', 'products', {slug: 'ember-key', stock: {left: 0}});
    const error = await failure(shop.cart.checkout());
    expect(error).to.include({name: 'PaynowError', kind: 'http'});
    expect(shown(shop)).to.deep.equal(['ember-key*2']);
  });

  it('does not go on with a cart that a refused change has made another one', async () => {
    const {world, shop} = await shopWithKey();
    await world.faults([{kind: 'status', status: 400, match: {method: 'PUT'}}]);
    const change = failure(shop.cart.setQuantity(shop.cart.state.cart!.lines[0]!.key, 9));
    const error = await failure(shop.cart.checkout());
    expect(error).to.include({name: 'PaynowError', kind: 'configuration', code: 'cart-changed'});
    expect(await change).to.include({status: 400});
    expect(await requests(world, 'POST', checkouts)).to.equal(0);
    expect(shop.cart.state.notices).to.have.length(1);
    await shop.cart.checkout();
  });
});

/** Two tabs of one customer with two keys in the cart; what the first one does is known to the second. */
const twoTabs = async (): Promise<{world: World; one: Shop; two: Shop; second: Page}> => {
  const {world} = await shopInWorld();
  const customerToken = await world.token();
  const [{shop: one}, {shop: two, page: second}] = [
    await openShopPage(world, {customerToken}), await openShopPage(world, {customerToken}),
  ];
  await Promise.all([one.writer(), two.writer()]);
  await one.cart.add({productId: 'ember-key', quantity: 2});
  await until(() => shown(two).length === 1);
  return {world, one, two, second};
};

const key = (shop: Shop): string => shop.cart.state.cart!.lines[0]!.key;

describe('a cart that is being paid', function () {
  this.timeout(20_000);

  it('is not changed in another tab before the shopper is told, and then it is', async () => {
    const {world, one, two} = await twoTabs();
    await one.cart.checkout();
    await world.clearLog();
    const error = await failure(two.cart.setQuantity(key(two), 9));
    expect(error).to.include({name: 'PaynowError', kind: 'configuration', code: 'checkout-open'});
    expect(shown(two)).to.deep.equal(['ember-key*2']);
    expect(two.cart.state.notices.map(({error: {code}}) => code)).to.deep.equal(['checkout-open']);
    expect(await requests(world, 'PUT', '/v1/store/cart/lines')).to.equal(0);
    await two.cart.retry(two.cart.state.notices[0]!.id);
    expect(await held(world)).to.deep.equal(['ember-key*9']);
    await two.cart.add({productId: 'frost-key'});
    expect(await held(world)).to.have.length(2);
  });

  it('is told of again for the next checkout', async () => {
    const {one, two} = await twoTabs();
    for (let time = 0; time < 2; time++) {
      await one.cart.checkout();
      expect(await failure(two.cart.setQuantity(key(two), 5))).to.include({code: 'checkout-open'});
      await two.cart.setQuantity(key(two), 5 + time);
      // One that has not heard of it is offered the session of before.
      await until(() => shown(one).join() === `ember-key*${5 + time}`);
    }
  });

  it('is paid as it is shown, also when the other tab has not told yet how it ended', async () => {
    const {world, one, two, second} = await twoTabs();
    const first = await one.cart.checkout();
    expect(await failure(two.cart.setQuantity(key(two), 5))).to.include({code: 'checkout-open'});
    const {prototype} = second.window.BroadcastChannel;
    const say = prototype.postMessage;
    prototype.postMessage = function (message: {type: string; changes?: unknown[]}) {
      if (message.changes?.length) say.call(this, message);
    };
    await two.cart.setQuantity(key(two), 5);
    await until(() => shown(one).join() === 'ember-key*5');
    expect((await one.cart.checkout()).id).not.to.equal(first.id);
    expect((await world.state()).checkouts).to.have.length(2);
  });

  it('is changed without a word half an hour later', async () => {
    const {one, two, second} = await twoTabs();
    await one.cart.checkout();
    const began = Date.now();
    const clock = (second.window as unknown as {Date: {now: () => number}}).Date;
    clock.now = () => began + 29 * 60_000;
    expect(await failure(two.cart.setQuantity(key(two), 5))).to.include({code: 'checkout-open'});
    await one.cart.checkout();
    clock.now = () => began + 31 * 60_000;
    expect(await two.cart.setQuantity(key(two), 6)).to.include({quantity: 6});
  });

  it('is changed without a word once it was paid and is empty', async () => {
    const {world, one, two} = await twoTabs();
    const {token} = await one.cart.checkout();
    await world.control('POST', 'orders', {checkout: token});
    await two.cart.refresh();
    expect(shown(two)).to.deep.equal([]);
    expect(await two.cart.add({productId: 'frost-key'})).to.include({quantity: 1});
  });

  it('is changed without a word by the tab that went to pay and is back', async () => {
    const {world, shop} = await shopWithKey();
    await shop.cart.checkout();
    await closeShop(shop);
    const back = await openShop(world);
    await back.cart.refresh();
    expect(await back.cart.setQuantity(key(back), 7)).to.include({quantity: 7});
  });

  it('is told of in the tab that went to pay elsewhere and stayed', async () => {
    const {shop} = await shopWithKey();
    await shop.cart.checkout();
    expect(await failure(shop.cart.setQuantity(key(shop), 7))).to.include({code: 'checkout-open'});
    expect(await shop.cart.setQuantity(key(shop), 7)).to.include({quantity: 7});
  });

  for (const junk of ['{', 'null', '7', '{"id":7}', '{"id":"x"}', '{"id":"x","at":"soon"}']) {
    it(`is not told of because of what no version can have written, as ${junk}`, async () => {
      const {world, shop} = await shopWithKey();
      localStorage.setItem(`paynow.${world.storeId}.checkout`, junk);
      expect(await shop.cart.setQuantity(key(shop), 7)).to.include({quantity: 7});
    });
  }
});
