import {html} from 'lit/html.js';
import type {Product} from '../api/index.js';
import {money} from '../i18n/format.js';
import {duration, ending, percent} from '../i18n/words.js';
import type {PaynowElement} from './paynow-element.js';
import {costOf, hasTrial} from './product-facts.js';

/** How often a subscription renews and what comes before it, in words; empty for what is only sold once. */
export const rhythmOf = (product: Product, {text, locale}: PaynowElement): string => {
  const {allow_subscription: renews, allow_one_time_purchase: isSoldOnce, trial} = product;
  if (!renews) return '';
  const {subscription_interval_value: value, subscription_interval_scale: scale} = product;
  const words: Readonly<Record<string, (count: number) => string>> =
    {day: text.everyDay, week: text.everyWeek, month: text.everyMonth, year: text.everyYear};
  const isKnown = (count: number, unit: string): boolean => count > 0 && Object.hasOwn(words, unit);
  const every = isKnown(value, scale) ? words[scale]!(value) : text.renewing;
  const isTried = hasTrial(product) && isKnown(trial.period_value, trial.period_scale);
  const rhythm = isTried ? text.afterTrial(every, duration(trial.period_value, trial.period_scale, locale)) : every;
  return isSoldOnce ? text.onceOr(rhythm) : rhythm;
};

/** The tax that the price contains, in words; empty when it is not known. */
export const taxOf = ({pricing}: Product, {text, locale}: PaynowElement): string => {
  const tax = pricing?.vat_rate;
  return tax && tax.percentage > 0 ? text.taxIncluded(percent(tax.percentage, locale), tax.vat_abbreviation) : '';
};

/** When the sale ends, in words; empty without an end. */
export const endOf = ({pricing}: Product, {text, locale}: PaynowElement): string => {
  const end = ending(pricing?.active_sale?.ends_at ?? '', locale);
  return end ? text.until(end) : '';
};

/** What of a price is shown. */
export interface PriceView {
  readonly show?: string | null | undefined;
  readonly taxNote?: boolean | undefined;
  readonly interval?: boolean | undefined;
}

/** A price as the shopper reads it. What there is only in a sale is left out when there is none. */
export const priceParts = (product: Product, host: PaynowElement, {show, taxNote, interval}: PriceView) => {
  const {text, locale} = host;
  const {currency, final, original, saving, percent: share} = costOf(product);
  const cash = (amount: number): string => money(amount, currency, locale);
  const has = (name: string): boolean => !show || show === 'all' || show === name;
  const rhythm = interval ? rhythmOf(product, host) : '';
  const saved = saving ? [text.save(cash(saving), percent(share, locale)), endOf(product, host)].join(' ').trim() : '';
  const tax = taxNote ? taxOf(product, host) : '';
  return [
    has('final') ? html`<span part="final">${cash(final)}</span> ` : '',
    has('original') && saving
      ? html`<s part="original"><span class="unseen">${text.was} </span>${cash(original)}</s> ` : '',
    rhythm ? html`<span part="interval">${rhythm}</span> ` : '',
    has('saving') && saved ? html`<span part="saving">${saved}</span> ` : '',
    tax ? html`<span part="tax">${tax}</span>` : '',
  ];
};
