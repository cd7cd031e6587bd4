import type {Customer, PlatformAccount} from '../api/index.js';
import type {Shop} from './shop.js';

/** Who shops. `unknown` until a token was asked for. */
export interface SessionState {
  readonly status: 'unknown' | 'signed-out' | 'signed-in';
  /** The customer, once known. */
  readonly customer: Customer | null;
}

/** The customer's session in one shop. Fires `change` when the state was replaced. */
export class Session extends EventTarget {
  #shop: Shop;
  #state: SessionState = Object.freeze({status: 'unknown', customer: null});

  constructor(shop: Shop) {
    super();
    this.#shop = shop;
  }

  /** The session now. */
  get state(): SessionState {
    return this.#state;
  }

  /** Replaces the state; only the engine calls this. */
  publish(state: SessionState): void {
    this.#state = Object.freeze(state);
    this.dispatchEvent(new Event('change'));
  }

  /** Shops with this customer token from now on. It stays in memory. */
  useToken(token: string): void {
    // After signing out even the same token is a new beginning.
    if (this.#state.status === 'signed-out') this.#shop.configure({customerToken: undefined});
    this.#shop.configure({customerToken: token});
  }

  /**
   * Signs in by the name of a player, which stores for Minecraft allow. Rests on `POST /v1/store/customer/auth`.
   * @throws {PaynowError} when there is no such player, or the store does not let browsers claim names.
   */
  async signIn(account: PlatformAccount): Promise<Customer> {
    return (await this.#shop.writer()).signIn(account);
  }

  /** Ends the session in this page and in every other tab of the site. */
  async signOut(): Promise<void> {
    (await this.#shop.writer()).queue.tell({type: 'sign-out'});
  }
}
