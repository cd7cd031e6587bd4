import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../../src/elements/options.js';
import type {PaynowOptions} from '../../src/elements/options.js';
import type {Choice} from '../../src/elements/choice.js';
import {mount, once, part, until} from '../support/dom.js';
import {
  colour, control, enter, fault, has, know, place, plot, prefix, product, servers, shopWith, shows,
} from './options-support.js';
import {cart, failure, line, stubShop} from './support.js';

const texts = (options: Element, id: string): string[] =>
  [...control<HTMLSelectElement>(options, id).options].filter(({hidden}) => !hidden).map(({text}) => text.trim());
const json = (options: PaynowOptions): Choice =>
  JSON.parse(String(new FormData(options.form!).get('kit'))) as Choice;
const total = (options: Element): string => {
  const row = part(options, 'total');
  return row.hidden ? '' : row.querySelector('output')!.textContent!;
};

describe('paynow-options', () => {
  describe('server', () => {
    it('offers the enabled ones and proposes none', async () => {
      const options = await place(shopWith(product({single_game_server_only: true, gameservers: servers})));
      expect(texts(options, 'server')).to.deep.equal(['Survival', 'Skyblock']);
      expect(options.value).to.deep.equal({quantity: 1});
      expect(options.checkValidity()).to.equal(false);
      expect(options.validationMessage).to.equal('Please choose a server.');
      expect(fault(options, 'server')).to.equal('');
      await enter(options, 'server', '2');
      expect(options.value).to.deep.equal({quantity: 1, gameserverId: '2'});
      expect(options.checkValidity()).to.equal(true);
    });

    it('chooses the only one silently', async () => {
      const options = await place(shopWith(product({single_game_server_only: true, gameservers: servers.slice(1)})));
      expect(has(options, 'server')).to.equal(false);
      expect(options.value).to.deep.equal({quantity: 1, gameserverId: '2'});
    });

    it('does not ask where the product goes everywhere, and says when there is none at all', async () => {
      const everywhere = await place(shopWith(product({gameservers: servers})));
      expect(everywhere.value).to.deep.equal({quantity: 1});
      const none = await place(shopWith(product({single_game_server_only: true, gameservers: servers.slice(2)})));
      expect(none.validationMessage).to.contain('no server');
      expect(part(none, 'error').textContent).to.contain('no server');
    });
  });

  describe('variables', () => {
    it('sorts a dropdown, proposes the default and shows the surcharge', async () => {
      const options = await place(shopWith(product({custom_variables: [colour]})));
      expect(texts(options, 'variable-0')).to.deep.equal(['Moss', 'Ember (+€0.50)', 'Rainbow (+€2.00)']);
      expect(options.value.customVariables).to.deep.equal({colour: 'ember'});
      expect([options.price, total(options)]).to.deep.equal([150, '€1.50']);
      await enter(options, 'variable-0', 'moss');
      expect(total(options)).to.equal('');
      expect(control(options, 'variable-0').getAttribute('aria-describedby')).to.equal('variable-0-hint');
    });

    it('asks where there is no default, takes the only one, and shows what is cheaper', async () => {
      const [rainbow, moss] = colour.options;
      const open = {...colour, options: [{...rainbow!, price: -30}, moss!]};
      const options = await place(shopWith(product({custom_variables: [open]})));
      expect(texts(options, 'variable-0')).to.deep.equal(['Moss', 'Rainbow (−€0.30)']);
      expect(options.validationMessage).to.equal('Please choose: Colour.');
      const sole = await place(shopWith(product({custom_variables: [{...colour, options: [rainbow!]}]})));
      expect(sole.value.customVariables).to.deep.equal({colour: 'rainbow'});
    });

    it('takes what fits the expression and says at the field what does not', async () => {
      const options = await place(shopWith(product({custom_variables: [prefix]})));
      expect(options.validity.valueMissing).to.equal(true);
      await enter(options, 'variable-0', 'TOO LONG');
      expect(options.validity.patternMismatch).to.equal(true);
      expect(fault(options, 'variable-0')).to.contain('form');
      const field = control(options, 'variable-0');
      expect([field.ariaInvalid, field.getAttribute('aria-describedby')]).to.deep.equal(['true', 'variable-0-error']);
      await enter(options, 'variable-0', ' abc ');
      expect([fault(options, 'variable-0'), options.value.customVariables]).to.deep.equal(['', {prefix: 'abc'}]);
    });

    it('holds the whole value against the expression', async () => {
      const options = await place(shopWith(product({custom_variables: [{...prefix, value_regex: 'a|b'}]})));
      await enter(options, 'variable-0', 'ab');
      expect(options.checkValidity()).to.equal(false);
      await enter(options, 'variable-0', 'b');
      expect(options.checkValidity()).to.equal(true);
    });

    for (const regex of ['(?i)abc', '[[:alpha:]]+', '\\pL+', '(', '(?P<x>a)', null]) {
      it(`leaves ${regex} to the server`, async () => {
        const options = await place(shopWith(product({custom_variables: [{...prefix, value_regex: regex}]})));
        await enter(options, 'variable-0', '!?');
        expect(options.checkValidity()).to.equal(true);
      });
    }

    it('takes numbers, with a comma as well', async () => {
      const options = await place(shopWith(product({custom_variables: [plot]})));
      await enter(options, 'variable-0', 'many');
      expect([options.validity.badInput, fault(options, 'variable-0')])
        .to.deep.equal([true, 'This has to be a number.']);
      await enter(options, 'variable-0', '-1,5');
      expect(options.value.customVariables).to.deep.equal({plot: '-1.5'});
    });

    it('is not confused by names that objects have already', async () => {
      const odd = ['constructor', '__proto__'].map(identifier => ({...prefix, identifier, value_regex: null}));
      const options = await place(shopWith(product({custom_variables: odd})));
      expect([options.value, options.checkValidity()]).to.deep.equal([{quantity: 1}, false]);
      await enter(options, 'variable-0', 'a');
      await enter(options, 'variable-1', 'b');
      expect(Object.entries(options.value.customVariables!)).to.deep.equal([['constructor', 'a'], ['__proto__', 'b']]);
    });
  });

  describe('how to buy', () => {
    const trial = {enabled: true, eligible: true, period_value: 7, period_scale: 'day'};
    const every = {allow_subscription: true, trial};

    it('offers what the product allows and sends a trial as a subscription for one', async () => {
      const options = await place(shopWith(product(every)));
      const rows = [...options.shadowRoot!.querySelectorAll('.mode')];
      expect(rows.map(({textContent}) => textContent!.replace(/\s+/g, ' ').trim())).to.deep.equal([
        'Once €1.00', 'Every month €1.00', '7 days freeThen €1.00, every month €0.00',
      ]);
      await enter(options, 'quantity', '3');
      await enter(options, 'subscription', true);
      expect(options.value).to.deep.equal({quantity: 3, subscription: true});
      await enter(options, 'trial', true);
      expect(options.value).to.deep.equal({quantity: 1, subscription: true, trial: true});
      expect([has(options, 'quantity'), total(options)]).to.deep.equal([false, '€0.00']);
    });

    it('asks nothing where there is one way only, and says how often it renews', async () => {
      const options = await place(shopWith(product({allow_one_time_purchase: false, allow_subscription: true})));
      expect(has(options, 'subscription')).to.equal(false);
      expect(options.value).to.deep.equal({quantity: 1, subscription: true});
      expect(options.shadowRoot!.textContent).to.contain('Every month');
      const none = await place(shopWith(product({allow_one_time_purchase: false})));
      expect(none.validationMessage).to.equal('This product cannot be bought at the moment.');
    });

    it('names scales that it does not know in general words', async () => {
      const odd = {...every, subscription_interval_scale: 'moon', trial: {...every.trial, period_scale: 'moon'}};
      const {shadowRoot} = await place(shopWith(product(odd)));
      expect(shadowRoot!.querySelector('.modes')!.textContent).to.match(/Subscription[^]*Free trial/);
    });

    it('says that the cart holds a trial before the server says it, but not to a purchase past the cart', async () => {
      const stub = shopWith(product(every));
      const options = await place(stub);
      await stub.publish({cart: cart([line({trial: true, subscription: true})])});
      await enter(options, 'trial', true);
      expect(fault(options, 'mode')).to.contain('a cart can hold only one');
      expect(await options.complete()).to.equal(undefined);
      expect(await options.complete(true)).to.deep.include({trial: true});
      await stub.publish({cart: cart([])});
      expect(fault(options, 'mode')).to.equal('');
    });
  });

  describe('gift', () => {
    it('asks for a Minecraft player of either edition', async () => {
      const options = await place(shopWith(product()));
      await enter(options, 'gift', true);
      await shows(options, 'receiver');
      expect(texts(options, 'platform')).to.deep.equal(['Minecraft Java', 'Minecraft Bedrock']);
      expect(options.validationMessage).to.equal('Please say who the gift is for.');
      await enter(options, 'receiver', 'a b');
      expect(fault(options, 'receiver')).to.contain('underscores');
      await enter(options, 'platform', 'minecraft_bedrock_name');
      expect(options.value.giftTo).to.deep.equal({platform: 'minecraft_bedrock_name', id: 'a b'});
      await enter(options, 'gift', false);
      expect(options.value).to.deep.equal({quantity: 1});
    });

    it('asks for a SteamID64 everywhere else', async () => {
      const options = await place(shopWith(product(), 'rust'));
      await enter(options, 'gift', true);
      await shows(options, 'receiver');
      expect(has(options, 'platform')).to.equal(false);
      await enter(options, 'receiver', '12');
      expect(fault(options, 'receiver')).to.contain('SteamID64');
      await enter(options, 'receiver', '76561198152492642');
      expect(options.value.giftTo).to.deep.equal({platform: 'steam', id: '76561198152492642'});
    });

    it('says when it cannot be asked, and asks again with the next tick', async () => {
      const stub = shopWith(product());
      let tries = 0;
      const answer = () => tries++ ? Promise.resolve({platform: 'rust'}) : Promise.reject(failure('network'));
      Object.assign(stub.shop.catalog, {store: answer});
      const options = await place(stub);
      await enter(options, 'gift', true);
      await until(() => fault(options, 'gift').includes('connection'));
      expect(control(options, 'gift').checked).to.equal(false);
      await enter(options, 'gift', true);
      await shows(options, 'receiver');
      expect(fault(options, 'gift')).to.equal('');
    });

    it('is no subscription, and not there where the product forbids it', async () => {
      const options = await place(shopWith(product({allow_subscription: true})));
      await enter(options, 'gift', true);
      await enter(options, 'subscription', true);
      expect(control(options, 'gift').disabled).to.equal(true);
      expect(control(options, 'gift-hint').textContent).to.equal('A subscription cannot be a gift.');
      expect([options.value.giftTo, options.checkValidity()]).to.deep.equal([undefined, true]);
      expect(has(await place(shopWith(product({is_gifting_disabled: true}))), 'gift')).to.equal(false);
      const only = product({allow_one_time_purchase: false, allow_subscription: true});
      expect(has(await place(shopWith(only)), 'gift')).to.equal(false);
    });
  });

  describe('quantity', () => {
    it('steps and stays within what the customer can have', async () => {
      const options = await place(shopWith(product({stock: {available_to_purchase: true, customer_available: 3}})));
      const [less, more] = options.shadowRoot!.querySelectorAll<HTMLButtonElement>('.stepper button');
      const heard: string[] = [];
      for (const type of ['input', 'change']) options.addEventListener(type, event => heard.push(event.type));
      expect(less!.disabled).to.equal(true);
      more!.click();
      await options.updateComplete;
      more!.click();
      await options.updateComplete;
      expect([options.value.quantity, more!.disabled, total(options)]).to.deep.equal([3, true, '€3.00']);
      expect(heard).to.deep.equal(['input', 'change', 'input', 'change']);
      await enter(options, 'quantity', '4');
      expect([options.validity.rangeOverflow, fault(options, 'quantity')])
        .to.deep.equal([true, 'You can have 3 at most.']);
      await enter(options, 'quantity', '0');
      expect([options.validity.rangeUnderflow, fault(options, 'quantity')])
        .to.deep.equal([true, 'Please write a whole number, at least 1.']);
    });

    it('is not asked for where there can be one only, and nothing is when it is sold out', async () => {
      const one = await place(shopWith(product({stock: {available_to_purchase: true, customer_available: 1}})));
      expect(has(one, 'quantity')).to.equal(false);
      const none = await place(shopWith(product({stock: {available_to_purchase: true, customer_available: 0}})));
      expect(none.matches(':state(sold-out)')).to.equal(true);
      expect([none.validationMessage, none.shadowRoot!.querySelector('fieldset')!.disabled])
        .to.deep.equal(['Sold out', true]);
    });
  });

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

  describe('without the product', () => {
    it('shows what the page has put in, and that it is loading', async () => {
      const stub = stubShop(null);
      stub.on('product', () => new Promise(() => {}));
      const options = await mount<PaynowOptions>(
        `<paynow-options store-id="${stub.id}" product-id="vip"><a>Ask us</a></paynow-options>`);
      expect(options.matches(':state(busy)')).to.equal(true);
      expect(options.checkVisibility() && options.querySelector('a')!.checkVisibility()).to.equal(true);
      expect([options.checkValidity(), options.validationMessage]).to.deep.equal([false, 'Loading the options']);
      await until(() => stub.calls.some(([name, key]) => name === 'product' && key === 'vip'));
      know(stub, product());
      await options.updateComplete;
      expect(options.querySelector('a')!.checkVisibility()).to.equal(false);
    });

    it('says why it could not be read, and reads it again', async () => {
      const stub = stubShop(null);
      const options = await place(stub);
      stub.shop.catalog.publish(new Map([['vip', {status: 'failed', error: failure('network')}]]));
      await until(() => options.matches(':state(failed)'));
      await until(() => part(options, 'error').textContent!.includes('connection'));
      const asked = stub.calls.length;
      part(options, 'retry-button').click();
      await until(() => stub.calls.length > asked);
      expect(await options.complete()).to.equal(undefined);
    });

    it('says what the page has left out', async () => {
      const options = await place(stubShop(null), '');
      await until(() => part(options, 'error').textContent!.includes('product-id'));
      const lost = await mount<PaynowOptions>('<paynow-options product-id="vip"></paynow-options>');
      await until(() => part(lost, 'error').textContent!.includes('data-store-id'));
      expect(await lost.complete()).to.equal(undefined);
    });

    it('follows another product', async () => {
      const stub = shopWith(product({custom_variables: [colour]}));
      const options = await place(stub);
      know(stub, product({id: '8', slug: 'kit', custom_variables: [prefix]}));
      options.productId = 'kit';
      await options.updateComplete;
      expect(has(options, 'variable-0')).to.equal(true);
      expect(options.value).to.deep.equal({quantity: 1});
    });

    it('belongs to the product around it', async () => {
      const stub = shopWith(product());
      const options = await place(stub, '', '<paynow-product product-id="vip">', '</paynow-product>');
      expect(options.value).to.deep.equal({quantity: 1});
    });
  });
});
