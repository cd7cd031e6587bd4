import {expect} from '@open-wc/testing';
import type {PropertyValues} from '@lit/reactive-element';
import {PaynowElement} from '../../src/elements/paynow-element.js';
import {StoreController} from '../../src/elements/store-controller.js';
import {mount} from '../support/dom.js';
import {cart, line, stubShop} from './support.js';

class Probe extends PaynowElement {
  draws = 0;
  count = new StoreController(this, 'cart', shop => shop.cart.state.cart?.quantity);

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    this.draws++;
  }
}
customElements.define('test-probe', Probe);

describe('StoreController', () => {
  it('draws only when the selected value changed', async () => {
    const stub = stubShop();
    const probe = await mount<Probe>(`<test-probe store-id="${stub.id}"></test-probe>`);
    expect([probe.draws, probe.count.value]).to.deep.equal([1, 1]);
    await stub.publish({pending: 1});
    expect(probe.draws).to.equal(1);
    await stub.publish({cart: cart([line({quantity: 2})])});
    expect([probe.draws, probe.count.value]).to.deep.equal([2, 2]);
  });

  it('asks for the cart only while somebody looks', async () => {
    const stub = stubShop();
    expect(stub.wakes).to.equal(0);
    const probe = await mount<Probe>(`<test-probe store-id="${stub.id}"></test-probe>`);
    expect(stub.wakes).to.equal(1);
    probe.remove();
    await stub.publish({cart: cart([line({quantity: 7})])});
    expect([probe.draws, probe.count.value]).to.deep.equal([1, 1]);
  });

  it('does not subscribe again in a last update after leaving the page', async () => {
    const stub = stubShop();
    const probe = await mount<Probe>(`<test-probe store-id="${stub.id}"></test-probe>`);
    probe.requestUpdate();
    probe.remove();
    await probe.updateComplete;
    const {draws} = probe;
    await stub.publish({cart: cart([line({quantity: 8})])});
    expect(probe.draws).to.equal(draws);
  });
});
