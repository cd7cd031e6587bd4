import {expect} from '@open-wc/testing';
import {money} from '../../src/i18n/format.js';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('money', () => {
  it('has the digits of the currency', () => {
    expect(plain(money(123_456, 'usd', 'en'))).to.equal('$1,234.56');
    expect(plain(money(1_234, 'JPY', 'en'))).to.equal('¥1,234');
    expect(plain(money(1_234_567, 'kwd', 'en'))).to.equal('KWD 1,234.567');
  });

  it('is written the way of the language', () => {
    expect(plain(money(123_456, 'eur', 'de'))).to.equal('1.234,56 €');
    expect(plain(money(123_456, 'eur', 'fr'))).to.equal('1 234,56 €');
    expect(plain(money(-500, 'eur', 'en'))).to.equal('-€5.00');
  });

  it('survives a language or a currency that is none', () => {
    expect(plain(money(500, 'jpy', 'not a language'))).to.equal('¥500');
    expect(money(500, 'gold!', 'de')).to.equal('5.00 GOLD!');
  });
});
