import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {createCartCheckout, getProduct, getProducts, isPaynowError, putCartLine} from '../../src/api/index.js';
import type {CartLineOptions, CheckoutOptions} from '../../src/api/index.js';
import {answered, aProduct, aSession} from './support.js';

const identifier = fc.stringMatching(/^[\w-]+$/);
/** Any text that JavaScript can hold without half a surrogate pair. */
const unicode = fc.string({unit: 'binary'});
const digits = fc.stringMatching(/^\d{1,20}$/);

describe('what is given arrives', () => {
  it('custom variables with any text, each under its identifier', async () => {
    await fc.assert(fc.asyncProperty(fc.dictionary(identifier, unicode, {maxKeys: 5}), async customVariables => {
      const {client, sent} = answered({});
      await putCartLine(client, {productId: '1', customVariables});
      const {url} = sent[0]!;
      expect(url.search).to.match(/^\?[!-~]+$/, 'only visible ASCII').and.not.contain('+');
      const expected = Object.entries(customVariables).map(([key, value]) => [`custom_variables[${key}]`, value]);
      expect([...url.searchParams]).to.deep.equal([['product_id', '1'], ...expected]);
      // Readers that know nothing of forms have to get the same.
      const plain = url.search.slice(1).split('&').map(pair => pair.split('=').map(decodeURIComponent));
      expect(plain).to.deep.equal([...url.searchParams]);
    }));
  });

  it('half a surrogate pair does no harm to the rest', async () => {
    const {client, sent} = answered({});
    await putCartLine(client, {productId: '1', customVariables: {a: 'x\uD83Dy', b: 'z'}});
    expect(sent[0]?.url.searchParams.get('custom_variables[b]')).to.equal('z');
    expect(sent[0]?.url.searchParams.get('custom_variables[a]')).to.equal('x\uFFFDy');
  });

  it('any slug, as one part of the path', async () => {
    const slug = unicode.filter(text => text !== '' && text !== '.' && text !== '..');
    await fc.assert(fc.asyncProperty(slug, async idOrSlug => {
      const {client, sent} = answered(aProduct());
      await getProduct(client, {idOrSlug});
      const parts = sent[0]!.url.pathname.split('/');
      expect(parts).to.have.length(5);
      expect(decodeURIComponent(parts[4]!)).to.equal(idOrSlug);
    }));
  });

  it('any tags, in their order', async () => {
    await fc.assert(fc.asyncProperty(fc.array(unicode.filter(Boolean), {maxLength: 5}), async tags => {
      const {client, sent} = answered([]);
      await getProducts(client, {tags});
      expect(sent[0]?.url.searchParams.getAll('tag')).to.deep.equal(tags);
    }));
  });

  it('any quantity of 32 bits', async () => {
    await fc.assert(fc.asyncProperty(fc.integer(), digits, async (quantity, productId) => {
      const {client, sent} = answered({});
      await putCartLine(client, {productId, quantity, increment: true});
      expect(sent[0]?.url.searchParams.get('quantity')).to.equal(String(quantity));
      expect(sent[0]?.url.searchParams.get('product_id')).to.equal(productId);
    }));
  });

  it('any promo codes', async () => {
    await fc.assert(fc.asyncProperty(fc.array(unicode.filter(Boolean), {minLength: 1}), async promoCodes => {
      const {client, sent} = answered(aSession);
      await createCartCheckout(client, {promoCodes});
      expect(JSON.parse(sent[0]!.body)).to.deep.equal({promo_codes: promoCodes});
    }));
  });
});

const known = ['product_id', 'quantity', 'increment', 'subscription', 'trial', 'gameserver_id', 'gift_to_customer_id',
  'gift_to.platform', 'gift_to.id'];

describe('whatever is given', () => {
  const anything = fc.anything({withNullPrototype: true, withBigInt: true, withDate: true});
  const outcome = async (work: () => Promise<unknown>): Promise<string> => {
    try {
      await work();
      return 'sent';
    } catch (error) {
      if (isPaynowError(error)) return error.kind;
      throw error;
    }
  };

  it('a line is either sent in good form or refused as configuration', async () => {
    const options = fc.record({
      productId: fc.oneof(digits, anything), quantity: anything, increment: anything, subscription: anything,
      trial: anything, gameserverId: anything, giftToCustomerId: anything,
      customVariables: fc.oneof(anything, fc.dictionary(fc.string(), anything)),
      giftTo: fc.oneof(anything, fc.record({platform: fc.oneof(fc.constant('steam'), anything), id: anything})),
    }, {requiredKeys: []});
    await fc.assert(fc.asyncProperty(options, async given => {
      const {client, sent} = answered({});
      const result = await outcome(() => putCartLine(client, given as CartLineOptions));
      expect(result).to.be.oneOf(['sent', 'configuration']);
      expect(sent).to.have.length(result === 'sent' ? 1 : 0);
      for (const {url} of sent) {
        expect(url.searchParams.get('product_id')).to.match(/^\d{1,20}$/);
        expect(url.searchParams.get('quantity') ?? '0').to.match(/^-?\d{1,10}$/);
        for (const key of url.searchParams.keys()) {
          if (!known.includes(key)) expect(key).to.match(/^custom_variables\[[\w-]+\]$/);
        }
      }
    }), {numRuns: 300});
  });

  it('a checkout is either sent in good form or refused as configuration', async () => {
    const options = fc.record({
      promoCodes: fc.oneof(anything, fc.array(fc.string())), affiliateCode: anything,
      couponId: fc.oneof(digits, anything), returnUrl: fc.oneof(fc.webUrl(), anything),
      cancelUrl: fc.oneof(fc.webUrl(), fc.string()), autoRedirect: fc.oneof(fc.boolean(), anything),
    }, {requiredKeys: []});
    await fc.assert(fc.asyncProperty(options, async given => {
      const {client, sent} = answered(aSession);
      const result = await outcome(() => createCartCheckout(client, given as CheckoutOptions));
      expect(result).to.be.oneOf(['sent', 'configuration']);
      expect(sent).to.have.length(result === 'sent' ? 1 : 0);
      for (const {body} of sent) {
        const {auto_redirect, return_url} = JSON.parse(body) as Record<string, unknown>;
        if (auto_redirect) expect(return_url).to.match(/^https?:\/\//i);
      }
    }), {numRuns: 300});
  });
});
