import {expect} from '@open-wc/testing';
import {announce, announceInside} from '../../src/elements/announcer.js';
import {until} from '../support/dom.js';

const regions = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[role=status]')];

describe('announcer', () => {
  it('has one polite region for the page, which nobody sees', async () => {
    announce('one');
    announce('two');
    await until(() => regions()[0]?.textContent === 'two');
    expect(regions().length).to.equal(1);
    expect(regions()[0]!.ariaLive).to.equal('polite');
    expect(regions()[0]!.getBoundingClientRect().width).to.be.lessThan(2);
  });

  it('says the same words twice', async () => {
    announce('again');
    await until(() => regions()[0]?.textContent === 'again');
    announce('again');
    expect(regions()[0]!.textContent).to.equal('');
    await until(() => regions()[0]?.textContent === 'again');
  });

  it('follows the dialogs that are open, the last one first', () => {
    const [one, two] = [document.createElement('div'), document.createElement('div')];
    announceInside(one, true);
    announceInside(two, true);
    expect(two.childElementCount).to.equal(1);
    announceInside(two, false);
    expect(one.childElementCount).to.equal(1);
    announceInside(one, false);
    expect(regions()[0]!.parentElement).to.equal(document.body);
  });
});
