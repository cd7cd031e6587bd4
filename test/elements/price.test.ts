import {expect} from '@open-wc/testing';
import '../../src/elements/price.js';
import type {PaynowPrice} from '../../src/elements/price.js';
import {loadLanguage} from '../../src/i18n/messages.js';
import type {Product} from '../../src/api/index.js';
import {inside, mount, part} from '../support/dom.js';
import {product, publish, rank, trial} from './catalog.js';
import {stubShop} from './support.js';
import type {StubShop} from './support.js';

const place = async (attributes = '', content = ''): Promise<[PaynowPrice, StubShop]> => {
  const stub = stubShop();
  const html = `<paynow-price store-id="${stub.id}" product-id="vip" ${attributes}>${content}</paynow-price>`;
  return [await mount<PaynowPrice>(html), stub];
};

/** What is read of the price, hidden words included. */
const read = (element: Element): string =>
  [...element.shadowRoot!.children].filter(({localName}) => localName !== 'slot')
    .map(({textContent}) => textContent?.replaceAll(/\s+/g, ' ').trim()).join(' | ');

const shown = async (wish: Product, attributes = ''): Promise<string> => {
  const [element, stub] = await place(attributes);
  await publish(stub, wish);
  return read(element);
};

const sale = (ends_at?: string | null, wish: Partial<Product> = {}): Product => product({
  pricing: {price_original: 249, price_final: 187, active_sale: {name: 'Thaw', ends_at}}, ...wish,
});

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

