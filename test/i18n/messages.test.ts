import {expect} from '@open-wc/testing';
import {messages as german} from '../../src/i18n/de.js';
import {en} from '../../src/i18n/en.js';
import type {Messages} from '../../src/i18n/en.js';
import {builtIn, languages} from '../../src/i18n/languages.js';
import {loadLanguage, messages, registerMessages, supply, texts} from '../../src/i18n/messages.js';
import {plural} from '../../src/i18n/plural.js';

describe('messages', () => {
  before(() => supply('', en));

  it('fall back from the region to the language to English', () => {
    supply('xa', {cart: 'A'});
    expect(messages('xa-XB').cart).to.equal('A');
    expect(messages('xa-Latn-XB').cart).to.equal('A');
    expect(messages('xa').total).to.equal('Total');
    expect(messages('en-GB').total).to.equal('Total');
    expect(messages('').total).to.equal('Total');
  });

  it('of the page win over ours, whichever comes first', () => {
    registerMessages('xc', {cart: 'page'});
    supply('xc', {cart: 'ours', total: 'ours'});
    expect([messages('xc').cart, messages('xc').total]).to.deep.equal(['page', 'ours']);
    registerMessages('en', {retry: 'Again'});
    supply('', {retry: 'Try again'});
    expect(messages('xc').retry).to.equal('Again');
    registerMessages('en', {retry: 'Try again'});
  });

  it('tell when the page changes them', () => {
    let changes = 0;
    texts.addEventListener('change', () => changes++, {once: true});
    registerMessages('xd', {cart: 'x'});
    expect(changes).to.equal(1);
  });

  it('take any tag that a page can have', () => {
    for (const lang of ['__proto__', 'constructor', 'x', '-', 'zh-Hant-TW', 'EN'])
      expect(messages(lang).total, lang).to.equal('Total');
  });

  it('load a language with its regions, and nothing for English or a language that we do not have', async () => {
    await loadLanguage('de-AT');
    expect(messages('de-AT').cart).to.equal('Warenkorb');
    await loadLanguage('en-US');
    await loadLanguage('tlh');
    expect([builtIn('DE-ch'), builtIn('tlh'), builtIn('constructor')]).to.deep.equal(['de', undefined, undefined]);
  });
});

describe('plural', () => {
  it('chooses by the rules of the language and writes the number its way', () => {
    const forms = plural('pl')({one: '# sztuka', few: '# sztuki', many: '# sztuk', other: '# sztuki'});
    expect([1, 2, 5, 22].map(forms)).to.deep.equal(['1 sztuka', '2 sztuki', '5 sztuk', '22 sztuki']);
    expect(plural('de')({other: '#'})(12_345)).to.equal('12.345');
  });
});

describe('languages', () => {
  const sample = (text: Messages[keyof Messages]): string =>
    typeof text === 'string' ? text : String((text as (...args: unknown[]) => string)('Fjord', 4711));

  for (const [name, load] of Object.entries({...languages, de: () => Promise.resolve({messages: german})})) {
    it(`${name} says everything that English says, with the same names and numbers in it`, async () => {
      const {messages: other} = await load();
      expect(Object.keys(other).sort()).to.deep.equal(Object.keys(en).sort());
      for (const key of Object.keys(en) as (keyof Messages)[]) {
        expect(typeof other[key], key).to.equal(typeof en[key]);
        expect(sample(other[key]).trim(), key).not.to.equal('');
        expect(sample(other[key]).includes('Fjord'), key).to.equal(sample(en[key]).includes('Fjord'));
      }
    });
  }
});
