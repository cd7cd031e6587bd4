import {expect} from '@open-wc/testing';
import {readPageTexts as readFor} from '../../src/elements/page-texts.js';
import {messages, registerMessages, texts} from '../../src/i18n/messages.js';

const readPageTexts = (): void => readFor(registerMessages);

const put = (lang: string, content: unknown): void => {
  const script = document.createElement('script');
  script.type = 'application/json';
  script.dataset['paynowTexts'] = lang;
  script.textContent = typeof content === 'string' ? content : JSON.stringify(content);
  document.head.append(script);
};

const said = (run: () => void): string => {
  const {warn} = console;
  const lines: string[] = [];
  console.warn = (line: string) => lines.push(line);
  try {
    run();
  } finally {
    console.warn = warn;
  }
  return lines.join('\n');
};

describe('texts that a page gives', () => {
  afterEach(() => document.querySelectorAll('script[data-paynow-texts]').forEach(script => script.remove()));

  it('replace ours in their language, with names, amounts and plural forms', () => {
    put('xp', {
      checkout: 'Pay the smith', each: '{1} apiece', save: '{2} off, that is {1}', month: 'Monthly',
      items: {one: '# thing', other: '# things'}, 'error.auth': 'Who goes there?',
    });
    let changes = 0;
    texts.addEventListener('change', () => changes++, {once: true});
    expect(said(readPageTexts)).to.equal('');
    const text = messages('xp');
    expect(changes).to.equal(1);
    expect([text.checkout, text.each('€2'), text.save('€1', '50%'), text.month(1), text['error.auth']])
      .to.deep.equal(['Pay the smith', '€2 apiece', '50% off, that is €1', 'Monthly', 'Who goes there?']);
    expect([text.items(1), text.items(7)]).to.deep.equal(['1 thing', '7 things']);
  });

  it('stay texts, whatever stands in them', () => {
    put('xq', {each: '<b>{1}</b> $& $1 {9}', removed: '# {1}'});
    readPageTexts();
    expect(messages('xq').each('$&')).to.equal('<b>$&</b> $& $1 ');
    expect(messages('xq').removed('Sword')).to.equal('# Sword');
  });

  it('are said to be wrong in a sentence, and the good ones among them count', () => {
    put('xr', {checkout: 'Go', chekout: 'Typo', retry: {other: 'x'}, items: 7, __proto__: null});
    put('xr', 'not json');
    put('xr', ['a']);
    put('', {checkout: 'Nobody speaks it'});
    put('not a language', {items: {other: '#'}});
    const lines = said(readPageTexts);
    expect(messages('xr').checkout).to.equal('Go');
    expect(lines).to.contain('"chekout" is none of the texts').and.to.contain('"retry" is to be a text')
      .and.to.contain('"items" is to be a text').and.to.contain('write a JSON object of texts')
      .and.to.contain('data-paynow-texts="de"');
  });

  it('are read once each', () => {
    put('xs', {checkout: 'Once'});
    readPageTexts();
    let changes = 0;
    texts.addEventListener('change', () => changes++, {once: true});
    readPageTexts();
    expect(changes).to.equal(0);
  });
});
