import {PaynowError} from '../../src/api/errors.js';
import type {PaynowErrorInfo} from '../../src/api/errors.js';
import type {Product} from '../../src/api/index.js';
import type {CartState, ShownCart, ShownLine} from '../../src/store/cart-store.js';
import type {Config} from '../../src/store/config.js';
import {getShop} from '../../src/store/registry.js';
import type {Shop} from '../../src/store/shop.js';

/** One line; what a test does not care about is filled in. */
export const line = (wish: Partial<ShownLine> = {}): ShownLine => ({
  key: 'vip', line_key: 'vip', product_id: '7', name: 'VIP', slug: 'vip', image_url: null, price: 999,
  pricing: {price_original: 999, price_final: 999}, quantity: 1, subscription: false, trial: false,
  custom_variables: [], pending: false, ...wish,
});

/** A cart with these lines, summed up. */
export const cart = (lines: ShownLine[] = [line()], wish: Partial<ShownCart> = {}): ShownCart => ({
  store_id: '1', customer_id: '2', currency: 'eur', lines,
  total: lines.reduce((sum, {price, quantity}) => sum + price * quantity, 0),
  quantity: lines.reduce((sum, {quantity}) => sum + quantity, 0),
  ...wish,
});

/** A ready cart, or what the test wishes instead. */
export const state = (wish: Partial<CartState> = {}): CartState => Object.freeze({
  status: 'ready', cart: cart(), pending: 0, error: null, notices: [], offline: false, purchase: null, ...wish,
});

/** An error of this kind. */
export const failure = (kind: PaynowErrorInfo['kind'], info: Partial<PaynowErrorInfo> = {}): PaynowError =>
  new PaynowError(`GET /v1/secret: ${info.status ?? 0} ${info.code ?? kind}: raw words of the API`, {kind, ...info});

/** A promise that the test settles. */
export const deferred = <T>() => {
  let resolve!: (value: T) => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<T>((yes, no) => { [resolve, reject] = [yes, no]; });
  return {promise, resolve, reject};
};

/** A shop without an engine: the test publishes its states, and sees what elements ask of it. */
export interface StubShop {
  shop: Shop;
  id: string;
  /** `add`, `setQuantity`… with their arguments, in order. */
  calls: [name: string, ...args: unknown[]][];
  /** What the next calls of this name do; by default they never end. */
  on(name: 'add' | 'setQuantity' | 'remove' | 'clear' | 'refresh' | 'checkout' | 'retry' | 'dismiss' | 'product',
    act: (...args: never[]) => unknown): void;
  publish(wish: Partial<CartState>): Promise<void>;
  /** How often the cart was asked to load. */
  wakes: number;
}

let last = 900_000;

/** A shop of its own for one test. `publish` resolves when elements have had the turn in which they draw. */
export const stubShop = (first: Partial<CartState> | null = {}, config: Config = {}): StubShop => {
  const id = String(++last);
  const shop = getShop(id);
  const acts = new Map<string, (...args: never[]) => unknown>();
  const stub: StubShop = {
    shop, id, calls: [], wakes: 0,
    on: (name, act) => void acts.set(name, act),
    publish: async wish => {
      shop.cart.publish(state(wish));
      await new Promise(resolve => { requestAnimationFrame(resolve); });
    },
  };
  const call = (name: string) => (...args: never[]) => {
    stub.calls.push([name, ...args]);
    const act = acts.get(name);
    return act ? Promise.resolve().then(() => act(...args)) : new Promise(() => {});
  };
  shop.wake = () => {
    stub.wakes++;
    return Promise.resolve();
  };
  const names = ['add', 'setQuantity', 'remove', 'clear', 'refresh', 'checkout', 'retry', 'dismiss'];
  Object.assign(shop.cart, Object.fromEntries(names.map(name => [name, call(name)])));
  Object.assign(shop.catalog, {product: call('product')});
  stub.on('product', () => ({}));
  shop.configure(config);
  if (first) shop.cart.publish(state(first));
  return stub;
};

/** Publishes a product of which only the stock matters. */
export const stock = ({shop}: StubShop, key: string, wish: Product['stock']): void =>
  shop.catalog.publish(new Map([[key, {status: 'ready', product: {stock: wish} as Product}]]));
