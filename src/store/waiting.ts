import type {Shop} from './shop.js';

const prefixOf = (shop: Shop, kind: string): string => `paynow.${shop.id}.${kind}.`;

/** Begins the name of every entry in which a tab keeps what it has not sent yet. */
export const waitingPrefix = (shop: Shop): string => prefixOf(shop, 'changes');

/** Name of the entry with the session that the elements have begun themselves. */
export const keptSession = (shop: Shop): string => prefixOf(shop, 'session');

/** Name of the entry with what could not be brought into the customer's cart. */
export const keptNotices = (shop: Shop): string => prefixOf(shop, 'skipped');

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

/** How the entries of one kind are called that the page has kept. */
export const keptOf = (shop: Shop, kind: string): string[] => {
  const prefix = prefixOf(shop, kind);
  return (
    useStorage(shop, storage =>
      Object.keys(storage)
        .filter(key => key.startsWith(prefix))
        .map(key => key.slice(prefix.length)),
    ) ?? []
  );
};

/** Tabs that have something waiting, or had when they were closed. */
export const tabsWaiting = (shop: Shop): string[] => keptOf(shop, 'changes');
