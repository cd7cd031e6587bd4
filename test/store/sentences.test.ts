import {expect} from '@open-wc/testing';
import {PaynowError} from '../../src/api/errors.js';
import {explain} from '../../src/i18n/explain.js';
import {loadLanguage, messages} from '../../src/i18n/messages.js';

/** What the store refuses by itself, and a shopper may come to read. */
const codes = [
  'unknown-line', 'checkout-open', 'cart-empty', 'cart-changed', 'changed-elsewhere', 'choice-required', 'sold-out',
  'gift-subscription', 'gift-disabled', 'no-subscription', 'subscription-only', 'no-trial', 'unknown-gameserver',
  'unconfigured',
];

describe('what the store refuses', () => {
  for (const lang of ['en', 'de']) {
    it(`has a sentence of its own in ${lang}, never the one for a shop that is set up wrongly`, async () => {
      await loadLanguage(lang);
      const text = messages(lang);
      const say = (code: string): string => explain(new PaynowError('', {kind: 'configuration', code}), text);
      const general = say('no-such-code');
      expect(codes.filter(code => say(code) === general || say(code) === '')).to.deep.equal([]);
    });
  }
});
