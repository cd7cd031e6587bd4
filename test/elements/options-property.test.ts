import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import '../../src/elements/options.js';
import {createClient, putCartLine} from '../../src/api/index.js';
import type {Product} from '../../src/api/index.js';
import {isPaynowError} from '../../src/api/errors.js';
import {explain} from '../../src/i18n/explain.js';
import {targetOf} from '../../src/store/line.js';
import {completeTarget} from '../../src/store/rules.js';
import {mount} from '../support/dom.js';
import {know, product} from './options-support.js';
import {stubShop} from './support.js';

const count = fc.integer({min: -5, max: 2 ** 31 - 1});
const word = fc.oneof(fc.string({maxLength: 8}), fc.string({unit: 'binary', maxLength: 8}));
const name = fc.oneof(fc.constantFrom('constructor', '__proto__', 'a', 'b-c', 'é', ''), word);
const digits = fc.oneof(fc.nat().map(String), word);
const option = fc.record({name: word, value: word, price: count, is_default: fc.boolean(), sort_order: count});
const variable = fc.record({
  identifier: name, name: word, description: word, type: fc.oneof(fc.constantFrom('dropdown', 'text', 'number'), word),
  value_regex: fc.option(fc.oneof(fc.constantFrom('^[a-z]+$', '(?i)x', '[[:digit:]]', '(', '\\d+'), word)),
  options: fc.array(option, {maxLength: 4}),
});
const scale = fc.oneof(fc.constantFrom('day', 'week', 'month', 'year', 'constructor'), word);
const anyProduct: fc.Arbitrary<Product> = fc.record({
  id: digits, slug: word, name: word, price: count, currency: fc.oneof(fc.constantFrom('eur', 'jpy', 'kwd'), word),
  pricing: fc.option(fc.record({price_original: count, price_final: count})),
  stock: fc.option(fc.record({available_to_purchase: fc.boolean(), customer_available: fc.option(count)})),
  trial: fc.record({enabled: fc.boolean(), eligible: fc.boolean(), period_value: count, period_scale: scale}),
  allow_one_time_purchase: fc.boolean(), allow_subscription: fc.boolean(), subscription_interval_value: count,
  subscription_interval_scale: scale, is_gifting_disabled: fc.boolean(), single_game_server_only: fc.boolean(),
  gameservers: fc.array(fc.record({id: digits, name: word, enabled: fc.boolean()}), {maxLength: 3}),
  custom_variables: fc.array(variable, {maxLength: 3}),
}).map(wish => product(wish));
const typed = fc.oneof(fc.constantFrom('', 'abc', '12', '-1,5', ' x '), word);

/** What the request asks for, or the error that kept it from being sent. */
const request = async (line: Parameters<typeof putCartLine>[1]): Promise<URLSearchParams | unknown> => {
  let sent: URLSearchParams | undefined;
  const fetch = (asked: Request): Promise<Response> => {
    sent = new URL(asked.url).searchParams;
    return Promise.resolve(new Response(null, {status: 204}));
  };
  const client = createClient({storeId: '1', token: 'token', fetch});
  return putCartLine(client, line).then(() => sent, (error: unknown) => error);
};

describe('paynow-options with any product that the shop may send', () => {
  it('is drawn, and what is chosen is either bought as it stands there or refused with a sentence', async function () {
    this.timeout(30_000);
    const stub = stubShop(null);
    Object.assign(stub.shop.catalog, {store: () => Promise.resolve({platform: 'minecraft'})});
    const options = await mount<HTMLElementTagNameMap['paynow-options']>(
      `<paynow-options store-id="${stub.id}"></paynow-options>`);
    let bought = 0;
    await fc.assert(fc.asyncProperty(anyProduct, fc.array(typed, {minLength: 4, maxLength: 4}), async (any, texts) => {
      const known = {...any, slug: `p${any.slug}`};
      know(stub, known);
      options.productId = known.slug.trim();
      stub.shop.catalog.publish(new Map([[options.productId, {status: 'ready', product: known}]]));
      options.value = {quantity: 2};
      await options.updateComplete;
      const root = options.shadowRoot!;
      expect(root.querySelector('fieldset')).to.not.equal(null);
      const controls = root.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[id^="variable-"][part="control"]');
      controls.forEach((control, index) => {
        if (control instanceof HTMLSelectElement) control.selectedIndex = control.options.length - 1;
        else control.value = texts[index] ?? '';
        control.dispatchEvent(new Event(control instanceof HTMLSelectElement ? 'change' : 'input', {bubbles: true}));
      });
      await options.updateComplete;
      if (!options.checkValidity()) {
        expect(options.validationMessage.trim()).to.not.equal('');
        return;
      }
      bought++;
      const {value} = options;
      const target = completeTarget(known, targetOf({...value, productId: known.id}));
      const sent = await request({...value, ...target} as Parameters<typeof putCartLine>[1]);
      if (isPaynowError(sent)) {
        expect(explain(sent, options.text).trim()).to.not.equal('');
        return;
      }
      expect(sent).to.be.instanceOf(URLSearchParams);
      const query = sent as URLSearchParams;
      expect(query.get('quantity')).to.equal(String(value.quantity));
      for (const {identifier} of known.custom_variables) {
        const chosen = new Map(Object.entries(value.customVariables!)).get(identifier);
        expect(query.get(`custom_variables[${identifier}]`)).to.equal(chosen);
      }
    }), {numRuns: 250});
    expect(bought).to.be.greaterThan(10);
  });
});
