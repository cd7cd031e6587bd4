import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../../src/elements/add-button.js';
import '../../src/elements/options.js';
import {once, part, settled, until} from '../support/dom.js';
import {adds, button, find, known, message, open} from './dialog-support.js';
import {control, enter, fault, product, shopWith} from './options-support.js';
import {failure, line} from './support.js';

describe('an add button with options in the page', () => {
  const chosen = {productId: 'vip', quantity: 1, gameserverId: '2', customVariables: {colour: 'ember', prefix: 'abc'}};

  for (const [where, around, end] of [
    ['in the same form', '<form>', '</form>'],
    ['in the same product', '<paynow-product product-id="vip">', '</paynow-product>'],
  ] as const) {
    it(`takes what is chosen ${where}`, async () => {
      const stub = shopWith(known);
      stub.on('add', () => line());
      const options = `<paynow-options store-id="${stub.id}" product-id="7"></paynow-options>`;
      const from = await button(stub, 'gift-to-customer-id="5" subscription quantity="4"', `${around}${options}`, end);
      await settled(document.body);
      const beside = from.parentElement!.querySelector('paynow-options')!;
      from.click();
      await until(() => fault(beside, 'server'));
      expect([find(), adds(stub)]).to.deep.equal([null, []]);
      await enter(beside, 'server', '2');
      await enter(beside, 'variable-1', 'abc');
      control(beside, 'variable-1').focus();
      const added = once(from, 'paynow-add');
      await sendKeys({press: 'Enter'});
      await added;
      expect(adds(stub)).to.deep.equal([{...chosen, giftToCustomerId: '5'}]);
    });
  }

  it('says a refusal at the field and not twice', async () => {
    const stub = shopWith(product());
    const details = [{code: 'not-enough-stock', path: 'quantity', message: '', validation: ''}];
    stub.on('add', () => { throw failure('http', {status: 400, code: 'not-enough-stock', details}); });
    const options = `<paynow-options store-id="${stub.id}" product-id="vip"></paynow-options>`;
    const from = await button(stub, '', `<form>${options}`, '</form>');
    await settled(document.body);
    from.click();
    await until(() => fault(from.parentElement!.querySelector('paynow-options')!, 'quantity'));
    await until(() => !from.matches(':state(busy)'));
    expect(message(from)).to.equal('');
  });

  it('minds neither the options of another product nor those of another shop', async () => {
    const stub = shopWith(known);
    const others = `<paynow-options store-id="${stub.id}" product-id="8"></paynow-options>
      <paynow-options store-id="1" product-id="vip"></paynow-options>`;
    const dialog = await open(await button(stub, '', `<form>${others}`, '</form>'));
    expect(part(dialog, 'name').textContent).to.equal('VIP');
    dialog.remove();
  });
});
