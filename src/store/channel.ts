/** The browser's way to the other tabs of the site; nothing where there is none or the page may not use it. */
export const openChannel = (name: string): BroadcastChannel | undefined => {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
};
