import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {costOfPattern} from '../../src/elements/pattern-cost.js';

const most = 100_000;
const isQuick = (source: string, length = 40): boolean => costOfPattern(source, length) <= most;

describe('what a pattern may cost', () => {
  for (const source of [
    '^[a-z]{2,4}$', '^[A-Za-z0-9]{2,12}$', '^\\S.{0,15}$', '^([1-9]|[1-5][0-9]|6[0-4])$', '^\\d+$', '\\w+\\.\\w+',
    '^#[0-9a-fA-F]{6}$', '^(red|green|blue)+$', '(?:ab)*', '(\\d{3}-){2}\\d{4}', '^(?P<word>[a-z]+)$', '[]a]+', '\\pL+',
    '^[\\w.-]+@[\\w-]+\\.[a-z]{2,}$', '', 'a|b',
  ]) {
    it(`lets ${source || 'nothing'} be tried`, () => expect(isQuick(source)).to.equal(true));
  }

  for (const source of [
    '(a+)+', '^(a+)+$', '(a*)*b', '(a|a)*b', '(a|ab|b)*c', '([a-z]+)*$', '(?:x+x+)+y',
    '(\\w{1,10}){1,10}!', '((a{1,9}){1,9})',
    '(.*)*', '(a?){30}a{30}', '\\d+\\d+\\d+\\d+\\d+x', '(?=a)b', '(a)\\1', '(?<!a)b', 'a)b',
    'a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?aaaaaaaaaaaaaaaaaaaa',
  ]) {
    it(`leaves ${source} to the server`, () => expect(isQuick(source)).to.equal(false));
  }

  it('grows with the text, so that the same pattern is tried on a short one only', () => {
    expect(isQuick('[a-z]+[a-z]+[a-z]+', 40)).to.equal(true);
    expect(isQuick('[a-z]+[a-z]+[a-z]+', 500)).to.equal(false);
    expect(isQuick('.*', 200_000)).to.equal(false);
  });

  it('never lets a pattern run away, whatever it is made of', function () {
    this.timeout(60_000);
    const {pattern} = fc.letrec<{pattern: string}>(tie => ({
      pattern: fc.oneof(
        {maxDepth: 4},
        fc.constantFrom('a', 'b', '.', '[ab]', '\\w', 'ab', '[^b]'),
        fc.tuple(tie('pattern'), tie('pattern')).map(([one, other]) => one + other),
        fc.tuple(tie('pattern'), tie('pattern')).map(([one, other]) => `(?:${one}|${other})`),
        fc.tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '{1,3}', '{2}', '{2,}', '*?'))
          .map(([one, how]) => `(${one})${how}`),
      ),
    }));
    const texts = ['a'.repeat(60), `${'a'.repeat(59)}!`, `${'ab'.repeat(30)}!`, 'b'.repeat(60)];
    fc.assert(
      fc.property(pattern, source => {
        const compiled = new RegExp(`^(?:${source})$`, 'u');
        for (const text of texts) {
          if (!isQuick(source, text.length)) continue;
          const start = performance.now();
          compiled.test(text);
          expect(performance.now() - start).to.be.below(2_000);
        }
      }),
      {numRuns: 2_000},
    );
  });
});