describe('paynow-price', () => {
  describe('shows', () => {
    it('what is paid', async () => {
      expect(await shown(product())).to.equal('€4.99');
      expect(await shown(product({pricing: {price_original: 300, price_final: 300}}))).to.equal('€3.00');
    });

    it('in a sale the price before it, struck through and named, and the saving', async () => {
      expect(await shown(sale())).to.equal('€1.87 | was €2.49 | Save €0.62 (25%)');
      const [element, stub] = await place();
      await publish(stub, sale());
      expect(part(element, 'original').localName).to.equal('s');
      expect(inside(element, 's .unseen').getBoundingClientRect().width).to.equal(1);
    });

    it('only what it is told to', async () => {
      expect(await shown(sale(), 'show="final"')).to.equal('€1.87');
      expect(await shown(sale(), 'show="original"')).to.equal('was €2.49');
      expect(await shown(sale(), 'show="saving"')).to.equal('Save €0.62 (25%)');
      expect(await shown(product(), 'show="saving"')).to.equal('');
    });

    it('no saving where the original is lower, and 100 % only for what is free', async () => {
      const with_ = (price_original: number, price_final: number) => product({pricing: {price_original, price_final}});
      expect(await shown(with_(100, 200))).to.equal('€2.00');
      expect(await shown(with_(100_000, 1))).to.equal('€0.01 | was €1,000.00 | Save €999.99 (99%)');
      expect(await shown(with_(100, 0))).to.equal('€0.00 | was €1.00 | Save €1.00 (100%)');
    });

    it('amounts with the digits of their currency', async () => {
      expect(await shown(product({price: 1500, currency: 'jpy'}))).to.equal('¥1,500');
      expect(await shown(product({price: 1500, currency: 'kwd'}))).to.equal('KWD 1.500');
      expect(await shown(product({price: 1500, currency: 'usd'}))).to.equal('$15.00');
    });
  });

  describe('says when a sale ends:', () => {
    it('the day, with the year when that is far away', async () => {
      const day = (date: Date, options: Intl.DateTimeFormatOptions = {}): string =>
        new Intl.DateTimeFormat('en', {day: 'numeric', month: 'long', ...options}).format(date);
      expect(await shown(sale(inDays(40)))).to.contain(`(25%) until ${day(new Date(inDays(40)))}`);
      expect(await shown(sale(inDays(400)))).to.contain(`until ${day(new Date(inDays(400)), {year: 'numeric'})}`);
    });

    it('the time when that is today', async () => {
      const end = new Date();
      end.setHours(23, 59, 59);
      expect(await shown(sale(end.toISOString()))).to.contain('until 11:59 PM');
    });

    it('nothing when it has ended, has no end or an end that is no moment', async () => {
      for (const end of [inDays(-1), null, undefined, 'soon']) expect(await shown(sale(end))).to.match(/\(25%\)$/);
    });
  });

  describe('with tax-note', () => {
    const taxed = (percentage: number, vat_abbreviation = 'DPH') => product({
      pricing: {price_original: 499, price_final: 499, vat_rate: {percentage, vat_abbreviation}},
    });

    it('says which tax is in it', async () => {
      expect(await shown(taxed(21), 'tax-note')).to.equal('€4.99 | incl. 21% DPH');
      expect(await shown(taxed(7.7, 'MWST'), 'tax-note')).to.equal('€4.99 | incl. 7.7% MWST');
    });

    it('says nothing of a tax that is none or unknown, nor without the attribute', async () => {
      expect(await shown(taxed(0), 'tax-note')).to.equal('€4.99');
      expect(await shown(product(), 'tax-note')).to.equal('€4.99');
      expect(await shown(taxed(21))).to.equal('€4.99');
    });
  });

  describe('with interval', () => {
    const words = (wish: Product): Promise<string> => shown(wish, 'interval');

    it('says how often it renews', async () => {
      const scales = ['day', 'week', 'month', 'year'];
      const said = await Promise.all(scales.map(scale => words(rank({subscription_interval_scale: scale}))));
      expect(said).to.deep.equal(scales.map(scale => `€4.99 | every ${scale}`));
      expect(await words(rank({subscription_interval_value: 3}))).to.equal('€4.99 | every 3 months');
    });

    it('says what is free before', async () => {
      expect(await words(rank({trial: trial(7, 'day')}))).to.equal('€4.99 | every month after 7 days free');
      expect(await words(rank({trial: trial(1, 'month')}))).to.equal('€4.99 | every month after 1 month free');
    });

    it('says that it can also be bought once', async () => {
      expect(await words(rank({allow_one_time_purchase: true}))).to.equal('€4.99 | once, or every month');
    });

    it('does not stumble over a rhythm that it does not know', async () => {
      expect(await words(rank({subscription_interval_scale: 'fortnight'}))).to.equal('€4.99 | as a subscription');
      expect(await words(rank({subscription_interval_value: 0}))).to.equal('€4.99 | as a subscription');
      expect(await words(rank({trial: trial(2, 'toString')}))).to.equal('€4.99 | every month');
    });

    it('offers no trial that is not for this customer, and nothing for what is sold once', async () => {
      expect(await words(rank({trial: {...trial(7, 'day'), eligible: false}}))).to.equal('€4.99 | every month');
      expect(await words(rank({trial: {...trial(7, 'day'), enabled: false}}))).to.equal('€4.99 | every month');
      expect(await words(product({trial: trial(7, 'day')}))).to.equal('€4.99');
      expect(await shown(rank())).to.equal('€4.99');
    });
  });

  describe('speaks', () => {
    it('German', async () => {
      await loadLanguage('de');
      const wish = rank({
        allow_one_time_purchase: true, trial: trial(7, 'day'),
        pricing: {price_original: 249, price_final: 187, vat_rate: {percentage: 19, vat_abbreviation: 'MwSt.'}},
      });
      expect(await shown(wish, 'lang="de" interval tax-note')).to.equal(
        '1,87 € | vorher 2,49 € | einmalig oder jeden Monat, davor 7 Tage gratis | Du sparst 0,62 € (25 %) | '
        + 'inkl. 19 % MwSt.');
    });

    it('numbers even in a language that is none', async () => {
      expect(await shown(sale(inDays(40)), 'lang="not a language"')).to.match(/^€1\.87 .* until \w+ \d+$/);
    });
  });
});
