import type {PaynowError} from '../api/errors.js';
import {join, merge} from './change.js';
import type {Change} from './change.js';
import {OtherTabs} from './other-tabs.js';
import {Outbox} from './outbox.js';
import type {Shop} from './shop.js';
import {without} from './taking.js';
import {openTabs} from './tabs.js';
import type {TabMessage, Tabs} from './tabs.js';
import {tabsWaiting} from './waiting.js';
import {Wishes} from './wishes.js';
import type {Wish} from './wishes.js';

/**
 * Every change that is not in the server's cart yet: those of this tab, which this tab sends, and those of the other
 * tabs, which are only shown. What a closed tab leaves behind is taken over by the tab that writes next.
 */
export class Ledger {
  #shop: Shop;
  #outbox: Outbox;
  #tabs: Promise<Tabs>;
  #tab = '';
  #isAway = false;
  // What was written down when the page was left, and so may be in other hands when it is back.
  #left = new Set<string>();
  #mine: readonly Change[] = [];
  #foreign: OtherTabs;
  #wishes = new Wishes();
  #customer: () => string | null;
  #changed: () => void;

  /** Whether a closed tab has left something behind, and this tab has not looked after it yet. */
  isBehind: boolean;
  #heard: (message: TabMessage) => void;

  constructor(shop: Shop, customer: () => string | null, changed: () => void, heard: (message: TabMessage) => void) {
    this.#shop = shop;
    this.#customer = customer;
    this.#outbox = new Outbox(shop);
    this.#foreign = new OtherTabs(this.#outbox, message => void this.tell(message));
    this.#changed = changed;
    this.#heard = heard;
    this.isBehind = tabsWaiting(shop).length > 0;
    this.#tabs = this.#open();
  }

  /** What this tab has to send, in order. */
  get mine(): readonly Change[] {
    return this.#mine;
  }

