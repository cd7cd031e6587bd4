import type {Config} from '../store/config.js';

/**
 * Where something of the shopper's is kept on this device; nothing where the shop or the browser does not want that.
 */
export const deviceStore = (persist: Config['persist']): Pick<Storage, 'getItem' | 'setItem'> | undefined => {
  try {
    const storage = persist === 'none' ? undefined : persist === 'session' ? sessionStorage : localStorage;
    return (
      storage && {
        getItem: key => storage.getItem(key),
        setItem: (key, value) => {
          try {
            storage.setItem(key, value);
          } catch {
            // A full storage must not keep anybody from choosing.
          }
        },
      }
    );
  } catch {
    return undefined;
  }
};
