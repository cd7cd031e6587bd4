import {expect} from '@open-wc/testing';
import '../../src/elements/checkout-button.js';
import {dropMark, isHere, leaveWith, readMark} from '../../src/elements/resume-mark.js';
import type {Mark} from '../../src/elements/resume-mark.js';
import {nextFrame, until} from '../support/dom.js';
import {place} from './sign-in-support.js';

const {origin, pathname} = location;
const left = (page: string): Mark => ({storeId: '1', page, at: Date.now()});

describe('what goes on after signing in elsewhere', function () {
  this.timeout(20_000);

  it('does so on the page that was left, whatever the site has added to its address, and on no other', () => {
    for (const [page, is] of [
      [location.href, true],
      [`${origin}${pathname}#cart`, true],
      [`${origin}${pathname}?page_id=12`, false],
      [`${origin}/account`, false],
      [`https://other.test${pathname}`, false],
      ['', false],
    ] as const) expect(isHere(left(page)), page).to.equal(is);
  });

  it('is left once, and forgotten after half an hour', () => {
    leaveWith({id: '7', config: {}} as Parameters<typeof leaveWith>[0], {promoCodes: 'TEN'});
    const mark = readMark()!;
    expect(mark).to.include({storeId: '7', promoCodes: 'TEN', page: location.href});
    dropMark();
    expect(readMark()).to.equal(undefined);
    sessionStorage.setItem('paynow.resume', JSON.stringify({...mark, at: Date.now() - 31 * 60_000}));
    expect(readMark()).to.equal(undefined);
    expect(sessionStorage.getItem('paynow.resume')).to.equal(null);
  });

  it('is not taken away by the page on which somebody is about to sign in', async () => {
    const {shop} = await place('<paynow-checkout-button store-id="STORE"></paynow-checkout-button>');
    leaveWith(shop, {seen: {lines: [], total: 0}});
    const mark = {...readMark()!, page: `${origin}/shop`};
    sessionStorage.setItem('paynow.resume', JSON.stringify(mark));
    await import('../../src/elements/resume.js');
    await until(() => shop.session.state.status === 'signed-out');
    await nextFrame();
    expect(readMark()).to.deep.equal(mark);
  });

  it('is over for whoever comes back out of the back-forward cache', async () => {
    const {shop} = await place('<paynow-checkout-button store-id="STORE"></paynow-checkout-button>');
    leaveWith(shop, {seen: {lines: [], total: 0}});
    expect(readMark()).to.include({storeId: shop.id});
    dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
    expect(sessionStorage.getItem('paynow.resume')).to.equal(null);
  });
});