  /** What is to be shown on top of the server's cart. */
  get all(): readonly Change[] {
    const changes = [...[...this.#foreign.values()].flat(), ...this.#mine];
    return [...new Map(changes.map(change => [change.id, change])).values()];
  }

  /** Adds a change. Resolves when it is confirmed, rejects when it is taken back. */
  push(change: Change, isGuest: boolean): Promise<Change | undefined> {
    return new Promise((resolve, reject) => void this.#join(change, isGuest, [{resolve, reject}]));
  }

  /** Puts a looked-at change in the place of the one that it was; what has been taken away meanwhile stays away. */
  settleCheck(checking: Change, ready: Change, isGuest: boolean): void {
    if (!this.#mine.some(({id, state}) => id === checking.id && state === 'checking')) return;
    const wishes = this.#wishes.take(checking.id);
    this.#mine = this.#mine.filter(({id}) => id !== checking.id);
    this.#join(ready, isGuest, wishes);
  }

  /** Writes down what a change has become. Answers with the change as it is now; nothing when it was taken away. */
  update({id}: Change, news: Partial<Change>): Change | undefined {
    // By its id: while it waited, more may have melted into it.
    this.#set(this.#mine.map(other => (other.id === id ? {...other, ...news} : other)));
    return this.#mine.find(other => other.id === id);
  }

  /** Nobody is signed in: what waits for no customer is a guest's. */
  markGuests(): void {
    for (const change of this.#mine) if (change.customer === null && !change.guest) this.update(change, {guest: true});
  }

  /** Takes a change back, and those that it replaced come back. Answers whether somebody waited to hear of it. */
  refuse(change: Change, error: PaynowError): boolean {
    const wishes = this.#wishes.take(change.id);
    this.#set(this.#mine.flatMap(other => (other.id === change.id ? change.replaced ?? [] : other)));
    for (const wish of wishes) wish.reject(error);
    return wishes.length > 0;
  }

  /** Drops what the server's cart shows by now, and settles every wish whose change is gone from all tabs. */
  drop(done: (change: Change) => boolean): void {
    const dropped = this.#mine.filter(done);
    if (dropped.length) this.#set(this.#mine.filter(change => !dropped.includes(change)));
    for (const change of dropped) this.answer(change);
    const known = new Set(this.all.flatMap(change => [change, ...change.replaced ?? []]).map(({id}) => id));
    for (const wish of this.#wishes.takeAllBut(known)) wish.resolve();
  }

  /** Settles what was wished for, while the change stays. */
  answer(change: Change, error?: PaynowError): void {
    for (const wish of this.#wishes.take(change.id)) error ? wish.reject(error) : wish.resolve(change);
  }

  /** Whether a change is for the cart that is shown. */
  isOurs({customer}: Change): boolean {
    return customer === null || customer === this.#customer();
  }

  /** Whether other tabs change this cart as well. */
  get isShared(): boolean {
    return [...this.#foreign.values()].flat().some(change => this.isOurs(change));
  }

  /**
   * Takes over what closed tabs have left behind for the customer or for a guest. To be called inside `exclusive`, so
   * that nobody else does, and before anything new goes out.
   */
  async claim(): Promise<void> {
    const tabs = await this.#tabs;
    this.isBehind = false;
    for (const tab of new Set([...this.#foreign.keys(), ...tabsWaiting(this.#shop)])) {
      if (tab !== tabs.id && await tabs.isGone(tab)) this.#adopt(tab);
    }
  }

  /** Runs while no other tab writes to this cart. */
  async exclusive(run: (waited: boolean) => Promise<void>): Promise<void> {
    await (await this.#tabs).exclusive(run);
  }

  /** Tells the other tabs. */
  async tell(message: (tab: string) => TabMessage): Promise<void> {
    const tabs = await this.#tabs;
    tabs.send(message(tabs.id));
  }

  /** The page goes away, perhaps for good. */
  async pause(): Promise<void> {
    // What still comes to its end in a page that is left is for the next one to find out.
    this.#left = new Set(this.#tab ? this.#mine.map(({id}) => id) : []);
    this.#tab = '';
    this.#isAway = true;
    (await this.#tabs).close();
  }

  /** The page is back from the back-forward cache; what waited may have been taken over meanwhile. */
  resume(): void {
    this.isBehind = tabsWaiting(this.#shop).length > 0;
    // Until it has a new name, this page writes nothing down: under the old one it would write over what waits there.
    this.#tab = '';
    this.#isAway = false;
    if (this.#outbox.works) this.#mine = this.#mine.filter(({id}) => !this.#left.has(id));
    this.#foreign.clear();
    this.#tabs = this.#tabs.then(tabs => {
      tabs.close();
      return this.#open();
    });
  }

  async #open(): Promise<Tabs> {
    const tabs = await openTabs(this.#shop, message => this.#receive(message));
    if (this.#isAway) return tabs;
    this.#tab = tabs.id;
    for (const tab of tabsWaiting(this.#shop)) this.#hear(tabs, tab, this.#outbox.read(tab));
    this.#set(this.#mine);
    tabs.send({type: 'hello', tab: tabs.id});
    this.#changed();
    return tabs;
  }

  #join(next: Change, isGuest: boolean, wishes: Wish[]): void {
    if (isGuest && next.kind !== 'add') this.#foreign.takeFor(next);
    // A page that was left adds to nothing that another one may have taken over.
    const {list, into} = join(this.#mine.filter(({id}) => !this.#isAway || !this.#left.has(id)), next, isGuest);
    if (into) this.#wishes.add(into.id, wishes);
    else for (const wish of wishes) wish.resolve();
    this.#set(list);
    if (!into) this.drop(() => false);
  }

  #set(list: readonly Change[]): void {
    this.#mine = list;
    if (this.#tab) {
      this.#outbox.save(this.#tab, list);
      void this.tell(tab => ({type: 'changes', tab, changes: list}));
    }
    this.#changed();
  }

  #receive(message: TabMessage): void {
    if (message.type === 'taken' && message.owner === this.#tab) {
      this.#set(without(this.#mine, message.taking));
      this.drop(() => false);
    }
    if (message.type === 'cart') this.#foreign.hasRead(message.tab);
    void this.#tabs.then(tabs => {
      if (message.type === 'changes') this.#hear(tabs, message.tab, message.changes);
      else if (message.type !== 'hello') return;
      else if (this.#mine.length) tabs.send({type: 'changes', tab: tabs.id, changes: this.#mine});
      this.#changed();
    });
    this.#heard(message);
  }

  #hear(tabs: Tabs, tab: string, changes: readonly Change[]): void {
    if (tab === tabs.id) return;
    const own = new Set(this.#mine.map(({id}) => id));
    const told = new Set(changes.map(({id}) => id));
    // What it has taken over is in its hands only.
    for (const [other, list] of this.#foreign) this.#foreign.set(other, list.filter(({id}) => !told.has(id)));
    const isNew = !this.#foreign.has(tab);
    this.#foreign.set(tab, changes.filter(({id}) => !own.has(id)));
    if (!isNew) return;
    tabs.whenGone(tab, () => {
      if (this.#foreign.get(tab)?.length) this.isBehind = true;
      else this.#foreign.delete(tab);
      this.#changed();
    });
  }

  #adopt(tab: string): void {
    // A page that was left meanwhile would take it along.
    if (!this.#tab) return;
    const own = new Set(this.#mine.map(({id}) => id));
    const left = this.#outbox.read(tab);
    const taken = left.filter(change => this.isOurs(change));
    this.#foreign.delete(tab);
    if (!taken.length) return;
    this.#set(merge(taken.filter(({id}) => !own.has(id)), this.#mine));
    this.#outbox.save(tab, left.filter(change => !taken.includes(change)));
  }
}
