import type {Shop} from './shop.js';
import type {Channel, TabMessage} from './tabs.js';
import {useStorage} from './waiting.js';

/** Messages by `storage` events, for pages without BroadcastChannel. Where nothing may be kept nothing is said. */
const storageChannel = (shop: Shop): Channel => {
  const name = `paynow.${shop.id}.message`;
  const hear = ({key, newValue}: StorageEvent): void => {
    if (key === name && newValue) channel.onmessage?.({data: JSON.parse(newValue) as TabMessage});
  };
  const channel: Channel = {
    onmessage: null,
    // Without storage there is no way to other tabs, and mostly there are none.
    postMessage: message => useStorage(shop, () => {
      localStorage.setItem(name, JSON.stringify(message));
      localStorage.removeItem(name);
    }),
    close: () => removeEventListener('storage', hear),
  };
  addEventListener('storage', hear);
  return channel;
};

const open = (shop: Shop): Channel => {
  try {
    return new BroadcastChannel(`paynow.${shop.id}`) as Channel;
  } catch {
    return storageChannel(shop);
  }
};

const heard = new WeakMap<Shop, Channel>();

/** Hears what other tabs say of a shop, until somebody takes the channel. */
export const hearTabs = (shop: Shop, hear: (data: unknown) => void): void => {
  const channel = open(shop);
  channel.onmessage = ({data}) => hear(data);
  heard.set(shop, channel);
};

/**
 * The way to the other tabs of the site. It is the one that was listened to, if any: what is on its way to the page
 * would be lost with it, and a second one would hear everything twice.
 */
export const takeChannel = (shop: Shop): Channel => {
  const channel = heard.get(shop) ?? open(shop);
  heard.delete(shop);
  return channel;
};

/** Hears nothing any more, unless somebody has taken the channel. */
export const leaveTabs = (shop: Shop): void => {
  heard.get(shop)?.close();
  heard.delete(shop);
};
