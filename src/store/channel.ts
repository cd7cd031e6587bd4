import type {Shop} from './shop.js';

const open = ({id}: Shop): BroadcastChannel | undefined => {
  try {
    return new BroadcastChannel(`paynow.${id}`);
  } catch {
    return undefined;
  }
};

const heard = new WeakMap<Shop, BroadcastChannel>();

/** Hears what other tabs say of a shop, until somebody takes the channel. @returns whether there is a way to them. */
export const hearTabs = (shop: Shop, hear: (data: unknown) => void): boolean => {
  const channel = open(shop);
  if (!channel) return false;
  channel.onmessage = ({data}) => hear(data);
  heard.set(shop, channel);
  return true;
};

/**
 * The browser's way to the other tabs of the site; nothing where there is none or the page may not use it. It is the
 * one that was listened to, if any: what is on its way to the page would be lost with it.
 */
export const takeChannel = (shop: Shop): BroadcastChannel | undefined => {
  const channel = heard.get(shop) ?? open(shop);
  heard.delete(shop);
  return channel;
};

/** Hears nothing any more, unless somebody has taken the channel. */
export const leaveTabs = (shop: Shop): void => {
  heard.get(shop)?.close();
  heard.delete(shop);
};
