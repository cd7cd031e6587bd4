import {authenticateCustomer, getCustomer} from '../api/customer.js';
import {PaynowError} from '../api/errors.js';
import type {Customer, PlatformAccount} from '../api/index.js';
import {renewalOf} from './auth-url.js';
import {clientOf} from './backend.js';
import type {Engine} from './engine.js';
import {customerOf, keepSession} from './own-session.js';
import type {OwnSession} from './own-session.js';
import {retrying, toError} from './retry.js';
import {beginSession} from './session-change.js';
import type {Shop} from './shop.js';

/** Signs in to one shop, and tells who it is. Loaded with what shows or asks for it. */
export class Account {
  #shop: Shop;
  #engine: Engine;
  #asked: Promise<Customer | null> | undefined;
  #latest: object | undefined;

  constructor(shop: Shop, engine: Engine) {
    this.#shop = shop;
    this.#engine = engine;
    let {who} = engine.session;
    // Who is shown on the page may be somebody else now, or nobody.
    shop.addEventListener('config', () => {
      if (who === engine.session.who) return;
      ({who} = engine.session);
      this.identify().catch(() => {});
    });
  }

  /** See `Session.signIn`. @param who what the session was when that was asked for. */
  async signIn(account: PlatformAccount, who: object): Promise<Customer> {
    return this.#begin(who, async () => {
      const {customer_token: token} = await retrying(() => authenticateCustomer(clientOf(this.#shop), account));
      return {token, account};
    });
  }

  /**
   * Signs in with a token that the merchant's own page has handed over.
   * @throws {PaynowError} when the token is not one of this store's.
   */
  async useHandedOver(token: string, expires?: unknown): Promise<Customer> {
    const until = expires === undefined ? Infinity : renewalOf(expires);
    return this.#begin(this.#engine.session.who, () => Promise.resolve({token, ...(until < Infinity ? {until} : {})}));
  }

  /** Asks the merchant's page or site anew whether somebody has signed in there. @returns who it is, if anybody. */
  async look(): Promise<Customer | null> {
    const {session} = this.#engine;
    // Whoever went to sign in was not signed in before, even if nobody has asked about it.
    if (this.#shop.session.state.status === 'unknown') session.leave();
    beginSession(this.#shop, session);
    const customer = await this.identify();
    if (customer) await this.#tell();
    return customer;
  }

  /**
   * Who shops, with name and picture; null when nobody is signed in. Rests on `GET /v1/store/customer`.
   * @throws {PaynowError} when that could not be found out.
   */
  identify(): Promise<Customer | null> {
    return this.#asked ??= this.#identify().finally(() => {
      this.#asked = undefined;
    });
  }

  async #identify(): Promise<Customer | null> {
    const {cart, session} = this.#engine;
    const {signal} = cart;
    try {
      if (!(await cart.token())) return null;
      const {id, name = null, profile = null} = await retrying(() => this.#engine.backend.send(getCustomer), signal);
      signal.throwIfAborted();
      session.recognise({id, name, profile});
      return this.#shop.session.state.customer;
    } catch (error) {
      // What was asked for somebody else is asked again for whoever it is now.
      if (signal.aborted) {
        // Not before the page is back, when it was left meanwhile.
        if (signal === cart.signal) await new Promise(back => { addEventListener('pageshow', back, {once: true}); });
        return this.#identify();
      }
      if (toError(error).kind !== 'auth') throw toError(error);
      // Not even a fresh token will do. Whoever still took somebody for signed in would ask again and again.
      session.leave();
      cart.leave();
      return null;
    }
  }

  async #begin(who: object, get: () => Promise<Omit<OwnSession, 'customer'>>): Promise<Customer> {
    const {session, writer} = this.#engine;
    const mine = this.#latest = {};
    const found = await get();
    const customer = await retrying(() => customerOf(this.#shop, found.token));
    // Who has signed out meanwhile, or begun once more, does not mean this any more.
    if (mine !== this.#latest || who !== session.who)
      throw new PaynowError('Signing in was overtaken.', {kind: 'aborted'});
    const before = this.#shop.session.state.customer;
    const isOther = before !== null && before.id !== customer.id;
    if (isOther) (await writer()).queue.tell({type: 'sign-out'});
    // The site that hands over a token and has an auth-url remembers by itself.
    if (found.account || !this.#shop.config.authUrl)
      keepSession(this.#shop, session, {...found, customer: customer.id});
    // Who it is need not be asked once more.
    this.#asked = Promise.resolve(customer);
    beginSession(this.#shop, session, {token: found.token, until: found.until ?? Infinity});
    session.recognise(customer, before?.id !== customer.id);
    await this.#tell();
    this.#asked = undefined;
    return customer;
  }

  async #tell(): Promise<void> {
    (await this.#engine.writer()).queue.tell({type: 'sign-in'});
  }
}

const accounts = new WeakMap<Shop, Account>();

/** What signs in to a shop, and tells who it is; one for each. */
export const accountOf = async (shop: Shop): Promise<Account> => {
  const engine = await shop.engine();
  const account = accounts.get(shop) ?? new Account(shop, engine);
  accounts.set(shop, account);
  return account;
};
