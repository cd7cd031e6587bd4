import {PaynowError} from '../api/errors.js';
import {shop} from '../i18n/en/shop.js';
import {supply} from '../i18n/messages.js';
import {configure, warnOnce} from '../store/registry.js';
import {afterPaint} from './after-paint.js';
import {announce} from './announcer.js';
import {currencyStyles} from './currency.styles.js';
import {define} from './define.js';
import {deviceStore} from './device-store.js';
import {property} from './property.js';
import {selectField} from './select-field.js';
import {TemplateElement} from './template-element.js';

supply('', shop);

const isCode = (code: string): boolean => /^[A-Z]{3}$/.test(code);

const nameOf = (code: string, lang: string): string => {
  try {
    return new Intl.DisplayNames(lang, {type: 'currency'}).of(code) ?? code;
  } catch {
    return code;
  }
};

/**
 * A choice of the currency for prices and cart. What is chosen holds for the whole shop, and is remembered on the
 * device
 * where the shop's `persist` allows it. It fires `change`.
 *
 * @csspart field - The choice with its label.
 * @csspart label - Names the choice.
 * @csspart control - Where one chooses.
 * @csspart error - Says what is wrong with the choice.
 * @cssstate empty - There are no currencies to choose from.
 * @fires paynow-error - A currency cannot be used.
 */
export class PaynowCurrency extends TemplateElement {
  static override styles = currencyStyles;

  /** ISO 4217 codes, any case, separated by commas. */
  @property() currencies?: string | null;

  #own = '';
  #asked = '';
  #remembered = '';

  protected override render() {
    this.#meet();
    const {
      text,
      locale,
      shop: {config},
    } = this;
    const offered = this.#offered;
    this.toggleState('empty', !offered.length);
    if (!offered.length) return '';
    const value = (config.currency ?? this.#own).toUpperCase();
    // What prices are in now is always one of the choices, or the field would say something else than the prices.
    const codes = value && !offered.includes(value) ? [value, ...offered] : offered;
    const name = (code: string): string => [...new Set([code, nameOf(code, locale)])].join(' · ');
    return selectField({
      name: 'currency',
      label: text.currency,
      hint: '',
      error: '',
      value,
      options: codes.map(code => ({value: code, name: name(code)})),
      put: code => this.#choose(code),
    });
  }

  get #offered(): string[] {
    const codes = (this.currencies ?? '')
      .split(',')
      .map(code => code.trim().toUpperCase())
      .filter(Boolean);
    return [...new Set(codes)].filter(isCode);
  }

  // What was chosen earlier holds from the start. Without a currency of its own the shop is asked which one prices
  // have.
  #meet(): void {
    const {id, config} = this.shop;
    const asked = `${id} ${this.currencies}`;
    if (!id || asked === this.#asked) return;
    this.#asked = asked;
    this.#complain();
    const code = deviceStore(config.persist)?.getItem(this.#key) ?? '';
    const isNews = this.#remembered !== id && this.#offered.includes(code) && config.currency?.toUpperCase() !== code;
    this.#remembered = id;
    // Not while this element is being drawn: every element of the shop is drawn anew by it.
    if (isNews) return queueMicrotask(() => this.#set(code));
    if (!config.currency && this.#offered.length) void this.#askStore();
  }

  async #askStore(): Promise<void> {
    await afterPaint();
    const own = this.shop;
    try {
      const {currency} = await own.catalog.store();
      if (own === this.shop) this.#own = currency;
    } catch {
      // Without an answer the first of the list is shown, and a choice still works.
    }
    this.requestUpdate();
  }

  #complain(): void {
    for (const code of (this.currencies ?? '')
      .split(',')
      .map(part => part.trim())
      .filter(Boolean)) {
      if (isCode(code.toUpperCase())) continue;
      const wrong = `<paynow-currency> currencies has "${code.slice(0, 20)}"`;
      const sentence = `${wrong}: write codes of three letters, such as EUR.`;
      const error = new PaynowError(sentence, {kind: 'configuration', code: 'invalid-currency'});
      warnOnce(sentence);
      this.emit('paynow-error', {error});
    }
  }

  get #key(): string {
    return `paynow.${this.shop.id}.currency`;
  }

  #choose(code: string): void {
    deviceStore(this.shop.config.persist)?.setItem(this.#key, code);
    this.#set(code);
    announce(this.text.pricesIn(nameOf(code, this.locale)));
    this.dispatchEvent(new Event('change', {bubbles: true, composed: true}));
  }

  #set(currency: string): void {
    configure({storeId: this.shop.id, currency}, {scoped: true, where: '<paynow-currency>'});
  }
}

define('paynow-currency', PaynowCurrency);

declare global {
  interface HTMLElementTagNameMap {
    'paynow-currency': PaynowCurrency;
  }
}
