import {expect} from '@open-wc/testing';
import '../../src/elements/options.js';
import {until} from '../support/dom.js';
import {control, enter, fault, has, place, product, shopWith, shows, texts, total} from './options-support.js';
import {cart, failure, line} from './support.js';

describe('paynow-options, the purchase', () => {
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

    it('says in bold which way is chosen', async () => {
      const options = await place(shopWith(product(every)));
      const weights = (): string[] => [...options.shadowRoot!.querySelectorAll('.mode > span:first-of-type')]
        .map(name => getComputedStyle(name).fontWeight);
      expect(weights()).to.deep.equal(['600', '400', '400']);
      await enter(options, 'subscription', true);
      expect(weights()).to.deep.equal(['400', '600', '400']);
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
});
