import {expect} from '@open-wc/testing';
import {duration, ending, percent} from '../../src/i18n/words.js';

const plain = (text: string | undefined): string | undefined => text?.replace(/[\u00a0\u202f]/g, ' ');
const day = 86_400_000;

describe('a share', () => {
  it('is written the way of the language, with two digits after the point at most', () => {
    expect([21, 7.7, 8.126, 0, 100].map(value => percent(value, 'en'))).to.deep.equal([
      '21%',
      '7.7%',
      '8.13%',
      '0%',
      '100%',
    ]);
    expect(plain(percent(7.7, 'de'))).to.equal('7,7 %');
  });

  it('is English in a language that is none', () => {
    expect(percent(21, 'not a language')).to.equal('21%');
  });
});

describe('a length of time', () => {
  it('is said in words, in the number that fits', () => {
    const lengths = [duration(1, 'day', 'en'), duration(7, 'day', 'en'), duration(2, 'week', 'en')];
    expect(lengths).to.deep.equal(['1 day', '7 days', '2 weeks']);
    expect([duration(1, 'month', 'de'), duration(3, 'year', 'de')]).to.deep.equal(['1 Monat', '3 Jahre']);
  });

  it('is not that of another unit or language asked for before', () => {
    expect(duration(2, 'day', 'en')).to.equal('2 days');
    expect(duration(2, 'month', 'en')).to.equal('2 months');
    expect(duration(2, 'day', 'de')).to.equal('2 Tage');
    expect(duration(2, 'day', 'en')).to.equal('2 days');
  });

  it('is English in a language that is none', () => {
    expect(duration(7, 'day', 'not a language')).to.equal('7 days');
  });

  it('in a unit that is none is refused, and again so the next time', () => {
    for (let time = 0; time < 2; time++) expect(() => duration(7, 'moon', 'en')).to.throw(RangeError);
  });
});

describe('the end of something', () => {
  // Months count from 0; the time zone is that of whoever runs the tests, as for a reader.
  const noon = new Date(2026, 4, 10, 12).getTime();
  const end = (ms: number, lang = 'en'): string | undefined =>
    plain(ending(new Date(noon + ms).toISOString(), lang, noon));

  it('is a time while that is today, and a day from midnight on', () => {
    expect(end(day / 2 - 60_000)).to.equal('11:59 PM');
    expect(end(day / 2)).to.equal('May 11');
    expect(end(60_000, 'de')).to.equal('12:01');
  });

  it('has the year from 300 days on', () => {
    expect(end(299 * day)).to.equal('March 5');
    expect(end(301 * day)).to.equal('March 7, 2027');
    expect(end(301 * day, 'de')).to.equal('7. März 2027');
  });

  it('is nothing when it is over, is now, or is no moment', () => {
    expect([end(-1), end(0), ending('soon', 'en', noon), ending('', 'en', noon)]).to.deep.equal([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(end(1)).to.equal('12:00 PM');
  });

  it('is seen from now where nothing else is said', () => {
    expect(ending(new Date(Date.now() - day).toISOString(), 'en')).to.equal(undefined);
    expect(ending(new Date(Date.now() + day).toISOString(), 'en')).to.be.a('string');
  });
});
