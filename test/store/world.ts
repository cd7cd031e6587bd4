import '../../src/elements/cart.js';
import '../../src/elements/cart-count.js';
import type {CartState} from '../../src/store/cart-store.js';
import {reassign, registry} from '../../src/store/registry.js';
import {Shop} from '../../src/store/shop.js';
import type {PaynowError} from '../../src/api/errors.js';
import {turn} from '../support/dom.js';
import {cartOf, differences, drawn, onScreen} from './model.js';
import type {Outcome, Wish} from './model.js';
import {apiUrl, Network, storeId} from './network.js';
import {figures, gone, leave, products, waiting} from './steps.js';
import type {Step} from './steps.js';

interface Page {
  readonly shop: Shop;
  readonly stop: () => void;
}

/** Plays steps on the real store against the real sandbox, and keeps the plain account of `model.ts` beside it. */
export class Run {
  #network = new Network();
  #pages: Page[] = [];
  #account: {wish: Wish; outcome: Outcome; tab: Shop | null}[] = [];
  #place = document.createElement('div');
  // With one tab that was never left, the order of all that happens is known without waiting for it.
  #isPlain = true;

  /** Begins with one page that shows the cart. */
  async begin(): Promise<void> {
    localStorage.clear();
    sessionStorage.clear();
    await this.#network.begin();
    await this.#open();
    for (const tag of ['paynow-cart', 'paynow-cart-count']) {
      const element = document.createElement(tag);
      element.setAttribute('store-id', storeId);
      element.setAttribute('mode', 'inline');
      this.#place.append(element);
    }
    document.body.append(this.#place);
    await this.#settle();
  }

  /** Plays one step. */
  async step(step: Step): Promise<void> {
    figures.steps++;
    const line = 'product' in step ? products[step.product % products.length]! : '';
    switch (step.do) {
      case 'add':
        return this.#wish(step.tab, {kind: 'add', line, quantity: 1 + (step.quantity % 3)});
      case 'set':
        return this.#set(step.tab, {kind: 'set', line, quantity: step.quantity % 5});
      case 'clear':
        return this.#set(step.tab, {kind: 'clear'});
      case 'retry':
        return this.#retry(step.tab);
      case 'open':
        return this.#pages.length < 3 ? this.#open() : undefined;
      case 'close':
        return this.#pages.length > 1 ? this.#close(step.tab) : undefined;
      case 'reload':
        await this.#close(step.tab);
        await this.#open();
        return undefined;
      case 'offline':
      case 'online':
        return this.#network.switch(step.do === 'online');
      case 'expire':
        return this.#network.expire();
      case 'fault':
        figures.faults[step.fault.kind] = (figures.faults[step.fault.kind] ?? 0) + 1;
        return this.#network.fault(step.fault);
      default:
        return step.do === 'settle' ? this.#settle() : turn();
    }
  }

  /** Makes an end of all faults, and says in what the screens, the server and the account differ. */
  async end(): Promise<string[]> {
    const began = performance.now();
    const faults: string[] = [];
    const refresh = async (): Promise<unknown> => Promise.all(this.#pages.map(({shop}) => shop.cart.refresh()));
    const rest = this.#settle().then(refresh).then(() => this.#settle());
    await rest.catch((error: unknown) => faults.push(String(error)));
    figures.runs++;
    figures.slowest = Math.max(figures.slowest, performance.now() - began);
    const expected = cartOf(this.#account);
    const server = await this.#network.held();
    const compare = (where: string, found: Record<string, number>): void => {
      for (const {line, is, should} of differences(found, expected)) {
        figures[is < should ? 'lost' : 'doubled']++;
        faults.push(`${where}: ${line} is ${is} and should be ${should}`);
      }
    };
    compare('server', server);
    this.#pages.forEach(({shop}, index) => {
      compare(`screen ${index}`, onScreen(shop.cart.state));
      const {status, pending, offline} = shop.cart.state;
      const notices = shop.cart.state.notices.map(({action, error: {message}}) => `${action}: ${message}`);
      if (faults.length && notices.length) faults.push(`notices ${index}: ${notices.join()}`);
      if (status !== 'ready' || pending || offline)
        faults.push(`screen ${index}: ${JSON.stringify({status, pending, offline})}`);
    });
    compare('drawn', this.#drawn);
    const sum = Object.values(expected).reduce((before, quantity) => before + quantity, 0);
    const told = this.#place.lastElementChild?.shadowRoot?.textContent?.trim();
    if (Number(told) !== sum) faults.push(`the count is ${told} and should be ${sum}`);
    while (this.#pages[0]) await this.#leave(this.#pages[0]);
    this.#place.remove();
    this.#network.end();
    return faults;
  }

  async #wish(tab: number, wish: Wish): Promise<void> {
    figures.wishes++;
    const {shop} = this.#page(tab);
    const entry = {wish, outcome: 'open' as Outcome, tab: shop as Shop | null};
    this.#account.push(entry);
    const wants = {
      add: (line: string, quantity: number) => shop.cart.add({productId: line, quantity}),
      set: (line: string, quantity: number) =>
        shop.cart.setQuantity(shop.cart.state.cart?.lines.find(({slug}) => slug === line)?.key ?? '', quantity),
    };
    const done = wish.kind === 'clear' ? shop.cart.clear() : wants[wish.kind](wish.line, wish.quantity);
    this.#follow(entry, done);
    // Whatever comes next in a browser is another task. At once, then true: the screen answers before the network does,
    // and what was taken back has gone from both.
    await turn();
    if (!this.#isPlain) return;
    const told = JSON.stringify(cartOf(this.#account));
    const seen = JSON.stringify(this.#drawn);
    if (seen !== told) throw new Error(`The screen shows ${seen} and should show ${told}.`);
  }

  /** A number to set means what the shopper sees, so with several tabs the order has to be certain first. */
  async #set(tab: number, wish: Wish): Promise<void> {
    if (!this.#isPlain) await this.#settle();
    const {shop} = this.#page(tab);
    if (wish.kind === 'set' && !(wish.line in onScreen(shop.cart.state))) return;
    await this.#wish(tab, wish);
    if (!this.#isPlain) await this.#settle();
  }

  async #retry(tab: number): Promise<void> {
    if (!this.#isPlain) await this.#settle();
    const {shop} = this.#page(tab);
    const notice = shop.cart.state.notices[0];
    if (!notice) return;
    const line = this.#network.slugOf(notice.name);
    const wish: Wish =
      notice.action === 'clear'
        ? {kind: 'clear'}
        : {kind: notice.action === 'add' ? 'add' : 'set', line, quantity: notice.quantity};
    const entry = {wish, outcome: 'open' as Outcome, tab: shop as Shop | null};
    this.#account.push(entry);
    this.#follow(entry, shop.cart.retry(notice.id));
    await turn();
    if (!this.#isPlain) await this.#settle();
  }

  // Who is signed out meanwhile has not lost what they wanted: it stays in the cart and waits for them.
  #follow(entry: {outcome: Outcome}, done: Promise<unknown>): void {
    void done.then(
      () => {
        entry.outcome = 'done';
      },
      (error: PaynowError) => {
        if (error.kind !== 'auth') entry.outcome = 'failed';
      },
    );
  }

  /** The elements of the page show the first of the tabs. */
  #show(): void {
    const [page] = this.#pages;
    if (page) registry.shops.set(storeId, page.shop);
    reassign();
  }

  #page(tab: number): Page {
    return this.#pages[tab % this.#pages.length]!;
  }

  async #open(): Promise<void> {
    if (this.#pages.length || this.#account.length) this.#isPlain = false;
    figures.pages++;
    const shop = new Shop(storeId, () => ({}));
    shop.configure({apiUrl, customerToken: this.#network.token, fetch: this.#network.fetch});
    const stopped = new AbortController();
    shop.cart.addEventListener('change', () => {}, {signal: stopped.signal});
    this.#pages.push({shop, stop: () => stopped.abort()});
    this.#show();
    // A shopper presses something that they see.
    if (this.#network.isUp)
      await Promise.all([shop.writer(), ...products.map(name => shop.catalog.product(name).catch(() => {}))]);
    else await shop.writer();
  }

  async #close(tab: number): Promise<void> {
    this.#isPlain = false;
    await this.#leave(this.#page(tab));
  }

  async #leave(page: Page): Promise<void> {
    this.#pages.splice(this.#pages.indexOf(page), 1);
    page.stop();
    this.#show();
    await leave(page.shop);
    // What this page wanted is now for others to bring to its end.
    for (const entry of this.#account) if (entry.tab === page.shop) entry.tab = null;
    await gone(this.#pages.length);
  }

  async #settle(): Promise<void> {
    await this.#network.switch(true);
    await this.#network.calm();
    await this.#network.renew();
    // They sign in again.
    for (const {shop} of this.#pages) if (shop.cart.state.status !== 'ready') void shop.cart.refresh().catch(() => {});
    const end = performance.now() + 4000;
    for (let calm = 0; calm < 3;) {
      if (performance.now() > end) throw new Error(`The shop never comes to rest: ${this.#situation}`);
      await Promise.race([turn(), Promise.all(this.#pages.map(async ({shop}) => (await shop.writer()).queue.idle()))]);
      await turn();
      const isCalm = this.#states.every(({pending, status}) => pending === 0 && status === 'ready');
      calm = isCalm && waiting().length === 0 ? calm + 1 : 0;
    }
    for (const entry of this.#account) if (entry.outcome === 'open') entry.outcome = 'done';
  }

  get #drawn(): Record<string, number> {
    return drawn(this.#place.firstElementChild as HTMLElement, name => this.#network.slugOf(name));
  }

  get #states(): CartState[] {
    return this.#pages.map(({shop}) => shop.cart.state);
  }

  get #situation(): string {
    const states = this.#states.map(({status, pending, offline}) => ({status, pending, offline}));
    const open = this.#account.filter(({outcome}) => outcome === 'open');
    return JSON.stringify([states, open.map(({wish}) => wish), waiting().length]);
  }
}
