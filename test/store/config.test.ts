import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {checkConfig, readConfig} from '../../src/store/config.js';
import type {Config} from '../../src/store/config.js';
import {until} from '../support/dom.js';
import {openPage} from './frames.js';
import './shops.js';

const store = '411486491630370816';

/** A good value and bad ones for each setting that has a rule. */
const values: [keyof Config, good: unknown, ...bad: unknown[]][] = [
  ['storeId', store, 'emberfall', '', '4114x', '-1', '1'.repeat(21), 411486491630370816, null],
  ['apiUrl', 'https://api.example/base', 'api.paynow.gg', 'ftp://x', 'javascript:alert(1)', '/v1'],
  ['currency', 'EUR', 'euro', '€', 'e', 7],
  ['country', 'de', 'Germany', 'D', 'D1'],
  ['authUrl', '/auth', 'javascript:alert(1)', 'data:text/html,x', 'a b'],
  ['signInUrl', 'https://shop.test/sign-in', 'javascript:alert(1)', 'mailto:x@y'],
  ['returnUrl', './thanks', 'javascript:alert(1)'],
  ['cancelUrl', '?back', 'vbscript:x'],
  ['checkout', 'new-tab', 'popup', 'Redirect', ''],
  ['persist', 'session', 'cookies', true],
  ['theme', 'dark', 'black'],
  ['affiliateParameter', 'via', 'a b&c', 'r'.repeat(41)],
  ['affiliateParameter', ''],
  ['affiliateDays', '14', 'a month', '', '-1', '12345', 1.5],
  ['affiliateDays', 14],
  ['analytics', 'ga4', 'ua', '', true],
  ['paynowJsUrl', 'https://cdn.shop.test/paynow.js', 'javascript:alert(1)'],
];

describe('configuration', function () {
  this.timeout(20_000);

  for (const [name, good, ...bad] of values) {
    it(`${name}: takes what is right, and says of what is wrong where it stands and how to mend it`, () => {
      const {config, errors} = checkConfig({[name]: good}, 'here');
      expect(errors).to.deep.equal([]);
      expect(config).to.deep.equal({[name]: good});
      for (const value of bad) {
        const checked = checkConfig({[name]: value, lang: 'de'} as Config, 'the script tag');
        expect(checked.config, String(value)).to.deep.equal({lang: 'de'});
        expect(checked.errors).to.have.length(1);
        expect(checked.errors[0]).to.include({name: 'PaynowError', kind: 'configuration'});
        expect(checked.errors[0]!.message).to.match(
          new RegExp(`^${name} "[^]{0,60}" on the script tag cannot be used: write .+\\.$`),
        );
      }
    });
  }

  it('forgives white space around a value, and does not keep it', () => {
    const {config, errors} = checkConfig({storeId: ` ${store}\n`, currency: ' eur', country: 'de '}, 'here');
    expect(errors).to.deep.equal([]);
    expect(config).to.deep.equal({storeId: store, currency: 'eur', country: 'de'});
  });

  it('takes undefined as the default', () => {
    expect(checkConfig({currency: undefined, theme: undefined}, 'here').errors).to.deep.equal([]);
  });

  it('keeps every right setting whatever wrong ones stand beside it', () => {
    const entry = fc
      .constantFrom(...values)
      .chain(([name, good, ...bad]) =>
        fc.constantFrom(good, ...bad).map(value => ({name, value, isGood: value === good})),
      );
    fc.assert(
      fc.property(fc.uniqueArray(entry, {selector: ({name}) => name}), entries => {
        const {config, errors} = checkConfig(Object.fromEntries(entries.map(({name, value}) => [name, value])), 'here');
        const right = entries.filter(({isGood}) => isGood);
        expect(config).to.deep.equal(Object.fromEntries(right.map(({name, value}) => [name, value])));
        expect(errors).to.have.length(entries.length - right.length);
      }),
    );
  });

  it('never repeats a long wrong value in full', () => {
    const [error] = checkConfig({storeId: 'x'.repeat(100_000)}, 'here').errors;
    expect(error!.message.length).to.be.below(250);
  });

  it('takes any word about consent for the wish to ask, and says the right one', () => {
    expect(checkConfig({analyticsConsent: 'required'}, 'here').errors).to.deep.equal([]);
    for (const word of ['yes', 'Required', '']) {
      const {config, errors} = checkConfig({analyticsConsent: word} as unknown as Config, 'here');
      expect(config.analyticsConsent, word).to.equal('required');
      expect(errors[0]!.message).to.equal(`analyticsConsent "${word}" on here cannot be used: write required.`);
    }
  });

  it('reads the data of a tag: what is empty only where that switches off, and nothing that a text cannot be', () => {
    const tag = document.createElement('script');
    const given: Record<string, string> = {
      'store-id': store,
      'promo-codes': 'A,B',
      'auto-redirect': '',
      'affiliate-parameter': '',
      'affiliate-days': '14 ',
      analytics: 'ga4',
      currency: ' usd ',
      theme: '',
      lang: '  ',
      fetch: 'x',
    };
    for (const [name, value] of Object.entries(given)) tag.setAttribute(`data-${name}`, value);
    expect(readConfig(tag.dataset)).to.deep.equal({
      storeId: store,
      promoCodes: 'A,B',
      autoRedirect: true,
      affiliateParameter: '',
      affiliateDays: '14',
      analytics: 'ga4',
      currency: 'usd',
    });
    tag.dataset['autoRedirect'] = 'false';
    expect(readConfig(tag.dataset).autoRedirect).to.equal(false);
  });
});

describe('a wrong setting', function () {
  this.timeout(20_000);

  it('is said once on the console, whoever sets it how often; all else is in force', async () => {
    const {configure, getShop, said} = await openPage();
    for (let time = 0; time < 3; time++) configure({storeId: store, currency: 'euro', checkout: 'popup' as 'redirect'});
    expect(said).to.have.length(2);
    expect(said[0]).to.equal(
      'paynow-elements: currency "euro" on configure() cannot be used: write three letters, such as EUR.',
    );
    expect(said[1]).to.contain('write redirect, overlay or new-tab');
    expect(getShop().id).to.equal(store);
    expect(getShop().config).to.not.have.any.keys('currency', 'checkout');
  });

  it('does not take the place of a right one that was set before', async () => {
    const {configure, getShop} = await openPage();
    configure({storeId: store, currency: 'usd'});
    configure({storeId: 'emberfall', currency: 'euro', country: 'DE'});
    expect(getShop().id).to.equal(store);
    expect(getShop().config).to.include({currency: 'usd', country: 'DE', storeId: store});
  });

  it('is said once on the console even by two copies of the script', async () => {
    const page = await openPage();
    page.configure({currency: 'euro'});
    const copy = page.window.document.createElement('script');
    copy.type = 'module';
    copy.textContent = `import {configure} from '/src/store/registry.ts?copy';
      configure({currency: 'euro'}); window.isDone = true;`;
    page.window.document.head.append(copy);
    const copied = page.window as {isDone?: boolean};
    await until(() => copied.isDone);
    expect(page.said).to.have.length(1);
  });
});
