import type {Shop} from './shop.js';

/** Keeps on the device what is known, for the next page. Worth it once somebody looks at products or buys. */
export const keepWarm = async (shop: Shop): Promise<void> => {
  try {
    const [{cart, session}, warm] = await Promise.all([shop.engine(), import('./warm.js')]);
    await warm.keepWarm(shop, cart, session);
  } catch {
    // The next page begins cold then.
  }
};
