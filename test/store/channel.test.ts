import {expect} from '@open-wc/testing';
import {nextFrame, until} from '../support/dom.js';
import {sandboxWorld} from '../support/sandbox.js';
import {openShopPage} from './frames.js';
import {openShop, shown, statusOf} from './shops.js';

type Deliver = () => void;

/** Keeps what other tabs say under way until it is delivered; a channel that is closed meanwhile never gets it. */
const withSlowChannels = (underWay: Map<string, Deliver>): Parameters<typeof openShopPage>[2] => window => {
  window.BroadcastChannel = class extends window.BroadcastChannel {
    #isClosed = false;

    override set onmessage(hear: ((event: MessageEvent) => void) | null) {
      super.onmessage = event => {
        const {type} = event.data as {type: string};
        underWay.set(type, () => this.#isClosed || this.#hear?.(event));
      };
      this.#hear = hear;
    }

    #hear: ((event: MessageEvent) => void) | null = null;

    override close(): void {
      this.#isClosed = true;
      super.close();
    }
  };
};

describe('what another tab says', function () {
  this.timeout(40_000);

  it('arrives even when the page begins to write its own cart while it is under way', async () => {
    const world = await sandboxWorld();
    const nobody = {customerToken: undefined};
    const {shop} = await openShopPage(world, nobody);
    const underWay = new Map<string, Deliver>();
    const {shop: other} = await openShopPage(world, nobody, withSlowChannels(underWay));
    await shop.session.signIn({platform: 'minecraft_java_name', id: 'AshWalker'});
    await until(() => underWay.has('sign-in'), 'the news of the other tab', 15_000);
    // A first word makes the page load what writes, which then hears the tabs by itself.
    underWay.get('hello')!();
    await other.writer();
    await nextFrame();
    underWay.get('sign-in')!();
    await until(() => statusOf(other) === 'signed-in, ready', 'the other tab', 15_000);
    expect(other.session.state.customer).to.include({id: shop.session.state.customer?.id});
  });

  it('of a cart asked for in the same millisecond is read again, as nobody can tell which is later', async () => {
    const world = await sandboxWorld();
    const {now} = Date;
    const moment = now();
    Date.now = () => moment;
    const token = await world.token();
    const [one, other] = [
      await openShop(world, {customerToken: token}), await openShop(world, {customerToken: token})];
    try {
      for (const {cart} of [one, other]) {
        cart.addEventListener('change', () => {});
        await cart.refresh();
      }
      await other.cart.add({productId: 'ember-key'});
    } finally {
      Date.now = now;
    }
    await until(() => shown(one).join() === 'ember-key*1', 'the cart of the other tab', 15_000);
  });
});
