import {expect} from '@open-wc/testing';
import {PaynowError} from '../../src/api/errors.js';
import type {PaynowErrorInfo, PaynowErrorKind} from '../../src/api/errors.js';
import {en} from '../../src/i18n/en.js';
import {explain} from '../../src/i18n/explain.js';

const say = (info: PaynowErrorInfo): string => explain(new PaynowError('raw words of the API', info), en);

describe('explain', () => {
  it('knows every kind', () => {
    const kinds: PaynowErrorKind[] = ['network', 'timeout', 'http', 'schema', 'auth', 'configuration', 'aborted'];
    for (const kind of kinds) expect(say({kind}), kind).to.equal(en[`error.${kind}`]);
  });

  const codes = {
    'out-of-stock': 'error.out-of-stock',
    'sold-out': 'error.out-of-stock',
    not_enough_stock: 'error.not-enough-stock',
    'customer-limit-reached': 'error.limit-reached',
    'product-not-found': 'error.product-not-found',
    'gameserver-required': 'error.choice-required',
    'gameserver-disabled': 'error.gameserver',
    'unknown-gameserver': 'error.gameserver',
    'invalid-custom-variable': 'error.custom-variable',
    'subscription-only': 'error.subscription-required',
    'no-subscription': 'error.subscription-not-allowed',
    'trial-limit-reached': 'error.trial',
    'no-trial': 'error.trial',
    'gift-subscription': 'error.gift',
    'gift-disabled': 'error.gift',
    'gifting-disabled': 'error.gift',
    'gift-card-empty': 'error.promo-code',
    'promo-code-expired': 'error.promo-code',
    'customer-not-found': 'error.customer-not-found',
    'cart-empty': 'error.cart-empty',
    'store-not-found': 'error.configuration',
    'wrong-store': 'error.configuration',
  } as const;
  for (const [code, key] of Object.entries(codes)) {
    it(`knows ${code}`, () => expect(say({kind: 'http', status: 400, code})).to.equal(en[key]));
  }

  it('looks into the details when the code itself says little', () => {
    const details = [{code: 'out-of-stock', message: 'raw', path: 'quantity', validation: 'stock'}];
    expect(say({kind: 'http', status: 400, code: 'validation-error', details})).to.equal(en['error.out-of-stock']);
  });

  it('asks to slow down at 429', () => {
    expect(say({kind: 'http', status: 429, code: 'too-many'})).to.equal(en['error.rate-limited']);
  });

  it('gives the reference where only support can help', () => {
    expect(say({kind: 'http', status: 503, traceId: 'x1'})).to.equal(`${en['error.http']} Reference: x1`);
    expect(say({kind: 'http', status: 400, code: 'never-heard-of', traceId: 'x1'})).to.contain('Reference: x1');
    expect(say({kind: 'http', status: 400, code: 'out-of-stock', traceId: 'x1'})).not.to.contain('x1');
  });

  it('never repeats what the API says', () => {
    for (const code of ['__proto__', 'constructor', 'error', '<b>'])
      expect(say({kind: 'http', code})).not.to.contain('raw');
  });
});
