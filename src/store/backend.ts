import {createClient} from '../api/client.js';
import type {CallOptions, Client} from '../api/client.js';
import {isPaynowError} from '../api/errors.js';
import {warnOnce} from './registry.js';
import {timing} from './retry.js';
import type {SessionEngine} from './session-engine.js';
import type {Shop} from './shop.js';

/** A request: a function of the API with its arguments filled in. */
export type Call<T> = (client: Client, options: CallOptions) => Promise<T>;

/** A client of the API with the settings of a shop. */
export const clientOf = ({id: storeId, config: {apiUrl, country, fetch}}: Shop): Client =>
  createClient({
    storeId,
    baseUrl: apiUrl,
    country: country?.toUpperCase(),
    timeout: timing.timeout,
    onWarning: error => warnOnce(error.message),
    ...(fetch ? {fetch} : {}),
  });

/** Reaches the API for one shop, as its customer. */
export class Backend {
  #shop: Shop;
  #session: SessionEngine;
  #client: Client | undefined;

  constructor(shop: Shop, session: SessionEngine) {
    this.#shop = shop;
    this.#session = session;
    shop.addEventListener('config', () => { this.#client = undefined; });
  }

  get #ready(): Client {
    return this.#client ??= clientOf(this.#shop);
  }

  /** Sends one request with the customer's token, whatever comes of it. */
  async once<T>(call: Call<T>, signal?: AbortSignal): Promise<T> {
    return call(this.#ready, {token: await this.#session.token(), signal});
  }

  /**
   * Sends one request with the customer's token. When the API refuses the token, a fresh one is asked for once and the
   * request is repeated: a refused token had no effect. Without a fresh one the session has ended.
   */
  async send<T>(call: Call<T>, signal?: AbortSignal): Promise<T> {
    const token = await this.#session.token();
    try {
      return await this.once(call, signal);
    } catch (error) {
      if (!token || !isPaynowError(error) || error.kind !== 'auth') throw error;
      const fresh = await this.#session.renew(token);
      if (!fresh) throw error;
      return await call(this.#ready, {token: fresh, signal});
    }
  }
}
