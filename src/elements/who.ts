import type {ReactiveController} from '@lit/reactive-element';
import type {PaynowError} from '../api/errors.js';
import type {Customer} from '../api/index.js';
import type {SessionState} from '../store/session.js';
import type {Shop} from '../store/shop.js';
import type {PaynowElement} from './paynow-element.js';
import {StoreController} from './store-controller.js';
import {toError} from './to-error.js';

/** Who shops, for elements that show it: it is found out as soon as such an element is there. */
export class Who implements ReactiveController {
  #host: PaynowElement;
  #session: StoreController<SessionState>;
  #asking: Shop | undefined;
  #fault: {readonly error: PaynowError; readonly at: SessionState} | undefined;

  constructor(host: PaynowElement) {
    this.#host = host;
    this.#session = new StoreController(host, 'session', ({session}) => session.state);
    host.addController(this);
  }

  /** The customer with everything that is known of them. */
  get customer(): Customer | null {
    return this.#session.value.customer;
  }

  /** Why it could not be found out. */
  get error(): PaynowError | undefined {
    return this.#fault?.at === this.#session.value ? this.#fault.error : undefined;
  }

  /** What there is to show. */
  get status(): 'unconfigured' | 'loading' | 'failed' | 'signed-out' | 'signed-in' {
    if (!this.#host.shop.id) return 'unconfigured';
    if (this.#isKnown) return this.customer ? 'signed-in' : 'signed-out';
    return this.error ? 'failed' : 'loading';
  }

  hostUpdate(): void {
    const {shop, isConnected} = this.#host;
    if (shop.id && isConnected && !this.#isKnown && !this.error && this.#asking !== shop) void this.ask();
  }

  /** Asks who it is, once more if need be. */
  async ask(): Promise<void> {
    const {shop} = this.#host;
    this.#asking = shop;
    this.#fault = undefined;
    try {
      await (await (await import('../store/account.js')).accountOf(shop)).identify();
    } catch (thrown) {
      if (shop === this.#host.shop) this.#fault = {error: toError(thrown), at: shop.session.state};
    }
    if (this.#asking === shop) this.#asking = undefined;
    this.#host.requestUpdate();
  }

  // The cart tells the id alone, which is nothing to show.
  get #isKnown(): boolean {
    const {status, customer} = this.#session.value;
    return status === 'signed-out' || customer?.profile !== undefined;
  }
}

/** What a customer is called. */
export const nameOf = ({name, profile}: Customer, nobody: string): string => name || profile?.name || nobody;
