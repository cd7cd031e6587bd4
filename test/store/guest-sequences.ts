import * as fc from 'fast-check';
import {isPaynowError} from '../../src/api/errors.js';
import {Shop} from '../../src/store/shop.js';
import {turn, until} from '../support/dom.js';
import type {Fault} from '../support/sandbox.js';
import {cartOf, differences, onScreen} from './model.js';
import type {Wish} from './model.js';
import {apiUrl, Network, storeId} from './network.js';
import {products} from './steps.js';

/** Something that happens to the visitors of a shop whom nobody knows at first. */
export type GuestStep =
  | {readonly do: 'add' | 'set'; readonly tab: number; readonly product: number; readonly quantity: number}
  | {readonly do: 'clear' | 'in' | 'out' | 'reload'; readonly tab: number}
  | {readonly do: 'in-and-leave'; readonly tab: number; readonly turns: number}
  | {readonly do: 'open' | 'expire'}
  | {readonly do: 'fault'; readonly fault: Fault};

const tab = fc.nat(2);
const wish = fc.record({do: fc.constantFrom('add', 'add', 'set'), tab, product: fc.nat(2), quantity: fc.nat(3)});
const visit = fc.record({do: fc.constantFrom('clear', 'in', 'in', 'out', 'reload'), tab});
const leaving = fc.record({do: fc.constant('in-and-leave'), tab, turns: fc.nat(40)});
const rest = fc.constantFrom({do: 'open'}, {do: 'expire'});
const fault = fc.record({
  kind: fc.constantFrom('drop-before', 'drop-after', 'status'),
  status: fc.constantFrom(502, 503, 429),
  match: fc.constantFrom({method: 'PUT'}, {method: 'PUT'}, {method: 'GET', path: '/v1/store/cart'},
    {path: '/v1/store/customer/auth'}),
}).map(found => ({do: 'fault', fault: {...found, retryAfter: 0}}));

/** What visitors do, sign-ins in the middle of it, and what the network does to them. */
export const asGuests = fc.array(fc.oneof(wish, wish, visit, leaving, rest, fault), {maxLength: 16}) as
  fc.Arbitrary<GuestStep[]>;

/** Sequences that once ended wrong: played again each time. */
export const foundAsGuests: readonly GuestStep[][] = [
  [{do: 'in', tab: 0}, {do: 'expire'}, {do: 'open'}, {do: 'expire'}, {do: 'clear', tab: 0}],
];

const patience = 10_000;

interface Page {
  readonly shop: Shop;
  readonly stop: AbortController;
}

/** Plays steps on several pages, and keeps beside them what the guest and the customer should have. */
class GuestRun {
  #network = new Network();
  #pages: Page[] = [];
  #isIn = false;
  #guest: {wish: Wish; outcome: 'done'}[] = [];
  #owned: {wish: Wish; outcome: 'done'}[] = [];

  async begin(): Promise<void> {
    localStorage.clear();
    await this.#network.begin();
    await this.#open();
    await this.#settle();
  }

