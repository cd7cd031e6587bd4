import {ReactiveElement, css} from '@lit/reactive-element';
import {checkConfig, readConfig} from '../store/config.js';
import type {Config} from '../store/config.js';
import {configure} from '../store/registry.js';
import {define} from './define.js';
import {make} from './make.js';

/** The settings that may stand in attributes, in the order of the documentation. */
const attributeNames = [
  'store-id', 'api-url', 'currency', 'country', 'lang', 'customer-token', 'auth-url', 'sign-in-url', 'checkout',
  'return-url', 'cancel-url', 'auto-redirect', 'affiliate-code', 'affiliate-parameter', 'affiliate-days', 'analytics',
  'analytics-consent', 'promo-codes', 'persist', 'theme', 'paynow-js-url', 'paynow-js-integrity',
] as const;

/** `store-id` becomes `storeId`. */
const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/**
 * Sets up a shop: for what it encloses or, when it is empty, for the whole page.
 *
 * @attr store-id - The PayNow store: digits.
 * @attr api-url - Base URL of the Storefront API.
 * @attr currency - Prices in this ISO 4217 currency, any case; else in the currency of the store.
 * @attr country - The customer's ISO 3166-1 alpha-2 country.
 * @attr lang - BCP 47 language of the texts; else that of the page.
 * @attr customer-token - A token that the merchant's server put in the page.
 * @attr auth-url - URL on the merchant's site that answers `{customer_token, expires_at?}`.
 * @attr sign-in-url - Page that signs shoppers in; gets `return_to`.
 * @attr {'redirect' | 'overlay' | 'new-tab'} checkout - `redirect`, `overlay` or `new-tab`.
 * @attr return-url - Where the checkout leads after a purchase; else this page.
 * @attr cancel-url - Where the checkout leads when it is left; else this page.
 * @attr {boolean} auto-redirect - Lets the checkout go to `return-url` by itself.
 * @attr affiliate-code - Passed to the checkout.
 * @attr affiliate-parameter - Parameter of the page's address that brings a partner's code; `ref`, empty for none.
 * @attr affiliate-days - For how many days that code is remembered; 30 when left out.
 * @attr analytics - `ga4` pushes the events of Google Analytics 4 to `dataLayer`.
 * @attr analytics-consent - `required` holds them back until the shopper agrees.
 * @attr promo-codes - Passed to the checkout; codes separated by commas.
 * @attr {'local' | 'session' | 'none'} persist - Where token and guest cart are kept: `local`, `session` or `none`.
 * @attr {'auto' | 'light' | 'dark'} theme - `auto`, `light` or `dark`.
 * @attr paynow-js-url - Where PayNow.js is for `checkout="overlay"`; else at PayNow's own address.
 * @attr paynow-js-integrity - What PayNow.js has to hash to, as `sha384-…`; anything else is not run.
 * @slot - What belongs to the shop.
 * @fires paynow-error - An attribute has a value that cannot be used.
 */
export class PaynowStore extends ReactiveElement {
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  static override get observedAttributes(): string[] {
    return [...new Set([...super.observedAttributes, ...attributeNames])];
  }

  #given: Config = {};
  #isWaiting = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#wait();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (old !== value && this.isConnected) this.#wait();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.append(make('slot', {}));
    return root;
  }

  // Several attributes mostly change in one turn. Whether there is anything inside shows once the parser is through.
  #wait(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    const apply = (): void => {
      this.#isWaiting = false;
      if (this.isConnected) this.#apply();
    };
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', apply, {once: true});
    else queueMicrotask(apply);
  }

  #apply(): void {
    const where = '<paynow-store>';
    const given = attributeNames.filter(name => this.hasAttribute(name));
    const read = readConfig(Object.fromEntries(given.map(name => [camel(name), this.getAttribute(name)!])));
    const {config, errors} = checkConfig(read, where);
    for (const error of errors) {
      this.dispatchEvent(new CustomEvent('paynow-error', {detail: {error}, bubbles: true, composed: true}));
    }
    const dropped = Object.keys(this.#given).filter(key => !(key in config));
    this.#given = config;
    const isScoped = !!this.firstElementChild || !!this.textContent?.trim();
    configure({...read, ...Object.fromEntries(dropped.map(key => [key, undefined]))}, {scoped: isScoped, where});
  }
}

define('paynow-store', PaynowStore);

declare global {
  interface HTMLElementTagNameMap {
    'paynow-store': PaynowStore;
  }
}
