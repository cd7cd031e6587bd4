import {expect} from '@open-wc/testing';
import {nextFrame, until} from '../support/dom.js';
import {held, openShop, requests, shopInWorld, shown} from './shops.js';

const cart = '/v1/store/cart';
const lines = '/v1/store/cart/lines';

describe('cart store', () => {
  it('asks for nothing before somebody looks', async () => {
    const {world, shop} = await shopInWorld();
    await shop.engine();
    expect(await world.log()).to.deep.equal([]);
    shop.cart.addEventListener('change', () => {});
    await until(() => shop.cart.state.status === 'ready');
    expect(await requests(world, 'GET', cart)).to.equal(1);
  });

  it('is read once for all who come to show it, also while it is being read', async () => {
    const {world, shop} = await shopInWorld();
    await world.faults([{kind: 'delay', ms: 150, match: {method: 'GET', path: cart}}]);
    const {cart: reader} = await shop.engine();
    shop.cart.addEventListener('change', () => {});
    await until(async () => await requests(world, 'GET', cart) === 1);
    expect(shop.cart.state.status).to.equal('loading');
    await shop.wake();
    await reader.idle();
    expect(shop.cart.state.status).to.equal('ready');
    expect(await requests(world, 'GET', cart)).to.equal(1);
    // What was asked for somebody else is no answer for whoever shops now.
    await world.faults([{kind: 'delay', ms: 150, match: {method: 'GET', path: cart}}]);
    void reader.refresh();
    await until(async () => await requests(world, 'GET', cart) === 2);
    shop.configure({customerToken: await world.token()});
    await until(() => shop.cart.state.status === 'ready');
    expect(await requests(world, 'GET', cart)).to.equal(3);
  });

  it('adds: shows it at once, sends it as an increment, ends with what the server holds', async () => {
    const {world, shop} = await shopInWorld();
    await Promise.all([shop.catalog.product('ember-key'), shop.writer()]);
    await world.faults([{kind: 'delay', ms: 200}]);
    const added = shop.cart.add({productId: 'ember-key', quantity: 2});
    await nextFrame();
    expect(shown(shop)).to.deep.equal(['ember-key*2']);
    expect(shop.cart.state.pending).to.equal(1);
    const line = await added;
    expect(line).to.include({slug: 'ember-key', quantity: 2, pending: false});
    expect(line?.line_key).to.not.equal('');
    expect(await held(world)).to.deep.equal(['ember-key*2']);
    expect((await world.log()).find(({path}) => path === lines)?.query).to.include({increment: 'true', quantity: '2'});
  });

  it('melts ten presses into one request and one read', async () => {
    const {world, shop} = await shopInWorld();
    await shop.cart.add({productId: 'ember-key'});
    await world.clearLog();
    await Promise.all(Array.from({length: 10}, () => shop.cart.add({productId: 'ember-key'})));
    expect(await held(world)).to.deep.equal(['ember-key*11']);
    expect(await requests(world, 'PUT', lines)).to.equal(1);
    expect(await requests(world, 'GET', cart)).to.equal(1);
  });

  it('sets, removes and clears', async () => {
    const {world, shop} = await shopInWorld();
    const line = await shop.cart.add({productId: 'ember-key'});
    await shop.cart.add({productId: 'ember-coins'});
    await shop.cart.setQuantity(line!.line_key, 3);
    expect(await held(world)).to.deep.equal(['ember-key*3', 'ember-coins*1']);
    await shop.cart.remove(line!.key);
    expect(await held(world)).to.deep.equal(['ember-coins*1']);
    await shop.cart.clear();
    expect(await held(world)).to.deep.equal([]);
    expect(shown(shop)).to.deep.equal([]);
    expect(shop.cart.state.cart?.total).to.equal(0);
  });

  it('takes a refused change back, says so, and tries it again when asked', async () => {
    const {world, shop} = await shopInWorld();
    await shop.cart.add({productId: 'ember-key'});
    await world.faults([{kind: 'status', status: 400, match: {method: 'PUT'}}]);
    const key = shop.cart.state.cart!.lines[0]!.key;
    const error: unknown = await shop.cart.setQuantity(key, 5).then(() => null, (reason: unknown) => reason);
    expect(error).to.include({name: 'PaynowError', kind: 'http', status: 400});
    expect(shown(shop)).to.deep.equal(['ember-key*1']);
    const [notice] = shop.cart.state.notices;
    expect(notice).to.include({lineKey: key, action: 'set'});
    await shop.cart.retry(notice!.id);
    expect(await held(world)).to.deep.equal(['ember-key*5']);
    expect(shop.cart.state.notices).to.deep.equal([]);
  });

  it('repeats an increment whose answer was lost only if it did not arrive', async () => {
    for (const kind of ['drop-before', 'drop-after'] as const) {
      const {world, shop} = await shopInWorld();
      await shop.cart.add({productId: 'ember-key'});
      await world.faults([{kind, match: {method: 'PUT'}}]);
      await shop.cart.add({productId: 'ember-key', quantity: 2});
      expect(await held(world), kind).to.deep.equal(['ember-key*3']);
      expect(shown(shop)).to.deep.equal(['ember-key*3']);
    }
  });

  it('shows a change in another tab, and sends it from one only', async () => {
    const {world, shop} = await shopInWorld();
    const other = await openShop(world);
    other.cart.addEventListener('change', () => {});
    await until(() => other.cart.state.status === 'ready');
    await shop.cart.add({productId: 'ember-key'});
    await until(() => shown(other).join() === 'ember-key*1' && other.cart.state.pending === 0);
    expect(await held(world)).to.deep.equal(['ember-key*1']);
    expect(await requests(world, 'PUT', lines)).to.equal(1);
  });

  it('keeps what a guest wants and brings it to the customer', async () => {
    const {world, shop} = await shopInWorld({customerToken: undefined});
    await shop.cart.add({productId: 'ember-key', quantity: 2});
    expect(shop.cart.state).to.include({status: 'signed-out', pending: 0});
    expect(shown(shop)).to.deep.equal(['ember-key*2']);
    await shop.cart.setQuantity(shop.cart.state.cart!.lines[0]!.key, 3);
    expect(shown(shop)).to.deep.equal(['ember-key*3']);
    shop.session.useToken(await world.token());
    await until(() => shop.cart.state.status === 'ready' && shop.cart.state.pending === 0);
    expect(await held(world)).to.deep.equal(['ember-key*3']);
  });
});
