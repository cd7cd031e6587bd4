// What a frame of `frames.ts` runs: the store as a page has it, with the times of `shops.ts`.
import * as registry from '../../src/store/registry.js';
import {timing} from '../../src/store/retry.js';

Object.assign(timing, {quiet: 15, quietMost: 100, firstDelay: 10, mostDelay: 60, late: 60, timeout: 1500});
Object.assign(globalThis, {paynowPage: registry});
