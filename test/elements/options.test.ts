import {expect} from '@open-wc/testing';
import '../../src/elements/options.js';
import type {PaynowOptions} from '../../src/elements/options.js';
import {mount, part, until} from '../support/dom.js';
import {
  colour, control, enter, fault, has, know, place, plot, prefix, product, servers, shopWith, texts, total,
} from './options-support.js';
import {failure, stubShop} from './support.js';

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

    it('leaves a pattern to the server that could hold up the page over a long text', async () => {
      const options = await place(shopWith(product({custom_variables: [{...prefix, value_regex: '(a+)+'}]})));
      await enter(options, 'variable-0', `${'a'.repeat(60)}!`);
      expect(options.checkValidity()).to.equal(true);
    });

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
