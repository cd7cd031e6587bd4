import {createSandbox} from '../../src/sandbox/index.js';
import type {Product} from '../../src/api/index.js';
import {turn} from '../support/dom.js';
import type {Fault, State} from '../support/sandbox.js';

export const storeId = '411486491630370816';
export const apiUrl = 'https://sandbox.test';

/** A sandbox in this very page, and the network to it: it can be cut, lose answers, and let tokens end. */
export class Network {
  #handle = createSandbox();
  #slugs = new Map<string, string>();
  #token = '';
  #isUp = true;

  /** Learns the products, and takes the place of the browser's word about the network. */
  async begin(): Promise<void> {
    Object.defineProperty(navigator, 'onLine', {configurable: true, get: () => this.#isUp});
    await this.renew();
    const headers = {'x-paynow-store-id': storeId};
    const list = await this.#handle(new Request(`${apiUrl}/v1/store/products`, {headers}));
    for (const {name, slug} of (await list.json()) as Product[]) this.#slugs.set(name, slug);
  }

  end(): void {
    Reflect.deleteProperty(navigator, 'onLine');
  }

  get isUp(): boolean {
    return this.#isUp;
  }

  /** What a page's `customerToken` function answers. */
  readonly token = (): string => this.#token;

  /** What stands in for the page's `fetch`. */
  readonly fetch = async (request: Request): Promise<Response> => {
    if (!this.#isUp) throw new TypeError('Failed to fetch');
    return this.#handle(request);
  };

  slugOf(name: string): string {
    return this.#slugs.get(name) ?? name;
  }

  async switch(isUp: boolean): Promise<void> {
    if (isUp === this.#isUp) return;
    this.#isUp = isUp;
    dispatchEvent(new Event(isUp ? 'online' : 'offline'));
    await turn();
  }

  async renew(): Promise<void> {
    this.#token = ((await this.#control('POST', 'tokens', {})) as {customer_token: string}).customer_token;
  }

  /** The token is refused from now on; a fresh one is there in a moment. */
  expire(): void {
    this.#token = `gone-${this.#token}`;
    setTimeout(() => void this.renew());
  }

  /** Every token that the shop has given is refused from now on. */
  async expireAll(): Promise<void> {
    await this.#control('POST', 'tokens/expire', {});
  }

  async fault(fault: Fault): Promise<void> {
    await this.#control('POST', 'faults', [fault]);
  }

  async calm(): Promise<void> {
    await this.#control('DELETE', 'faults');
  }

  /** What the server holds, as quantities by product. */
  async held(): Promise<Record<string, number>> {
    const {carts} = (await this.#control('GET', 'state')) as State;
    const lines = Object.values(carts).flatMap(cart => cart.lines);
    return Object.fromEntries(lines.map(({slug, quantity}) => [slug, quantity] as const).sort());
  }

  async #control(method: string, route: string, body?: unknown): Promise<unknown> {
    const sent = {body: JSON.stringify(body), headers: {'content-type': 'application/json'}};
    const request = new Request(`${apiUrl}/__sandbox/${route}`, {method, ...(body === undefined ? {} : sent)});
    const text = await (await this.#handle(request)).text();
    return text ? (JSON.parse(text) as unknown) : undefined;
  }
}
