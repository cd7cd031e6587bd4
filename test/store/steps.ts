import type {Shop} from '../../src/store/shop.js';
import {until} from '../support/dom.js';
import type {Fault} from '../support/sandbox.js';

/** A step of a run. Numbers choose among what there is, whatever there is. */
export type Step =
  | {readonly do: 'add' | 'set'; readonly tab: number; readonly product: number; readonly quantity: number}
  | {readonly do: 'clear' | 'reload' | 'close' | 'retry'; readonly tab: number}
  | {readonly do: 'open' | 'offline' | 'online' | 'expire' | 'pass' | 'settle'}
  | {readonly do: 'fault'; readonly fault: Fault};

/** What is pressed. */
export const products = ['ember-key', 'mystery-box', 'frost-key', 'phoenix-wings'];

/** Figures of all runs, for the soak report. */
export const figures = {
  runs: 0,
  steps: 0,
  pages: 0,
  wishes: 0,
  faults: {} as Record<string, number>,
  lost: 0,
  doubled: 0,
  slowest: 0,
};

/** The entries in which tabs keep what they have not sent yet. */
export const waiting = (): string[] => Object.keys(localStorage).filter(key => key.includes('.changes.'));

/** Leaves the page as a browser does: what is under way is cut off, and other tabs hear no more of it. */
export const leave = async (shop: Shop): Promise<void> => {
  const [{cart}, {queue}] = await Promise.all([shop.engine(), shop.writer()]);
  const left = queue.pause();
  cart.pause();
  await left;
};

/** A page that is closed is gone before anybody can press something in another one: the browser knows that. */
export const gone = async (pages: number): Promise<void> => {
  await until(async () => {
    const {held = []} = await navigator.locks.query();
    return held.filter(({name}) => name?.includes('.tab.')).length <= pages;
  }, 'the browser to see that a page is gone');
};
