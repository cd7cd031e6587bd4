import {isPaynowError, PaynowError} from '../api/errors.js';
import type {Customer} from '../api/index.js';
import {announceFact} from './events.js';
import type {OwnSession} from './own-session.js';
import type {Shop} from './shop.js';
import {keptOf} from './waiting.js';

/** A token, as long as it is good. */
export interface Held {
  readonly token: string | undefined;
  /** Milliseconds since 1970 when the token has to be renewed; Infinity when nobody said. */
  readonly until: number;
}

/**
 * Gets the customer's token from where the configuration says it comes from, else from the session that the elements
 * have begun themselves, and holds it in memory.
 */
export class SessionEngine {
  #shop: Shop;
  #source: unknown;

  /** The token as it was asked for last. */
  held: Promise<Held> | undefined;
  /** Whether nobody shall be asked for a token any more. */
  isOver = false;
  /** The session that the elements have begun in this page, for where it cannot be written down. */
  own: OwnSession | undefined;
  /** Another object whenever somebody else may shop. */
  who = {};

  constructor(shop: Shop) {
    this.#shop = shop;
    this.#followSource();
    shop.addEventListener('config', () => this.#followSource());
  }

  /** The token to send, or nothing when nobody is signed in. @throws {PaynowError} when it could not be fetched. */
  async token(refused?: string): Promise<string | undefined> {
    if (this.isOver) return undefined;
    const before = this.held;
    const asked = (this.held ??= this.#fetch(refused));
    try {
      const {token, until} = await asked;
      // Whoever was signed in when the question was asked may not be so any more.
      if (asked !== this.held) return await this.token();
      // One that has just come is as fresh as can be, whatever the clock says.
      if (before && Date.now() > until) {
        this.held = undefined;
        return await this.token();
      }
      if (!token) this.leave();
      return token;
    } catch (error) {
      if (asked === this.held) this.held = undefined;
      throw isPaynowError(error)
        ? error
        : new PaynowError('The customer token did not come.', {kind: 'network', cause: error});
    }
  }

  /** Who shops may be somebody else by now: the next token is asked for anew where that is possible. */
  askAgain(): void {
    this.held = undefined;
  }

  /** A fresh token in place of one that the API refused; nothing when there is none. All who ask share one answer. */
  async renew(refused: string): Promise<string | undefined> {
    return (await import('./renewal.js')).renew(this.#shop, this, refused);
  }

  /** The API has answered as this customer. It is news only to a page that knew of nobody. */
  recognise(customer: Customer, isNews?: boolean): void {
    const {status, customer: before} = this.#shop.session.state;
    // Who is known by name stays so when the API has only said the id.
    if (status === 'signed-in' && before?.id === customer.id && !('profile' in customer)) return;
    this.#shop.session.publish({status: 'signed-in', customer});
    if (isNews ?? status === 'signed-out') announceFact('paynow-sign-in', {storeId: this.#shop.id, customer});
  }

  /** Nobody is signed in any more. */
  leave(): void {
    const {status, customer} = this.#shop.session.state;
    if (status === 'signed-out') return;
    this.#shop.session.publish({status: 'signed-out', customer: null});
    if (status === 'signed-in') announceFact('paynow-sign-out', {storeId: this.#shop.id, customer});
  }

  #followSource(): void {
    const {authUrl, customerToken: source = authUrl} = this.#shop.config;
    if (source === this.#source) return;
    this.#source = source;
    this.held = undefined;
    this.isOver = false;
    this.who = {};
  }

  async #fetch(refused?: string): Promise<Held> {
    const {customerToken, authUrl} = this.#shop.config;
    const token = typeof customerToken === 'function' ? await customerToken() : customerToken;
    return token || !(authUrl || this.own || keptOf(this.#shop, 'session').length)
      ? {token: token || undefined, until: Infinity}
      : (await import('./own-session.js')).findToken(this.#shop, this, refused);
  }
}
