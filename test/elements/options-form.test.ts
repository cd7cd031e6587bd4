import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../../src/elements/options.js';
import type {Choice} from '../../src/elements/choice.js';
import type {PaynowOptions} from '../../src/elements/options.js';
import {once, until} from '../support/dom.js';
import {
  colour, control, enter, fault, has, know, place, prefix, product, servers, shopWith, shows,
} from './options-support.js';
import {failure, stubShop} from './support.js';

const json = (options: PaynowOptions): Choice =>
  JSON.parse(String(new FormData(options.form!).get('kit'))) as Choice;

describe('paynow-options, the form', () => {
  describe('as a part of a form', () => {
    it('is a control: name, value as JSON, validity, reset', async () => {
      const options = await place(shopWith(product({custom_variables: [prefix]})), 'product-id="vip" name="kit"');
      expect(options.form!.checkValidity()).to.equal(false);
      expect([options.willValidate, options.matches(':invalid')]).to.deep.equal([true, true]);
      await enter(options, 'variable-0', 'abc');
      expect(options.form!.checkValidity()).to.equal(true);
      expect(json(options)).to.deep.equal({productId: '7', quantity: 1, customVariables: {prefix: 'abc'}});
      options.form!.reset();
      await options.updateComplete;
      expect([control(options, 'variable-0').value, fault(options, 'variable-0')]).to.deep.equal(['', '']);
    });

    it('is out of the form while it is disabled, or a fieldset around it is', async () => {
      const stub = shopWith(product({custom_variables: [prefix]}));
      const options = await place(
        stub, 'product-id="vip" name="kit"', '<form><fieldset disabled>', '</fieldset></form>');
      expect(options.shadowRoot!.querySelector('fieldset')!.disabled).to.equal(true);
      expect([options.form!.checkValidity(), [...new FormData(options.form!)].length]).to.deep.equal([true, 0]);
      options.closest('fieldset')!.disabled = false;
      await options.updateComplete;
      expect(options.form!.checkValidity()).to.equal(false);
    });

    it('gets back what stood in it, also when that is not good yet', async () => {
      const stub = shopWith(product({custom_variables: [prefix, colour]}));
      const [before, after] = [await place(stub), await place(stub)];
      let kept = '';
      const internals = (before as unknown as {internals: ElementInternals}).internals;
      internals.setFormValue = (_value, state) => { kept = String(state); };
      await enter(before, 'variable-0', 'TOO LONG');
      await enter(before, 'variable-1', 'moss');
      after.formStateRestoreCallback(kept);
      await after.updateComplete;
      expect(after.value.customVariables).to.deep.equal({prefix: 'TOO LONG', colour: 'moss'});
    });

    it('says everything at once when it is asked to, and puts the focus on the first mistake', async () => {
      const known = product({single_game_server_only: true, gameservers: servers, custom_variables: [prefix]});
      const options = await place(shopWith(known));
      expect(options.reportValidity()).to.equal(false);
      await until(() => options.shadowRoot!.activeElement?.id === 'server');
      expect([fault(options, 'server'), fault(options, 'variable-0')])
        .to.deep.equal(['Please choose a server.', 'Please fill in: Prefix.']);
    });

    it('says it as well when the form is sent', async () => {
      const options = await place(shopWith(product({custom_variables: [prefix]})));
      options.form!.requestSubmit();
      await until(() => fault(options, 'variable-0'));
    });

    it('tells once of each change, across shadow roots, and of nothing twice', async () => {
      const options = await place(shopWith(product({custom_variables: [prefix]})));
      const heard: string[] = [];
      const hear = (event: Event): void => void heard.push(`${event.type} ${(event.target as Element).localName}`);
      for (const type of ['input', 'change']) document.addEventListener(type, hear);
      control(options, 'variable-0').focus();
      await sendKeys({type: 'ab'});
      control(options, 'variable-0').blur();
      for (const type of ['input', 'change']) document.removeEventListener(type, hear);
      expect(heard).to.deep.equal(['input paynow-options', 'input paynow-options', 'change paynow-options']);
    });

    it('sends the form with Enter', async () => {
      const options = await place(shopWith(product({custom_variables: [prefix]})));
      await enter(options, 'variable-0', 'abc');
      options.form!.addEventListener('submit', event => event.preventDefault());
      const sent = once(options.form!, 'submit');
      control(options, 'variable-0').focus();
      await sendKeys({press: 'Enter'});
      await sent;
    });
  });

  describe('value', () => {
    it('can be set, before and after the product is known', async () => {
      const wish: Choice = {
        quantity: 2, subscription: true, gameserverId: '2', customVariables: {colour: 'moss'}, giftToCustomerId: '9',
      };
      const known = product({
        single_game_server_only: true, gameservers: servers, custom_variables: [colour], allow_subscription: true,
      });
      const stub = stubShop(null);
      const options = await place(stub);
      options.value = wish;
      expect(options.value).to.equal(wish);
      expect(options.price).to.equal(undefined);
      know(stub, known);
      await options.updateComplete;
      expect(options.value).to.deep.equal(wish);
      expect(has(options, 'gift')).to.equal(false);
      options.value = {giftTo: {platform: 'minecraft_uuid', id: 'x'}, customVariables: {colour: 'none'}, trial: true};
      await options.updateComplete;
      expect(options.value).to.deep.equal({
        quantity: 1, customVariables: {colour: 'ember'}, giftTo: {platform: 'minecraft_uuid', id: 'x'},
      });
    });

    it('shows a receiver that the page proposes', async () => {
      const options = await place(shopWith(product()));
      options.value = {giftTo: {platform: 'minecraft_bedrock_name', id: 'Fox 7'}};
      await shows(options, 'receiver');
      expect([control(options, 'receiver').value, control(options, 'platform').value])
        .to.deep.equal(['Fox 7', 'minecraft_bedrock_name']);
    });
  });

  describe('a refusal of the shop', () => {
    const known = product({
      single_game_server_only: true, gameservers: servers, custom_variables: [colour, prefix], allow_subscription: true,
    });
    const cases: [string, string, string][] = [
      ['custom_variables[prefix]', 'invalid-custom-variable', 'variable-1'],
      ['lines[0].custom_variables[colour]', 'invalid-custom-variable', 'variable-0'],
      ['gameserver_id', 'gameserver-disabled', 'server'],
      ['lines[0].selected_gameserver_id', 'gameserver-required', 'server'],
      ['quantity', 'not-enough-stock', 'quantity'],
      ['trial', 'trial-limit-reached', 'mode'],
      ['', 'customer-limit-reached', 'quantity'],
      ['gift_to.id', 'invalid-value', 'gift'],
      ['', 'customer-not-found', 'gift'],
    ];
    for (const [path, code, field] of cases) {
      it(`is said at ${field} for ${path || code}`, async () => {
        const options = await place(shopWith(known));
        const details = path ? [{code, path, message: 'raw', validation: ''}] : [];
        expect(await options.refuse(failure('http', {status: 400, code, details}))).to.equal(true);
        const place_ = field === 'gift' ? 'receiver' : field;
        await until(() => options.shadowRoot!.activeElement);
        if (place_ !== 'receiver') expect(fault(options, place_)).to.match(/\.$/).and.not.contain('raw');
      });
    }

    it('keeps what was typed, and goes when something else stands there', async () => {
      const options = await place(shopWith(product({custom_variables: [prefix]})));
      await enter(options, 'variable-0', 'abc');
      const details = [{code: '', path: 'custom_variables[prefix]', message: '', validation: ''}];
      await options.refuse(failure('http', {details}));
      expect([control(options, 'variable-0').value, fault(options, 'variable-0')])
        .to.deep.equal(['abc', 'The shop does not accept this. Please change it.']);
      expect(options.checkValidity()).to.equal(true);
      await enter(options, 'variable-0', 'abd');
      expect(fault(options, 'variable-0')).to.equal('');
    });

    it('is left to others when no field is to blame', async () => {
      const options = await place(shopWith(product()));
      expect(await options.refuse(failure('network'))).to.equal(false);
      const details = [{code: '', path: 'custom_variables[gone]', message: '', validation: ''}];
      expect(await options.refuse(failure('http', {details}))).to.equal(false);
      expect(await (await place(stubShop(null))).refuse(failure('http'))).to.equal(false);
    });
  });
});
