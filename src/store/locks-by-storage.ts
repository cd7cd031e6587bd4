import {newId} from './change.js';
import type {Locks} from './tabs.js';

// A lock is an entry in localStorage with the name of its holder and the time until which it is good. The holder renews
// it while it holds it; an entry that was not renewed belongs to a page that is gone.
const lifetime = 4_000;
const settling = 60;

const wait = (ms: number): Promise<void> =>
  new Promise(resolve => {
    setTimeout(resolve, ms);
  });

interface Lease {
  owner: string;
  until: number;
}

const read = (key: string): Lease | null => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Lease | null;
  } catch {
    return null;
  }
};

/**
 * Locks by localStorage, for pages without `navigator.locks`. Slower, and right as long as storage reaches all tabs
 * soon.
 */
export const storageLocks = (): Locks => {
  const local = new Set<string>();
  const isHeld = (key: string): boolean => local.has(key) || (read(key)?.until ?? 0) > Date.now();
  const acquire = async (key: string, owner: string): Promise<boolean> => {
    if (isHeld(key)) return false;
    localStorage.setItem(key, JSON.stringify({owner, until: Date.now() + lifetime}));
    local.add(key);
    // Another tab may have written in the same moment: the last one to write has it.
    await wait(settling);
    if (read(key)?.owner === owner) return true;
    local.delete(key);
    return false;
  };
  return {
    request: async (name, {ifAvailable, signal, mode}, run) => {
      const key = `${name}.lock`;
      const owner = newId();
      const isFree = async (): Promise<boolean> => !isHeld(key);
      // Whoever shares a lock only waits for its holder, and keeps nobody out.
      while (!(await (mode ? isFree() : acquire(key, owner)))) {
        if (ifAvailable) return run(null);
        signal?.throwIfAborted();
        await wait(settling * 4);
      }
      if (mode) return run({name});
      const renew = setInterval(() => {
        localStorage.setItem(key, JSON.stringify({owner, until: Date.now() + lifetime}));
      }, lifetime / 4);
      try {
        return await run({name});
      } finally {
        clearInterval(renew);
        local.delete(key);
        localStorage.removeItem(key);
      }
    },
  };
};