  async step(step: GuestStep): Promise<void> {
    if (step.do === 'fault') return this.#network.fault(step.fault);
    if (step.do === 'expire') return this.#network.expireAll();
    if (step.do === 'open') {
      if (this.#pages.length < 3) await this.#open();
      return this.#settle();
    }
    const page = this.#pages[(step as {tab: number}).tab % this.#pages.length]!;
    if (step.do === 'reload') await this.#reload(page);
    else if (step.do === 'out') await this.#signOut(page.shop);
    else if (step.do === 'in') await this.#signIn(page.shop);
    else if (step.do === 'in-and-leave') {
      const signing = this.#signIn(page.shop).catch(() => {});
      for (let turns = 0; turns < step.turns; turns++) await turn();
      await this.#reload(page);
      await signing;
      // The page was left before or after it was known who it is; now they say it for good.
      await this.#signIn(this.#pages[0]!.shop);
    } else await this.#wish(page.shop, step);
    await this.#settle();
  }

  /** Everything comes to rest, with somebody signed in. @returns in what the server differs from what was wanted. */
  async end(): Promise<string[]> {
    try {
      await this.#network.calm();
      await this.#signIn(this.#pages[0]!.shop);
      await this.#settle();
      const found = differences(await this.#network.held(), cartOf(this.#owned));
      return found.map(({line, is, should}) => `${line} is ${is} and should be ${should}`);
    } finally {
      while (this.#pages[0]) await this.#leave(this.#pages[0]);
      this.#network.end();
    }
  }

  async #wish({cart}: Shop, step: GuestStep): Promise<void> {
    const account = this.#isIn ? this.#owned : this.#guest;
    if (step.do === 'clear') {
      account.push({wish: {kind: 'clear'}, outcome: 'done'});
      return cart.clear();
    }
    if (step.do !== 'add' && step.do !== 'set') return;
    const line = products[step.product]!;
    if (step.do === 'add') {
      account.push({wish: {kind: 'add', line, quantity: step.quantity + 1}, outcome: 'done'});
      await cart.add({productId: line, quantity: step.quantity + 1});
      return;
    }
    const there = cart.state.cart?.lines.find(({slug}) => slug === line);
    if (!there) return;
    account.push({wish: {kind: 'set', line, quantity: step.quantity}, outcome: 'done'});
    await cart.setQuantity(there.key, step.quantity);
  }

  async #signIn({session}: Shop): Promise<void> {
    if (!this.#isIn) {
      this.#isIn = true;
      for (const [line, quantity] of Object.entries(cartOf(this.#guest)))
        this.#owned.push({wish: {kind: 'add', line, quantity}, outcome: 'done'});
      this.#guest = [];
    }
    // What another tab has just said about leaving may overtake it: then the shopper is told, and presses once more.
    for (let presses = 3; session.state.status !== 'signed-in'; presses--) {
      const signing = session.signIn({platform: 'minecraft_java_name', id: 'AshWalker'});
      const error = await signing.then(() => undefined, (reason: unknown) => reason);
      if (error && (!presses || !isPaynowError(error) || error.kind !== 'aborted')) throw error;
    }
  }

  async #signOut({session}: Shop): Promise<void> {
    this.#isIn = false;
    await session.signOut();
    // Nobody signs in again in another tab before that has heard of it.
    for (let turns = 0; turns < 20; turns++) await turn();
  }

  async #open(): Promise<void> {
    const shop = new Shop(storeId, () => ({}));
    shop.configure({apiUrl, fetch: this.#network.fetch});
    const stop = new AbortController();
    shop.cart.addEventListener('change', () => {}, {signal: stop.signal});
    this.#pages.push({shop, stop});
    await shop.writer();
  }

  async #reload(page: Page): Promise<void> {
    await this.#leave(page);
    await this.#open();
  }

  async #leave(page: Page): Promise<void> {
    this.#pages.splice(this.#pages.indexOf(page), 1);
    page.stop.abort();
    (await page.shop.engine()).cart.pause();
    await (await page.shop.writer()).queue.pause();
  }

  /** Waits until every page shows what it should, with nothing under way. */
  async #settle(): Promise<void> {
    const expected = (): Record<string, number> => cartOf(this.#isIn ? this.#owned : this.#guest);
    const status = this.#isIn ? 'ready' : 'signed-out';
    const wrong = (): string[] => this.#pages.flatMap(({shop: {cart: {state}}}) =>
      [...differences(onScreen(state), expected()).map(entry => JSON.stringify(entry)),
        ...state.status === status && !state.pending ? [] : [`${state.status} ${state.pending}`]]);
    try {
      await until(() => !wrong().length, 'every page to be right', patience);
    } catch {
      throw new Error(`${this.#isIn ? 'Signed in' : 'As a guest'}, the pages differ: ${wrong().join(', ')}`);
    }
  }
}

/** Plays a sequence. Throws when a page or the server differs from what was wanted. */
export const playAsGuests = async (steps: readonly GuestStep[]): Promise<void> => {
  const run = new GuestRun();
  await run.begin();
  const said: string[] = [];
  try {
    for (const step of steps) await run.step(step);
  } catch (error) {
    said.push(String(error));
  }
  said.push(...await run.end().catch((error: unknown) => [String(error)]));
  if (said.length) throw new Error(said.join('\n'));
};
