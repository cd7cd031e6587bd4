import {isPaynowError, PaynowError} from '../api/errors.js';
import type {Customer} from '../api/index.js';
import {announceFact} from './events.js';
import type {Shop} from './shop.js';

/** A token, as long as it is good. */
export interface Held {
  readonly token: string | undefined;
  /** Milliseconds since 1970 when the token has to be renewed; Infinity when nobody said. */
  readonly until: number;
}

/** Gets the customer's token from where the configuration says it comes from, and keeps it in memory only. */
export class SessionEngine {
  #shop: Shop;
  #source: unknown;
  #held: Promise<Held> | undefined;
  #renewals = new Map<string, Promise<string | undefined>>();
  #over = false;

  constructor(shop: Shop) {
    this.#shop = shop;
    this.#source = this.#sourceNow();
    shop.addEventListener('config', () => this.#followSource());
  }

  /** The token to send, or nothing when nobody is signed in. @throws {PaynowError} when it could not be fetched. */
  async token(): Promise<string | undefined> {
    if (this.#over) return undefined;
    const before = this.#held;
    const asked = (this.#held ??= this.#fetch());
    try {
      const {token, until} = await asked;
      // Whoever was signed in when the question was asked may not be so any more.
      if (asked !== this.#held) return await this.token();
      // One that has just come is as fresh as can be, whatever the clock says.
      if (before && Date.now() > until) {
        this.#held = undefined;
        return await this.token();
      }
      if (!token) this.#leave();
      return token;
    } catch (error) {
      if (asked === this.#held) this.#held = undefined;
      throw isPaynowError(error)
        ? error
        : new PaynowError('The customer token could not be fetched.', {kind: 'network', cause: error});
    }
  }

  /** Who shops may be somebody else by now: the next token is asked for anew where that is possible. */
  askAgain(): void {
    this.#held = undefined;
  }

  /** A fresh token in place of one that the API refused; nothing when there is none. All who ask share one answer. */
  renew(refused: string): Promise<string | undefined> {
    let renewal = this.#renewals.get(refused);
    if (!renewal) {
      renewal = this.#renew(refused).finally(() => this.#renewals.delete(refused));
      this.#renewals.set(refused, renewal);
    }
    return renewal;
  }

  /** The API has answered as this customer. It is news only to a page that knew of nobody. */
  recognise(customer: Customer | null): void {
    const before = this.#shop.session.state;
    if (before.status === 'signed-in' && before.customer?.id === customer?.id) return;
    this.#shop.session.publish({status: 'signed-in', customer});
    if (before.status === 'signed-out') announceFact('paynow-sign-in', {storeId: this.#shop.id, customer});
  }

  /** Forgets the token in this tab, until another one is given. */
  end(): void {
    this.#over = true;
    this.#held = undefined;
    this.#leave();
  }

  async #renew(refused: string): Promise<string | undefined> {
    const current = await this.token();
    if (current !== refused) return current;
    this.#held = undefined;
    const fresh = typeof this.#source === 'string' && !this.#shop.config.authUrl ? undefined : await this.token();
    if (fresh && fresh !== refused) return fresh;
    // A function or a page may have a token again once the customer has signed in there; a given one stays refused.
    this.#over = typeof this.#source === 'string' && !this.#shop.config.authUrl;
    this.#held = undefined;
    this.#leave();
    return undefined;
  }

  #leave(): void {
    const {status, customer} = this.#shop.session.state;
    if (status === 'signed-out') return;
    this.#shop.session.publish({status: 'signed-out', customer: null});
    if (status === 'signed-in') announceFact('paynow-sign-out', {storeId: this.#shop.id, customer});
  }

  #sourceNow(): unknown {
    const {customerToken, authUrl} = this.#shop.config;
    return customerToken ?? authUrl;
  }

  #followSource(): void {
    const source = this.#sourceNow();
    if (source === this.#source) return;
    this.#source = source;
    this.#held = undefined;
    this.#over = false;
  }

  async #fetch(): Promise<Held> {
    const {customerToken, authUrl} = this.#shop.config;
    if (typeof customerToken === 'function') return {token: (await customerToken()) || undefined, until: Infinity};
    if (authUrl && !customerToken) return (await import('./auth-url.js')).askSite(authUrl);
    return {token: customerToken, until: Infinity};
  }
}
