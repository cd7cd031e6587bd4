import type {Shop} from './shop.js';

/** Begins the name of every entry in which a tab keeps what it has not sent yet. */
export const waitingPrefix = (shop: Shop): string => `paynow.${shop.id}.changes.`;

/**
 * Uses the place where the page keeps things. Storage may be switched off by the page, forbidden, full or gone: then
 * there
 * is no answer, and what waits lives as long as the page.
 */
export const useStorage = <T>({config: {persist = 'local'}}: Shop, run: (storage: Storage) => T): T | undefined => {
  try {
    return persist === 'none' ? undefined : run(persist === 'local' ? localStorage : sessionStorage);
  } catch {
    return undefined;
  }
};

/** Tabs that have something waiting, or had when they were closed. */
export const tabsWaiting = (shop: Shop): string[] => {
  const prefix = waitingPrefix(shop);
  return (
    useStorage(shop, storage =>
      Object.keys(storage)
        .filter(key => key.startsWith(prefix))
        .map(key => key.slice(prefix.length)),
    ) ?? []
  );
};
