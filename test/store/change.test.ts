import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {merge, newChange} from '../../src/store/change.js';
import type {Change} from '../../src/store/change.js';

const change = (id: string, state: Change['state']): Change =>
  ({...newChange('add', {productId: 'vip'}, 1, {state, customer: null, name: 'VIP'}), id});

const namesOf = (changes: readonly Change[]): string => changes.map(({id}) => id).join(' ');

describe('the changes of two tabs in one list', () => {
  it('are in the order in which they were pressed', () => {
    const [one, two] = [['a1', 'a4', 'a5'], ['a2', 'a3', 'a6']].map(ids => ids.map(id => change(id, 'waiting')));
    expect(namesOf(merge(one!, two!))).to.equal('a1 a2 a3 a4 a5 a6');
    expect(namesOf(merge(two!, one!))).to.equal('a1 a2 a3 a4 a5 a6');
  });

  it('begin with what went out already', () => {
    const early = [change('a1', 'waiting')];
    const late = [change('a2', 'sending'), change('a3', 'waiting')];
    expect(namesOf(merge(early, late))).to.equal('a2 a1 a3');
    expect(namesOf(merge(late, early))).to.equal('a2 a1 a3');
  });

  it('keep the order of each tab, whatever its clock says, and none is missing or there twice', () => {
    const list = fc.array(
      fc.record({time: fc.nat(9), state: fc.constantFrom<Change['state']>('checking', 'waiting', 'sending')}),
    );
    fc.assert(fc.property(list, list, (...lists) => {
      const [one, two] = lists.map((entries, tab) =>
        entries.map(({time, state}, index) => change(`${time}-${tab}-${index}`, state)));
      const merged = merge(one!, two!);
      expect(merged.filter(entry => one!.includes(entry))).to.deep.equal(one);
      expect(merged.filter(entry => two!.includes(entry))).to.deep.equal(two);
      expect(merged).to.have.length(one!.length + two!.length);
    }));
  });
});
